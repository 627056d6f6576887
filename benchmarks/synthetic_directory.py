"""A made-up directory of any size, spread as a real one would be: needs, areas, ages, hours and checks."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from random import Random
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Engine, insert

from directory import model
from directory.model import finding_upkeep
from directory.model.declarative import Base
from vocabulary.areas import District
from vocabulary.needs import Need


TODAY = date(2026, 11, 24)
MOMENT = datetime(2026, 11, 23, tzinfo=UTC)
AT_ONCE = 2000  # services written together
DISTRICTS = [district.value for district in District]
# Most services are local; a fifth are for people who live elsewhere.
COVERAGE = ("local", "west-mercia", "national", "outside:elsewhere")
COVERAGE_SHARE = (60, 12, 8, 20)
AGES = ((None, None), (18, None), (None, 17), (16, 25), (50, None))
AGES_SHARE = (55, 25, 12, 5, 3)
WEEKDAYS, EVERY_DAY = "MO,TU,WE,TH,FR", "MO,TU,WE,TH,FR,SA,SU"
HOURS = ((WEEKDAYS, 9, 17), (WEEKDAYS, 8, 18), (EVERY_DAY, 9, 21), (EVERY_DAY, 0, 0), None)
HOURS_SHARE = (45, 15, 10, 12, 18)
OWN_HOURS_SHARE = 0.15
KINDS: tuple[type[Base], ...] = (
    model.Service,
    model.Contact,
    model.Attribute,
    model.ServiceArea,
    model.Schedule,
    model.Phone,
)
Row = dict[str, Any]
Rows = dict[type[Base], list[Row]]


def fill(engine: Engine, count: int, *, seed: int = 1) -> None:
    """Store so many services beside the taxonomies that are there; the findings are made at the end."""
    random = Random(seed)  # noqa: S311 - the same directory each time
    with engine.connect() as connection:
        _hurry(connection)
        for statement in finding_upkeep.drop_triggers(engine.dialect.name):
            connection.exec_driver_sql(statement)
        provider = {"id": _new_id(random), "name": "A synthetic charity", "description": "Made up."}
        connection.execute(insert(model.Organization), [provider])
        terms = _terms(connection)
        services = (_service(random, number, provider["id"], terms) for number in range(count))
        while batch := list(islice(services, AT_ONCE)):
            for kind in KINDS:
                connection.execute(insert(kind), [row for rows in batch for row in rows[kind]])
            connection.commit()
        connection.exec_driver_sql("ANALYZE")  # or PostgreSQL plans what follows for empty tables
        finding_upkeep.fill(connection)
        for statement in finding_upkeep.create_triggers(engine.dialect.name):
            connection.exec_driver_sql(statement)
        connection.commit()
    engine.dispose()  # what was hurried stays behind with its connection


def _hurry(connection: Connection) -> None:
    """More memory than Signpost takes, and no wait for the disk."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA cache_size = -400000")
        connection.exec_driver_sql("PRAGMA synchronous = OFF")


def _terms(connection: Connection) -> Mapping[str, str]:
    term, taxonomy = model.TaxonomyTerm.__table__, model.Taxonomy.__table__
    found = connection.execute(
        term.select().join(taxonomy, term.c.taxonomy_id == taxonomy.c.id).where(taxonomy.c.slug == "needs")
    )
    return {row.term: row.id for row in found}


def _service(random: Random, number: int, provider: str, terms: Mapping[str, str]) -> Rows:
    key, contact = _new_id(random), _new_id(random)
    youngest, oldest = random.choices(AGES, AGES_SHARE)[0]
    checked = TODAY - timedelta(
        days=random.randrange(170) if random.random() < 0.9 else random.randrange(400)
    )
    rows: Rows = defaultdict(list)
    rows[model.Service].append(
        {
            "id": key,
            "slug": f"synthetic-{number:06}",
            "organization_id": provider,
            "name": f"Synthetic service {number}",
            "description": "Made up for measuring, with as many words as a short description has.",
            "status": "active" if random.random() < 0.97 else "temporarily closed",
            "public": random.random() < 0.97,
            "minimum_age": youngest,
            "maximum_age": oldest,
            "caller": "anyone",
            "read_on": checked,
            "assured_date": checked if random.random() < 0.7 else None,
            "last_modified": MOMENT,
            "needs_human_check": False,
            "version": 1,
        }
    )
    rows[model.Contact].append(_contact(random, contact, key, checked))
    rows[model.Phone].append({"id": _new_id(random), "contact_id": contact, "number": "01952 385385"})
    rows[model.Attribute] = list(_attributes(random, key, terms))
    rows[model.ServiceArea] = [
        {"id": _new_id(random), "service_id": key, "code": code, "name": code} for code in _codes(random)
    ]
    hours = random.choices(HOURS, HOURS_SHARE)[0]
    if hours is not None:
        rows[model.Schedule].append(_schedule(random, hours, service_id=key))
    if random.random() < OWN_HOURS_SHARE:
        rows[model.Contact][0]["hours_basis"] = "own"
        rows[model.Schedule].append(_schedule(random, HOURS[1], contact_id=contact))
    return rows


def _schedule(
    random: Random,
    hours: tuple[str, int, int],
    *,
    service_id: str | None = None,
    contact_id: str | None = None,
) -> Row:
    days, opens, closes = hours
    owner = {"id": _new_id(random), "service_id": service_id, "contact_id": contact_id, "position": 0}
    period = {"byday": days, "opens_at": time(opens), "closes_at": time(closes), "freq": "WEEKLY"}
    return {**owner, **period, "bank_holidays": "closed"}


def _contact(random: Random, key: str, service: str, checked: date) -> Row:
    return {
        "id": key,
        "service_id": service,
        "name": "Helpline",
        "version": 1,
        "position": 0,
        "channel": "phone",
        "hours_basis": "service",
        "verified": "own-page" if random.random() < 0.95 else "code-repositories",
        "read_on": checked,
        "last_modified": MOMENT,
    }


def _attributes(random: Random, service: str, terms: Mapping[str, str]) -> Iterator[Row]:
    for need in random.sample(list(Need), random.choices((1, 2, 3, 4), (40, 30, 20, 10))[0]):
        yield {
            "id": _new_id(random),
            "link_id": service,
            "link_type": "service",
            "taxonomy_term_id": terms[need.value],
            "first_line": random.randint(1, 20) if random.random() < 0.15 else None,
        }


def _codes(random: Random) -> list[str]:
    kind = random.choices(COVERAGE, COVERAGE_SHARE)[0]
    return random.sample(DISTRICTS, random.choices((1, 2, 4), (75, 20, 5))[0]) if kind == "local" else [kind]


def _new_id(random: Random) -> str:
    return str(UUID(int=random.getrandbits(128), version=4))
