"""A picture holds released figures only, and nothing that could run."""

import re
from datetime import date

import pytest

from tests.web.insights.tables import A, B, a_table, an_answer
from usage.release import NOT_KNOWN, SUPPRESSED, WITHHELD, Period
from web.insights import chart_shapes, charts
from web.insights.views import VIEWS, ViewName


TABLE = a_table((35, SUPPRESSED, 40), (25, 15, WITHHELD), (60, 20, 80))
WEEKS = ("2026-06-29", "2026-07-06")


@pytest.mark.slow
@pytest.mark.parametrize("view", [ViewName.NEEDS_BY_AREA, ViewName.AGES])
def test_a_picture_is_svg_without_script_or_anything_from_elsewhere(view: ViewName) -> None:
    svg = charts.svg_of(an_answer(TABLE, view), {})

    assert svg.startswith("<svg")
    assert not re.search(
        r"<script|\son[a-z]+=|javascript:|<foreignObject|(?:href|src)=\"http", svg, re.IGNORECASE
    )
    assert "Worcester" in svg


def test_only_shown_figures_are_drawn() -> None:
    spec = charts.spec_of(an_answer(TABLE), {})

    (values,) = spec["datasets"].values() if "datasets" in spec else [spec["data"]["values"]]
    assert sorted(each["visits"] for each in values) == [15, 25, 35]


def test_the_total_alone_is_drawn_where_the_figure_says_so() -> None:
    lines = ((20, 25, WITHHELD), (SUPPRESSED, 30, WITHHELD), (30, 55, WITHHELD))
    answer = an_answer(a_table(*lines, columns=WEEKS, view=ViewName.OVER_TIME), ViewName.OVER_TIME)

    assert VIEWS[ViewName.OVER_TIME].drawn == ()
    assert [each["visits"] for each in charts.spec_of(answer, {})["data"]["values"]] == [30, 55]


def test_a_table_of_which_everything_is_hidden_has_no_picture() -> None:
    assert not charts.has_figures(an_answer(a_table(*[(SUPPRESSED,) * 3] * 3)))
    assert charts.has_figures(an_answer(TABLE))


def test_bars_of_needs_stand_by_their_length_and_what_is_not_known_stands_last() -> None:
    rows = (A, B, "missing", NOT_KNOWN)
    lines = [(figure,) for figure in (20, 60, SUPPRESSED, 90, 170)]
    needs = an_answer(a_table(*lines, rows=rows, columns=(), view=ViewName.NEEDS), ViewName.NEEDS)

    assert charts.spec_of(needs, {})["encoding"]["y"]["sort"] == ["Cuckooing", "Housing", "No need found"]


def test_stages_keep_the_order_of_the_pathway() -> None:
    rows = ("started", "services-shown", "contact-opened")
    lines = [(figure,) for figure in (60, 90, 20, 90)]
    pathway = an_answer(a_table(*lines, rows=rows, columns=(), view=ViewName.FUNNEL), ViewName.FUNNEL)

    names = ["Started", "Services shown", "Contact opened"]
    assert charts.spec_of(pathway, {})["encoding"]["y"]["sort"] == names


def test_a_picture_knows_whether_it_leaves_a_hidden_figure_out() -> None:
    lines = ((20, 25, WITHHELD), (SUPPRESSED, 30, WITHHELD), (30, 55, WITHHELD))

    assert charts.leaves_out(an_answer(TABLE))
    assert not charts.leaves_out(
        an_answer(a_table(*lines, columns=WEEKS, view=ViewName.OVER_TIME), ViewName.OVER_TIME)
    )


def test_the_weeks_that_are_meant_are_darker_and_a_hidden_one_is_a_gap() -> None:
    table = a_table((SUPPRESSED, 55, WITHHELD), rows=(), columns=WEEKS, view=ViewName.OVER_TIME)
    values = [
        {"week": "29 Jun 2026", "visits": None, "is_meant": False},
        {"week": "6 Jul 2026", "visits": 55, "is_meant": True},
    ]

    drawn = charts.weeks_svg(table, Period(date(2026, 7, 6), date(2026, 7, 12)))

    spec = chart_shapes.weeks(values)
    assert spec["encoding"]["x"]["scale"]["domain"] == ["29 Jun 2026", "6 Jul 2026"]
    assert drawn.count(chart_shapes.COLOURS[0]) == 1
    assert "29 Jun 2026" in drawn


@pytest.mark.slow
def test_a_png_is_a_picture() -> None:
    png = charts.png_of(an_answer(TABLE), {}, title="Needs by area")

    assert png.startswith(b"\x89PNG")


def test_a_chart_that_leaves_the_site_says_that_it_is_synthetic(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[dict[str, object]] = []

    def draw(spec: dict[str, object], *, scale: float) -> bytes:
        drawn.append(spec)
        return bytes(int(scale))

    monkeypatch.setattr("vl_convert.vegalite_to_png", draw)

    charts.png_of(an_answer(TABLE), {}, title="Needs by area")

    assert "SYNTHETIC DATA" in str(drawn[0]["title"])
