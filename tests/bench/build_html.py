"""The event brief as HTML: the same contents in the same order as `templates/event-brief`, from the same page data, for WeasyPrint."""

from html import escape
from pathlib import Path


def say(value):
    """A text, with the name of its language where it is not that of the document."""
    if value is None:
        return None
    if isinstance(value, dict):
        return f'<span lang="{value["lang"]}">{escape(value["text"])}</span>'
    return escape(str(value))


def filled(*parts, separator="; "):
    return separator.join(part for part in parts if part) or None


def person(it):
    given, family = it.get("given"), say(it["family"])
    if given is None:
        return family
    return f"{family}&nbsp;{say(given)}" if it.get("family-first") else f"{say(given)}&nbsp;{family}"


def contested(claim):
    return "<sup>†</sup>" if claim is not None else ""


def bullets(items):
    return "<ul>" + "".join(f"<li>{item}</li>" for item in items if item) + "</ul>"


def table(head, rows, widths=()):
    if not rows:
        return ""
    columns = "".join(f'<col style="width: {width}">' if width else "<col>" for width in widths)
    heads = "".join(f'<th scope="col">{cell}</th>' for cell in head)
    lines = "".join(
        f'<tr><th scope="row">{row[0] or ""}</th>' + "".join(f"<td>{cell or ''}</td>" for cell in row[1:]) + "</tr>" for row in rows
    )
    return f"<table><colgroup>{columns}</colgroup><thead><tr>{heads}</tr></thead><tbody>{lines}</tbody></table>"


