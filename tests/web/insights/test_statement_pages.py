"""The monthly statement tells a month beside the one before, on one page of the site and one of paper."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from tests.web.conftest import HandClock
from tests.web.insights.test_figure_pages import TELFORD, releases
from tests.web.page_reader import Page
from tests.web.staff_browser import StaffBrowser
from vocabulary.needs import Need
from vocabulary.pathway import Step
from web.resources import Resources


HERE = "/insights/statement"
Visit = Callable[..., None]
FIRST = datetime(2026, 9, 30, 12, tzinfo=UTC)  # a Wednesday of the first of October's five weeks
SEPTEMBER = datetime(2026, 9, 2, 12, tzinfo=UTC)  # of the first of its four


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


def test_the_statement_tells_the_month_beside_the_one_before(analyst: StaffBrowser, visits: Visit) -> None:
    of_october(visits)

    page = analyst.open(HERE)

    assert page.one("h1").text == "Monthly statement: West Mercia, October 2026"
    assert (
        "28 September to 1 November 2026: the five weeks, Monday to Sunday, that belong to October."
        in page.text
    )
    assert "About 200 visits in October 2026, up from September 2026." in page.text
    assert "October has five weeks and September four weeks" in page.text
    assert [each.text for each in page.all("h2")] == [
        "About 200 visits in October 2026, up from September 2026.",
        "Visits each week, 4 May to 1 November 2026 (26 weeks)",
        "How far people came",
        "Unmet need",
        "Visits with a risk card",
        "Needs with most visits",
        "Areas",
        "How these figures are made",
    ]


def test_every_table_of_the_statement_is_of_the_month_alone(analyst: StaffBrowser, visits: Visit) -> None:
    of_october(visits)

    page = analyst.open(HERE)
    tables = {table.text.split("What")[0]: table for table in page.all("table")}
    pathway = next(table for name, table in tables.items() if name.startswith("How far people came"))
    lines = [row.text for row in page.all("tr") if row.within(pathway)]

    assert lines[1] == "Visits 200 fewer than 10 up"
    assert "Cuckooing 200 fewer than 10 up" in [row.text for row in page.all("tr")]


def test_only_noise_is_said_to_be_only_noise(analyst: StaffBrowser, visits: Visit) -> None:
    visits(
        (100, SEPTEMBER - timedelta(weeks=4), {}),
        (100, SEPTEMBER, {}),
        (125, FIRST, {}),
    )

    page = analyst.open(HERE)

    assert (
        "About 125 visits in October 2026. The difference from September 2026 is no more than noise."
        in page.text
    )
    assert "None of these changed by more than noise and chance can make." in page.text


def test_the_chart_has_its_words_and_its_figures_beside_it(analyst: StaffBrowser, visits: Visit) -> None:
    of_october(visits)

    page = analyst.open(HERE)
    picture = next(each for each in page.all("img") if each.attributes["src"].startswith("data:image/svg"))
    table = next(each for each in page.all("table") if each.text.startswith("Visits each week"))
    lines = [row.text for row in page.all("tr") if row.within(table)]

    assert picture.attributes["alt"] == (
        "Bar chart. Between about 20 and about 120 visits a week. October is darker. "
        "19 of 26 weeks are too small to show."
    )
    assert lines[-5:] == [
        "28 September 2026 20",
        "5 October 2026 30",
        "12 October 2026 40",
        "19 October 2026 50",
        "26 October 2026 60",
    ]


def test_the_statement_says_how_much_of_it_is_hidden(analyst: StaffBrowser, visits: Visit) -> None:
    of_october(visits)

    assert re.search(r"\d+ of the month's \d+ figures here are hidden \(\d+%\)", analyst.open(HERE).text)


def test_the_statement_of_one_area_is_about_that_area(analyst: StaffBrowser, visits: Visit) -> None:
    of_october(visits)

    page = analyst.open(f"{HERE}?month=2026-10&area={TELFORD}")

    assert page.one("h1").text.endswith("Telford and Wrekin, October 2026")
    assert page.links["Download as PDF, one page"] == f"{HERE}.pdf?month=2026-10&area={TELFORD}"
    assert "Areas" not in [each.text for each in page.all("h2")]


def test_the_pdf_says_what_the_page_says(analyst: StaffBrowser, visits: Visit) -> None:
    of_october(visits)
    page = analyst.open(HERE)

    answer = analyst.client.get(page.links["Download as PDF, one page"])
    said = " ".join(PdfReader(BytesIO(answer.content)).pages[0].extract_text().split())

    name = "demo-signpost-statement-2026-10.pdf"
    by_week = next(each for each in page.all("table") if each.text.startswith("Visits each week"))
    cells = [each.text for each in page.all("td") if not each.within(by_week)]
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
    assert page.one("h1").text in said
    assert len(cells) > 60
    assert [cell for cell in cells if cell not in said] == []


def test_every_statement_is_recorded_before_it_is_shown(
    analyst: StaffBrowser, visits: Visit, held: Resources
) -> None:
    of_october(visits)

    analyst.open(HERE)

    assert releases(held) == 11  # five tables beside those of the month before, and the weeks


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
    visits(*((1, SEPTEMBER + timedelta(weeks=week), {}) for week in range(9)))

    page = analyst.open(HERE)

    assert {each.text for each in page.all("td")} <= {"fewer than 10", "not known", "only noise"}
    assert "Fewer than 10 visits in October 2026" in page.text
    assert "Each week has fewer than 10 visits." in page.text


def test_a_month_after_the_first_has_nothing_to_be_compared_with(
    analyst: StaffBrowser, visits: Visit
) -> None:
    visits((50, FIRST, {}))

    page = analyst.open(HERE)

    assert "There is no whole month before this one to compare with." in page.text
    assert "September" not in {each.text for each in page.all("th")}
