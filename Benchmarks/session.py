"""How fast a session answers: its start, the list of clients, and a change until the report is shown, in Chromium. Medians of
CPU-bound work on this machine; nothing fails here.

usage: session.py PATHBOOK [CLIENTS]
"""
import json, os, re, signal, statistics, subprocess, sys, tempfile, time, urllib.request
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By

PATHBOOK, CLIENTS = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 2000
ROUNDS = 15


class Session:
    def __init__(self, folder):
        self.began = time.perf_counter()
        self.process = subprocess.Popen([PATHBOOK, "session", folder, "--no-browser"], stdout=subprocess.PIPE, text=True)
        self.address = re.search(r"http://\S+", self.process.stdout.readline())[0]
        self.site = self.address.split("/open")[0]
        with urllib.request.urlopen(self.address) as answer:
            self.cookie = answer.headers["Set-Cookie"].split(";")[0]
        self.get("/")
        self.start = time.perf_counter() - self.began

    def get(self, path):
        began = time.perf_counter()
        with urllib.request.urlopen(urllib.request.Request(self.site + path, headers={"Cookie": self.cookie})) as answer:
            answer.read()
        return time.perf_counter() - began

    def memory(self):
        return int(re.search(r"VmHWM:\s+(\d+)", open(f"/proc/{self.process.pid}/status").read())[1]) / 1024

    def end(self):
        self.process.send_signal(signal.SIGINT)
        self.process.wait()


def milliseconds(seconds):
    return f"{statistics.median(seconds) * 1000:.0f} ms (least {min(seconds) * 1000:.0f}, most {max(seconds) * 1000:.0f})"


with tempfile.TemporaryDirectory() as folder:
    for number in range(CLIENTS):
        with open(f"{folder}/c-{number:05}.json", "w") as file:
            json.dump({"id": f"c-{number:05}", "name": f"Client {number}", "state": "CA", "pay_amount": 40000 + number,
                       "pay_basis": "annual", "agreed_steps": [{"text": "Call back", "due": "2027-01-15"}]}, file)
    print(f"{CLIENTS} clients; load {os.getloadavg()[0]:.1f}")
    starts = []
    for _ in range(5):
        session = Session(folder)
        starts.append(session.start)
        session.end()
    print("start until the list of clients was sent:", milliseconds(starts))
    session = Session(folder)
    print("list of clients:", milliseconds([session.get("/") for _ in range(ROUNDS)]))
    print("page of a client:", milliseconds([session.get("/client/c-00001") for _ in range(ROUNDS)]))
    print("report:", milliseconds([session.get("/client/c-00001/view/client") for _ in range(ROUNDS)]))

    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1366,768"):
        options.add_argument(argument)
    driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
    driver.get(session.site + "/files/icon.svg")
    name, value = session.cookie.split("=")
    driver.add_cookie({"name": name, "value": value, "path": "/"})
    driver.get(session.site + "/client/c-00001")
    time.sleep(1)
    shown = []
    for round in range(ROUNDS):
        shown.append(driver.execute_async_script("""
          const done = arguments[arguments.length - 1], input = document.querySelector('[name=pay_amount]');
          const words = arguments[0], began = performance.now();
          input.value = words;
          input.dispatchEvent(new Event('input', {bubbles: true}));
          (function look() {
            const page = document.querySelector('#frames iframe:not([hidden])').contentDocument;
            if (page && page.body && page.body.innerText.includes(words)) { done((performance.now() - began) / 1000); }
            else { requestAnimationFrame(look); }
          })()""", f"{50 + round},{100 + round}"))
        time.sleep(0.3)
    print("change until the report with it is shown, saved on the way:", milliseconds(shown))
    for language in ("es", "en"):
        for view in ("client", "advisor", "full", "present"):
            session.get(f"/language/{language}")
            session.get(f"/client/c-00002/view/{view}")
    for kind in ("xlsx", "txt", "html", "csv"):
        session.get(f"/client/c-00002/file/{kind}")
    print(f"memory at most, after every view and format: {session.memory():.0f} MB")
    driver.quit()
    session.end()
