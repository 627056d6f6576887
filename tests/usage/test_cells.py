"""A visit counts once in each cell, where and when it belongs."""

from datetime import UTC, datetime

import pytest
from sqlalchemy.orm import Session, sessionmaker

from tests.usage.factories import NOON, WEEK, a_visit, an_event, store
from usage.breakdowns import (
    CUBES,
    MOST,
    NOT_KNOWN,
    ONLY_CLOSED,
    VALUES,
    WHY_NOTHING,
    Breakdown,
    cube_name,
    cube_of,
)
from usage.cells import tables_of
from usage.event import OUTSIDE
from usage.noise import NOBODY, Cell
from usage.periods import Period
from usage.visits import read_visits
from vocabulary.areas import District
from vocabulary.needs import Need
from vocabulary.pathway import Channel, Outcome, PartOfDay, Step, Traffic
from vocabulary.people import AgeBand
from vocabulary.risks import Risk


TELFORD = District.TELFORD_AND_WREKIN.value
SHROPSHIRE = District.SHROPSHIRE.value
SERVICE, OTHER = "6ba7b810-9dad-11d1-80b4-00c04fd430c8", "6ba7b811-9dad-11d1-80b4-00c04fd430c8"


def visits_at(sessions: sessionmaker[Session], period: Period = WEEK, **at: str | None) -> int:
    """How many visits of a week are counted where these breakdowns have these values."""
    with sessions() as session:
        tables = tables_of(read_visits(session, period, Traffic.REAL))
    values = {Breakdown(name): str(value) for name, value in at.items() if value is not None}
    cube = cube_of(set(values))
    return tables[cube].get(tuple(values[each] for each in cube), NOBODY).visits


def test_no_stored_table_has_more_than_three_breakdowns_and_every_pair_of_closed_lists_has_one() -> None:
    assert {len(cube) for cube in CUBES} <= set(range(MOST + 1))
    assert {cube_of({one, other}) for one in VALUES for other in VALUES} <= set(CUBES)
    assert len({cube_name(cube) for cube in CUBES}) == len(CUBES)
    assert max(len(cube_name(cube)) for cube in CUBES) <= 64


def test_many_events_of_one_visit_count_once(sessions: sessionmaker[Session]) -> None:
    visit = a_visit()
    store(sessions, [an_event(visit=visit, step=step) for step in Step])

    assert visits_at(sessions) == visits_at(sessions, need=Need.CUCKOOING, area=TELFORD) == 1
    assert {visits_at(sessions, stage=step) for step in Step} == {1}


def test_record_keys_are_summed_over_visits(sqlite_sessions: sessionmaker[Session]) -> None:
    store(sqlite_sessions, [an_event(visit=f"{number:030x}{200:02x}") for number in range(3)])

    with sqlite_sessions() as session:
        tables = tables_of(read_visits(session, WEEK, Traffic.REAL))

    assert tables[()][()] == Cell(3, 600 % 256)
    assert tables[Breakdown.NEED, Breakdown.AREA][Need.CUCKOOING, TELFORD] == Cell(3, 600 % 256)


def test_two_needs_count_under_each_and_once_in_the_total(sqlite_sessions: sessionmaker[Session]) -> None:
    visit = a_visit()
    store(sqlite_sessions, [an_event(visit=visit, need=need) for need in (Need.CUCKOOING, Need.DRUG_DEBT)])

    assert visits_at(sqlite_sessions, need=Need.CUCKOOING, area=TELFORD) == 1
    assert visits_at(sqlite_sessions, need=Need.DRUG_DEBT, area=TELFORD) == 1
    assert visits_at(sqlite_sessions, area=TELFORD) == visits_at(sqlite_sessions) == 1


def test_a_need_said_before_the_area_and_age_counts_there(sqlite_sessions: sessionmaker[Session]) -> None:
    visit = a_visit()
    store(
        sqlite_sessions,
        [
            an_event(visit=visit, step=Step.STARTED, need=None, area=None),
            an_event(visit=visit, area=None),
            an_event(visit=visit, step=Step.AREA_GIVEN, age=AgeBand.UNDER_18),
        ],
    )

    assert visits_at(sqlite_sessions, need=Need.CUCKOOING, area=TELFORD, age=AgeBand.UNDER_18) == 1
    assert visits_at(sqlite_sessions, need=Need.CUCKOOING, area=NOT_KNOWN) == 0
    assert visits_at(sqlite_sessions, need=NOT_KNOWN) == visits_at(sqlite_sessions, age=NOT_KNOWN) == 0


