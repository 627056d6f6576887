"""The monthly statement tells each week and what changed, on one page of the site and one of paper."""

import re
import zlib
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.web.conftest import HandClock
from tests.web.insights.test_figure_pages import TELFORD, releases
from tests.web.page_reader import Page
from tests.web.staff_browser import StaffBrowser
from usage.release import Period
from vocabulary.needs import Need
from vocabulary.pathway import Step, Traffic
from web.insights.grid import Grid, Line
from web.insights.labels import NEED_NAMES
from web.insights.months import Month
from web.insights.statement import COLUMNS, MOST_NEEDS, Statement
from web.insights.statement_pdf import statement_pdf
from web.resources import Resources


HERE = "/insights/statement"
Visit = Callable[..., None]
FIRST = datetime(2026, 9, 30, 12, tzinfo=UTC)  # a Wednesday of the first week of October's statement


def of_october(visits: Visit) -> None:
    """Five weeks with 20, 30 … 60 visits, after two quarters with less and more of a need."""
    weeks = [(20 + 10 * week, FIRST + timedelta(weeks=week), {"step": Step.STARTED}) for week in range(5)]
    quarters = [
        (1, datetime(2026, 4, 1, 12, tzinfo=UTC), {}),  # its first week: part of a quarter is not compared
        (30, datetime(2026, 5, 6, 12, tzinfo=UTC), {}),
        (90, datetime(2026, 8, 5, 12, tzinfo=UTC), {}),
        (30, datetime(2026, 8, 5, 12, tzinfo=UTC), {"need": Need.HOUSING}),
    ]
    visits(*weeks, *quarters)


def text_of(pdf: bytes) -> str:
    """What a PDF of ours says, with its compressed streams opened."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    opened = [zlib.decompress(each) for each in streams if each[:1] == b"\x78"]
    shown = [line for each in opened for line in re.findall(rb"\((.*?)(?<!\\)\) Tj", each)]
    return " ".join(line.decode("latin-1").replace("\\", "") for line in shown)


def test_the_statement_tells_each_week_and_what_changed(analyst: StaffBrowser, visits: Visit) -> None:
    of_october(visits)

    page = analyst.open(HERE)

    assert page.one("h1").text == "Monthly statement: West Mercia, October 2026"
    assert "About 20 to about 60 visits a week came in these 5 weeks" in page.text
    assert [each.text for each in page.all("th", scope="row")][:2] == ["28 September 2026", "5 October 2026"]
    assert [each.text for each in page.all("td")][:6] == ["20", *["fewer than 10"] * 5]
    assert "up: Cuckooing, Housing; down: none" in page.text
    assert "up by about 60" in page.text


def test_a_month_has_no_total(analyst: StaffBrowser, visits: Visit) -> None:
    of_october(visits)

    page = analyst.open(HERE)

    assert "200" not in {each.text for each in page.all("td")}
    assert "months overlap with weeks and quarters" in page.text


def test_the_statement_of_one_area_is_about_that_area(analyst: StaffBrowser, visits: Visit) -> None:
    of_october(visits)

    page = analyst.open(f"{HERE}?month=2026-10&area={TELFORD}")

    assert page.one("h1").text.endswith("Telford and Wrekin, October 2026")
    assert page.links["Download as PDF, one page"] == f"{HERE}.pdf?month=2026-10&area={TELFORD}"


def test_the_pdf_is_one_page_that_says_the_same_and_is_marked(analyst: StaffBrowser, visits: Visit) -> None:
    of_october(visits)
    page = analyst.open(HERE)

    answer = analyst.client.get(page.links["Download as PDF, one page"])
    said = text_of(answer.content)

    name = "demo-signpost-statement-2026-10.pdf"
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
    assert len(re.findall(rb"/Type /Page\b(?!s)", answer.content)) == 1
    assert said.count("SYNTHETIC DATA") == 2
    assert "October 2026" in said
    assert [each.text for each in page.all("td") if each.text not in said] == []
    assert "Cuckooing" in said


def test_the_pdf_asks_who_this_is_when_that_was_a_while_ago(
    analyst: StaffBrowser, visits: Visit, clock: HandClock, held: Resources
) -> None:
    of_october(visits)
    clock.move(minutes=6)

    answer = analyst.client.get(f"{HERE}.pdf?month=2026-10")

    assert answer.headers["location"].startswith("/staff/confirm-it-is-you")
    assert releases(held) == 0


def test_before_any_whole_month_there_is_none(analyst: StaffBrowser) -> None:
    assert "No whole month is released yet" in analyst.open(HERE).text
    assert analyst.client.get(f"{HERE}.pdf").status_code == 400


@pytest.mark.parametrize(
    ("query", "said", "places"),
    [
        ("month=2026-13", "no statement for this month", ["#month"]),
        ("month=2026-11", "no statement for this month", ["#month"]),
        ("month=MARKER-TEXT&area=MARKER-TEXT", "no such area", ["#month", "#area"]),
        ("need=housing", "does not know", ["#period"]),
        ("month=2026-10&month=2026-10", "does not know", ["#period"]),
    ],
)
@pytest.mark.parametrize("path", [HERE, f"{HERE}.pdf"])
def test_a_hand_made_address_gets_a_clear_message_and_no_figure(
    analyst: StaffBrowser, visits: Visit, held: Resources, path: str, query: str, said: str, places: list[str]
) -> None:
    of_october(visits)

    answer = analyst.client.get(f"{path}?{query}")
    page = Page(answer.text)
    summary = page.one("div", class_="govuk-error-summary")

    assert answer.status_code == 400
    assert said in summary.text
    assert [each.attributes["href"] for each in page.all("a") if each.within(summary)] == places
    assert page.broken_error_links() == []
    assert page.all("table") == []
    assert "MARKER-TEXT" not in answer.text
    assert releases(held) == 0


def test_small_months_say_fewer_than_the_threshold(analyst: StaffBrowser, visits: Visit) -> None:
    visits(*((3, FIRST + timedelta(weeks=week), {}) for week in range(5)))

    page = analyst.open(HERE)

    assert {each.text for each in page.all("td")} <= {"fewer than 10", "not known", "no more than noise"}
    assert "Fewer than 10 visits a week came in these 5 weeks" in page.text


def test_the_longest_statement_still_fits_on_one_page() -> None:
    month = Month("2026-10", Period(date(2026, 9, 28), date(2026, 11, 1)))
    hidden = tuple(["fewer than 10"] * len(COLUMNS))
    weeks = Grid("Week from", tuple(name for _, _, name in COLUMNS), (Line("28 September 2026", hidden),) * 5)
    lines = (Line("x" * 32, ("1,234",) * 3),) * (MOST_NEEDS + 1)
    needs = Grid("Need", ("Visits", "Quarter before", "Change"), lines)
    changes = f"By more than noise, up: {', '.join(NEED_NAMES.values())}; down: none."
    words = "Fewer than 10 to about 12,345 visits a week came in these 5 weeks. " * 2
    made = Statement(month, TELFORD, Traffic.DEMO, words, weeks, month.period, needs, changes)

    content = statement_pdf(made)

    assert len(re.findall(rb"/Type /Page\b(?!s)", content)) == 1
    assert "about no real person" in text_of(content)