class Brief:
    """A brief that is being written."""

    def __init__(self, page):
        self.page, self.words, self.event, self.sets = page, page["words"], page["subject"], page["sets"]

    def word(self, name):
        return escape(self.words.get(name) or name)

    def language(self, code):
        return self.word("language-" + code) if "language-" + code in self.words else escape(code)

    def keys(self, ids):
        return ", ".join(f'<a href="#source-{id}">{escape(self.page["sources"][id]["key"])}</a>' for id in ids or [])

    def is_ours(self, record):
        return self.page["document"]["lang"] in (record.get("our-translation") or [])

    def starred(self, record):
        return say(record["title"]) + ("*" if self.is_ours(record) else "")

    def cited(self, ids):
        """The short form of sources, as a note at the foot of the page."""
        sources = [self.page["sources"][id] for id in ids or []]
        shorts = [f"{say(it['publisher'])}, {self.day(it)} ({escape(it['key'])})" for it in sources]
        return f'<span class="note">{"; ".join(shorts)}</span>' if shorts else ""

    def day(self, source):
        return escape(source["published"]["long"]) if source["published"] else self.word("undated")

    # Long text.

    def inlines(self, items):
        kinds = {
            "text": lambda it: escape(it["text"]),
            "break": lambda it: "<br>",
            "emphasis": lambda it: f"<em>{self.inlines(it['body'])}</em>",
            "strong": lambda it: f"<strong>{self.inlines(it['body'])}</strong>",
            "link": lambda it: f'<a href="{escape(it["to"])}">{self.inlines(it["body"])}</a>',
            "cite": lambda it: self.cited(it["sources"]),
        }
        return "".join(kinds[it["type"]](it) for it in items)

    def blocks(self, items, kind=""):
        written = []
        for it in items:
            if it["type"] == "paragraph":
                written.append(f'<p class="{kind}">{self.inlines(it["body"])}</p>')
            else:
                tag = "ol" if it.get("numbers") else "ul"
                entries = "".join(f"<li>{self.blocks(entry)}</li>" for entry in it["items"])
                written.append(f"<{tag}>{entries}</{tag}>")
        return "".join(written)

    def prose(self, slot, kind=""):
        texts = [it["body"] for it in self.page["sets"][f"texts-{slot}"]]
        return "".join(f'<div lang="{it["lang"]}">{self.blocks(it["blocks"], kind)}</div>' for it in texts if it)

    # The facts of the event.

    def when(self):
        event = self.event
        if event["date"] is None:
            return say(event["date-note"])
        basis = event["date-basis"]
        stated = f" ({self.word('date-basis-' + basis)})" if basis not in (None, "stated") else ""
        return escape(event["date"]["long"]) + contested(event["date-claim"]) + stated

    def where(self):
        event = self.event
        cities = [filled(say(it["name"]), say((it["state"] or {}).get("name")), separator=", ") for it in event["places"] or []]
        mode = self.word("mode-" + event["mode"]) if event["mode"] else None
        return filled("; ".join(cities), say(event["venue"]), mode)

    def organized(self):
        event, roles = self.event, {}
        for entry in event["organizers"] or []:
            roles.setdefault(entry["role"], []).append(say(entry["who"]["name"]))
        told = [", ".join(names) + ("" if role == "organizer" else f" ({self.word('role-' + role)})") for role, names in roles.items()]
        return filled("; ".join(told) + contested(event["organizers-claim"]), say(event["organizers-note"]), separator=". ")

    def phase_and_pillars(self):
        phase, pillars, event = self.event["phase"], self.event["pillars"], self.event
        numbers = ", ".join(it["number"] for it in pillars or [])
        named = f"{numbers} ({self.word('pillars-basis-' + event['pillars-basis'])})" if pillars is not None else None
        if phase is None:
            return named
        names = ", ".join(say(it["name"]) for it in phase["of"] or [])
        position = self.words.get(f"phase-{phase['position']}")
        by_content = f" ({self.word('phase-by-content')})" if phase["basis"] == "by-content" else ""
        return filled(filled(say(position), names, separator=" ") + by_content, named, separator=" · ")

    def named_there(self):
        there = self.event["participants"] or {}
        lists = [", ".join(say(it["name"]) for it in there.get(kind) or []) for kind in ("states", "organizations")]
        persons = [filled(person(it["person"]), say(it["capacity"]), separator=" ") for it in there.get("persons") or []]
        return [part for part in [*lists, "; ".join(persons)] if part]

    def counted(self, figure):
        status = figure["status"]
        said = f" ({self.word('figure-' + status)})" if status in ("advance", "planned", "stated") else ""
        value = escape(figure["value"]["text"]) + contested(figure["value-claim"])
        return f"{say(figure['label'])}{said}: {value} {say(figure['unit']) or ''} <i>({self.keys(figure['sources'])})</i>"

    def facts(self):
        event, word = self.event, self.word
        reported = f"{word('reported')}: {escape(event['reported']['long'])}" if event["reported"] else None
        sides = [
            say(it["party"]["name"]) + (f": {person(it['person'])}" if it["person"] else "") for it in event["sides"] or []
        ]
        summed_up = say((event["participants"] or {}).get("text"))
        rows = [
            ("title", self.starred(event)),
            ("date", filled(self.when(), say(event["date-note"]) if event["date"] else None, reported, separator=". ")),
            ("place", filled(self.where(), say(event["place-note"]), separator=". ") if event["place-note"] else None),
            ("phase-and-pillars", self.phase_and_pillars()),
            ("organizers", self.organized()),
            ("sides", "; ".join(sides)),
            ("participation", summed_up or filled(*self.named_there())),
            ("figures", "; ".join(map(self.counted, event["figures"]))),
            ("duration", say(event["duration-days"])),
            ("outcome", say(event["outcome"]) if not self.sets["instruments"] else None),
        ]
        told = [(word(name), value) for name, value in rows if value]
        sources = f'<p class="small">{word("sources")}: {self.keys(event["sources"])}</p>'
        return table([word("fact"), word("value")], told, ["30mm", ""]) + sources

    # The sections after the facts.

    def speaker(self, it):
        return filled(person(it["person"]) if it["person"] else None, f"<i>{say(it['post']) or ''}</i>", separator=", ")

    def statements(self):
        word = self.word
        told = [
            (self.speaker(it), word("delivery-" + it["delivery"]) + contested(it["delivery-claim"]), say(it["main-line"]) or "–",
             self.keys(it["sources"]))
            for it in self.sets["speakers"]
        ]
        named = [f"{self.speaker(it)} ({self.keys(it['sources'])})" for it in self.sets["speakers-named"]]
        also = f'<p class="sans">{word("also-named")}: {"; ".join(named)}.</p>' if named else ""
        head = [word(name) for name in ("who", "delivered", "main-line", "sources")]
        return table(head, told, ["50mm", "30mm", "", "26mm"]) + also

    def sessions(self):
        word, rows = self.word, []
        for it in self.event["sessions"]:
            pillar = it["pillar"] or {}
            points = bullets(map(say, it["points"])) if it["points"] else ""
            moderator = f"{word('moderator')}: {person(it['moderator'])}" if it["moderator"] else None
            title = f"{self.starred(it)}. <i>{say(pillar.get('short')) or ''}</i>{points}"
            rows.append((pillar.get("number") or "–", title, filled(say(it["form"]), moderator), self.keys(it["sources"])))
        notes = dict.fromkeys(say(it["note"]) for it in self.event["sessions"] if it["note"])
        head = [word(name) for name in ("number-sign", "title", "form", "sources")]
        return table(head, rows, ["12mm", "", "40mm", "22mm"]) + f'<p class="small">{" ".join(notes)}</p>'

    def side_events(self):
        rows = [
            (self.starred(it), ", ".join(say(entry["who"]["name"]) for entry in it["organizers"] or []) or "–",
             ", ".join(pillar["number"] for pillar in it["pillars"] or []) or "–", self.keys(it["sources"]))
            for it in self.sets["side-events"]
        ]
        return table([self.word(name) for name in ("title", "organizers", "pillars", "sources")], rows, ["", "46mm", "22mm", "22mm"])

    def meetings(self):
        def side(it):
            return filled(person(it["person"]) if it["person"] else None, f"<i>({say(it['party']['name'])})</i>", separator=" ")

        rows = [
            (" – ".join(map(side, it["sides"])) if it["sides"] else self.starred(it), (it["date"] or {}).get("short"),
             self.keys(it["sources"]))
            for it in self.sets["meetings"]
        ]
        return table([self.word(name) for name in ("sides", "date", "sources")], rows, ["", "26mm", "18mm"])

    def instruments(self):
        rows = [
            (filled(self.starred(it), say(it["symbol"]), separator=", "),
             it["date"]["short"] + contested(it["date-claim"]) if it["date"] else None,
             ", ".join(map(self.language, it["text-in"] or [])) or "–", self.keys(it["sources"]))
            for it in self.sets["instruments"]
        ]
        head = [self.word(name) for name in ("instrument", "date", "text-available-in", "sources")]
        return table(head, rows, ["", "24mm", "52mm", "24mm"])

    # The annexes.

    def remarks(self):
        event, word = self.event, self.word
        told = [f"{word('outcome')}. {say(event['outcome'])}" if self.sets["instruments"] and event["outcome"] else None, say(event["note"])]
        told += [f"{say(it['text'])} ({self.keys(it['sources'])})" for it in event["facts"]]
        told += [
            f"{say(it['label'])}: {filled(say(it['definition']), say(it['note']), separator=' ')}"
            for it in self.sets["figures-noted"]
        ]
        for it in self.sets["instruments-noted"]:
            adopted = f"{word('adopted-by')}: {say(it['adopted-by'])}" if it["adopted-by"] else None
            more = filled(adopted, say(it["status"]), say(it["note"]), separator=". ")
            told.append(f"{say(it['title'])}. {more}" if more else None)
        told += [f"{self.speaker(it)}: {say(it['note'])}" for it in self.sets["statements-noted"]]
        return [remark for remark in told if remark]

    def claim(self, claim):
        candidates = [
            f"{say(it['text'])} ({self.keys(it['sources'])})"
            + (f" — <em>{self.word('accepted-version')}</em>" if claim["preferred"] == at + 1 else "")
            for at, it in enumerate(claim["candidates"])
        ]
        return f'<div class="kept"><h3>{say(claim["question"])}</h3>{bullets(candidates)}<p>{say(claim["because"]) or ""}</p></div>'

    def source(self, id, source):
        def at(address):
            return f'<a href="{escape(address["to"])}">{escape(address["text"])}</a>'

        word = self.word
        title = f'<em lang="{source["language"][0]}">{escape(source["title"])}</em>' if source["title"] else say(source["described"])
        published = filled(source["published"] and source["published"]["long"], say(source["published-note"]), separator=", ")
        places = [
            at(source["address"]) if source["address"] else None,
            escape(source["original"]) if source["original"] else None,
            f"{word('mirror')}: {at(source['mirror'])}" if source["mirror"] else None,
            f"{word('also-at')}: {', '.join(map(at, source['also-at']))}" if source["also-at"] else None,
        ]
        languages = ", ".join(map(self.language, source["language"]))
        told = f"{say(source['publisher'])}. {title}. {published or word('undated')}. {languages}."
        return f'<p class="source" id="source-{id}"><b>{escape(source["key"])}</b> {told} {filled(*places) or ""}</p>'

    def annexes(self):
        event, word, page = self.event, self.word, self.page
        long = [
            f"<p>{self.speaker(it)} ({self.keys(it['sources'])})</p>{bullets(map(say, it['lines']))}"
            for it in self.sets["statements-in-lines"]
        ]
        head = [word(name) for name in ("delegation", "head-of-delegation", "note", "sources")]
        delegations = [
            (say(it["party"]["name"]), filled(person(it["head"]) if it["head"] else None, say(it["head-post"]), separator=", "),
             say(it["note"]), self.keys(it["sources"]))
            for it in event["delegations"]
        ]
        there = self.named_there() if (event["participants"] or {}).get("text") else []
        claims = page["claims"].values()
        remarks = self.remarks()
        return [
            ("statement-of", "".join(long)),
            ("delegations", table(head, delegations, ["44mm", "46mm", "", "22mm"])),
            ("participants", bullets(there) if there else ""),
            ("notes", bullets(remarks) if remarks else ""),
            ("press-lines", self.prose("event-press-lines")),
            ("contested", "".join(map(self.claim, claims))),
            ("sources", "".join(self.source(*it) for it in page["sources"].items())),
        ]

    # The whole.

    def head(self):
        document, event, word = self.page["document"], self.event, self.word
        pairs = [("office", document["office"]), ("parent", say(event["parent"]["short"]) if event["parent"] else None)]
        cells = "".join(f'<tr><th scope="row">{word(name)}</th><td>{value}</td></tr>' for name, value in pairs if value)
        line = filled(say((event["format"] or {}).get("name")), self.where(), (event["date"] or {}).get("long"), separator=" · ")
        block = f'<table class="plain">{cells}</table>' if cells else ""
        return f'<p class="type">{escape(document["type"])}</p><h1>{escape(document["title"])}</h1><p class="line">{line}</p>{block}'

    def marks(self):
        document = self.page["document"]
        marks = " · ".join(it["text"] for it in document["markings"])
        as_of = f"{self.words['as-of']} {document['as-of']['long']}" if document["as-of"] else ""
        return f'<p class="mark">{escape(marks)}</p><p class="foot">{escape(marks)}</p><p class="as-of">{escape(as_of)}</p>'

    def notes_at_the_end(self):
        event, sets = self.event, self.sets
        records = [event, *event["sessions"], *sets["side-events"], *sets["meetings"], *sets["instruments"]]
        ours = self.word("our-translation-note") if any(map(self.is_ours, records)) else ""
        claims = self.word("contested-mark-note") if self.page["claims"] else ""
        return f'<p class="small">{ours} {claims}</p>'

    def html(self):
        document, word = self.page["document"], self.word
        sections = [
            ("purpose", self.prose("event-purpose", "numbered")),
            ("key-messages", self.prose("event-key-messages", "numbered")),
            ("the-event", self.facts()),
            ("addresses", self.statements() if self.sets["speakers"] or self.sets["speakers-named"] else ""),
            ("sessions", self.sessions() if self.event["sessions"] else ""),
            ("side-events", self.side_events()),
            ("bilateral-meetings", self.meetings()),
            ("instruments", self.instruments()),
            ("next-steps", self.prose("event-next-steps")),
        ]
        body = "".join(f"<h2>{word(name)}</h2>{section}" for name, section in sections if section)
        there = [(name, annex) for name, annex in self.annexes() if annex]
        annexes = "".join(f"<h2>{word('annex')} {'ABCDEFGH'[at]}. {word(name)}</h2>{annex}" for at, (name, annex) in enumerate(there))
        broken = "break" if len(there) > 1 else ""
        return (
            f'<html lang="{document["lang"]}"><head><meta charset="utf-8"><title>{escape(document["title"])}</title></head><body>'
            f'{self.marks()}{self.head()}{body}<div class="{broken}">{annexes}</div>{self.notes_at_the_end()}</body></html>'
        )


