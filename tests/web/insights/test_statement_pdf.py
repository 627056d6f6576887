"""The statement on paper: one page, tagged, in English, with the words of the site and a chart of lines."""

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from usage.release import SUPPRESSED, Figure, Period, ReleasedTable
from vocabulary.pathway import Traffic
from web.insights.grid import Grid, Line
from web.insights.labels import AREA_NAMES, NEED_NAMES, STAGE_NAMES
from web.insights.months import Month
from web.insights.statement import DRAWN_WEEKS, Statement
from web.insights.statement_parts import MOST_NAMED, MOST_NEEDS, Part
from web.insights.statement_pdf import statement_pdf


OCTOBER = Month(Period(date(2026, 9, 28), date(2026, 11, 1)))
HEADINGS = ("September", "December", "Change")
CELLS = ("fewer than 10", "fewer than 10", "down 1,234 a week")


def a_part(title: str, names: list[str], said: str = "") -> Part:
    """A table whose every figure is as wide as it gets."""
    grid = Grid("What happened", HEADINGS, tuple(Line(name, CELLS) for name in names))
    return Part(title, said, grid, (SUPPRESSED,) * len(names))


def weeks(*figures: Figure) -> ReleasedTable:
    """The visits of each week up to the month's last."""
    first = OCTOBER.period.last + timedelta(days=1) - timedelta(weeks=len(figures))
    days = tuple((first + timedelta(weeks=at)).isoformat() for at in range(len(figures)))
    shown = {(-1, at): figure for at, figure in enumerate(figures)}
    return ReleasedTable((), days, shown, Period(first, OCTOBER.period.last), Traffic.DEMO)


@pytest.fixture(scope="module")
def longest() -> Statement:
    """A statement of which every sentence and table is as long as it gets."""
    longest_needs = sorted(NEED_NAMES.values(), key=len)
    names = longest_needs[-MOST_NAMED:]
    changes = " ".join(f"{way} by more than noise: {', '.join(names)} and 19 more." for way in ("Up", "Down"))
    areas = sorted(AREA_NAMES.values(), key=len)
    moved = f"Up by more than noise: {', '.join(areas[-MOST_NAMED:])} and 7 more."
    return Statement(
        OCTOBER,
        None,
        Traffic.DEMO,
        "Fewer than 10 visits in September 2026. Whether that differs from September 2026 cannot be told.",
        "September has five weeks and September four weeks, so changes are told by the week.",
        (
            a_part(
                "How far people came",
                [*list(STAGE_NAMES.values())[:6]],
                "Services were shown in about 81% of visits, and a contact was opened in about 40%.",
            ),
            a_part("Unmet need", ["Only closed services shown"] * 5, f"For {', '.join(names[:3])}"),
            a_part("Visits with a risk card", ["Any risk card"] * 5, "Up by more than noise: all of them."),
            a_part("Needs with most visits", longest_needs[-MOST_NEEDS:], changes),
            a_part("Areas", areas, moved),
        ),
        weeks(*[12_345] * DRAWN_WEEKS),
    )


@pytest.fixture(scope="module")
def pdf(longest: Statement) -> PdfReader:
    """It as a file."""
    return PdfReader(BytesIO(statement_pdf(longest)))


def tags(element: object) -> list[DictionaryObject]:
    """The elements of a tree of tags, in the order in which they are read."""
    found = element.get_object() if hasattr(element, "get_object") else element
    if isinstance(found, ArrayObject):
        return [tag for each in found for tag in tags(each)]
    if isinstance(found, DictionaryObject) and "/S" in found:
        return [found, *tags(found.get("/K"))]
    return []


def test_the_longest_statement_still_fits_on_one_page_of_a4(pdf: PdfReader) -> None:
    (page,) = pdf.pages

    assert [round(float(each) / 72 * 25.4) for each in page.mediabox[2:]] == [210, 297]


def test_it_is_tagged_titled_and_in_english(pdf: PdfReader) -> None:
    root = pdf.trailer["/Root"]

    assert pdf.metadata is not None
    assert pdf.metadata.title == "Monthly statement: West Mercia, October 2026"
    assert root["/Lang"] == "en-GB"
    assert bool(root["/MarkInfo"]["/Marked"])
    assert bool(root["/ViewerPreferences"]["/DisplayDocTitle"])
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()


def test_its_headings_tables_and_chart_can_be_read_by_ear(pdf: PdfReader, longest: Statement) -> None:
    found = tags(pdf.trailer["/Root"]["/StructTreeRoot"]["/K"])
    kinds = [tag["/S"] for tag in found]

    assert kinds.count("/H1") == 1
    assert kinds.count("/Table") == len(longest.parts)
    assert kinds.count("/TH") == sum(1 + len(part.grid.headings) for part in longest.parts)
    (figure,) = [tag for tag in found if tag["/S"] == "/Figure"]
    assert figure["/Alt"] == f"Bar chart. {longest.chart_words}"
    headings = [tag["/T"] for tag in found if tag["/S"] == "/H2"]
    assert headings == [
        longest.chart_title,
        *(part.title for part in longest.parts),
        "How these figures are made",
    ]


def test_it_says_every_word_of_the_statement(pdf: PdfReader, longest: Statement) -> None:
    said = " ".join(pdf.pages[0].extract_text().split())

    wanted = [longest.headline, longest.compared, longest.dates, longest.hidden]
    wanted += [cell for part in longest.parts for line in part.grid.lines for cell in line.cells]
    assert [words for words in wanted if words not in said] == []


def test_the_chart_is_drawn_with_lines_and_real_letters(pdf: PdfReader) -> None:
    assert list(pdf.pages[0].images) == []
    assert "10,000" in pdf.pages[0].extract_text()


def test_what_is_not_real_is_marked_at_the_top_and_the_foot(pdf: PdfReader, longest: Statement) -> None:
    real = PdfReader(BytesIO(statement_pdf(replace(longest, traffic=Traffic.REAL))))

    assert pdf.pages[0].extract_text().count("Synthetic data: made up") == 2
    assert "made up" not in real.pages[0].extract_text()


def test_words_are_never_taken_for_commands(longest: Statement) -> None:
    odd = replace(longest, headline='#panic("x") *stars* $sum$ <label> @ref')

    assert odd.headline in PdfReader(BytesIO(statement_pdf(odd))).pages[0].extract_text()
