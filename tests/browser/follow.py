"""What a reader sees in the browser while somebody saves files: usage is in `run`."""

import contextlib
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By

# Longer than any machine needs.
PATIENCE = 120

EVENT = "data/events/tashkent-conf-2022.yaml"
TEMPLATE = "templates/anniversary/main.typ"


def until(what, is_so):
    """Waits until something is so, and returns what it then is."""
    end = time.monotonic() + PATIENCE
    while True:
        with contextlib.suppress(Exception):
            if found := is_so():
                return found
        if time.monotonic() > end:
            sys.exit(f"not seen in {PATIENCE} s: {what}")
        time.sleep(0.02)


def edited(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{path} holds {old}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


class Reader:
    """A person in front of a browser."""

    def __init__(self, address):
        options = webdriver.ChromeOptions()
        options.binary_location = shutil.which("chromium")
        for word in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1000,900"):
            options.add_argument(word)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.browser = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
        self.browser.get(address)

    def round(self):
        return int(self.browser.find_element(By.TAG_NAME, "body").get_attribute("data-round"))

    def pages(self):
        """Returns the addresses of the pictures; each of them is there."""
        script = "return [...document.querySelectorAll('.page img')].map(i => [i.getAttribute('src'), i.complete && i.naturalWidth > 0])"
        pages = self.browser.execute_script(script)
        return [source for source, _ in pages] if pages and all(there for _, there in pages) else []

    def faults(self):
        return self.browser.find_element(By.ID, "faults").text

    def place(self):
        """Returns where the reader is: how far down, and at which page."""
        script = "return [Math.round(scrollY), [...document.querySelectorAll('.page')].findIndex(p => p.getBoundingClientRect().bottom > 60)]"
        return self.browser.execute_script(script)

    def close(self):
        said = [entry for entry in self.browser.get_log("browser") if "favicon" not in entry["message"]]
        self.browser.quit()
        assert not said, f"the browser complains: {said}"


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def refused(address):
    with contextlib.suppress(urllib.error.HTTPError):
        urllib.request.urlopen(address, timeout=10)
        return False
    return True


def only_this_machine(address, port):
    """Whoever does not know the address gets nothing, and other machines do not reach it."""
    assert refused(f"http://127.0.0.1:{port}/"), "the root is nobody's"
    assert refused(f"http://127.0.0.1:{port}/anniversary/en"), "a document without the secret"
    assert refused(f"http://127.0.0.1:{port}/events"), "what is new, without the secret"
    for given in {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)} - {"127.0.0.1"}:
        with socket.socket() as other:
            other.settimeout(5)
            if not given.startswith("127."):
                assert other.connect_ex((given, port)) != 0, f"it is reached at {given}"
    return address


def story(reader, root):
    until("the pages of the first build", reader.pages)
    reader.browser.execute_script("document.getElementById('page-5').scrollIntoView(); scrollBy(0, 137)")
    place, before = reader.place(), reader.pages()
    assert place[1] == 4, place

    edited(root / EVENT, "Regional Cooperation", "Closer Cooperation")
    after = until("a record that was saved", lambda: reader.round() >= 2 and reader.pages() != before and reader.pages())
    same = sum(one == other for one, other in zip(before, after))
    assert len(after) == len(before) and same >= len(before) - 3, f"{len(before) - same} pages were exchanged"
    assert reader.place() == place, "the reader stays where he is"
    assert reader.faults() == ""

    edited(root / EVENT, "date:", "dtae:")
    words = until("a fault of a record", reader.faults)
    line = next(at for at, text in enumerate((root / EVENT).read_text().split("\n"), 1) if text.startswith("dtae:"))
    assert f"{EVENT}:{line}" in words and "dtae" in words, words
    assert reader.pages() == after and reader.place() == place, "the pages of before stay, and the reader too"

    edited(root / EVENT, "dtae:", "date:")
    until("the fault is mended", lambda: reader.faults() == "")
    edited(root / TEMPLATE, "#import", "#panic(\"nobody\")\n#import")
    words = until("a fault of a template", reader.faults)
    assert re.search(rf"{TEMPLATE}:\d+", words), words
    assert reader.pages() == after, "the pages of before stay"
    edited(root / TEMPLATE, "#panic(\"nobody\")\n", "")
    until("the template is mended", lambda: reader.faults() == "")
    assert reader.pages() == after and reader.place() == place

    edited(root / EVENT, "Closer Cooperation", "Regional Cooperation")
    until("everything as before", lambda: reader.pages() == before)
    reader.browser.refresh()
    until("the same place after the reader loads the page again", lambda: reader.pages() == before and reader.place() == place)


def main(program, repository):
    with tempfile.TemporaryDirectory() as folder:
        root, port = pathlib.Path(folder), free_port()
        for name in ("data", "templates", "fonts"):
            shutil.copytree(repository / name, root / name)
        words = [program, "watch", "anniversary", "--lang", "en", "--port", str(port), "--root", str(root)]
        with subprocess.Popen(words, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as watch:
            try:
                said = iter(watch.stdout.readline, "")
                line = next((line for line in said if "http://" in line), None) or sys.exit("no address is printed")
                address = re.search(r"http://\S+", line)[0]
                reader = Reader(only_this_machine(address, port))
                try:
                    story(reader, root)
                finally:
                    reader.close()
            finally:
                watch.kill()
    print("The browser follows what is saved.")


main(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]))
