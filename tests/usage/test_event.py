"""A usage event holds values from closed lists and nothing else."""

from datetime import UTC, date, datetime

import pytest

from tests.usage.factories import an_event
from usage.event import OUTSIDE, BadEvent, UsageEvent, from_line, new_visit, record_key, to_line
from vocabulary.pathway import Channel, PartOfDay, Step, Traffic
from vocabulary.risks import Risk


MARKER = "MARKER-TEXT"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("need", MARKER),
        ("area", "TF1 1AA"),
        ("area", MARKER),
        ("age", "17"),
        ("risk", MARKER),
        ("service", MARKER),
        ("service", "{6ba7b810-9dad-11d1-80b4-00c04fd430c8}"),
        ("step", MARKER),
        ("traffic", "real"),
        ("channel", MARKER),
        ("id", MARKER),
        ("visit", MARKER),
        ("visit", "٣" * 32),
    ],
)
def test_a_value_outside_its_list_is_refused_and_never_repeated(field: str, value: str) -> None:
    with pytest.raises(BadEvent) as refused:
        an_event(**{field: value})

    assert refused.value.args == (field,)
    assert value == field or value not in str(refused.value)


def test_only_the_uk_day_and_its_quarter_are_kept_of_a_moment() -> None:
    late = an_event(at=datetime(2026, 6, 30, 23, 30, 59, tzinfo=UTC))

    assert (late.date, late.part) == (date(2026, 7, 1), PartOfDay.NIGHT)


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(BadEvent, match="at"):
        an_event(at=datetime(2026, 6, 30, 12))


def test_an_exact_time_does_not_fit_into_the_day() -> None:
    event = an_event()
    values = {name: getattr(event, name) for name in event.__dataclass_fields__}

    with pytest.raises(BadEvent, match="date"):
        UsageEvent(**(values | {"date": datetime(2026, 6, 30, 12, tzinfo=UTC)}))


def test_every_event_of_a_visit_has_the_same_record_key_from_0_to_255() -> None:
    visit = new_visit()

    keys = {an_event(visit=visit, step=step).record_key for step in Step}

    assert keys == {record_key(visit)}
    assert {record_key(f"{0:030x}{last:02x}") for last in range(256)} == set(range(256))


def test_two_visits_and_two_events_never_share_a_key() -> None:
    visits = {new_visit() for _ in range(1000)}
    events = {an_event().id for _ in range(1000)}

    assert len(visits) == len(events) == 1000


def test_a_caller_may_name_an_event_so_that_saying_it_twice_counts_once() -> None:
    assert an_event(id="0" * 32).id == "0" * 32


@pytest.mark.parametrize(
    "event",
    [
        an_event(),
        an_event(need=None, area=None, step=Step.STARTED, traffic=Traffic.DEMO),
        an_event(
            area=OUTSIDE,
            risk=Risk.CHILD,
            channel=Channel.WEB_NO_SCRIPT,
            service="6ba7b810-9dad-11d1-80b4-00c04fd430c8",
        ),
    ],
)
def test_an_event_survives_its_line(event: UsageEvent) -> None:
    line = to_line(event)

    assert "\n" not in line
    assert from_line(line) == event


@pytest.mark.parametrize(
    "line",
    [
        "",
        "null",
        "[]",
        "{}",
        to_line(an_event())[:-1],
        to_line(an_event()).replace("cuckooing", MARKER),
        to_line(an_event()).replace('"area"', '"postcode"'),
        to_line(an_event()).replace("{", '{"text":"x",', 1),
        to_line(an_event()).replace("2026-01-07", "07/01/2026"),
    ],
)
def test_a_line_that_is_not_an_event_is_refused(line: str) -> None:
    with pytest.raises(BadEvent) as refused:
        from_line(line)

    assert refused.value.__cause__ is None


def test_a_made_up_visit_is_refused_before_its_record_key_is_read() -> None:
    with pytest.raises(BadEvent, match="visit"):
        an_event(visit="")
