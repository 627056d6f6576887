"""A headline is about the chosen part and never says more than its table."""

import pytest

from tests.web.insights.tables import AREA, OTHER, A, B, a_table, an_answer
from usage.release import SUPPRESSED, WITHHELD, ReleasedTable
from web.insights.headlines import headline
from web.insights.views import ViewName


WHOLE = a_table((35, SUPPRESSED, 40), (25, 15, WITHHELD), (60, 20, 80))
FEW = a_table(*[(SUPPRESSED,) * 3] * 3)
KEPT_BACK = a_table(*[(WITHHELD,) * 3] * 3)


@pytest.mark.parametrize(
    ("table", "chosen", "words"),
    [
        (FEW, {}, "Fewer than 10 visits."),
        (FEW, {"need": A}, "Housing: fewer than 10 visits."),
        (
            KEPT_BACK,
            {},
            "A withheld number of visits. No single need can be shown. No single area can be shown.",
        ),
        (KEPT_BACK, {"need": A}, "Housing: a withheld number of visits. No single area can be shown."),
        (
            WHOLE,
            {},
            "About 80 visits. Most by need, of those shown: Housing (about 40). "
            "Most by area: Worcester (about 60), Outside West Mercia (about 20).",
        ),
        (
            WHOLE,
            {"area": AREA},
            "Worcester: about 60 visits. Most by need: Housing (about 35), Cuckooing (about 25).",
        ),
        (WHOLE, {"need": A}, "Housing: about 40 visits. Most by area: Worcester (about 35)."),
        (WHOLE, {"need": A, "area": AREA}, "Housing, Worcester: about 35 visits."),
    ],
)
def test_the_headline_is_about_the_chosen_part(
    table: ReleasedTable, chosen: dict[str, str], words: str
) -> None:
    assert headline(an_answer(table, ViewName.NEEDS_BY_AREA, before=None, **chosen), {}) == words


def a_funnel(*figures: object) -> ReleasedTable:
    rows = ("started", "need-found", "services-shown", "contact-opened", "helped-yes")
    lines = [(figure,) for figure in (*figures, figures[0])]
    return a_table(*lines, rows=rows, columns=(), view=ViewName.FUNNEL)  # type: ignore[arg-type]


def test_the_pathway_names_the_step_that_loses_most() -> None:
    words = headline(an_answer(a_funnel(200, 190, 100, 60, SUPPRESSED), ViewName.FUNNEL), {})

    assert words.startswith(
        "About 200 visits (started 200, need found 190, services shown 100, contact opened 60)."
    )
    assert words.endswith("Most leave between “Need found” and “Services shown”: about 90.")


def test_losses_that_noise_can_make_are_not_told() -> None:
    assert "leave" not in headline(an_answer(a_funnel(60, 55, 50, 40, 30), ViewName.FUNNEL), {})


def test_a_pathway_too_small_to_show_says_so() -> None:
    words = headline(an_answer(a_funnel(*[SUPPRESSED] * 5), ViewName.FUNNEL), {})

    assert words == "Fewer than 10 visits. The stages are too small to show."


WEEKS = ("2026-06-29", "2026-07-06", "2026-07-13")


@pytest.mark.parametrize(
    ("figures", "words"),
    [
        ((20, 45, 30), "Visits: between about 20 and about 45 a week."),
        (
            (20, SUPPRESSED, 30),
            "Visits: between about 20 and about 30 a week. 1 of 3 weeks is too small to show.",
        ),
        ((20, 20, 20), "Visits: about 20 in each week that can be shown."),
        ((SUPPRESSED,) * 3, "Visits: fewer than 10 in each week shown."),
    ],
)
def test_weeks_are_told_by_their_least_and_most(figures: tuple[object, ...], words: str) -> None:
    line = (*figures, WITHHELD)
    table = a_table(line, line, rows=(A,), columns=WEEKS, view=ViewName.OVER_TIME)  # type: ignore[arg-type]

    assert headline(an_answer(table, ViewName.OVER_TIME), {}) == words


def test_unmet_need_tells_both_kinds_and_what_they_are_of() -> None:
    lines = ((30, SUPPRESSED, 35), (SUPPRESSED, SUPPRESSED, SUPPRESSED), (15, 40, 55), (300, 200, 500))
    rows = ("no-match", "no-match-hidden", "only-closed")
    table = a_table(*lines, rows=rows, columns=(A, B), view=ViewName.UNMET)

    assert headline(an_answer(table, ViewName.UNMET), {}) == (
        "No service found in about 35 visits, most for Housing (about 30); only closed services shown in "
        "about 55 visits, most for Cuckooing (about 40), Housing (about 15). In all: about 500 visits."
    )


def test_services_are_told_by_their_opened_contacts() -> None:
    stages = ("services-shown", "contact-opened")
    table = a_table(
        (90, 20, 90), (40, 30, 40), (120, 50, 120), rows=("x", "y"), columns=stages, view=ViewName.SERVICES
    )

    assert headline(an_answer(table, ViewName.SERVICES), {"x": "Shelter", "y": "FRANK"}) == (
        "2 services were suggested often enough to be shown. "
        "Contacts opened most: FRANK (about 30), Shelter (about 20)."
    )


def test_outside_is_an_area_like_any_other() -> None:
    assert headline(an_answer(WHOLE, area=OTHER), {}).startswith("Outside West Mercia: about 20 visits.")
