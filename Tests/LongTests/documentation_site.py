"""Opens every page of the documentation's site in headless Chromium, from its folder and without a network: wide and narrow,
light and dark. Prints a JSON object: the number of pages, and what was found that should not be.

usage: documentation_site.py SITE [PICTURES [PAGE...]]
"""
import glob, importlib.util, json, os, pathlib, sys, tempfile
from selenium import webdriver
from selenium.common.exceptions import TimeoutException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

SITE = pathlib.Path(sys.argv[1]).resolve()
PICTURES = sys.argv[2] if len(sys.argv) > 2 else None
AXE = open(glob.glob(os.path.join(os.path.dirname(
    importlib.util.find_spec("axe_playwright_python").origin), "**", "axe.min.js"), recursive=True)[0]).read()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKS = [("light", 1366), ("dark", 1366), ("light", 390), ("dark", 390)]

# What Chromium leaves goes with the folder, whose path is short enough for its sockets.
with tempfile.TemporaryDirectory() as scratch:
    os.environ["TMPDIR"] = os.environ["HOME"] = scratch
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                     "--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
    found = []
    pages = [SITE / name for name in sys.argv[3:]] or sorted(
        page for page in SITE.rglob("*.html") if page != SITE / "index.html" and "_static" not in page.parts)
    for page in pages:
        name = str(page.relative_to(SITE))
        for theme, width in LOOKS:
            driver.execute_cdp_cmd("Emulation.setEmulatedMedia",
                                   {"features": [{"name": "prefers-color-scheme", "value": theme}]})
            driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride",
                                   {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": False})
            driver.get(page.as_uri())
            place = f"{name} {theme} {width}"
            violations = driver.execute_async_script(AXE + """
              const done = arguments[arguments.length - 1];
              axe.run(document, {runOnly: arguments[0], preload: false})
                .then(r => done(r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target).join(' | '))))""", TAGS)
            found += [f"{place}: {violation}" for violation in violations]
            if driver.execute_script("return document.documentElement.scrollWidth > innerWidth + 1"):
                found.append(f"{place}: wider than its window")
            if PICTURES:
                driver.save_screenshot(f"{PICTURES}/{name.replace('/', '_')}-{theme}-{width}.png")
    # The search has to work from a folder too. It fetches pages for their first words, which browsers refuse there.
    driver.get((SITE / "search.html").as_uri() + "?q=roster")
    try:
        WebDriverWait(driver, 300).until(lambda _: driver.find_elements(By.CSS_SELECTOR, "#search-results li"))
    except TimeoutException:
        found.append("search.html finds nothing")
    for entry in driver.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            address = message["params"]["request"]["url"]
            if not address.startswith(("file:", "data:", "blob:")):
                found.append(f"asks for {address}")
    found += [f"console: {entry['message']}" for entry in driver.get_log("browser")
              if "search" not in entry["message"] and "ERR_FAILED" not in entry["message"]]
    driver.quit()
print(json.dumps({"pages": len(pages), "found": sorted(set(found))}, indent=2))
