"""The search that reads little finds what the search that reads everything finds, on both databases."""

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from itertools import islice
from random import Random

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, update
from sqlalchemy.orm import Session, sessionmaker

from benchmarks import synthetic_directory
from benchmarks.directory import questions, widest
from directory import preselecting, ranking
from directory.enquiry import Enquiry
from directory.model import (
    Attribute,
    Contact,
    Finding,
    Schedule,
    Service,
    ServiceArea,
    Taxonomy,
    TaxonomyTerm,
)
from directory.model.taxonomies import NEEDS as NEEDS_SLUG
from directory.opening_hours import LONDON
from directory.search import _candidates, changes_answer, find_services
from directory.starter import fill as fill_starter
from directory.terms import ServiceStatus
from tests.directory import random_directory
from tests.directory.factories import (
    HEREFORDSHIRE,
    TELFORD,
    TUESDAY_NIGHT,
    TUESDAY_NOON,
    an_enquiry,
    store_a_service,
)
from tests.directory.random_directory import NEEDS
from vocabulary.needs import Need
from vocabulary.people import AgeBand, Person


AREAS = (TELFORD, HEREFORDSHIRE, "E08000025", "outside:west-midlands", None)
# By day and night, on the minute of opening and closing, at weekends, and while the clocks change.
MOMENTS = (
    TUESDAY_NOON,
    TUESDAY_NIGHT,
    datetime(2026, 11, 24, 8, 59, 59, tzinfo=LONDON),
    datetime(2026, 11, 24, 9, tzinfo=LONDON),
    datetime(2026, 11, 24, 16, 59, 59, tzinfo=LONDON),
    datetime(2026, 11, 24, 17, tzinfo=LONDON),
    datetime(2026, 11, 28, 12, tzinfo=LONDON),
    datetime(2026, 12, 25, 10, tzinfo=LONDON),
    *(datetime(2026, 10, 25, 0, tzinfo=UTC) + timedelta(minutes=30 * half) for half in range(4)),
    *(datetime(2027, 3, 28, 0, tzinfo=UTC) + timedelta(minutes=30 * half) for half in range(4)),
)


@pytest.fixture(autouse=True)
def reads_little_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that small directories already need several readings."""
    monkeypatch.setattr(preselecting, "WINDOW", 3)
    monkeypatch.setattr(preselecting, "SPARE", 1)


def _enquiries(random: Random) -> Iterator[Enquiry]:
    while True:
        yield an_enquiry(
            *random.sample(NEEDS, random.randint(1, 3)),
            area=random.choice(AREAS),
            age=random.choice([None, *AgeBand]),
            person=random.choice([None, *Person]),
            at=random.choice(MOMENTS),
        )


def _assert_alike(session: Session, enquiry: Enquiry, *, live: bool) -> int:
    everything = find_services(session, enquiry, live=live)
    for first in (1, 3, 8, 1000):
        assert find_services(session, enquiry, live=live, first=first) == everything[:first], enquiry
    candidates = _candidates(session, enquiry, live=live)

    def plainly(asked: Enquiry, count: int) -> list[ranking.Placed]:
        return ranking.place_all(candidates, asked)[:count]

    weigh = changes_answer(session, enquiry, live=live)
    assert weigh("age") is ranking.age_changes_answer(plainly, enquiry), enquiry
    assert weigh("person") is ranking.person_changes_answer(plainly, enquiry), enquiry
    return len(everything)


def test_reading_little_finds_the_same_in_any_directory(
    sessions: sessionmaker[Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    examples = 12 if "sqlite" in str(sessions.kw["bind"].url) else 4
    counts: list[int] = []

    @settings(max_examples=examples, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.integers(0, 2**32))
    @example(16)  # 999 stands in for somebody, and is said to meet another need than the emergency
    def compare(seed: int) -> None:
        random = Random(seed)
        monkeypatch.setattr(preselecting, "WINDOW", random.choice((1, 3, 32)))
        with sessions() as session:
            random_directory.empty(session)
            random_directory.fill(session, random, 40)
            for enquiry in islice(_enquiries(random), 8):
                counts.append(_assert_alike(session, enquiry, live=random.random() < 0.3))

    compare()
    assert max(counts) > 4


def test_reading_little_finds_the_same_in_the_starter_directory(
    starter: Session,
) -> None:
    for need in Need:
        for area in (TELFORD, None):
            _assert_alike(starter, an_enquiry(need, Need.DRUG_DEBT, area=area), live=False)


def test_what_is_closed_is_found_where_what_is_enough_turns_out_to_be_too_little(
    sessions: sessionmaker[Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One service for two areas looks like two, until it is read."""
    monkeypatch.setattr(preselecting, "WINDOW", 32)
    with sessions() as session:
        random_directory.fill(session, Random(1), 0)
        terms = session.query(TaxonomyTerm).filter_by(term=Need.CUCKOOING.value).join(Taxonomy)
        term = terms.filter_by(slug=NEEDS_SLUG).one()
        for slug in ("a-open", "b-closed"):
            store_a_service(session, slug).attributes = [Attribute(taxonomy_term=term)]
        [opened, closed] = session.query(Service).order_by(Service.slug)
        opened.service_areas.append(ServiceArea(code=TELFORD, name="Telford"))
        closed.schedules = [Schedule(byday="TU", opens_at=time(9), closes_at=time(17))]
        session.commit()

        found = find_services(session, an_enquiry(at=TUESDAY_NIGHT), live=False, first=2)

    assert [match.slug for match in found] == ["a-open", "b-closed"]


