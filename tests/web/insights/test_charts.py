"""A picture holds released figures only, and nothing that could run."""

import re

import pytest

from tests.web.insights.tables import a_table, an_answer
from usage.release import SUPPRESSED, WITHHELD
from web.insights import charts
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
