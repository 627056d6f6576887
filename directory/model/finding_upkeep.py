"""The SQL that keeps findings true: the rows of a service are made anew when anything they say changes.

On PostgreSQL a trigger first locks the service, so that two people who change it at once wait for each
other; each of its statements sees what was committed before it.
"""
# ruff: noqa: S608 - the SQL is put together from constants of this file alone

from collections.abc import Iterator

from sqlalchemy import Connection

from directory.terms import WITHHELD_UNTIL_CONFIRMED
from vocabulary.areas import District


DISTRICTS = ", ".join(f"'{each.value}'" for each in District)
WITHHELD = ", ".join(f"'{each.value}'" for each in sorted(WITHHELD_UNTIL_CONFIRMED))
OLDEST = 200
NO_PLACE = 99  # directory.ranking's
LONG_AGO = "'0001-01-01'"
# A contact that is not for everybody whom the service is for.
OF_ITS_OWN = """(c.minimum_age IS NOT NULL OR c.maximum_age IS NOT NULL
    OR EXISTS (SELECT 1 FROM service_area o WHERE o.contact_id = c.id))"""
COLUMNS = """need, further, breadth, unconfirmed, place, slug, code, service_id, checked_on, ages_from,
    ages_to, active, fallback_id, gives_way_on, opens_at, closes_at, weekends, hours_told"""
# Each half by an index of its own: one condition with "or" would read all hours.
HOURS = """(SELECT g.opens_at, g.closes_at, g.byday FROM schedule g WHERE g.service_id = s.id
    UNION ALL SELECT g.opens_at, g.closes_at, g.byday
        FROM contact c JOIN schedule g ON g.contact_id = c.id WHERE c.service_id = s.id) h"""
# Whoever is shown which contacts, all that is known of them lies between two times of one day.
HAS_PLAIN_HOURS = f"""EXISTS (SELECT 1 FROM schedule h WHERE h.service_id = s.id)
    AND NOT EXISTS (SELECT 1 FROM {HOURS} WHERE h.closes_at <= h.opens_at)
    AND NOT EXISTS (SELECT 1 FROM contact c WHERE c.service_id = s.id AND NOT (c.hours_basis = 'service'
        OR (c.hours_basis = 'own' AND EXISTS (SELECT 1 FROM schedule h WHERE h.contact_id = c.id))))"""
ROWS = f"""SELECT t.term, a.first_line IS NULL,
    CASE {{code}} WHEN 'national' THEN 2 WHEN 'west-mercia' THEN 1 ELSE 0 END, s.assured_date IS NULL,
    COALESCE(a.first_line, {NO_PLACE}), s.slug, {{code}}, s.id, COALESCE(s.assured_date, s.read_on),
    COALESCE((SELECT MIN(CASE WHEN COALESCE(c.minimum_age, 0) < COALESCE(s.minimum_age, 0)
        THEN COALESCE(c.minimum_age, 0) ELSE COALESCE(s.minimum_age, 0) END)
        FROM contact c WHERE c.service_id = s.id AND {OF_ITS_OWN}), s.minimum_age, 0),
    COALESCE((SELECT MAX(CASE WHEN COALESCE(c.maximum_age, {OLDEST}) > COALESCE(s.maximum_age, {OLDEST})
        THEN COALESCE(c.maximum_age, {OLDEST}) ELSE COALESCE(s.maximum_age, {OLDEST}) END)
        FROM contact c WHERE c.service_id = s.id AND {OF_ITS_OWN}), s.maximum_age, {OLDEST}),
    s.status = 'active', s.fallback_id,
    CASE WHEN s.fallback_id IS NULL THEN NULL
        WHEN s.status <> 'active' OR EXISTS (SELECT 1 FROM contact c
            WHERE c.service_id = s.id AND {OF_ITS_OWN}) THEN {LONG_AGO}
        ELSE COALESCE((SELECT MAX(COALESCE(c.confirmed_on, c.read_on, s.read_on)) FROM contact c
            WHERE c.service_id = s.id AND c.withdrawn_at IS NULL
            AND (c.confirmed_on IS NOT NULL OR c.verified NOT IN ({WITHHELD}))), {LONG_AGO}) END,
    CASE WHEN {HAS_PLAIN_HOURS} THEN (SELECT MIN(h.opens_at) FROM {HOURS}) END,
    (SELECT MAX(h.closes_at) FROM {HOURS}),
    EXISTS (SELECT 1 FROM {HOURS}
        WHERE REPLACE(h.byday, 'SA', '') <> h.byday OR REPLACE(h.byday, 'SU', '') <> h.byday),
    EXISTS (SELECT 1 FROM {HOURS}) OR EXISTS (SELECT 1 FROM contact c
        WHERE c.service_id = s.id AND c.hours_basis = 'outside-office-hours')
    FROM service s
    JOIN attribute a ON a.link_id = s.id
    JOIN taxonomy_term t ON t.id = a.taxonomy_term_id
    JOIN taxonomy x ON x.id = t.taxonomy_id AND x.slug = 'needs'"""
