"""A first session, and a second one a month later, in headless Chromium. Prints a JSON object: each check, and what it found
that should not be; an empty value is a check that holds.

usage: session_browser.py PATHBOOK FOLDER [PICTURES]
"""
import glob, importlib.util, json, os, re, shutil, signal, subprocess, sys, tempfile
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

PATHBOOK, FOLDER = sys.argv[1], sys.argv[2]
PICTURES = sys.argv[3] if len(sys.argv) > 3 else None
AXE = open(glob.glob(os.path.join(os.path.dirname(
    importlib.util.find_spec("axe_playwright_python").origin), "**", "axe.min.js"), recursive=True)[0]).read()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Only a page that hangs takes so long, however busy the machine is.
PATIENCE = int(os.environ.get("PATIENCE", 300))
found = {}


class Session:
    def __init__(self, day):
        self.process = subprocess.Popen([PATHBOOK, "session", FOLDER, "--no-browser", "--report-date", day],
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.address = re.search(r"http://\S+", self.process.stdout.readline())[0]
        self.site = self.address.split("/open")[0]

    def end(self, how=signal.SIGINT):
        self.process.send_signal(how)
        return self.process.communicate(timeout=PATIENCE)


def browser():
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                     "--window-size=1366,768", "--disable-background-networking", "--lang=en-US"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    return webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))


def wait(condition, what):
    try:
        return WebDriverWait(driver, PATIENCE, poll_frequency=0.05).until(lambda _: condition())
    except Exception as error:
        raise AssertionError(f"waited in vain: {what}") from error


def one(selector):
    return driver.find_element(By.CSS_SELECTOR, selector)


def is_saved():
    state = one("#state")
    return state.text in (state.get_attribute("data-saved"), state.get_attribute("data-partly"))


def saved():
    # What was typed is sent at once: a page that has been asked after it has begun to save.
    driver.execute_async_script("const done = arguments[0]; setTimeout(done, 0)")
    wait(is_saved, "saved")


def put(name, text):
    """Types into a field as a person does, after what is in it is gone."""
    field = one(f"[name='{name}']")
    if field.tag_name == "select":
        Select(field).select_by_value(text)
    elif field.get_attribute("type") == "date":
        driver.execute_script("arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', "
                              "{bubbles: true}))", field, text)
    else:
        field.send_keys(Keys.CONTROL, "a")
        field.send_keys(Keys.DELETE if text == "" else text)
    saved()


def report():
    """The words of the report that is shown."""
    return driver.execute_script("""
      const frame = document.querySelector('#frames iframe:not([hidden])');
      const page = frame.contentDocument;
      return page && page.body && page.readyState === 'complete' ? page.body.innerText : ''""")


def reports(words):
    wait(lambda: words in report(), f"the report says {words}")


def view(name):
    """Chooses a tab and waits for its report."""
    one(f"#tab-{name}").click()
    wait(lambda: driver.execute_script("""
      const page = document.querySelector('#frames iframe:not([hidden])').contentDocument;
      return page && page.readyState === 'complete' && page.location.pathname.endsWith(arguments[0])""", f"/view/{name}"), name)


def look(name):
    """Axe, sideways scrolling, and a picture if they are wanted; in both themes."""
    for theme in ("light", "dark"):
        driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": theme}]})
        violations = driver.execute_async_script(AXE + """
          const done = arguments[arguments.length - 1];
          axe.run(document, {runOnly: arguments[0], iframes: false})
            .then(r => done(r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target).join(' | '))))""", TAGS)
        if violations:
            found.setdefault(f"axe", []).extend(f"{name} {theme}: {violation}" for violation in violations)
        if PICTURES:
            driver.save_screenshot(f"{PICTURES}/{name}-{theme}.png")
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def is_wide():
    return driver.execute_script("return document.documentElement.scrollWidth > innerWidth + 1")


def stored(client):
    return json.load(open(f"{FOLDER}/{client}.json"))


def check(name, holds, what=""):
    if not holds:
        found.setdefault(name, []).append(str(what))


