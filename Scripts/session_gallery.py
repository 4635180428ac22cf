"""Pictures of a session for the documentation, made in headless Chromium with the sample clients.

usage: session_gallery.py PATHBOOK CLIENTS ROSTER OUTPUT
"""
import os, re, shutil, signal, subprocess, sys, tempfile, time
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

PATHBOOK, CLIENTS, ROSTER, OUTPUT = sys.argv[1:5]

with tempfile.TemporaryDirectory() as scratch:
    folder = f"{scratch}/clients"
    shutil.copytree(CLIENTS, folder)
    # The list shows when a client was last changed, which is to be the same each time.
    for name in os.listdir(folder):
        os.utime(f"{folder}/{name}", (1_795_000_000, 1_795_000_000))
    session = subprocess.Popen([PATHBOOK, "session", folder, "--no-browser", "--report-date", "2026-11-20"],
                               stdout=subprocess.PIPE, text=True)
    address = re.search(r"http://\S+", session.stdout.readline())[0]
    site = address.split("/open")[0]
    options = webdriver.ChromeOptions()
    options.binary_location = "/usr/bin/chromium"
    for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1366,907", "--lang=en-US"):
        options.add_argument(argument)
    driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))

    def picture(name, path, ready):
        driver.get(site + path)
        WebDriverWait(driver, 60).until(lambda _: driver.find_elements(By.CSS_SELECTOR, ready))
        time.sleep(1)
        driver.save_screenshot(f"{OUTPUT}/{name}.png")

    driver.get(address)
    picture("session-clients", "/", "#clients tbody tr")
    picture("session-client", "/client/worked-example", "iframe.shown")
    picture("session-present", "/client/worked-example/present", "iframe")
    driver.get(site + "/caseload")
    driver.find_element(By.ID, "roster").send_keys(os.path.abspath(ROSTER))
    WebDriverWait(driver, 60).until(lambda _: driver.find_elements(By.CSS_SELECTOR, ".counts"))
    picture("session-caseload", "/caseload", ".counts")
    driver.quit()
    session.send_signal(signal.SIGINT)
    session.wait()