SHOWABLE = "s.public AND (s.status = 'active' OR s.fallback_id IS NOT NULL)"
EACH_AREA = f"""INSERT INTO finding ({COLUMNS}) {ROWS.format(code="r.code")}
    JOIN service_area r ON r.service_id = s.id
    WHERE {SHOWABLE} AND NOT EXISTS (SELECT 1 FROM service_area d
        WHERE d.service_id = s.id AND d.code = r.code AND d.id < r.id)"""
ALL_DISTRICTS = f"""INSERT INTO finding ({COLUMNS}) {ROWS.format(code="'west-mercia'")}
    WHERE {SHOWABLE}
    AND (SELECT COUNT(DISTINCT d.code) FROM service_area d
        WHERE d.service_id = s.id AND d.code IN ({DISTRICTS})) = {len(District)}
    AND NOT EXISTS (SELECT 1 FROM service_area d WHERE d.service_id = s.id AND d.code = 'west-mercia')"""
# What changes findings: the columns, and whose findings a changed row ({row}) tells of.
WATCHED = {
    "service": (
        "slug, status, public, fallback_id, assured_date, read_on, minimum_age, maximum_age",
        "{row}.id",
    ),
    "contact": (
        "service_id, minimum_age, maximum_age, verified, confirmed_on, read_on, withdrawn_at, hours_basis",
        "{row}.service_id",
    ),
    "schedule": (
        "service_id, contact_id, byday, opens_at, closes_at",
        "COALESCE({row}.service_id, (SELECT service_id FROM contact WHERE id = {row}.contact_id))",
    ),
    "attribute": ("link_id, taxonomy_term_id, first_line", "{row}.link_id"),
    "service_area": (
        "service_id, contact_id, code",
        "COALESCE({row}.service_id, (SELECT service_id FROM contact WHERE id = {row}.contact_id))",
    ),
    "taxonomy_term": (
        "term, taxonomy_id",
        "SELECT link_id FROM attribute WHERE taxonomy_term_id = {row}.id",
    ),
    "taxonomy": (
        "slug",
        "SELECT link_id FROM attribute WHERE taxonomy_term_id IN "
        "(SELECT id FROM taxonomy_term WHERE taxonomy_id = {row}.id)",
    ),
}
EVENTS = {"insert": ("NEW",), "update": ("OLD", "NEW"), "delete": ("OLD",)}


def trigger_names() -> list[str]:
    """The triggers that a directory has to have."""
    return [f"finding_{table}_{event}" for table in WATCHED for event in EVENTS]


def create_triggers(dialect: str) -> Iterator[str]:
    """The statements that make the triggers; those that are there already stay."""
    for table, (columns, whose) in WATCHED.items():
        for event, rows in EVENTS.items():
            name = f"finding_{table}_{event}"
            when = f"UPDATE OF {columns}" if event == "update" else event.upper()
            steps = [step for row in rows for step in _renew(whose.format(row=row), dialect)]
            body = ";\n".join(steps)
            if dialect == "sqlite":
                yield f"CREATE TRIGGER IF NOT EXISTS {name} AFTER {when} ON {table} BEGIN\n{body};\nEND"
                continue
            yield (
                f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
                f"$$ BEGIN\n{body};\nRETURN NULL; END $$"
            )
            yield (
                f"CREATE OR REPLACE TRIGGER {name} AFTER {when} ON {table} "
                f"FOR EACH ROW EXECUTE FUNCTION {name}()"
            )


def drop_triggers(dialect: str) -> Iterator[str]:
    """The statements that take the triggers away."""
    for table in WATCHED:
        for event in EVENTS:
            name = f"finding_{table}_{event}"
            yield f"DROP TRIGGER {name}" if dialect == "sqlite" else f"DROP FUNCTION {name}() CASCADE"


def fill(connection: Connection) -> None:
    """Make the findings of all services anew; only needed where the triggers were away."""
    for statement in ("DELETE FROM finding", EACH_AREA, ALL_DISTRICTS):
        connection.exec_driver_sql(statement)


def _renew(whose: str, dialect: str) -> Iterator[str]:
    if dialect == "postgresql":
        yield f"PERFORM 1 FROM service WHERE id IN ({whose}) ORDER BY id FOR NO KEY UPDATE"
    yield f"DELETE FROM finding WHERE service_id IN ({whose})"
    yield f"{EACH_AREA} AND s.id IN ({whose})"
    yield f"{ALL_DISTRICTS} AND s.id IN ({whose})"
