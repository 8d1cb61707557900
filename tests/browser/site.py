"""What a reader finds in the index of released documents, opened from a folder: usage is in `run`."""

import functools
import hashlib
import http.server
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

# Goals in milliseconds; a busy machine may take so many times as long before the test says no.
GOAL = 200
SLACK = 5
MANY = 5_000

REQUESTS = [
    ("profile-1", "country-profile", "kazakhstan", "CTB-2022-014", 1, "", "2022-04-04"),
    ("meeting-1", "event-brief", "bil-tm-muhriddin-2022", "CTB-2023-003", 1, "", "2023-03-01"),
    ("profile-2", "country-profile", "kazakhstan", "CTB-2022-014", 2, "revision: Rev.1\n", "2023-04-04"),
]

REQUEST = """id: {0}
report: {1}
subject: {2}
reference: {3}
version: {4}
{5}status: approved
date: {6}
as-of: {6}
to: {{en: "Nobody", ru: "Никому"}}
clearance:
  - {{step: drafted, post: {{en: "Desk officer", ru: "Исполнитель"}}, date: {6}}}
  - {{step: approved, post: {{en: "Head of office", ru: "Руководитель"}}, date: {6}}}
"""

RELEASE = """id: many-{number:05}
request: profile-2
report: country-profile
type: {{en: "Country profile", ru: "Страновая справка"}}
subject: {state}
reference: "MANY-{year}-{number:05}"
version: 1
date: {year}-0{month}-01
as-of: 2022-04-04
commit: "{commit}"
program: "{program}"
documents:
  - language: en
    edition: internal
    file: "many-{number:05}_en.pdf"
    title: "Document {number}: review of cooperation"
    pages: 1
    sha256: "{sha256}"
    page-data: "{data}"
    marking: [un/unclassified]
  - language: ru
    edition: internal
    file: "many-{number:05}_ru.pdf"
    title: "Документ {number}: обзор сотрудничества"
    pages: 1
    sha256: "{sha256}"
    page-data: "{data}"
    marking: [un/unclassified]
"""

# A page without anything on it.
PDF = b"""%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources <<>>>> endobj
trailer <</Root 1 0 R>>
"""


class Workspace:
    """A copy of the shipped workspace, in a repository of its own."""

    def __init__(self, program, repository, root):
        self.program, self.root = program, root
        for name in ("data", "templates", "fonts"):
            shutil.copytree(repository / name, root / name)
        self.git("init", "--quiet")

    def git(self, *words):
        who = ["-c", "user.name=Nobody", "-c", "user.email=nobody@example.org"]
        subprocess.run(["git", *who, *words], cwd=self.root, check=True, stdout=subprocess.DEVNULL)

    def commit(self):
        self.git("add", "data", "templates", "fonts")
        self.git("commit", "--quiet", "--message", "x")

    def run(self, *words):
        run = subprocess.run([self.program, *words], cwd=self.root, text=True, capture_output=True)
        assert run.returncode == 0, f"{words}: {run.stdout} {run.stderr}"

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def release(self):
        """Lets a few documents go out."""
        scheme = self.root / "data/marking-schemes/un.yaml"
        self.write("data/marking-schemes/un.yaml", scheme.read_text(encoding="utf-8").replace("confirmed: [en]", "confirmed: [en, ru]"))
        for request in REQUESTS:
            self.write(f"data/requests/{request[0]}.yaml", REQUEST.format(*request))
            self.commit()
            self.run("release", request[0])
        self.commit()

    def release_many(self):
        """Enters thousands of releases of one empty page each."""
        self.git("checkout", "--quiet", "--", ".")
        states = sorted(path.stem for path in (self.root / "data/states").iterdir())
        persons = sorted(path.stem for path in (self.root / "data/persons").iterdir())
        released = next((self.root / "data/register").glob("ctb-2022-014-v01.yaml")).read_text(encoding="utf-8")
        fixed = {name: re.search(rf'^{name}: "?([^"\n]+)', released, re.M)[1] for name in ("commit", "program")}
        for number in range(MANY):
            of = {"number": number, "state": states[number % len(states)], "year": 2013 + number % 9, "month": 1 + number % 9}
            printed = [persons[(number * 7 + step) % len(persons)] for step in range(8)]
            data = json.dumps({"subject": {"id": of["state"]}, "sets": {"persons": [{"id": id} for id in printed]}})
            digest = lambda data: hashlib.sha256(data).hexdigest()
            self.write(f"data/register/many-{number:05}.yaml", RELEASE.format(**of, **fixed, sha256=digest(PDF), data=digest(data.encode())))
            for language in ("en", "ru"):
                self.write(f"data/register/many-{number:05}/internal-{language}.json", data)
                (self.root / f"released/many-{number:05}_{language}.pdf").write_bytes(PDF)


