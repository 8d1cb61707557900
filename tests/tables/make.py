"""Makes the tables of this folder. README.md says with what and how."""

import codecs
import datetime
import hashlib
import pathlib
import subprocess
import tempfile

from msoffcrypto.format.ooxml import OOXMLFile
from openpyxl.styles import PatternFill
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.workbook import Workbook

HERE = pathlib.Path(__file__).parent
DAY = datetime.date
HEADINGS = ["id", "Name (en)", "Название, русский", "Село", "Dug", "Глубина, м", "Dry", "Sources"]
WELLS = [
    ["third-well", "The Third Well", "Третий колодец", "lower", DAY(2022, 3, 3), 40, True, "gazette"],
    ["fourth-well", 'The "Deep" Well; again', "«Глубокий» колодец: ещё раз", "Upper Nowhere", DAY(1999, 12, 31), 12.5, False, "gazette"],
    [None, None, None, None, None, None, None, None],
    ["fifth-well", "Fifth Well", "Пятый колодец", "Верхнее Нигде", "1987-05", "~500", None, "gazette; almanac"],
]


def save(book, name):
    book.save(HERE / name)


def sheet_of(book, rows, title="Wells", dates="dd.mm.yyyy"):
    sheet = book.active if len(book.sheetnames) == 1 and book.active.max_row == 1 else book.create_sheet()
    sheet.title = title
    for row in rows:
        sheet.append(row)
    for cells in sheet.iter_rows():
        for cell in cells:
            if isinstance(cell.value, (DAY, datetime.datetime)):
                cell.number_format = dates
    return sheet


def libreoffice(source, target, how):
    """Lets LibreOffice open a table and save it in another form."""
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", how, "--outdir", folder, str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        made = next(path for path in pathlib.Path(folder).iterdir() if path.is_file())
        (HERE / target).write_bytes(made.read_bytes())


def csv(separator, charset):
    """The filter of LibreOffice: separator, quotes, encoding, first line, columns, language, quote all, as shown."""
    return f"csv:Text - txt - csv (StarCalc):{separator},34,{charset},1,,0,false,true,false"


def good():
    book = Workbook()
    sheet_of(book, [HEADINGS, *WELLS])
    save(book, "wells-openpyxl.xlsx")
    book.epoch = CALENDAR_MAC_1904
    save(book, "wells-openpyxl-1904.xlsx")
    source = HERE / "wells-openpyxl.xlsx"
    libreoffice(source, "wells-libreoffice.xlsx", "xlsx:Calc MS Excel 2007 XML")
    libreoffice(source, "wells-libreoffice.ods", "ods")
    libreoffice(source, "wells-libreoffice.xls", "xls:MS Excel 97")
    with open(source, "rb") as plain, open(HERE / "wells-locked.xlsx", "wb") as locked:
        OOXMLFile(plain).encrypt("nowhere", locked)
    (HERE / "wells-cut.xlsx").write_bytes(source.read_bytes()[:3000])


def texts():
    """The same wells as CSV: dates as records write them, because a text has no cells of dates."""
    book = Workbook()
    wells = [[str(value) if isinstance(value, DAY) else value for value in row] for row in WELLS]
    sheet_of(book, [HEADINGS, *wells])
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder) / "wells.xlsx"
        book.save(source)
        libreoffice(source, "wells-comma-utf8.csv", csv(44, 76))
        libreoffice(source, "wells-semicolon-1251.csv", csv(59, 34))
        libreoffice(source, "wells-tab-utf16.csv", csv(9, 65535))
    text = (HERE / "wells-comma-utf8.csv").read_text(encoding="utf-8")
    (HERE / "wells-comma-utf8-mark.csv").write_bytes(codecs.BOM_UTF8 + text.replace("\n", "\r\n").encode())
    (HERE / "wells-comma-utf16be.csv").write_bytes(codecs.BOM_UTF16_BE + text.encode("utf-16-be"))
    (HERE / "wells-comma-koi8.csv").write_bytes(text.encode("koi8-r", "ignore"))


