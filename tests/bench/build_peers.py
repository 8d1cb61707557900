"""The peers of tests/bench/build that make documents in one process of Python; prints the seconds from the first document to the last.

    build_peers.py typst|weasyprint|weasyprint-bare OUT FOLDER…

Each folder holds the templates and the page data of a document.
"""

import json
import shutil
import sys
import time
from pathlib import Path

FONTS = "fonts"
PLAIN_ROW_HEADS = "#let plain-cell(scope: none, it) = it\n"


def without_row_heads(templates, root):
    """Copies templates so that they need no feature that is turned on by hand: heads of rows become plain cells."""
    shutil.copytree(templates, root)
    for path in (root / "house").glob("*.typ"):
        path.write_text(path.read_text("utf-8").replace("pdf.header-cell(", "plain-cell("), "utf-8")
    system = root / "house/system.typ"
    system.write_text(PLAIN_ROW_HEADS + system.read_text("utf-8"), "utf-8")


def with_typst(folders, out):
    """One compiler for all documents, as it is quickest: fonts are read once, templates lie at one place and only the page data change."""
    import typst

    root = out / "root"
    without_row_heads(folders[0], root)
    begun = time.perf_counter()
    entry = root / "event-brief/main.typ"
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
    compiler = typst.Compiler(entry, root=root, font_paths=fonts)
    for at, folder in enumerate(folders):
        shutil.copyfile(folder / "page.json", root / "page.json")
        compiler.compile(output=out / f"{at}.pdf", format="pdf", pdf_standards=["a-2a"])
    return time.perf_counter() - begun


def with_weasyprint(folders, out, cuts_fonts_in_c=True):
    """The briefs as HTML, which is written before the clock starts; fonts are read once."""
    import weasyprint.pdf.fonts
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    from build_html import brief, style

    if cuts_fonts_in_c and weasyprint.pdf.fonts.harfbuzz_subset is None:
        sys.exit("HarfBuzz-Subset is missing: without it WeasyPrint is far slower than it is where it is whole")
    if not cuts_fonts_in_c:
        weasyprint.pdf.fonts.harfbuzz_subset = None
    texts = [brief(json.loads((folder / "page.json").read_text("utf-8"))) for folder in folders]
    begun = time.perf_counter()
    fonts = FontConfiguration()
    sheet = CSS(string=style(Path(FONTS).resolve()), font_config=fonts)
    for at, text in enumerate(texts):
        document = HTML(string=text)
        document.write_pdf(out / f"{at}.pdf", stylesheets=[sheet], font_config=fonts, pdf_variant="pdf/a-2a")
    return time.perf_counter() - begun


def with_bare_weasyprint(folders, out):
    """WeasyPrint as the Python registry brings it alone: fonts are cut by a library in Python."""
    return with_weasyprint(folders, out, cuts_fonts_in_c=False)


def main():
    out, folders = Path(sys.argv[2]), [Path(folder) for folder in sys.argv[3:]]
    out.mkdir(parents=True)
    ways = {"typst": with_typst, "weasyprint": with_weasyprint, "weasyprint-bare": with_bare_weasyprint}
    print(ways[sys.argv[1]](folders, out))


main()