class Reader:
    """A person in front of a browser."""

    def __init__(self, width=1100, height=900, script=True, server=None):
        self.server = server
        options = webdriver.ChromeOptions()
        options.binary_location = shutil.which("chromium")
        for word in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--window-size=1100,900"):
            options.add_argument(word)
        if width < 500:
            options.add_experimental_option("mobileEmulation", {"deviceMetrics": {"width": width, "height": height, "pixelRatio": 2}})
        if not script:
            options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.browser = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        said = self.browser.get_log("browser")
        asked = [json.loads(entry["message"])["message"] for entry in self.browser.get_log("performance")]
        self.browser.quit()
        if kind is None:
            assert not said, f"the browser complains: {said}"
            sent = [message["params"]["request"]["url"] for message in asked if message["method"] == "Network.requestWillBeSent"]
            away = [address for address in sent if not address.startswith((self.server or "file:", "data:", "about:"))]
            assert sent and not away, f"something is asked of {away}"

    def open(self, site, page):
        self.browser.get("about:blank")
        if self.server:
            return self.browser.get(self.server + page)
        self.browser.get((site / page.split("#")[0]).as_uri() + ("#" + page.split("#")[1] if "#" in page else ""))

    def do(self, script, *arguments):
        return self.browser.execute_script(script, *arguments)

    def press(self, *keys):
        webdriver.ActionChains(self.browser).send_keys(*keys).perform()

    def focus(self):
        return self.do("return [document.activeElement.tagName, document.activeElement.id, document.activeElement.textContent.trim()]")

    def shown(self):
        """Returns the references that a reader sees, and what is told of their number."""
        seen = "return [...document.querySelectorAll('[data-at]')].filter(row => row.checkVisibility()).map(row => row.querySelector('.reference').textContent)"
        return self.do(seen), self.browser.find_element(By.ID, "shown").text

    def search(self, words):
        field = self.browser.find_element(By.ID, "words")
        field.clear()
        field.send_keys(words)
        return self.shown()[0]

    def choose(self, field, value):
        self.do("const f = document.getElementById(arguments[0]); f.value = arguments[1]; f.dispatchEvent(new Event('input', {bubbles: true}))", field, value)
        return self.shown()[0]


def barriers(reader, axe):
    """Returns what stands in the way of people who read or move otherwise."""
    reader.do(axe)
    found = reader.browser.execute_async_script(
        "const done = arguments[arguments.length - 1];"
        "axe.run(document, {resultTypes: ['violations'], preload: false}).then(found => done(found.violations.map(v => [v.id, v.nodes.map(n => n.html)])), fault => done([String(fault)]))"
    )
    return found


def everybody_can_read(site, axe):
    for width in (1100, 320):
        with Reader(width) as reader:
            for page in ("index.html", "index.html#status=", "index-ru.html#status=", "ctb-2022-014.html", "ctb-2022-014-ru.html"):
                reader.open(site, page)
                assert (found := barriers(reader, axe)) == [], f"{page} at {width}: {found}"
                wide = reader.do("return document.documentElement.scrollWidth")
                assert wide <= width, f"{page} is {wide} wide at {width}"


