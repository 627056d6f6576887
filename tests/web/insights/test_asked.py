"""An address becomes a request, or a code that a message belongs to."""

import pytest

from tests.usage.factories import WEEK
from usage.release import AREAS, BadPeriod, NotYet, Span, TableRequest, UnknownName
from vocabulary.pathway import Traffic
from web.insights.asked import MESSAGES, faults, period_value, read_question


def test_an_address_without_a_period_means_the_newest() -> None:
    asked = read_question({"need": "", "area": ""}, period=WEEK, traffic=Traffic.REAL)

    assert asked == TableRequest(WEEK.first, WEEK.last, Traffic.REAL)


def test_there_is_no_question_before_anything_is_released() -> None:
    assert read_question({}, period=None, traffic=Traffic.REAL) is None


def test_a_period_survives_its_address() -> None:
    asked = read_question({"period": period_value(WEEK)}, period=None, traffic=Traffic.REAL)

    assert asked == TableRequest(WEEK.first, WEEK.last, Traffic.REAL)


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ({"period": "2026-01-05"}, "not-a-date"),
        ({"period": "2026-13-05..2026-13-11"}, "not-a-date"),
        ({"traffic": "real"}, "unknown-question"),
    ],
)
def test_what_cannot_be_read_has_a_code(query: dict[str, str], code: str) -> None:
    with pytest.raises(BadPeriod) as refused:
        read_question(query, period=WEEK, traffic=Traffic.REAL)

    assert refused.value.code == code


@pytest.mark.parametrize(
    "code",
    ["reversed", "absurd", "not-a-date", "not-a-period", "unknown-question", NotYet.code, UnknownName.code],
)
def test_every_code_has_a_message_that_says_what_to_do(code: str) -> None:
    found = faults({"need": "foo", "area": "bar"}, code)

    assert found
    for fault in found:
        assert any(word in fault.message for word in ("Choose", "Use the form", "subtracting"))


def test_every_wrong_name_is_a_fault_of_its_own_field_beside_a_wrong_period() -> None:
    query = {"period": "foo", "need": "bar", "area": AREAS[0]}

    assert [fault.field for fault in faults(query, "not-a-date")] == ["period", "need"]


def test_the_periods_that_are_named_are_those_that_figures_are_released_for() -> None:
    spans = {span.name.lower() for span in Span}
    told = f"{MESSAGES['not-a-period']} {BadPeriod.__doc__}"

    assert {name for name in ("week", "month", "quarter", "year") if name in told} == spans
