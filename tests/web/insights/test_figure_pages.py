"""What an analyst sees of each figure, what nobody else sees, and what a hand-made address gets."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import func, select

from tests.usage.factories import a_visit
from tests.web.conftest import HandClock
from tests.web.page_reader import Page
from tests.web.staff_browser import PASSWORD, StaffBrowser
from usage.model import ReleaseRecord
from vocabulary.areas import District
from vocabulary.needs import Need
from vocabulary.pathway import Outcome, Step, Traffic
from vocabulary.people import AgeBand
from vocabulary.risks import Risk
from web.accounts.roles import Role
from web.app import create_app
from web.insights import labels
from web.insights.views import VIEWS, ViewName
from web.resources import Resources


WEEK_ONE = datetime(2026, 11, 11, 12, tzinfo=UTC)  # the tests' clock stands at 24 November
WEEK = "2026-11-09..2026-11-15"
TABLE = "/insights/needs-by-area"
CSV = f"{TABLE}/files/csv"
TELFORD = District.TELFORD_AND_WREKIN.value
Visit = Callable[..., None]


def cells(page: Page) -> list[str]:
    """The figures as they are heard: what is for the eye alone is left out."""
    return [each.text.removeprefix(labels.FEW_SHORT) for each in page.all("td")]


def figure(page: Page, row: str, column: str) -> str:
    columns = [each.text for each in page.all("th", scope="col")]
    rows = [each.text for each in page.all("th", scope="row")]
    return cells(page)[rows.index(row) * (len(columns) - 1) + columns.index(column) - 1]


def releases(held: Resources) -> int:
    with held.sessions() as session:
        return session.scalar(select(func.count()).select_from(ReleaseRecord)) or 0


def test_an_analyst_sees_the_visits_counted_once_their_week_is_released(
    analyst: StaffBrowser, visit: Visit
) -> None:
    visit(12, WEEK_ONE)

    page = analyst.open(TABLE)

    assert figure(page, "Cuckooing", "Telford and Wrekin") == "10"
    assert figure(page, "All visits", "All visits") == "10"
    assert figure(page, "Housing", "Worcester") == "fewer than 10"
    assert "About 10 visits. Most by need: Cuckooing (about 10)." in page.text


def test_visits_of_this_week_wait_for_their_release(
    analyst: StaffBrowser, visit: Visit, clock: HandClock
) -> None:
    visit(12, clock())
    before = analyst.open(TABLE).text

    clock.now = datetime(2026, 12, 7, 9, tzinfo=UTC)
    analyst.sign_in(email="analyst@signpost.example")
    after = analyst.open(TABLE)

    assert "No week is released yet" in before
    assert "The next release day is 30 November 2026" in before
    assert figure(after, "Cuckooing", "Telford and Wrekin") == "10"


@pytest.mark.parametrize("view", ViewName)
def test_every_figure_has_its_headline_picture_table_files_and_method(
    analyst: StaffBrowser, visits: Visit, view: ViewName
) -> None:
    service = "00000000-0000-5000-8000-000000000001"
    kinds = (
        {"step": Step.STARTED},
        {"step": Step.NO_MATCH, "outcome": Outcome.NOTHING_LISTED},
        {"step": Step.CLARIFIED},
        {"step": Step.RISK_CARD, "risk": Risk.CHILD},
        {"step": Step.SERVICES_SHOWN, "service": service, "outcome": Outcome.OPEN},
        {"step": Step.OUT_OF_AREA, "area": "outside"},
    )
    visits(*((20, at, said) for said in kinds for at in (WEEK_ONE, WEEK_ONE.replace(day=3))))

    page = analyst.open(f"/insights/{view}?period={WEEK}")

    assert page.one("img").attributes["src"].startswith("data:image/svg+xml;base64,")
    assert page.all("h2")[0].text in page.one("img").attributes["alt"]
    assert "synthetic data" in page.one("caption").text
    assert "Hidden in this table:" in page.text
    assert "nearest 5" in page.text
    for words, kind in (("CSV", "csv"), ("Excel", "xlsx"), ("Parquet", "parquet"), ("Picture (PNG)", "png")):
        assert page.links[words].startswith(f"/insights/{view}/files/{kind}?period=")
    assert page.unlabelled() == []
    assert len(page.all("h1")) == 1


def test_a_figure_of_which_nothing_can_be_drawn_says_so(analyst: StaffBrowser, visit: Visit) -> None:
    visit(2, WEEK_ONE)

    page = analyst.open(TABLE)

    assert page.all("img") == []
    assert "No figure of this choice is large enough to draw" in page.text
    assert "Fewer than 10 visits." in page.text
    assert "Picture (PNG)" not in page.links


def test_a_wide_table_writes_small_figures_short_for_the_eye_and_in_words_for_the_ear(
    analyst: StaffBrowser, visit: Visit
) -> None:
    visit(12, WEEK_ONE)

    wide, narrow = analyst.open(TABLE), analyst.open("/insights/needs")
    seen = {each.text for each in wide.all("span", **{"aria-hidden": "true"}) if "<" in each.text}

    assert seen == {"<10"}
    assert {each.text for each in wide.all("td")} == {"10", "<10fewer than 10"}
    assert "fewer than 10" in {each.text for each in narrow.all("td")}


def test_a_picture_that_leaves_out_what_is_hidden_says_so(analyst: StaffBrowser, visits: Visit) -> None:
    visits((12, WEEK_ONE, {}), (12, WEEK_ONE, {"step": Step.STARTED, "need": None, "area": None}))
    said = "Nothing is drawn where a figure is hidden."

    assert said in analyst.open("/insights/needs").text
    assert said not in analyst.open("/insights/visits-over-time?weeks=13").text


def test_a_month_can_be_asked_for_by_its_name(analyst: StaffBrowser, visits: Visit) -> None:
    visits(*((30, WEEK_ONE - timedelta(weeks=week), {}) for week in range(12)))

    page = analyst.open("/insights/needs?period=2026-09-28..2026-11-01")
    chosen = next(each for each in page.all("option") if "selected" in each.attributes)

    assert chosen.text == "October 2026: 28 September to 1 November 2026 (5 weeks)"
    assert figure(page, "Cuckooing", "Visits") == "150"
    assert figure(page, "Cuckooing", "Period before") == "120"
    assert figure(page, "Cuckooing", "Change") == "no more than noise"
    assert "This period has 5 weeks and the one before 4, so changes are told by the week." in page.text


def test_periods_of_the_same_length_need_no_such_words(analyst: StaffBrowser, visits: Visit) -> None:
    visits(*((30, WEEK_ONE - timedelta(weeks=week), {}) for week in range(2)))

    assert "told by the week" not in analyst.open(f"/insights/needs?period={WEEK}").text


def test_the_page_tells_its_method_and_the_hidden_share(analyst: StaffBrowser, visit: Visit) -> None:
    visit(12, WEEK_ONE)

    text = analyst.open(TABLE).text

    assert "Hidden in this table: 274 of 275 figures (99.6%), and 34 of 37 totals." in text
    for said in (
        "count visits, not people",
        "any number below 10, none included",
        "up to 6 added or taken away by chance",
        "nearest 5",
        "one week after",
    ):
        assert said in text


@pytest.mark.parametrize(
    ("traffic", "said"),
    [(Traffic.DEMO, "Synthetic data."), (Traffic.TEST, "Test data."), (Traffic.REAL, None)],
)
@pytest.mark.parametrize(
    "path", ["/insights", TABLE, "/insights/glossary", "/insights/statement", "/insights/reports"]
)
def test_what_is_not_real_is_marked(held: Resources, path: str, traffic: Traffic, said: str | None) -> None:
    marked = replace(held, settings=replace(held.settings, traffic=traffic))
    client = TestClient(create_app(marked), base_url="http://localhost:8000", follow_redirects=False)
    browser = StaffBrowser(client, marked)
    browser.sign_in_as(Role.ANALYST)

    text = browser.open(path).text

    assert [each for each in ("Synthetic data.", "Test data.") if each in text] == ([said] if said else [])


def test_a_filter_shows_part_of_the_same_table(analyst: StaffBrowser, visit: Visit) -> None:
    visit(33, WEEK_ONE)

    page = analyst.open(f"{TABLE}?period={WEEK}&need=cuckooing&area={TELFORD}")

    assert [each.text for each in page.all("td")] == ["35"] * 4
    assert page.all("h2")[0].text == "Cuckooing, Telford and Wrekin: about 35 visits."
    assert "Hidden in this table: 0 of 1 figures (0.0%), and 0 of 3 totals." in page.text
    assert page.links["CSV"] == f"{CSV}?period={WEEK}&need=cuckooing&area={TELFORD}"


def test_a_third_breakdown_narrows_and_a_fourth_is_refused(analyst: StaffBrowser, visit: Visit) -> None:
    visit(33, WEEK_ONE, age=AgeBand.UNDER_18)

    three = analyst.open(f"{TABLE}?period={WEEK}&age=under-18")
    four = analyst.client.get(f"{TABLE}?period={WEEK}&age=under-18&part=afternoon")

    assert figure(three, "Cuckooing", "Telford and Wrekin") == "35"
    assert four.status_code == 400
    assert "three ways at most" in four.text
    assert not Page(four.text).all("table")


def test_a_difference_is_told_only_where_noise_cannot_make_it(analyst: StaffBrowser, visits: Visit) -> None:
    visits(
        (40, WEEK_ONE.replace(day=3), {}),
        (20, WEEK_ONE.replace(day=3), {"need": Need.HOUSING}),
        (120, WEEK_ONE, {}),
        (22, WEEK_ONE, {"need": Need.HOUSING}),
    )

    page = analyst.open(f"/insights/needs?period={WEEK}")

    assert figure(page, "Cuckooing", "Change") == "up by about 80"
    assert figure(page, "Housing", "Change") == "no more than noise"
    assert figure(page, "Spiking", "Change") == "not known"
    assert "Cuckooing: up by about 80 (from 40 to 120)" in page.text
    assert "Housing: " not in page.text


def test_nothing_that_changed_is_not_said_to_be_proof(analyst: StaffBrowser, visits: Visit) -> None:
    visits((40, WEEK_ONE.replace(day=3), {}), (42, WEEK_ONE, {}))

    assert "does not prove that nothing changed" in analyst.open(f"/insights/needs?period={WEEK}").text


def test_the_first_week_has_nothing_to_be_compared_with(analyst: StaffBrowser, visit: Visit) -> None:
    visit(40, WEEK_ONE)

    assert "no whole period before" in analyst.open(f"/insights/needs?period={WEEK}").text


def test_the_pathway_says_where_people_leave(analyst: StaffBrowser, visits: Visit) -> None:
    steps = ((100, Step.STARTED), (90, Step.NEED_FOUND), (40, Step.SERVICES_SHOWN))
    visits(*((number, WEEK_ONE, {"step": step}) for number, step in steps))

    text = analyst.open(f"/insights/pathway?period={WEEK}").text

    assert "Most leave between “Need found” and “Services shown”: about 50." in text


def test_unmet_need_by_area_is_one_release_of_the_chosen_kind(
    analyst: StaffBrowser, visits: Visit, held: Resources
) -> None:
    said = {"step": Step.NO_MATCH, "outcome": Outcome.NOTHING_LISTED}
    spiked = {"area": District.WYRE_FOREST.value, "need": Need.SPIKING}
    visits((30, WEEK_ONE, said | spiked), (15, WEEK_ONE, said), (20, WEEK_ONE, spiked))

    page = analyst.open(f"/insights/unmet-need-by-area?period={WEEK}")

    assert figure(page, "Spiking", "Wyre Forest") == "30"
    assert figure(page, "Spiking", "All visits") == "30"
    assert figure(page, "All visits", "Telford and Wrekin") == "15"
    assert figure(page, "All visits", "All visits") == "45"
    assert releases(held) == 1


def test_a_visit_with_many_messages_counts_once(analyst: StaffBrowser, visits: Visit) -> None:
    visits(*((3, WEEK_ONE, {"visit": key}) for key in [a_visit() for _ in range(15)]))

    assert figure(analyst.open(TABLE), "All visits", "All visits") == "15"


@pytest.mark.parametrize("path", [TABLE, CSV, "/insights", "/insights/visits-over-time"])
@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("period=2026-11-15..2026-11-09", "The first day is after the last"),
        ("period=2026-11-10..2026-11-15", "subtracting one from the other"),
        ("period=2026-11-16..2026-11-22", "not released yet"),
        ("period=9999-12-27..9999-12-31", "too far away"),
        ("period=0001-01-01..0001-01-07", "too far away"),
        ("period=2026-02-30..2026-03-05", "could not be read"),
        ("period=MARKER-TEXT", "could not be read"),
        ("period=%D9%A2026-11-09..2026-11-15", "could not be read"),
        ("period=%00", "could not be read"),
        (f"period={WEEK}&need=MARKER-TEXT", "no such need"),
        (f"period={WEEK}&area=MARKER-TEXT", "no such area"),
        (f"period={WEEK}&channel=MARKER-TEXT", "no such channel"),
        (f"period={WEEK}&why=MARKER-TEXT", "no such kind of unmet need"),
        (f"period={WEEK}&stage=no-match", "does not know"),
        (f"need=housing&area={TELFORD}&channel=widget&part=night", "three ways at most"),
        (f"need=housing&area={TELFORD}&age=under-18&part=night", "three ways at most"),
        ("need=housing&need=spiking", "does not know"),
        ("visit=1", "does not know"),
    ],
)
def test_a_hand_made_address_gets_a_clear_message_and_no_figure(
    analyst: StaffBrowser, visit: Visit, held: Resources, path: str, query: str, said: str
) -> None:
    visit(12, WEEK_ONE)

    answer = analyst.client.get(f"{path}?{query}")
    page = Page(answer.text)

    assert answer.status_code == 400
    assert said in page.one("div", class_="govuk-error-summary").text
    assert page.title.startswith("Error:")
    assert page.broken_error_links() == []
    assert not page.all("table")
    assert not page.all("img")
    assert "MARKER-TEXT" not in answer.text
    assert releases(held) == 0


@pytest.mark.parametrize(
    ("query", "places"),
    [
        ("need=foo", ["#need"]),
        ("need=foo&area=bar", ["#need", "#area"]),
        ("period=foo&area=bar", ["#period", "#area"]),
        ("visit=1", ["#period"]),
    ],
)
def test_an_error_stands_at_the_field_that_is_wrong(
    analyst: StaffBrowser, visit: Visit, query: str, places: list[str]
) -> None:
    visit(12, WEEK_ONE)
    page = Page(analyst.client.get(f"{TABLE}?{query}").text)
    summary = page.one("div", class_="govuk-error-summary")
    described = {
        f"#{each.attributes['id']}": each.attributes["aria-describedby"]
        for each in page.all("select")
        if "aria-describedby" in each.attributes
    }

    assert [each.attributes["href"] for each in page.all("a") if each.within(summary)] == places
    assert list(described) == [place for place in places if "visit" not in query]
    assert all(page.one("p", id=message).text.startswith("Error:") for message in described.values())


def test_an_error_keeps_what_was_chosen_well(analyst: StaffBrowser, visit: Visit) -> None:
    visit(12, WEEK_ONE.replace(day=3))
    older = "2026-11-02..2026-11-08"

    page = Page(analyst.client.get(f"{TABLE}?period={older}&need=foo&area={TELFORD}").text)

    kept = {name: value for name, value in page.fields(TABLE).items() if value}
    assert kept == {"period": older, "area": TELFORD}


def test_a_period_that_began_before_the_first_visit_says_so(analyst: StaffBrowser, visit: Visit) -> None:
    visit(12, datetime(2026, 8, 12, 12, tzinfo=UTC))  # a Wednesday, seven weeks before the quarter ends

    page = analyst.open(TABLE)
    noted = [each.text for each in page.all("option") if " of 13" in each.text]

    assert noted == ["29 June to 27 September 2026 (7 of 13 weeks)"]
    assert "(7 of 13 weeks)" in page.one("caption").text
    assert "released, from 10 August 2026." in page.text


def test_a_hand_made_address_is_answered_before_anything_is_released_too(analyst: StaffBrowser) -> None:
    answer = analyst.client.get(f"{TABLE}?period=MARKER-TEXT")

    assert answer.status_code == 400
    assert Page(answer.text).broken_error_links() == []


@pytest.mark.parametrize("name", ["foo", "needs-by-area/files/exe", "foo/files/csv"])
def test_a_figure_or_file_that_there_is_not_is_refused(analyst: StaffBrowser, name: str) -> None:
    assert analyst.client.get(f"/insights/{name}").status_code in {404, 422}


@pytest.mark.parametrize("role", [Role.MANAGER, Role.APPROVER, Role.EDITOR])
@pytest.mark.parametrize("path", ["/insights", TABLE, CSV])
def test_other_staff_may_not_see_figures(browser: StaffBrowser, role: Role, path: str) -> None:
    browser.sign_in_as(role)

    assert browser.client.get(path).status_code == 403


def test_an_administrator_may_see_figures(browser: StaffBrowser) -> None:
    browser.sign_in_as(Role.ADMINISTRATOR)

    assert browser.client.get(TABLE).status_code == 200


@pytest.mark.parametrize("path", ["/insights", TABLE, CSV])
def test_nobody_sees_figures_without_signing_in(client: TestClient, path: str) -> None:
    answer = client.get(path)

    assert (answer.status_code, answer.headers["location"].split("?")[0]) == (303, "/staff/sign-in")


def test_a_shared_link_shows_its_figure_after_signing_in(browser: StaffBrowser, visit: Visit) -> None:
    visit(33, WEEK_ONE)
    browser.hire(Role.ANALYST)
    link = f"{TABLE}?period={WEEK}&need=cuckooing"
    sign_in = browser.client.get(link).headers["location"]
    fields = browser.open(sign_in).fields("/staff/sign-in")
    sent = fields | {"email": "analyst@signpost.example", "password": PASSWORD}

    answer = browser.client.post("/staff/sign-in", data=sent)

    assert answer.headers["location"] == link
    assert "Cuckooing: about 35 visits." in browser.open(link).text


def test_every_figure_has_a_title_and_a_question_of_its_own() -> None:
    assert set(VIEWS) == set(ViewName)
    assert len({view.title for view in VIEWS.values()}) == len(VIEWS)
    assert all(view.question.endswith("?") for view in VIEWS.values())