def without_script(site):
    with Reader(script=False) as reader:
        reader.open(site, "index.html")
        assert not reader.browser.find_element(By.ID, "filters").is_displayed(), "a form that does nothing"
        rows = reader.browser.find_elements(By.CSS_SELECTOR, "li.version")
        assert len(rows) == 3 and all(row.is_displayed() for row in rows)
        headings = [heading.text for heading in reader.browser.find_elements(By.TAG_NAME, "h2")]
        assert headings == ["Current documents", "Superseded and withdrawn"], headings
        rows[0].find_element(By.CSS_SELECTOR, "h3 a").click()
        assert reader.browser.find_elements(By.CSS_SELECTOR, "article.version"), reader.browser.current_url


def by_keyboard(site):
    with Reader() as reader:
        reader.open(site, "index.html")
        reader.press(Keys.TAB)
        assert reader.focus()[2] == "Skip to the list"
        reader.press(Keys.ENTER)
        assert reader.focus()[1] == "content"
        reader.press(Keys.TAB)
        assert reader.focus()[1] == "words", reader.focus()
        reader.press("хаджиев")
        assert reader.shown() == (["CTB-2023-003"], "Documents shown: 1 of 3"), reader.shown()
        fields = []
        while (focus := reader.focus())[0] != "A":
            fields.append(focus[1] or focus[2])
            assert len(fields) < 20, fields
            reader.press(Keys.TAB)
        assert fields == ["words", "status", "type", "about-state", "about-pillar", "year", "language", "Clear"], fields
        reader.press(Keys.ENTER)
        time.sleep(0.3)
        assert "ctb-2023-003.html" in reader.browser.current_url, reader.browser.current_url


def whatever_the_script(site, reference):
    with Reader() as reader:
        reader.open(site, "index.html")
        lines = [line.split("\t") for line in reference.read_text(encoding="utf-8").splitlines() if "\t" in line]
        fold = "return arguments[0].map(words => CHANCERY_FOLD(words, CHANCERY_INDEX.letters))"
        folded = reader.do(fold, [words for words, _ in lines])
        assert folded == [other for _, other in lines], [pair for pair in zip(lines, folded) if pair[0][1] != pair[1]]
        assert len(lines) > 30
        titles = reader.do(
            "return [...document.querySelectorAll('[data-at]')].every(row => [...row.querySelectorAll('h3')].every(title =>"
            " CHANCERY_FOLD(title.textContent, CHANCERY_INDEX.letters).split(' ').every(word =>"
            " CHANCERY_INDEX.versions[row.dataset.at].text.includes(' ' + word))))"
        )
        assert titles, "the browser folds titles as the program does"
        meeting, profile = ["CTB-2023-003"], ["CTB-2022-014/Rev.1"]
        for words in ("Hajiyev", "hajiyev", "Хаджиев", "ХАДЖИЕВ", "Khadzhiev", "хаджиев мухриддин", "Muhriddin Хаджиев", "2023-003"):
            assert (found := reader.search(words)) == meeting, f"{words}: {found}"
        for words in ("Казахстан profile", "Қазақстан", "qazaqstan", "KZ", "rev.1"):
            assert profile[0] in (found := reader.search(words)), f"{words}: {found}"
        assert reader.search("nobody has this word") == []
        assert "No document has all of these words" in reader.shown()[1]
        assert not [heading for heading in reader.browser.find_elements(By.TAG_NAME, "h2") if heading.is_displayed()]


def from_a_server(site):
    """Any web server will do: nothing is asked of it but files."""
    handler = functools.partial(Quiet, directory=site)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with Reader(server=f"http://127.0.0.1:{server.server_port}/") as reader:
            reader.open(site, "index.html")
            assert reader.search("Хаджиев") == ["CTB-2023-003"]
            reader.browser.find_element(By.CSS_SELECTOR, "li.version:not([hidden]) h3 a").click()
            assert "ctb-2023-003.html" in reader.browser.current_url, reader.browser.current_url
        server.shutdown()


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def do_GET(self):
        # Browsers ask for it on their own.
        if self.path == "/favicon.ico":
            return self.send_response(204) or self.end_headers()
        super().do_GET()


