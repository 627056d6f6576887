"""The monthly statement as a PDF of one page, made without a system library.

The page on the site says the same and is the one for screen readers: this PDF has no tags.
"""

from typing import TYPE_CHECKING

from usage.release import POLICY
from web.insights import labels
from web.insights.grid import Grid
from web.insights.statement import Statement


if TYPE_CHECKING:  # read when a PDF is asked for, so that the web process starts without it
    from fpdf import FPDF

FONT = "Helvetica"  # one of the fonts that every reader of PDF has, with Latin-1 only
LATIN = str.maketrans({"–": "-", "“": '"', "”": '"', "’": "'", "…": "..."})
MARK = (181, 60, 10)
MARGIN = 10  # millimetres
METHOD = (
    f'Figures count visits, not people. "{labels.FEW}" stands for any number below {POLICY.threshold}, none '
    f"included. All others are changed by up to {POLICY.largest_noise} by chance and rounded to the nearest "
    f"{POLICY.base}, to protect each visit. A change is told only where it is larger than this and chance "
    "can make in 19 of 20 cases. Weeks run from Monday to Sunday, and belong to the month of their Thursday."
)
MADE_UP = "made up for a demonstration or a test, about no real person."


def statement_pdf(statement: Statement) -> bytes:
    """The statement as a file; what is not real is marked at its top and its foot."""
    from fpdf import FPDF

    pdf = FPDF(format="A4")
    pdf.set_title(f"Signpost: {statement.title}".translate(LATIN))
    pdf.set_lang("en-GB")
    pdf.set_auto_page_break(True, margin=MARGIN)
    pdf.add_page()
    mark = labels.TRAFFIC_WORDS.get(statement.traffic)
    _heading(pdf, statement, mark)
    _text(pdf, f"{statement.headline[0].upper()}{statement.headline[1:]}", size=11)
    _table(pdf, statement.weeks)
    if statement.needs and statement.quarter:
        _text(pdf, f"The quarter {labels.period_words(statement.quarter)}", size=12, style="B")
        _text(pdf, statement.changes, size=10)
        _table(pdf, statement.needs)
    _text(pdf, METHOD, size=8)
    if mark:
        _text(
            pdf,
            f"{mark.upper()}: {MADE_UP}",
            size=9,
            style="B",
        )
    return bytes(pdf.output())


def _heading(pdf: "FPDF", statement: Statement, mark: str | None) -> None:
    if mark:
        pdf.set_text_color(*MARK)
        _text(pdf, mark.upper(), size=12, style="B")
        pdf.set_text_color(0)
    _text(pdf, f"Signpost: {statement.title}", size=18, style="B")
    _text(pdf, labels.period_words(statement.month.period), size=11)


def _text(pdf: "FPDF", text: str, *, size: int, style: str = "") -> None:
    pdf.set_font(FONT, style=style, size=size)
    pdf.multi_cell(0, text=text.translate(LATIN), new_x="LMARGIN", new_y="NEXT")
    pdf.ln(2)


def _table(pdf: "FPDF", grid: Grid) -> None:
    pdf.set_font(FONT, size=9)
    widths = (3, *([2] * len(grid.headings)))
    aligns = ("LEFT", *(["RIGHT"] * len(grid.headings)))
    with pdf.table(col_widths=widths, text_align=aligns, borders_layout="HORIZONTAL_LINES") as table:
        for cells in ((grid.corner, *grid.headings), *((line.heading, *line.cells) for line in grid.lines)):
            row = table.row()
            for cell in cells:
                row.cell(cell.translate(LATIN))
    pdf.ln(5)
