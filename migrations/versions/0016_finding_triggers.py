"""The triggers of findings read a service's hours by index, however many services there are."""
# ruff: noqa: S608 - the SQL is put together from constants of this file alone

from collections.abc import Iterator
from importlib import import_module

from alembic import op


revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

BEFORE = import_module("migrations.versions.0013_finding_hours")
DISTRICTS = """'E06000019', 'E06000051', 'E06000020', 'E07000234', 'E07000235', 'E07000236',
    'E07000237', 'E07000238', 'E07000239'"""
WITHHELD = "'code-repositories', 'web-address-from-unsourced'"
OLDEST = 200
# A contact that is not for everybody whom the service is for.
OF_ITS_OWN = """(c.minimum_age IS NOT NULL OR c.maximum_age IS NOT NULL
    OR EXISTS (SELECT 1 FROM service_area o WHERE o.contact_id = c.id))"""
COLUMNS = """need, code, service_id, slug, first_line, checked_on, confirmed, ages_from, ages_to, active,
    has_fallback, contact_checked_on, opens_at, closes_at, weekends"""
# Each half by an index of its own: one condition with "or" would read all hours.
HOURS = """(SELECT g.opens_at, g.closes_at, g.byday FROM schedule g WHERE g.service_id = s.id
    UNION ALL SELECT g.opens_at, g.closes_at, g.byday
        FROM contact c JOIN schedule g ON g.contact_id = c.id WHERE c.service_id = s.id) h"""
# Whoever is shown which contacts, all that is known of them lies between two times of one day.
HAS_PLAIN_HOURS = f"""EXISTS (SELECT 1 FROM schedule h WHERE h.service_id = s.id)
    AND NOT EXISTS (SELECT 1 FROM {HOURS} WHERE h.closes_at <= h.opens_at)
    AND NOT EXISTS (SELECT 1 FROM contact c WHERE c.service_id = s.id AND NOT (c.hours_basis = 'service'
        OR (c.hours_basis = 'own' AND EXISTS (SELECT 1 FROM schedule h WHERE h.contact_id = c.id))))"""
ROWS = f"""SELECT t.term, {{code}}, s.id, s.slug, a.first_line,
    COALESCE(s.assured_date, s.read_on), s.assured_date IS NOT NULL,
    COALESCE((SELECT MIN(CASE WHEN COALESCE(c.minimum_age, 0) < COALESCE(s.minimum_age, 0)
        THEN COALESCE(c.minimum_age, 0) ELSE COALESCE(s.minimum_age, 0) END)
        FROM contact c WHERE c.service_id = s.id AND {OF_ITS_OWN}), s.minimum_age, 0),
    COALESCE((SELECT MAX(CASE WHEN COALESCE(c.maximum_age, {OLDEST}) > COALESCE(s.maximum_age, {OLDEST})
        THEN COALESCE(c.maximum_age, {OLDEST}) ELSE COALESCE(s.maximum_age, {OLDEST}) END)
        FROM contact c WHERE c.service_id = s.id AND {OF_ITS_OWN}), s.maximum_age, {OLDEST}),
    s.status = 'active', s.fallback_id IS NOT NULL,
    CASE WHEN EXISTS (SELECT 1 FROM contact c WHERE c.service_id = s.id AND {OF_ITS_OWN}) THEN NULL
        ELSE (SELECT MAX(COALESCE(c.confirmed_on, c.read_on, s.read_on)) FROM contact c
            WHERE c.service_id = s.id AND c.withdrawn_at IS NULL
            AND (c.confirmed_on IS NOT NULL OR c.verified NOT IN ({WITHHELD}))) END,
    CASE WHEN {HAS_PLAIN_HOURS} THEN (SELECT MIN(h.opens_at) FROM {HOURS}) END,
    (SELECT MAX(h.closes_at) FROM {HOURS}),
    EXISTS (SELECT 1 FROM {HOURS}
        WHERE REPLACE(h.byday, 'SA', '') <> h.byday OR REPLACE(h.byday, 'SU', '') <> h.byday)
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
        WHERE d.service_id = s.id AND d.code IN ({DISTRICTS})) = 9
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


def upgrade() -> None:
    """Put the new triggers in place of the old; what they have written stays right."""
    connection = op.get_bind()
    name = connection.dialect.name
    for statement in (*_drop_triggers(name), *_create_triggers(name)):
        connection.exec_driver_sql(statement)


def downgrade() -> None:
    """Put the old triggers back."""
    connection = op.get_bind()
    name = connection.dialect.name
    for statement in (*_drop_triggers(name), *BEFORE._create_triggers(name)):
        connection.exec_driver_sql(statement)


def _create_triggers(dialect: str) -> Iterator[str]:
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


def _drop_triggers(dialect: str) -> Iterator[str]:
    for table in WATCHED:
        for event in EVENTS:
            name = f"finding_{table}_{event}"
            yield f"DROP TRIGGER {name}" if dialect == "sqlite" else f"DROP FUNCTION {name}() CASCADE"


def _renew(whose: str, dialect: str) -> Iterator[str]:
    if dialect == "postgresql":
        yield f"PERFORM 1 FROM service WHERE id IN ({whose}) ORDER BY id FOR NO KEY UPDATE"
    yield f"DELETE FROM finding WHERE service_id IN ({whose})"
    yield f"{EACH_AREA} AND s.id IN ({whose})"
    yield f"{ALL_DISTRICTS} AND s.id IN ({whose})"