def filters(site):
    with Reader() as reader:
        reader.open(site, "index.html")
        current = ["CTB-2022-014/Rev.1", "CTB-2023-003"]
        assert reader.shown() == (current, "Documents shown: 2 of 3"), "what is current comes first"
        pillars = reader.do("return [...document.getElementById('about-pillar').options].map(option => option.value)")
        assert pillars == ["", "pillar-1", "pillar-2", "pillar-3", "pillar-4"], f"in their order: {pillars}"
        assert reader.choose("about-state", "tajikistan") == ["CTB-2023-003"]
        assert reader.choose("status", "") == ["CTB-2023-003"]
        assert reader.choose("about-state", "") == [*current, "CTB-2022-014"]
        assert reader.choose("year", "2022") == ["CTB-2022-014"]
        assert "year=2022" in reader.browser.current_url
        other = reader.browser.find_element(By.ID, "other-language")
        other.click()
        assert reader.shown() == (["CTB-2022-014"], "Показано документов: 1 из 3"), "the other language shows the same"
        reader.browser.find_element(By.CSS_SELECTOR, "button[type=reset]").click()
        time.sleep(0.3)
        assert reader.shown()[0] == current
        assert reader.choose("type", "event-brief") == ["CTB-2023-003"]
        assert reader.choose("language", "ru") == ["CTB-2023-003"]
        reader.open(site, "ctb-2022-014.html")
        reader.browser.find_element(By.LINK_TEXT, "Kazakhstan").click()
        assert reader.shown()[0] == ["CTB-2022-014/Rev.1"], "a facet of a document leads to its like"


def on_paper(site):
    with Reader() as reader:
        reader.open(site, "index.html")
        reader.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
        assert not reader.browser.find_element(By.ID, "filters").is_displayed()
        checks = reader.browser.find_elements(By.CSS_SELECTOR, "li.version:not([hidden]) .check")
        assert len(checks) == 4 and all(check.is_displayed() for check in checks), "check values are printed"


def many(site):
    with Reader() as reader:
        times = []
        for _ in range(3):
            reader.open(site, "index.html")
            paint = "return performance.getEntriesByType('paint').find(entry => entry.name === 'first-contentful-paint')?.startTime"
            end = time.monotonic() + 30
            while (painted := reader.do(paint)) is None and time.monotonic() < end:
                time.sleep(0.05)
            times.append(painted)
        paint = min(times)
        searched = reader.browser.execute_async_script(
            """
            const done = arguments[arguments.length - 1], field = document.getElementById("words"), times = [];
            const words = ["h", "hajiyev", "хаджиев", "review 4711", "казахстан", ""];
            const next = () => {
              if (!words.length) return done(times);
              const start = performance.now();
              field.value = words.shift();
              field.dispatchEvent(new Event("input", {bubbles: true}));
              requestAnimationFrame(() => setTimeout(() => { times.push(performance.now() - start); next(); }));
            };
            next();
            """
        )
        assert len(reader.shown()[0]) == MANY + 2, reader.shown()[1]
        print(f"{MANY} versions: first paint {paint:.0f} ms, searches {', '.join(f'{one:.0f}' for one in searched)} ms")
        assert reader.search("review 4711") == ["MANY-2017-04711"]
        for told, took in (("first paint", paint), ("a search", max(searched))):
            assert took < GOAL * SLACK, f"{told} takes {took:.0f} ms"


def main(program, repository, axe):
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        workspace, site = Workspace(program, repository, root / "workspace"), root / "site"
        workspace.release()
        workspace.run("site", "--to", str(site))
        everybody_can_read(site, axe.read_text(encoding="utf-8"))
        without_script(site)
        by_keyboard(site)
        from_a_server(site)
        whatever_the_script(site, repository / "tests/browser/fold.txt")
        filters(site)
        on_paper(site)
        workspace.release_many()
        workspace.run("site", "--to", str(root / "many"))
        many(root / "many")
    print("The index is read, searched and printed.")


main(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve(), pathlib.Path(sys.argv[3]))
