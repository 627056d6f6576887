"""The hazard log: what it rests on is there, and its faults are found."""

from typing import Any

import pytest

from signpost.assurance.figures import read_figures
from signpost.assurance.hazards import Hazard, every_test, hazard_faults, read_hazards
from signpost.assurance.reading import ROOT, BadData, fit


THIS = "tests/signpost/assurance/test_hazards.py::test_a_hazard_that_rests_on_what_is_there_has_no_fault"
# What the log has to speak of at least.
NEEDED = {
    "missed-emergency",
    "wrong-number",
    "found-by-a-perpetrator",
    "closed-service",
    "child-as-adult",
    "self-incrimination",
    "re-identification",
    "outage",
    "out-of-scope",
    "language",
}


def a_hazard(**changes: Any) -> Hazard:
    control = {"what": "It is held.", "tests": [THIS], "evidence": "docs/architecture.md"}
    data: dict[str, Any] = {
        "id": "fire",
        "title": "Fire",
        "hazard": "It burns.",
        "causes": ["A spark."],
        "effects": ["Smoke."],
        "initial": {"severity": "major", "likelihood": "high"},
        "controls": [control],
        "residual": {"severity": "major", "likelihood": "low"},
        "why": "There is water.",
        "left_to_do": ["Fill the buckets."],
        "owner": "operations lead",
    }
    return fit(data | changes, Hazard, where="fire.yml")


def faults(hazard: Hazard) -> list[str]:
    return list(hazard_faults([hazard], figures={}, root=ROOT))


def with_control(**changes: Any) -> Hazard:
    control = {"what": "It is held.", "tests": [THIS], "evidence": "docs/architecture.md"}
    return a_hazard(controls=[control | changes])


# --- the log as it is


def test_everything_the_log_rests_on_is_there() -> None:
    assert list(hazard_faults(read_hazards(), figures=read_figures(), root=ROOT)) == []


def test_it_speaks_of_every_hazard_that_it_has_to() -> None:
    assert {hazard.id for hazard in read_hazards()} >= NEEDED


def test_each_file_is_named_as_its_hazard() -> None:
    names = {path.stem for path in (ROOT / "content" / "assurance" / "hazards").iterdir()}

    assert {hazard.id for hazard in read_hazards()} == names


def test_an_aim_that_is_missed_is_said_where_a_hazard_rests_on_it() -> None:
    figures = read_figures()
    rests = [(each, figures[name]) for each in read_hazards() for name in each.figures]
    silent = [
        (hazard.id, figure.id)
        for hazard, figure in rests
        if not figure.is_met and figure.value not in hazard.why
    ]

    assert silent == []
    assert any(not figure.is_met for _, figure in rests)


def test_what_must_be_lowered_or_accepted_says_what_is_left_to_do() -> None:
    assert [each.id for each in read_hazards() if each.residual.rating >= 4 and not each.left_to_do] == []


# --- faults are found


def test_a_hazard_that_rests_on_what_is_there_has_no_fault() -> None:
    assert faults(a_hazard()) == []


def test_a_hazard_without_a_control_is_named() -> None:
    assert faults(a_hazard(controls=[])) == ["fire has no control."]


def test_a_control_whose_test_is_gone_is_named() -> None:
    gone = THIS.replace("has_no_fault", "was_renamed")

    assert faults(with_control(tests=[THIS, gone])) == [
        f"fire: 'It is held' rests on {gone}, which is not there."
    ]


def test_a_control_without_a_test_is_named() -> None:
    assert faults(with_control(tests=[])) == ["fire: 'It is held' has no test."]


def test_a_control_whose_evidence_is_gone_is_named() -> None:
    assert faults(with_control(evidence="docs/gone.md")) == [
        "fire: 'It is held' names docs/gone.md, which is not there."
    ]


def test_a_figure_that_is_gone_is_named() -> None:
    assert faults(a_hazard(figures=["speed"])) == ["fire rests on the figure speed, which is not there."]


# --- shapes


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"owner": "Ann"}, "owner"),
        ({"initial": {"severity": "huge", "likelihood": "low"}}, "initial.severity"),
        ({"likely": True}, "likely"),
        ({"residual": {"severity": "catastrophic", "likelihood": "very high"}}, "residual risk is higher"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_file_and_place(changes: dict[str, Any], place: str) -> None:
    with pytest.raises(BadData, match=place) as refused:
        a_hazard(**changes)

    assert str(refused.value).startswith("fire.yml: ")


def test_every_test_is_named_once_and_in_order() -> None:
    assert every_test([a_hazard(), with_control(tests=["tests/b.py::test_b", THIS])]) == (
        "tests/b.py::test_b",
        THIS,
    )
