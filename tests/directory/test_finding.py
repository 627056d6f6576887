"""What the statements of a search find, and how much of the directory they look at, on both databases."""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session, sessionmaker

from benchmarks import synthetic_directory
from directory import finding
from directory.enquiry import Enquiry
from directory.lifelines import CHILDREN_TEAMS, EMERGENCY
from directory.model import Attribute, Base, Schedule, Service, ServiceArea, Taxonomy, TaxonomyTerm
from directory.model.taxonomies import NEEDS
from directory.opening_hours import LONDON
from directory.starter import fill as fill_starter
from tests.directory.factories import (
    HEREFORDSHIRE,
    READ_ON,
    TELFORD,
    TUESDAY_NIGHT,
    TUESDAY_NOON,
    an_enquiry,
    store_a_service,
)
from vocabulary.needs import Need
from vocabulary.people import AgeBand


LARGE, ALL = 1000, 10**6
ADULT = AgeBand.FROM_26_TO_59


@pytest.fixture
def session(sessions: sessionmaker[Session]) -> Iterator[Session]:
    with sessions() as opened:
        taxonomy = Taxonomy(slug=NEEDS, name="Needs", description="Needs")
        for need in (Need.CUCKOOING.value, Need.HOUSING.value):
            opened.add(TaxonomyTerm(taxonomy=taxonomy, term=need, name=need, description="A need"))
        opened.commit()
        yield opened


def store(session: Session, slug: str, *needs: Need, first_line: int | None = None, **given: Any) -> Service:
    """A service that meets needs, with other values than usual."""
    service = store_a_service(session, slug)
    terms = session.query(TaxonomyTerm).filter(TaxonomyTerm.term.in_(needs or (Need.CUCKOOING,)))
    service.attributes = [Attribute(taxonomy_term=term, first_line=first_line) for term in terms]
    for name, value in given.items():
        setattr(service, name, value)
    session.commit()
    return service


def nine_to_five() -> Schedule:
    return Schedule(byday="MO,TU,WE,TH,FR", opens_at=time(9), closes_at=time(17))


def rows(
    session: Session, enquiry: Enquiry, *, window: int = LARGE, enough: int = ALL, live: bool = False
) -> list[Any]:
    asked = {**finding.asked(enquiry, live=live), "window": window, "enough": enough}
    return list(session.execute(finding.windows(len(enquiry.needs)), asked).all())


def found(session: Session, enquiry: Enquiry, **sizes: Any) -> list[str]:
    return [row.slug for row in rows(session, enquiry, **sizes) if row.stream != finding.LEADING]


def leading(session: Session, enquiry: Enquiry) -> set[str]:
    return {row.service_id for row in rows(session, enquiry) if row.stream == finding.LEADING}


def test_findings_come_as_they_rank_whatever_the_hour(session: Session) -> None:
    local = [ServiceArea(code=TELFORD, name="Telford")]
    store(session, "f-closed", first_line=1, schedules=[nine_to_five()])
    store(session, "e-for-another-need", Need.HOUSING)
    store(session, "d-due", read_on=date(2026, 5, 1))
    store(session, "c-national", assured_date=READ_ON)
    store(session, "b-local", service_areas=local)
    store(session, "a-second", first_line=2)
    store(session, "z-first", first_line=1)
    for slug in ("f-closed", "e-for-another-need", "d-due", "c-national", "b-local", "a-second", "z-first"):
        service = session.query(Service).filter_by(slug=slug).one()
        service.schedules = service.schedules or [Schedule(byday="TU", opens_at=time(0), closes_at=time(0))]
    session.commit()

    enquiry = an_enquiry(Need.CUCKOOING, Need.HOUSING, age=ADULT, at=TUESDAY_NIGHT)
    assert found(session, enquiry) == [
        "z-first",
        "a-second",
        "b-local",
        "c-national",
        "d-due",
        "e-for-another-need",
        "f-closed",
    ]


def test_what_tells_no_hours_comes_behind_what_may_be_open(session: Session) -> None:
    store(session, "a-unknown")
    store(session, "b-told", schedules=[nine_to_five()])
    assert found(session, an_enquiry(at=TUESDAY_NOON)) == ["b-told", "a-unknown"]


def test_a_window_holds_the_first_of_each_need(session: Session) -> None:
    for number in range(5):
        store(session, f"cuckooing-{number}", first_line=5 - number)
        store(session, f"housing-{number}", Need.HOUSING)
    enquiry = an_enquiry(Need.CUCKOOING, Need.HOUSING)
    assert found(session, enquiry, window=2) == ["cuckooing-4", "cuckooing-3", "housing-0", "housing-1"]


@pytest.mark.parametrize(
    ("enough", "slugs"), [(3, ["a-open", "c-open", "b-closed"]), (2, ["a-open", "c-open"])]
)
def test_what_is_closed_is_looked_for_only_where_the_rest_is_not_enough(
    session: Session, enough: int, slugs: list[str]
) -> None:
    store(session, "a-open")
    store(session, "b-closed", schedules=[nine_to_five()])
    store(session, "c-open")
    assert found(session, an_enquiry(at=TUESDAY_NIGHT), enough=enough) == slugs


