"""Random directories in which everything that ranks or hides a service happens often."""

from datetime import UTC, datetime, time, timedelta
from random import Random

from sqlalchemy import delete
from sqlalchemy.orm import Session

from directory.lifelines import LIFELINES
from directory.model import (
    Attribute,
    Base,
    Contact,
    Organization,
    Schedule,
    Service,
    ServiceArea,
    Taxonomy,
    TaxonomyTerm,
)
from directory.terms import Caller, ContactChannel, HoursBasis, OnBankHolidays, ServiceStatus, Verification
from tests.directory.factories import HEREFORDSHIRE, READ_ON, TELFORD
from vocabulary.areas import District
from vocabulary.needs import Need


NEEDS = (Need.CUCKOOING, Need.DANGER_NOW, Need.HOUSING)
COVERAGES: tuple[tuple[str, ...], ...] = (
    (TELFORD,),
    (HEREFORDSHIRE, TELFORD),
    ("west-mercia",),
    ("west-mercia", TELFORD),
    ("national",),
    tuple(district.value for district in District),
    ("check-area",),
    ("outside:west-midlands",),
)
AGES = ((None, None), (None, None), (18, None), (None, 17), (16, 25), (50, None))
DAYS_AGO = (0, 0, 0, 100, 179, 180, 359, 360, 400)
PERIODS = ((9, 17), (0, 0), (22, 6), (1, 2), None)


def empty(session: Session) -> None:
    """Take everything out but the head of the history."""
    for table in reversed(Base.metadata.sorted_tables):
        if table.name not in {"finding", "history_head"}:
            session.execute(delete(table))
    session.commit()


def fill(session: Session, random: Random, count: int) -> None:
    """Store so many services; some carry the slugs of lifelines."""
    needs = Taxonomy(slug="needs", name="Needs", description="Needs")
    not_for = Taxonomy(slug="not-for", name="Not for", description="Not for")
    terms = {
        taxonomy.slug: [
            TaxonomyTerm(taxonomy=taxonomy, term=need.value, name=need.value, description=need.value)
            for need in NEEDS
        ]
        for taxonomy in (needs, not_for)
    }
    session.add_all([term for each in terms.values() for term in each])
    session.flush()
    provider = Organization(name="A Charity", description="It helps.")
    slugs = random.sample(LIFELINES, count // 5) + [f"service-{n:02}-{n % 3}" for n in range(count)]
    services = [_service(random, slug, provider, terms) for slug in slugs[:count]]
    session.add_all(services)
    session.flush()
    for service in services:
        if random.random() < 0.5:
            service.fallback_id = random.choice(services).id
    session.commit()


def _service(
    random: Random, slug: str, provider: Organization, terms: dict[str, list[TaxonomyTerm]]
) -> Service:
    youngest, oldest = random.choice(AGES)
    met = random.sample(terms["needs"], random.randint(1, 3))
    refused = random.sample(terms["not-for"], random.choice((0, 0, 0, 1)))
    checked = READ_ON - timedelta(days=random.choice(DAYS_AGO))
    return Service(
        slug=slug,
        organization=provider,
        name=slug,
        description="It helps.",
        public=random.random() < 0.9,
        status=random.choice([ServiceStatus.ACTIVE] * 4 + [ServiceStatus.TEMPORARILY_CLOSED]),
        minimum_age=youngest,
        maximum_age=oldest,
        caller=random.choice([Caller.ANYONE, Caller.ANYONE, *Caller]),
        read_on=checked,
        assured_date=random.choice([None, checked]),
        last_modified=datetime(2026, 11, 23, tzinfo=UTC),
        contacts=[_contact(random, number) for number in range(random.choice((0, 1, 1, 2)))],
        service_areas=_areas(random),
        schedules=_schedules(random),
        attributes=[
            *(Attribute(taxonomy_term=each, first_line=random.choice((None, 1, 2))) for each in met),
            *(Attribute(taxonomy_term=each) for each in refused),
        ],
    )


def _contact(random: Random, position: int) -> Contact:
    youngest, oldest = random.choice([(None, None), (None, None), *AGES])
    moment = datetime(2026, 11, 23, tzinfo=UTC)
    return Contact(
        position=position,
        channel=random.choice([ContactChannel.PHONE, ContactChannel.PHONE, *ContactChannel]),
        url="https://a.example",
        hours_basis=random.choice(list(HoursBasis)),
        minimum_age=youngest,
        maximum_age=oldest,
        verified=random.choice([Verification.OWN_PAGE, *Verification]),
        read_on=random.choice([None, READ_ON - timedelta(days=random.choice(DAYS_AGO))]),
        confirmed_on=random.choice([None, None, READ_ON]),
        withdrawn_at=random.choice([None] * 5 + [moment]),
        last_modified=moment,
        service_areas=random.choice([[], [], [], _areas(random)]),
        schedules=_schedules(random),
    )


def _areas(random: Random) -> list[ServiceArea]:
    return [ServiceArea(code=code, name=code) for code in random.choice(COVERAGES)]


def _schedules(random: Random) -> list[Schedule]:
    period = random.choice(PERIODS)
    if period is None:
        return []
    opens, closes = (time(hour) for hour in period)
    days = random.choice(("MO,TU,WE,TH,FR", "MO,TU,WE,TH,FR,SA,SU"))
    return [Schedule(byday=days, opens_at=opens, closes_at=closes, bank_holidays=OnBankHolidays.AS_USUAL)]