def lost():
    """Names in letters that Windows-1251 does not have, saved in it and opened again."""
    book = Workbook()
    names = ["Қазақстан құдығы", "Чоҳи Тоҷикистон", "Türkmenistanyň guýusy", "Oʻzbekiston qudugʻi"]
    rows = [[f"well-{at}", f"Well {at}", name, "lower", "gazette"] for at, name in enumerate(names, 1)]
    sheet_of(book, [["id", "name.en", "name.kk", "village", "sources"], *rows])
    save(book, "letters-openpyxl.xlsx")
    libreoffice(HERE / "letters-openpyxl.xlsx", "letters-lost-1251.csv", csv(59, 34))
    libreoffice(HERE / "letters-openpyxl.xlsx", "letters-utf8.csv", csv(44, 76))
    text = (HERE / "letters-lost-1251.csv").read_bytes().decode("cp1251")
    book = Workbook()
    sheet_of(book, [line.split(";") for line in text.splitlines()])
    save(book, "letters-lost-openpyxl.xlsx")
    garbled = (HERE / "letters-utf8.csv").read_bytes().decode("cp1252", "replace")
    (HERE / "letters-garbled.csv").write_text(garbled, encoding="utf-8")


def odd():
    """Every cell that cannot be taken, one a row."""
    book = Workbook()
    headings = ["id", "name.en", "village", "sources", "dug", "depth", "rings", "dry", "water"]
    sheet = sheet_of(book, [headings])

    def row(name, **cells):
        values = {"id": name, "name.en": name, "village": "lower", "sources": "gazette", **cells}
        sheet.append([values.get(heading) for heading in headings])
        return {heading: sheet.cell(sheet.max_row, at) for at, heading in enumerate(headings, 1)}

    moment = datetime.datetime(2022, 3, 3, 10, 15)
    row("with-time", dug=moment)["dug"].number_format = "dd.mm.yyyy hh:mm"
    row("hidden-time", dug=moment)["dug"].number_format = "dd.mm.yyyy"
    row("month", dug=DAY(2022, 3, 1))["dug"].number_format = "mmm yyyy"
    row("no-year", dug=DAY(2022, 3, 4))["dug"].number_format = "d mmm"
    row("time", dug=datetime.time(10, 15))
    row("early", dug=15)["dug"].number_format = "dd.mm.yyyy"
    row("serial", dug=44623)
    row("local", dug="3.3.2022")
    row("unclear", dug="03/04/2022")
    row("words", dug="3 марта 2022 г.")
    row("short", dug="13.04.22")
    row("one-reading", dug="13.04.2022")
    row("reference", depth="#REF!")["depth"].data_type = "e"
    row("pending", depth="=20*2")
    row("percent", depth=0.4)["depth"].number_format = "0%"
    row("thousands", depth="1 200")
    row("comma", depth="1,5")
    row("fraction", rings=2.5)
    row("yes", dry="yes")
    row("choice", water="sweat")
    row("placeholder", dug="—")
    row("number-for-text", **{"name.en": 7})["name.en"].number_format = "000"
    row("date-for-text", village=DAY(2022, 3, 3))["village"].number_format = "dd.mm.yyyy"
    row("early-truth", dug=True)
    save(book, "odd-openpyxl.xlsx")
    libreoffice(HERE / "odd-openpyxl.xlsx", "odd-libreoffice.xlsx", "xlsx:Calc MS Excel 2007 XML")