@pytest.mark.parametrize(
    ("at", "closed"),
    [
        (datetime(2026, 11, 24, 8, 59, tzinfo=LONDON), True),
        (datetime(2026, 11, 24, 9, 0, tzinfo=LONDON), False),
        (datetime(2026, 11, 24, 16, 59, tzinfo=LONDON), False),
        (datetime(2026, 11, 24, 17, 0, tzinfo=LONDON), True),
        (datetime(2026, 11, 28, 12, 0, tzinfo=LONDON), True),  # a Saturday
        (datetime(2026, 7, 1, 9, 30, tzinfo=LONDON), False),  # in summer time
    ],
)
def test_what_is_surely_closed_is_known_by_the_minute(session: Session, at: datetime, closed: bool) -> None:
    store(session, "a-service", schedules=[nine_to_five()], read_on=at.date())
    [row] = rows(session, an_enquiry(at=at, age=ADULT))
    assert row.is_closed is closed


@pytest.mark.parametrize(("day", "closed"), [(27, False), (28, False), (30, True)])
def test_nothing_is_surely_closed_by_its_times_while_the_clocks_change(
    session: Session, day: int, closed: bool
) -> None:
    at = datetime(2027, 3, day, 20, 0, tzinfo=LONDON)
    daily = Schedule(byday="MO,TU,WE,TH,FR,SA,SU", opens_at=time(9), closes_at=time(17))
    store(session, "a-service", schedules=[daily], read_on=at.date())
    [row] = rows(session, an_enquiry(at=at, age=ADULT))
    assert row.is_closed is closed


def test_a_child_s_team_leads_where_it_is_and_all_do_where_no_place_is_told(session: Session) -> None:
    teams = {
        slug: store(session, slug, service_areas=[ServiceArea(code=code, name="A district")]).id
        for slug, code in zip(CHILDREN_TEAMS[:2], (HEREFORDSHIRE, TELFORD), strict=True)
    }
    child = AgeBand.UNDER_18
    assert leading(session, an_enquiry(Need.HOUSING, age=child, area=TELFORD)) == {teams[CHILDREN_TEAMS[1]]}
    assert leading(session, an_enquiry(Need.HOUSING, age=child, area=None)) == set(teams.values())
    assert leading(session, an_enquiry(Need.HOUSING, age=None, area=None)) == set(teams.values())
    assert leading(session, an_enquiry(Need.HOUSING, age=ADULT, area=TELFORD)) == set()


def test_999_leads_in_danger_alone(session: Session) -> None:
    emergency = store(session, EMERGENCY, Need.HOUSING).id
    assert leading(session, an_enquiry(Need.DANGER_NOW, age=ADULT)) == {emergency}
    assert leading(session, an_enquiry(Need.HOUSING, age=ADULT)) == set()


@pytest.mark.parametrize(
    ("given", "gives_way"),
    [
        ({}, False),
        ({"status": "temporarily closed"}, True),
        ({"contacts": []}, True),
        ({"read_on": date(2026, 5, 1), "assured_date": READ_ON}, False),  # its contact was read lately
    ],
)
def test_what_may_give_way_comes_with_what_takes_its_place(
    session: Session, given: dict[str, Any], gives_way: bool
) -> None:
    instead = store(session, "b-instead", Need.HOUSING)
    lost = store(session, "a-lost", fallback_id=instead.id, **given)
    told = [(row.service_id, row.fallback_id) for row in rows(session, an_enquiry()) if row.stream < 0]
    assert told == ([(lost.id, instead.id)] if gives_way else [])


def test_live_use_finds_what_is_confirmed_and_the_lifelines(session: Session) -> None:
    for slug, confirmed in (("a-confirmed", READ_ON), ("b-not", None), ("samaritans", None)):
        store(session, slug, assured_date=confirmed)
    assert set(found(session, an_enquiry(), live=True)) == {"a-confirmed", "samaritans"}
    assert set(found(session, an_enquiry())) == {"a-confirmed", "b-not", "samaritans"}


@pytest.mark.parametrize("needs", [1, 3])
def test_no_search_reads_a_table_whole(sessions: sessionmaker[Session], needs: int) -> None:
    engine = sessions.kw["bind"]
    if engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL reads small tables whole, whatever their indexes.")
    enquiry = an_enquiry(*list(Need)[:needs])
    asked = {**finding.asked(enquiry, live=False), "window": LARGE, "enough": ALL, "keys": []}
    plans: list[str] = []

    def explain(_connection: object, cursor: Any, statement: str, parameters: Any, *_rest: object) -> None:
        plan = cursor.connection.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
        plans.extend(row[-1] for row in plan)

    with sessions() as session:
        fill_starter(session)
        session.commit()
        event.listen(engine, "before_cursor_execute", explain)
        session.connection().execute(finding.windows(needs), asked)
        session.connection().execute(finding.CHOSEN, asked)

    assert not {line.split()[1] for line in plans if line.startswith("SCAN")}.intersection(
        Base.metadata.tables
    )
    assert plans.count("SEARCH finding USING PRIMARY KEY (need=?)") == 2 * needs
    assert "SEARCH finding USING INDEX ix_finding_need_gives_way_on (need=? AND gives_way_on<?)" in plans


@pytest.mark.slow
def test_a_window_holds_no_more_among_many(sessions: sessionmaker[Session]) -> None:
    with sessions() as session:
        fill_starter(session)
        session.commit()
    synthetic_directory.fill(sessions.kw["bind"], LARGE)
    with sessions() as session:
        enquiry = an_enquiry(Need.CUCKOOING, at=TUESDAY_NIGHT)
        everything = found(session, enquiry)
        first = found(session, enquiry, window=8, enough=8)
    assert first == [slug for slug in everything if slug in first]
    assert len(everything) > len(first) == 8