# What Chromium leaves goes with the folder, whose path is short enough for its sockets.
SCRATCH = tempfile.mkdtemp()
DOWNLOADS = f"{SCRATCH}/files"
os.environ["TMPDIR"] = os.environ["HOME"] = SCRATCH
driver = browser()
driver.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": DOWNLOADS})
try:
    # A first session: a new client, the form, the report.
    session = Session("2026-11-20")
    driver.get(session.address)
    wait(lambda: driver.current_url == session.site + "/", "the clients")
    check("token out of sight", "token" not in driver.current_url and driver.execute_script("return history.length") <= 2)
    look("no-clients")
    one("#new-id").send_keys("no good id", Keys.ENTER)
    wait(lambda: one("#new-id-problem").text, "a message about the id")
    one("#new-id").clear()
    one("#new-id").send_keys("maria-1", Keys.ENTER)
    wait(lambda: driver.current_url.endswith("/client/maria-1"), "the new client")
    reports("$50,250")
    look("client-of-nothing")
    put("name", "María <b>Ejemplo</b>")
    put("state", "CA")
    put("pay_amount", "$46,000")
    put("pay_basis", "annual")
    reports("$46,000")
    check("text stays text", driver.execute_script("return document.querySelectorAll('h1 b').length") == 0)
    check("no id or name in the title", "maria" not in driver.title.lower() and "María" not in driver.title, driver.title)

    # What cannot be saved is told beside its field, and is there after a reload at any moment.
    put("pay_amount", "a lot")
    wait(lambda: one("#f-pay_amount-problem").text, "a message about the pay")
    put("years_of_experience", "3")
    check("sound fields are saved", stored("maria-1").get("years_of_experience") == 3, stored("maria-1"))
    check("unsound ones stay as they were", stored("maria-1").get("pay_amount") == 46000, stored("maria-1"))
    driver.refresh()
    check("draft after a reload", one("[name=pay_amount]").get_attribute("value") == "a lot")
    check("message after a reload", one("#f-pay_amount-problem").text != "")
    put("pay_amount", "46000")
    check("message gone", one("#f-pay_amount-problem").text == "", one("#f-pay_amount-problem").text)

    # A field that is searched, by the keyboard alone.
    place = one("[name=compare_places]")
    place.send_keys("texa")
    wait(lambda: driver.find_elements(By.CSS_SELECTOR, f"#{place.get_attribute('id')}-matches li"), "places that match")
    place.send_keys(Keys.ARROW_DOWN, Keys.ENTER)
    wait(lambda: stored("maria-1").get("compare_places") == ["TX"] or stored("maria-1").get("compare_places") == ["state:TX"], "the place saved")
    view("places")
    reports("Texas")
    view("client")

    # An agreed step; below it a line for the next.
    put("agreed_steps[1].text", "Ask the employer about tuition")
    wait(lambda: driver.find_elements(By.CSS_SELECTOR, "[name='agreed_steps[2].text']"), "a line for the next step")
    put("agreed_steps[1].due", "2026-12-10")
    put("notes", "A private note.")
    reports("Ask the employer about tuition")
    check("no notes on the client's copy", "A private note." not in report())

    # Tabs, by the keyboard; how a figure was made.
    one("#tab-client").send_keys(Keys.ARROW_RIGHT)
    reports("A private note.")
    look("client-of-much")
    view("full")
    check("all figures", len(report()) > 5000, len(report()))
    view("client")
    driver.switch_to.frame(one("#frames iframe:not([hidden])"))
    figure = next(figure for figure in driver.find_elements(By.CSS_SELECTOR, ".lead-figures strong") if figure.is_displayed())
    words = figure.text
    figure.click()
    driver.switch_to.default_content()
    wait(lambda: one("#calculation pre").text, "how the figure was made")
    check("calculation names the figure", words.strip("$") .split()[0].strip("$") in one("#calculation pre").text, one("#calculation pre").text)
    one("#calculation-close").click()
    one("#tab-calculations").click()
    wait(lambda: len(one("#calculation pre").text) > 500, "all calculations")
    view("client")

    # Hand over: every format, and each picture.
    one(".menu summary").click()
    one(".menu a[download$='.pdf']").click()
    wait(lambda: glob.glob(f"{DOWNLOADS}/*.pdf"), "the PDF is saved")
    for kind in ("pdf", "xlsx", "html", "txt", "csv"):
        status, length = driver.execute_async_script("""
          const done = arguments[arguments.length - 1];
          fetch(arguments[0]).then(a => a.blob().then(b => done([a.status, b.size])))""", f"/client/maria-1/file/{kind}")
        check("hand over", status == 200 and length > 1000, [kind, status, length])
    driver.get(session.site + "/client/maria-1/pictures")
    wait(lambda: driver.execute_script("return [...document.images].every(i => i.complete && i.naturalWidth > 0)"), "pictures")
    look("pictures")
    driver.back()
    wait(lambda: driver.current_url.endswith("/client/maria-1"), "back to the client")

    # Present: nothing private, one idea a screen, arrow keys.
    driver.get(session.site + "/client/maria-1/present")
    check("no id or name in the title", "maria" not in driver.title.lower() and "María" not in driver.title, driver.title)
    look("present")
    one("#full-screen").click()
    wait(lambda: driver.execute_script("return document.fullscreenElement !== null"), "the full screen")
    check("full screen shows the report alone", not one("#full-screen").is_displayed())
    driver.execute_script("document.exitFullscreen()")
    driver.switch_to.frame(one("iframe"))
    first = one("#keys-place").text
    one("body").send_keys(Keys.ARROW_RIGHT)
    wait(lambda: one("#keys-place").text != first, "the next screen")
    check("nothing private is presented", not any(
        word in driver.page_source for word in ("A private note.", "maria-1", "/client/")))
    driver.switch_to.default_content()

    # Two windows on one client: the later one is shown the difference.
    driver.get(session.site + "/client/maria-1")
    mine = driver.current_window_handle
    driver.switch_to.new_window("tab")
    driver.get(session.site + "/client/maria-1")
    put("pay_amount", "47000")
    put("hours_per_week", "30")
    driver.switch_to.window(mine)
    field = one("[name=pay_amount]")
    field.send_keys(Keys.CONTROL, "a")
    field.send_keys("48000")
    wait(lambda: one("#conflict").get_attribute("open"), "the difference")
    rows = [row.text for row in driver.find_elements(By.CSS_SELECTOR, "#conflict tbody tr")]
    check("the difference names both", any("47000" in row for row in rows) and any("30" in row for row in rows), rows)
    look("two-windows")
    one("#conflict [data-keep='yours']").click()
    wait(lambda: not driver.find_elements(By.CSS_SELECTOR, "#conflict[open]"), "the page again")
    wait(lambda: stored("maria-1").get("hours_per_week") == 30, "what the other window alone changed")
    kept = [json.load(open(path)).get("pay_amount") for path in glob.glob(f"{FOLDER}/.pathbook/versions/maria-1/*.json")]
    check("no edit is lost", 47000 in kept and stored("maria-1")["pay_amount"] in (4, 48, 480, 4800, 48000), [kept, stored("maria-1")])
    put("pay_amount", "48000")

    # 200 % zoom of a laptop, and a tablet.
    for width, height in ((683, 900), (768, 1024), (1366, 768)):
        driver.set_window_size(width, height)
        for path in ("/", "/client/maria-1", "/caseload", "/data"):
            driver.get(session.site + path)
            check("sideways scrolling", not is_wide(), [width, path])
    for name, path in (("clients", "/"), ("caseload", "/caseload"), ("data", "/data")):
        driver.get(session.site + path)
        look(name)

    # In Spanish too.
    driver.get(session.site + "/language/es?from=/client/maria-1")
    wait(lambda: one("html").get_attribute("lang") == "es", "Spanish")
    reports("al año")
    look("client-es")
    driver.get(session.site + "/")
    look("clients-es")
    driver.get(session.site + "/language/en?from=/")

    # By the keyboard alone: from the list to a saved word.
    driver.get(session.site + "/")
    for _ in range(40):
        driver.switch_to.active_element.send_keys(Keys.TAB)
        if driver.switch_to.active_element.get_attribute("href") == session.site + "/client/maria-1":
            break
    driver.switch_to.active_element.send_keys(Keys.ENTER)
    wait(lambda: driver.current_url.endswith("/client/maria-1"), "the client, by the keyboard")
    for _ in range(40):
        driver.switch_to.active_element.send_keys(Keys.TAB)
        if driver.switch_to.active_element.get_attribute("name") == "advisor":
            break
    driver.switch_to.active_element.send_keys("K. Board")
    wait(lambda: stored("maria-1").get("advisor") == "K. Board", "what was typed by the keyboard")

    # Killed while saving: the file is one of the versions, whole.
    field = one("[name=advisor]")
    for letter in " and somebody whose name is long":
        field.send_keys(letter)
        if letter == "w":
            session.end(signal.SIGKILL)
    versions = [open(path).read() for path in glob.glob(f"{FOLDER}/.pathbook/versions/maria-1/*.json")]
    check("killed while saving", open(f"{FOLDER}/maria-1.json").read() in versions)
    wait(lambda: one("#state").text == one("#state").get_attribute("data-lost"), "the page says that nothing is saved")
    check("what was typed is still there", one("[name=advisor]").get_attribute("value").endswith("name is long"))

    # A second session a month later: what was handed over is what it compares with, and the step is still open.
    session = Session("2026-12-20")
    driver.get(session.address)
    wait(lambda: driver.find_elements(By.CSS_SELECTOR, "#clients tbody tr"), "the list")
    row = one("#clients tbody tr").text
    check("the list has the open step, overdue", "Ask the employer" in row and driver.find_elements(By.CSS_SELECTOR, ".overdue"), row)
    one("#clients tbody a").click()
    wait(lambda: driver.current_url.endswith("/client/maria-1"), "the client again")
    reports("November 20, 2026")
    reports("Ask the employer about tuition")

    # A roster of 300 rows, of which 40 are bad: what was understood, then an archive of the others.
    roster = FOLDER + "-roster.csv"
    with open(roster, "w") as file:
        file.write("Client ID,Name,State,Pay,Basis\n")
        for number in range(300):
            state = "Atlantis" if number % 15 < 2 else "CA"
            file.write(f"r-{number},<script>window.attacked=1</script>,{state},{40000 + number},annual\n")
    driver.get(session.site + "/caseload")
    one("#roster").send_keys(roster)
    wait(lambda: driver.find_elements(By.CSS_SELECTOR, ".counts"), "what was understood")
    check("rows", re.findall(r"\d+", one(".counts").text) == ["260", "40"], one(".counts").text)
    look("roster")
    for box in driver.find_elements(By.CSS_SELECTOR, "[name=format]"):
        if box.is_selected() != (box.get_attribute("value") == "csv"):
            box.click()
    one("[data-send='/caseload/run'] button").click()
    wait(lambda: driver.find_elements(By.CSS_SELECTOR, ".files a"), "the files")
    look("caseload-done")
    files = {link.get_attribute("download") for link in driver.find_elements(By.CSS_SELECTOR, ".files a")}
    check("archive and rejects", any(name.endswith(".zip") for name in files) and any("rejects" in name for name in files), files)
    one("[data-send='/caseload/take'] button").click()
    wait(lambda: len(glob.glob(f"{FOLDER}/r-*.json")) == 260, "the clients in the folder")
    wait(lambda: driver.find_elements(By.CSS_SELECTOR, "#taken"), "the page again")

    # A hostile profile is text wherever it is shown.
    hostile = "\"><img src=x onerror=window.attacked=1><script>window.attacked=1</script>{{name}}</textarea>"
    with open(f"{FOLDER}/hostile.json", "w") as file:
        json.dump({"id": "hostile", "name": hostile, "advisor": hostile, "notes": hostile, "state": "CA",
                   "agreed_steps": [{"text": hostile}]}, file)
    for path in ("/", "/client/hostile", "/client/hostile/pictures", "/client/hostile/view/advisor", "/client/hostile/present", "/caseload"):
        driver.get(session.site + path)
        wait(lambda: driver.execute_script("return document.readyState === 'complete'"), path)
        check("text stays text", driver.execute_script(
            "return typeof window.attacked === 'undefined' && document.querySelectorAll('img[src=x]').length === 0"), path)

    # Archive, undo; an earlier version.
    driver.get(session.site + "/")
    one("[data-action=archive]").click()
    wait(lambda: driver.find_elements(By.CSS_SELECTOR, "#notice button"), "undo")
    one("#notice button").click()
    wait(lambda: driver.find_elements(By.CSS_SELECTOR, "#clients tbody tr"), "the client is back")

    # Nothing was asked for anywhere else, and no script or style was stopped.
    hosts, ways = set(), set()
    for entry in driver.get_log("performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            url = message["params"]["request"]["url"]
            if not url.startswith(("http://127.0.0.1:", "data:", "about:", "blob:", "chrome:")):
                hosts.add(url[:80])
    check("no request elsewhere", not hosts, sorted(hosts))
    for entry in driver.get_log("browser"):
        if "Content Security Policy" in entry["message"] or "Uncaught" in entry["message"]:
            ways.add(entry["message"][:300])
    check("no error in the console", not ways, sorted(ways))
    driver.get(session.site + "/")
    one("#end").click()
    wait(lambda: driver.find_elements(By.CSS_SELECTOR, "main > p[role=status]"), "the end is told")
    out, err = session.process.communicate(timeout=PATIENCE)
    check("ends by its button", session.process.returncode == 0, session.process.returncode)
    check("nothing is logged", err == "", err)
except Exception as error:
    found["stopped"] = [f"{type(error).__name__}: {error}"[:500]]
    if PICTURES:
        driver.save_screenshot(f"{PICTURES}/stopped.png")
finally:
    driver.quit()
    if session.process.poll() is None:
        session.process.kill()
    shutil.rmtree(SCRATCH, ignore_errors=True)
print(json.dumps(found))