def test_what_a_told_need_forbids_is_left_out(starter: Session) -> None:
    for need in Need:
        enquiry = an_enquiry(need)
        left_out = find_services(starter, enquiry, live=False, against=[Need.DRUG_DEBT])
        both = {match.id for match in find_services(starter, an_enquiry(need, Need.DRUG_DEBT), live=False)}
        found = find_services(starter, enquiry, live=False)

        assert [match for match in found if match.id in both] == left_out
        assert left_out[:3] == find_services(starter, enquiry, live=False, first=3, against=[Need.DRUG_DEBT])


@pytest.mark.parametrize(
    "change",
    [
        update(Service).values(status=ServiceStatus.INACTIVE),
        update(Service).values(public=False),
        update(Contact).values(withdrawn_at=TUESDAY_NOON),
        update(ServiceArea).values(code=HEREFORDSHIRE),
        update(TaxonomyTerm).values(term=TaxonomyTerm.term + "-of-old"),
        delete(ServiceArea),
        delete(TaxonomyTerm),
        delete(Service),
    ],
    ids=str,
)
def test_whatever_way_a_change_is_made_the_next_search_knows(
    sessions: sessionmaker[Session], change: object
) -> None:
    with sessions() as session:
        random_directory.fill(session, Random(1), 0)
        service = store_a_service(session)
        term = (
            session.query(TaxonomyTerm)
            .join(Taxonomy)
            .where(Taxonomy.slug == NEEDS_SLUG, TaxonomyTerm.term == "cuckooing")
            .one()
        )
        session.add(Attribute(link_id=service.id, taxonomy_term=term))
        session.commit()
    with sessions() as reader, sessions() as writer:
        before = find_services(reader, an_enquiry(), live=False, first=3)
        reader.rollback()
        writer.execute(change)  # type: ignore[call-overload]  # any statement
        unseen = find_services(reader, an_enquiry(), live=False, first=3)
        reader.rollback()
        writer.commit()
        after = find_services(reader, an_enquiry(), live=False, first=3)

    assert [match.slug for match in before] == [match.slug for match in unseen] == ["a-service"]
    assert after == []


def test_a_change_that_is_taken_back_leaves_no_trace(sessions: sessionmaker[Session]) -> None:
    with sessions() as session:
        random_directory.fill(session, Random(2), 20)
        before = session.query(*Finding.__table__.columns).all()
        session.execute(update(Service).values(public=False))
        assert session.query(Finding).count() == 0
        session.rollback()

        assert session.query(*Finding.__table__.columns).all() == before != []


@pytest.mark.slow
def test_reading_little_finds_the_same_among_many(sessions: sessionmaker[Session]) -> None:
    """The directory and the questions of benchmarks/directory.py, smaller: what is measured is exact."""
    with sessions() as session:
        fill_starter(session)
        session.commit()
    synthetic_directory.fill(sessions.kw["bind"], 1500)
    with sessions() as session:
        for enquiry in [*islice(questions(1), 15), *islice(widest(2), 3)]:
            everything = find_services(session, enquiry, live=False)
            assert find_services(session, enquiry, live=False, first=4) == everything[:4]
            assert (
                find_services(session, enquiry, live=True, first=4)
                == find_services(session, enquiry, live=True)[:4]
            )
