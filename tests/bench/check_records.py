"""Makes a workspace of many records, always the same: wells of the Water Plan of Nowhere, which does not exist.

    python3 tests/bench/check_records.py FOLDER NUMBER [--faults]

With faults, every hundredth well has one; `faults.tsv` in the folder says code, file, line and column of each.
"""

import json
import shutil
import sys
from pathlib import Path
from random import Random

EN = "well village depth water stone rope bucket keeper upper lower east north spring river measured dug cleaned deepened found old new"
RU = "колодец село глубина вода камень верёвка ведро смотритель верхний нижний восток север родник река измерен вырыт очищен углублён"
KK = "құдық ауыл тереңдік су тас арқан шелек күзетші жоғарғы төменгі шығыс солтүстік бұлақ өзен өлшенді қазылды тазаланды"
WORDS = {language: words.split() for language, words in {"en": EN, "ru": RU, "kk": KK}.items()}
CONDITIONS = ["good", "fair", "poor", "dry", "filled-in"]
ROLES = ["keeper", "deputy", "mason", "carrier"]
VILLAGES = 200
SOURCES = 100

TEXT = {"$ref": "definitions.schema.json#/definitions/text"}
DATE = {"$ref": "definitions.schema.json#/definitions/date"}
QUANTITY = {"$ref": "definitions.schema.json#/definitions/quantity"}


def described(description, definition, **more):
    return {"description": description, "allOf": [definition], **more}


def kind(title, folder, required, fields):
    own = {"id": described("The name of the record.", {"$ref": "definitions.schema.json#/definitions/id"})}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": title,
        "description": f"A {title.lower()} of the Water Plan of Nowhere, which does not exist.",
        "type": "object",
        "x-folder": folder,
        "x-label": "name",
        "additionalProperties": False,
        "required": ["id", *required],
        "properties": own | fields,
    }


def entries(description, required, fields, least=1):
    inner = {"type": "object", "additionalProperties": False, "required": required, "properties": fields}
    return {"type": "array", "description": description, "minItems": least, "items": inner}


VILLAGE = kind("Village", "villages", ["name"], {"name": described("What it is called.", TEXT)})
WELL = kind(
    "Well",
    "wells",
    ["name", "village", "dug", "condition", "sources"],
    {
        "name": described("What it is called.", TEXT, **{"x-translate": True}),
        "short": described("The same in a word.", TEXT),
        "village": {"type": "string", "x-ref": "village", "x-inverse": "wells", "description": "Whose it is."},
        "dug": described("When it was dug.", DATE),
        "depth": described("Metres.", QUANTITY),
        "condition": {"enum": CONDITIONS, "description": "How it is kept."},
        "public": {"type": "boolean", "description": "True for a well open to all."},
        "steps": {"type": "integer", "minimum": 1, "maximum": 500, "description": "Steps down to the water."},
        "address": {"type": "string", "pattern": "^https?://", "description": "Where it is described."},
        "position": {
            "type": "object",
            "description": "Where it is.",
            "additionalProperties": False,
            "required": ["east", "north"],
            "properties": {"east": {"type": "number", "description": "Degrees."}, "north": {"type": "number", "description": "Degrees."}},
        },
        "neighbours": {
            "type": "array",
            "description": "Other villages that draw from it.",
            "minItems": 1,
            "uniqueItems": True,
            "items": {"type": "string", "x-ref": "village"},
        },
        "keepers": entries(
            "Who looks after it.",
            ["name", "role"],
            {
                "name": described("Who.", TEXT),
                "role": {"enum": ROLES, "description": "As what."},
                "since": described("Since when.", DATE),
            },
        ),
        "readings": entries(
            "The level of the water.",
            ["date", "level"],
            {"date": described("When.", DATE), "level": described("Metres.", QUANTITY), "note": described("A remark.", TEXT)},
        ),
        "story": described("How it came about.", {"$ref": "definitions.schema.json#/definitions/prose"}),
        "sources": described("What it rests on.", {"$ref": "definitions.schema.json#/definitions/sources"}),
        "marking": described("Its marking.", {"$ref": "definitions.schema.json#/definitions/marking"}),
    },
)