def shapes():
    """Sheets of other shapes: merged, hidden, several, none."""
    short = [["id", "name.en", "village", "sources"], ["third-well", "Third Well", "lower", "gazette"]]
    fourth = ["fourth-well", "Fourth Well", None, "gazette"]
    book = Workbook()
    sheet = sheet_of(book, [*short, fourth])
    sheet.merge_cells("C2:C3")
    save(book, "merged-openpyxl.xlsx")
    libreoffice(HERE / "merged-openpyxl.xlsx", "merged-libreoffice.xlsx", "xlsx:Calc MS Excel 2007 XML")
    book = Workbook()
    sheet = sheet_of(book, [*short, ["hidden-well", "Hidden Well", "lower", "gazette"]])
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["D"].hidden = True
    other = sheet_of(book, [["old"]], "Old")
    other.sheet_state = "hidden"
    save(book, "hidden-openpyxl.xlsx")
    libreoffice(HERE / "hidden-openpyxl.xlsx", "hidden-libreoffice.xlsx", "xlsx:Calc MS Excel 2007 XML")
    book = Workbook()
    sheet_of(book, short, "Колодцы")
    sheet_of(book, [["id", "name.en"], ["middle", "Middle Nowhere"]], "Villages")
    save(book, "sheets-openpyxl.xlsx")
    book = Workbook()
    sheet = book.active
    for at in range(2, 12):
        sheet.cell(1, at).fill = PatternFill("solid", fgColor="FFFF00")
    save(book, "empty-openpyxl.xlsx")
    book = Workbook()
    headings = ["id", "Name (en)", "Строители 1. Кто", "Строители 1. Доля", "diggers.2.who", "Near", "Склон (en)", "site.height",
                "Story (en)", "village", "sources", "Remarks"]
    rows = [
        ["third-well", "Third Well", "lower", 60, "Upper Nowhere", "first-well; Second Well", "The hill", 812.5,
         "The *third* well.\n\nNobody dug it [@gazette].", "lower", "gazette", "ask again"],
        ["fourth-well", "Fourth Well", None, None, "upper", "third-well", None, None, None, "upper", "gazette", None],
    ]
    sheet_of(book, [headings, *rows])
    save(book, "nested-openpyxl.xlsx")
    libreoffice(HERE / "nested-openpyxl.xlsx", "nested-libreoffice.xlsx", "xlsx:Calc MS Excel 2007 XML")


def turned():
    """A column of dates in which a spreadsheet of another country read some and left others."""
    book = Workbook()
    rows = [["third-well", "Third Well", "lower", DAY(2022, 4, 3), "gazette"], ["fourth-well", "Fourth Well", "lower", "13/04/2022", "gazette"]]
    sheet_of(book, [["id", "name.en", "village", "dug", "sources"], *rows])
    save(book, "turned-openpyxl.xlsx")


def lists():
    """Lists for a translator, filled, of two texts of the workspace `tests/foreign`."""
    name, story = "First Well", "The *first* well was dug by nobody [@gazette]."
    filled = {
        "kk": ["Бірінші құдық", "*Бірінші* құдықты ешкім қазған жоқ [@gazette].", ""],
        "ru": ["Первый колодец; он же «Глубокий»", "*Первый* колодец никто не копал [@gazette].", ""],
    }
    for language, translations in filled.items():
        book = Workbook()
        rows = [["kind", "record", "pointer", "field", "from", "original", language, "fingerprint"]]
        texts = [("first-well", "/name", "Name", name), ("first-well", "/story", "Story", story), ("second-well", "/name", "Name", "Second Well")]
        for (record, pointer, field, original), translation in zip(texts, translations):
            fingerprint = "sha256:" + hashlib.sha256(original.encode()).hexdigest()
            rows.append(["well", record, pointer, field, "en", original, translation, fingerprint])
        sheet_of(book, rows, "list")
        source = HERE / f"list-{language}-openpyxl.xlsx"
        book.save(source)
        libreoffice(source, f"list-{language}-libreoffice.xlsx", "xlsx:Calc MS Excel 2007 XML")
    libreoffice(HERE / "list-kk-openpyxl.xlsx", "list-kk-semicolon-utf8.csv", csv(59, 76))
    libreoffice(HERE / "list-kk-openpyxl.xlsx", "list-kk-tab-utf16.csv", csv(9, 65535))
    libreoffice(HERE / "list-kk-openpyxl.xlsx", "list-kk-lost-1251.csv", csv(59, 34))
    libreoffice(HERE / "list-ru-openpyxl.xlsx", "list-ru-semicolon-1251.csv", csv(59, 34))


if __name__ == "__main__":
    for make in (good, texts, lost, odd, shapes, turned, lists):
        make()
