"""Opens pages in headless Chromium. Each line of standard input is a JSON list of requests; the answer is a line with a list of
what was seen. Chromium ends when the input does.

A request: {"path", "dark", "axe", "assumptions": [{field id: value}], "keys": bool, "presses": [name of a key], "print": bool,
"width", "height"}. For
each set of assumptions the texts of the what-if's results are given back. With "keys", the fields are reached and changed by
the keyboard alone. With "presses", the screens of a session that are shown. With "print", the printed pages.
"""
import base64, glob, importlib.util, io, json, os, sys, tempfile
import pikepdf
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.keys import Keys

AXE = open(glob.glob(os.path.join(os.path.dirname(
    importlib.util.find_spec("axe_playwright_python").origin), "**", "axe.min.js"), recursive=True)[0]).read()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RESULTS = """
const text = e => e.textContent;
const results = () => ({
  texts: Object.fromEntries([...document.querySelectorAll('[id^="result-"],[id^="note-"]')].map(e => [e.id, text(e)])),
  years: [...document.querySelectorAll('#what-if-years tr')].map(r => [...r.cells].map(text)),
  invalid: [...document.querySelectorAll('[aria-invalid=true]')].map(e => e.id),
  dashes: [...document.querySelectorAll('#what-if tbody td')].filter(e => e.offsetParent && text(e) === '–').length,
  empty: [...document.querySelectorAll('#what-if table')].filter(
    e => e.offsetParent && ![...e.querySelectorAll('tbody tr')].some(r => r.offsetParent)).length,
});
"""
CHANGES = """
return arguments[0].map(values => {
  for (const [id, value] of Object.entries(values)) document.getElementById(id).value = value;
  document.getElementById(Object.keys(values)[0]).dispatchEvent(new Event("input", {bubbles: true}));
  return results();
});
"""
SEEN = """
const all = [...document.querySelectorAll('*')], panel = document.getElementById('what-if');
const words = [...document.querySelectorAll('svg text, svg title, svg desc')].map(e => e.textContent).join(' ');
return {
  text: document.title + ' ' + document.body.innerText + ' ' + words,
  elements: [...new Set(all.map(e => e.localName))].sort(),
  handlers: all.flatMap(e => e.getAttributeNames().filter(n => n.startsWith('on'))),
  ran: typeof window.attacked !== 'undefined',
  wide: document.documentElement.scrollWidth > innerWidth,
  panel: !!panel && !panel.hidden,
  edges: Object.fromEntries(['.lead-figures', 'figure', '.passage', '.next-steps']
    .map(name => [name, document.querySelector('section.page_one > ' + name)])
    .filter(([, part]) => part).map(([name, part]) => [name, part.getBoundingClientRect().bottom + scrollY])),
}"""


def browser(scratch):
    # What Chromium leaves goes with the folder.
    os.environ["TMPDIR"] = scratch
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                     "--window-size=1280,1000", "--disable-background-networking",
                     "--host-resolver-rules=MAP * ~NOTFOUND"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    return webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))


def with_keys(driver):
    """The fields in the order of the Tab key, and the results after an arrow key in the first list."""
    driver.execute_script("document.getElementById('title-what-if').tabIndex = -1;"
                          "document.getElementById('title-what-if').focus()")
    reached = []
    for _ in range(40):
        driver.switch_to.active_element.send_keys(Keys.TAB)
        name = driver.switch_to.active_element.get_attribute("id")
        if name:
            reached.append(name)
        if name == "what-if-reset":
            break
    field = driver.find_element("id", "what-if-pay_amount")
    field.send_keys(Keys.CONTROL, "a")
    field.send_keys("50000")
    after = driver.execute_script(RESULTS + "return results();")
    driver.find_element("id", "what-if-reset").send_keys(Keys.ENTER)
    return {"reached": reached, "typed": after, "reset": driver.execute_script(RESULTS + "return results();")}


def screens(driver, presses):
    """Which screen is shown, and by how many pixels it is taller than the window."""
    def shown():
        return [int(number) for number in driver.find_element("id", "keys-place").text.split("/")]
    def excess():
        return driver.execute_script("return document.documentElement.scrollHeight - innerHeight")
    seen, beyond = [shown()], [excess()]
    for name in presses:
        driver.switch_to.active_element.send_keys(getattr(Keys, name))
        seen.append(shown())
        beyond.append(excess())
    return seen, beyond


def printed(driver):
    """On the paper that the page asks for."""
    data = driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})["data"]
    with pikepdf.open(io.BytesIO(base64.b64decode(data))) as pdf:
        box = [float(edge) for edge in pdf.pages[0].mediabox]
        pieces = [sum(str(step.operator) in ("Tj", "TJ") for step in pikepdf.parse_content_stream(page))
                  for page in pdf.pages]
        return {"pieces": pieces, "width": box[2], "height": box[3]}


def look(driver, request):
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [
        {"name": "prefers-color-scheme", "value": "dark" if request.get("dark") else "light"}]})
    driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": bool(request.get("noScript"))})
    driver.get_log("performance")
    driver.get_log("browser")
    driver.get("file://" + os.path.abspath(request["path"]))
    seen = {"console": [entry["message"][:300] for entry in driver.get_log("browser")], "requests": []}
    driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    # No name is ever found: a request that fails for another reason was stopped before it reached the network.
    asked, stopped = {}, set()
    for entry in driver.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if (message["method"] == "Network.loadingFailed"
                and "NAME_NOT_RESOLVED" not in message["params"].get("errorText", "")):
            stopped.add(message["params"]["requestId"])
        if message["method"] == "Network.requestWillBeSent":
            url = message["params"]["request"]["url"]
            if not url.startswith(("file:", "data:")):
                seen["requests"].append(url[:200])
                asked[message["params"]["requestId"]] = url[:200]
    seen["sent"] = [url for request, url in asked.items() if request not in stopped]
    seen |= driver.execute_script(SEEN)
    if request.get("axe"):
        driver.execute_script(AXE)
        seen["violations"] = driver.execute_async_script(
            "const done = arguments[1]; axe.run({runOnly: arguments[0]}).then(r => "
            "done(r.violations.map(v => v.id + ' ' + v.nodes.map(n => n.target.join(' ')).join(', '))))", TAGS)
    if request.get("keys"):
        seen["keys"] = with_keys(driver)
    seen["screens"], seen["beyond"] = screens(driver, request["presses"]) if request.get("presses") else ([], [])
    assumptions = request.get("assumptions", [])
    seen["results"] = driver.execute_script(RESULTS + CHANGES, assumptions) if assumptions else []
    seen["pages"] = printed(driver) if request.get("print") else None
    return seen


def main():
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        driver = browser(scratch)
        try:
            driver.set_script_timeout(600)
            for line in sys.stdin:
                answers = []
                for request in json.loads(line):
                    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
                        "width": request.get("width", 1280), "height": request.get("height", 1000),
                        "deviceScaleFactor": 1, "mobile": False})
                    answers.append(look(driver, request))
                print(json.dumps(answers), flush=True)
        finally:
            driver.quit()


main()
