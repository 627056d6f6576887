"""The start page tells the main numbers with what changed, and leads to every figure."""

from collections.abc import Callable
from datetime import timedelta

from tests.web.insights.test_figure_pages import TELFORD, WEEK, WEEK_ONE
from tests.web.page_reader import Page
from tests.web.staff_browser import StaffBrowser
from vocabulary.pathway import Step
from web.insights.views import VIEWS


Visit = Callable[..., None]


def numbers(page: Page) -> dict[str, tuple[str, ...]]:
    """Each main number with what stands below it."""
    items = page.all("div", class_="insights-numbers__item")
    return {
        next(each.text for each in page.all("dt") if each.within(item)): tuple(
            each.text for each in page.all("dd") if each.within(item)
        )
        for item in items
    }


def test_the_main_numbers_stand_beside_those_of_the_period_before(
    analyst: StaffBrowser, visits: Visit
) -> None:
    before = WEEK_ONE.replace(day=3)
    visits(
        *((40, before, {"step": step}) for step in (Step.STARTED, Step.NOT_UNDERSTOOD)),
        *((120, WEEK_ONE, {"step": step}) for step in (Step.STARTED, Step.SERVICES_SHOWN)),
        (42, WEEK_ONE, {"step": Step.NOT_UNDERSTOOD}),
    )

    found = numbers(analyst.open(f"/insights?period={WEEK}"))

    assert found["Visits"] == ("280", "Before: 80Change: up by about 200")
    assert found["Were shown services"] == ("120", "Before: fewer than 10Change: up")
    assert found["Were not understood"] == ("40", "Before: 40Change: no more than noise")
    assert found["Said it helped"] == ("fewer than 10", "Before: fewer than 10Change: not known")


def test_the_period_before_is_named_and_another_length_said(analyst: StaffBrowser, visits: Visit) -> None:
    visits(*((30, WEEK_ONE - timedelta(weeks=week), {"step": Step.STARTED}) for week in range(12)))

    week = analyst.open(f"/insights?period={WEEK}").text
    month = analyst.open("/insights?period=2026-09-28..2026-11-01").text

    assert (
        "Below each number stands that of the period before, 2 November to 8 November 2026 (1 week)." in week
    )
    assert "told by the week" not in week
    assert "As it has 4 weeks and not 5, changes are told by the week." in month


def test_without_a_period_before_that_is_said(analyst: StaffBrowser, visit: Visit) -> None:
    visit(30, WEEK_ONE)

    assert "There is no whole period before this one to compare with." in analyst.open("/insights").text


def test_every_figure_is_led_to_with_the_filters_that_it_has(analyst: StaffBrowser, visit: Visit) -> None:
    visit(30, WEEK_ONE)

    page = analyst.open(f"/insights?period={WEEK}&area={TELFORD}&age=26-59")

    links = {VIEWS[view].title: page.links[VIEWS[view].title] for view in VIEWS}
    assert links["Needs by area"] == f"/insights/needs-by-area?period={WEEK}&area={TELFORD}&age=26-59"
    assert links["Services"] == f"/insights/services?period={WEEK}&area={TELFORD}"
    assert all(analyst.client.get(link).status_code == 200 for link in links.values())


def test_the_start_page_without_any_released_week_says_when_one_is(analyst: StaffBrowser) -> None:
    page = analyst.open("/insights")

    assert "The next release day is 30 November 2026" in page.text
    assert page.all("dl") == []