def brief(page):
    """The HTML of a brief."""
    return Brief(page).html()


FACES = {
    "Source Serif 4": ("source-serif-4/SourceSerif4", ("Regular", "It", "Semibold", "SemiboldIt", "Bold", "BoldIt")),
    "Source Serif 4 Display": ("source-serif-4/SourceSerif4Display", ("Regular", "It", "Semibold")),
    "Source Serif 4 Caption": ("source-serif-4/SourceSerif4Caption", ("Regular", "It", "Semibold")),
    "Source Sans 3": ("source-sans-3/SourceSans3", ("Regular", "It", "Semibold", "SemiboldIt", "Bold", "BoldIt")),
}
WEIGHTS = {"Semibold": 600, "Bold": 700}


def style(fonts):
    """The style sheet of the house, with the fonts of the workspace."""
    faces = []
    for family, (stem, styles) in FACES.items():
        for name in styles:
            weight = WEIGHTS.get(name.removesuffix("It"), 400)
            slant = "italic" if name.endswith("It") else "normal"
            source = f'url("file://{fonts}/{stem}-{name}.otf")'
            faces.append(f'@font-face {{ font-family: "{family}"; font-weight: {weight}; font-style: {slant}; src: {source} }}')
    return "\n".join(faces) + Path(__file__).with_suffix(".css").read_text("utf-8")