def test_an_area_given_without_a_need_belongs_to_the_needs_that_have_none(
    sqlite_sessions: sessionmaker[Session],
) -> None:
    visit = a_visit()
    store(sqlite_sessions, [an_event(visit=visit, area=None), an_event(visit=visit, need=None, area=OUTSIDE)])

    assert visits_at(sqlite_sessions, need=Need.CUCKOOING, area=OUTSIDE) == 1


def test_a_visit_without_need_area_or_age_is_counted_too(sqlite_sessions: sessionmaker[Session]) -> None:
    store(sqlite_sessions, [an_event(step=Step.STARTED, need=None, area=None)])

    assert visits_at(sqlite_sessions, need=NOT_KNOWN, area=NOT_KNOWN, age=NOT_KNOWN) == 1


def test_two_areas_count_in_each_and_once_in_the_total(sqlite_sessions: sessionmaker[Session]) -> None:
    visit = a_visit()
    store(sqlite_sessions, [an_event(visit=visit, area=area) for area in (TELFORD, SHROPSHIRE)])

    assert visits_at(sqlite_sessions, area=TELFORD) == visits_at(sqlite_sessions, area=SHROPSHIRE) == 1
    assert visits_at(sqlite_sessions, need=Need.CUCKOOING) == 1


def test_a_step_counts_under_the_need_it_was_about_only(sqlite_sessions: sessionmaker[Session]) -> None:
    visit = a_visit()
    store(
        sqlite_sessions,
        [
            an_event(visit=visit, step=Step.STARTED, need=None),
            an_event(visit=visit, step=Step.SERVICES_SHOWN),
            an_event(visit=visit, step=Step.NO_MATCH, need=Need.DRUG_DEBT),
        ],
    )

    assert visits_at(sqlite_sessions, need=Need.DRUG_DEBT, stage=Step.NO_MATCH) == 1
    assert visits_at(sqlite_sessions, need=Need.CUCKOOING, stage=Step.NO_MATCH) == 0
    assert visits_at(sqlite_sessions, need=Need.CUCKOOING, stage=Step.STARTED) == 1


def test_a_contact_belongs_to_the_need_its_service_was_shown_for(
    sqlite_sessions: sessionmaker[Session],
) -> None:
    visit = a_visit()
    store(
        sqlite_sessions,
        [
            an_event(visit=visit, step=Step.SERVICES_SHOWN, service=SERVICE),
            an_event(visit=visit, step=Step.SERVICES_SHOWN, service=OTHER, need=Need.DRUG_DEBT),
            an_event(visit=visit, step=Step.CONTACT_OPENED, service=SERVICE, need=None, area=None),
        ],
    )
    opened = Step.CONTACT_OPENED

    assert visits_at(sqlite_sessions, need=Need.CUCKOOING, stage=opened, service=SERVICE) == 1
    assert visits_at(sqlite_sessions, need=Need.DRUG_DEBT, stage=opened) == 0
    assert visits_at(sqlite_sessions, area=TELFORD, stage=opened, service=SERVICE) == 1
    assert visits_at(sqlite_sessions, stage=opened, service=OTHER) == 0


@pytest.mark.parametrize(
    ("outcomes", "closed"),
    [
        ((Outcome.CLOSED, Outcome.CLOSED), 1),
        ((Outcome.CLOSED, Outcome.OPEN), 0),
        ((Outcome.CLOSED, Outcome.HOURS_UNKNOWN), 0),
        ((Outcome.CLOSED, None), 0),
    ],
)
def test_a_visit_found_only_closed_doors_when_every_service_was_closed(
    sqlite_sessions: sessionmaker[Session], outcomes: tuple[Outcome | None, ...], closed: int
) -> None:
    visit = a_visit()
    services = zip((SERVICE, OTHER), outcomes, strict=True)
    shown = [
        an_event(visit=visit, step=Step.SERVICES_SHOWN, service=service, outcome=outcome)
        for service, outcome in services
    ]
    store(sqlite_sessions, shown)

    assert visits_at(sqlite_sessions, need=Need.CUCKOOING, stage=ONLY_CLOSED) == closed