class Maker:
    def __init__(self):
        self.random = Random(2011)

    def words(self, language, count):
        return " ".join(self.random.choice(WORDS[language]) for _ in range(count)).capitalize()

    def text(self, count, languages=("en", "ru")):
        inner = ", ".join(f'{language}: "{self.words(language, count)}"' for language in languages)
        return "{" + inner + "}"

    def day(self):
        return f"{self.random.randint(1950, 2022)}-{self.random.randint(1, 12):02}-{self.random.randint(1, 28):02}"

    def date(self):
        form = self.random.randrange(4)
        day = self.day()
        return [day, day[:7], day[:4], f"{day[:8]}01/{day[:8]}28"][form]

    def quantity(self):
        number = self.random.randint(3, 400)
        return self.random.choice([str(number), str(number), f'"~{number}"', f'">{number}"'])

    def villages(self, count):
        return ", ".join(f"village-{n}" for n in sorted(self.random.sample(range(VILLAGES), count)))

    def sources(self, count):
        return [f"source-{n}" for n in sorted(self.random.sample(range(SOURCES), count))]

    def well(self, number):
        sources = self.sources(self.random.randint(1, 4))
        lines = [
            f"id: well-{number}",
            "name:",
            *(f'  {language}: "{self.words(language, 4)}"' for language in ("en", "ru", "kk")),
            f"short: {self.text(1)}",
            f"village: village-{number % VILLAGES}",
            f"dug: {self.date()}",
            f"depth: {self.quantity()}",
            f"condition: {self.random.choice(CONDITIONS)}",
            f"public: {self.random.choice(['true', 'false'])}",
            f"steps: {self.random.randint(1, 500)}",
            f"address: https://wells.example.org/{number}",
            f"position: {{east: {self.random.randint(500, 800) / 10}, north: {self.random.randint(350, 550) / 10}}}",
            f"neighbours: [{self.villages(self.random.randint(1, 3))}]",
            "keepers:",
        ]
        for _ in range(self.random.randint(1, 2)):
            lines += [f"  - name: {self.text(2)}", f"    role: {self.random.choice(ROLES)}", f"    since: {self.date()}"]
        lines.append("readings:")
        for _ in range(self.random.randint(1, 3)):
            lines += [f"  - date: {self.day()}", f"    level: {self.quantity()}"]
        lines += ["story:", f'  en: "{self.words("en", 18)} [@{sources[0]}]."', f'  ru: "{self.words("ru", 18)} [@{sources[0]}]."']
        lines += ["sources:", *(f"  - {source}" for source in sources)]
        return lines


# A fault: its code, the field whose line it changes, and what the line becomes; the column is that of what is wrong.
FAULTS = [
    ("field-unknown", "steps: ", lambda line: line.replace("steps", "setps"), 1),
    ("value-not-allowed", "condition: ", lambda line: line[:11] + "goood", 12),
    ("date-order", "dug: ", lambda _: "dug: 3.3.2022", 6),
    ("reference-unknown", "village: ", lambda _: "village: village-none", 10),
    ("type-wrong", "public: ", lambda _: "public: maybe", 9),
    ("number-out-of-range", "steps: ", lambda _: "steps: 501", 8),
    ("pattern-mismatch", "address: ", lambda line: line.replace("https://", ""), 10),
    ("value-empty", "depth: ", lambda _: "depth:", 1),
]


def spoil(lines, number):
    """Puts a fault into a record; returns its code, line and column."""
    code, field, change, column = FAULTS[number // 100 % len(FAULTS)]
    at = next(place for place, line in enumerate(lines) if line.startswith(field))
    lines[at] = change(lines[at])
    return code, at + 1, column


def main():
    folder, count = Path(sys.argv[1]), int(sys.argv[2])
    wanted = "--faults" in sys.argv
    for name in ("data/schema", "data/wells", "data/villages", "data/sources", "data/marking-schemes", "templates"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    shutil.copytree(Path(__file__).resolve().parents[2] / "fonts", folder / "fonts", dirs_exist_ok=True)

    def write(path, text):
        (folder / path).write_text(text, "utf-8")

    write("data/schema/village.schema.json", json.dumps(VILLAGE, indent=2))
    write("data/schema/well.schema.json", json.dumps(WELL, indent=2))
    write("data/settings.yaml", "languages: [en, ru]\nas-of: 2022-12-31\nmarking: paper/open\n")
    write(
        "data/marking-schemes/paper.yaml",
        'id: paper\nname: {en: "Paper"}\ntranslated: false\nplacement: first-page\nlevels:\n  - {id: open, text: {en: "Open"}}\n',
    )
    maker = Maker()
    for number in range(VILLAGES):
        write(f"data/villages/village-{number}.yaml", f"id: village-{number}\nname: {maker.text(2)}\n")
    for number in range(SOURCES):
        text = f'id: source-{number}\npublisher: {maker.text(3)}\ntitle: "{maker.words("en", 5)}"\nlanguage: [en]\n'
        write(f"data/sources/source-{number}.yaml", text)
    told = []
    for number in range(count):
        lines = maker.well(number)
        path = f"data/wells/well-{number}.yaml"
        if wanted and number % 100 == 0:
            code, line, column = spoil(lines, number)
            told.append(f"{code}\t{path}\t{line}\t{column}\n")
        write(path, "\n".join(lines) + "\n")
    write("faults.tsv", "".join(told))


main()