def test_why_nothing_was_shown_is_told_apart(sqlite_sessions: sessionmaker[Session]) -> None:
    store(sqlite_sessions, [an_event(step=Step.NO_MATCH, outcome=why) for why in (*WHY_NOTHING, None)])

    assert visits_at(sqlite_sessions, stage=Step.NO_MATCH) == 4
    assert {visits_at(sqlite_sessions, stage=f"no-match-{why}") for why in WHY_NOTHING} == {1}


@pytest.mark.parametrize("channel", Channel)
def test_a_visit_counts_under_its_channel_whatever_was_said(
    sqlite_sessions: sessionmaker[Session], channel: Channel
) -> None:
    visit = a_visit()
    shown = an_event(visit=visit, channel=channel, step=Step.SERVICES_SHOWN, service=SERVICE)
    store(sqlite_sessions, [an_event(visit=visit, channel=channel, need=None, area=None), shown])

    found = {each: visits_at(sqlite_sessions, need=Need.CUCKOOING, channel=each) for each in Channel}

    assert found == {each: int(each is channel) for each in Channel}
    assert visits_at(sqlite_sessions, channel=channel, stage=Step.SERVICES_SHOWN, service=SERVICE) == 1
    assert visits_at(sqlite_sessions, channel=channel, area=TELFORD, stage=Step.STARTED) == 0


def test_a_risk_card_counts_under_its_class(sqlite_sessions: sessionmaker[Session]) -> None:
    visit = a_visit()
    risks = (Risk.CHILD, Risk.SUICIDE)
    store(sqlite_sessions, [an_event(visit=visit, step=Step.RISK_CARD, risk=risk) for risk in risks])

    found = {risk: visits_at(sqlite_sessions, stage=f"{Step.RISK_CARD}-{risk}") for risk in Risk}

    assert found == {Risk.CHILD: 1, Risk.SUICIDE: 1, Risk.OVERDOSE: 0, Risk.EMERGENCY: 0}
    assert visits_at(sqlite_sessions, stage=Step.RISK_CARD) == 1


def test_a_visit_that_passes_midnight_belongs_to_the_week_and_part_of_day_it_began_in(
    sessions: sessionmaker[Session],
) -> None:
    visit = a_visit()
    sunday = datetime(2026, 1, 11, 23, 50, tzinfo=UTC)
    monday = sunday.replace(day=12, hour=0)
    store(sessions, [an_event(visit=visit, at=at, area=TELFORD) for at in (sunday, monday)])
    after = Period(monday.date(), sunday.date().replace(day=18))

    assert visits_at(sessions, part=PartOfDay.EVENING) == visits_at(sessions) == 1
    assert visits_at(sessions, after) == 0


def test_the_hour_that_daylight_saving_repeats_or_skips_belongs_to_its_uk_day(
    sqlite_sessions: sessionmaker[Session],
) -> None:
    ends = [datetime(2026, 10, 25, hour, 30, tzinfo=UTC) for hour in (0, 1)]  # both 1:30 in the UK
    begins = datetime(2026, 3, 29, 23, 30, tzinfo=UTC)  # 0:30 on the 30th, a Monday
    store(sqlite_sessions, [an_event(at=at) for at in (*ends, begins)])
    week_of_end = Period(ends[0].date().replace(day=19), ends[0].date())
    week_after_begin = Period(begins.date().replace(day=30), begins.date().replace(month=4, day=5))

    assert visits_at(sqlite_sessions, week_of_end, part=PartOfDay.NIGHT) == 2
    assert visits_at(sqlite_sessions, week_after_begin) == 1


def test_other_traffic_is_not_read(sqlite_sessions: sessionmaker[Session]) -> None:
    store(sqlite_sessions, [an_event(traffic=Traffic.TEST, at=NOON), an_event(traffic=Traffic.DEMO)])

    assert visits_at(sqlite_sessions) == 0
