"""Findings lie in the order in which a search reads them, and tell what gives way and what has no hours."""
# ruff: noqa: S608 - the SQL is put together from constants of this file alone

from collections.abc import Callable, Iterator
from importlib import import_module

import sqlalchemy as sa
from alembic import op


revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

TABLE_BEFORE = import_module("migrations.versions.0013_finding_hours")
TRIGGERS_BEFORE = import_module("migrations.versions.0016_finding_triggers")
DISTRICTS = """'E06000019', 'E06000051', 'E06000020', 'E07000234', 'E07000235', 'E07000236',
    'E07000237', 'E07000238', 'E07000239'"""
WITHHELD = "'code-repositories', 'web-address-from-unsourced'"
OLDEST = 200
NO_PLACE = 99
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
    """Make the table anew, fill it from what is there, and let new triggers keep it."""
    _make_anew(_make_table, (EACH_AREA, ALL_DISTRICTS), _create_triggers)


def downgrade() -> None:
    """Make the table and its triggers as they were; nothing is lost that does not stand elsewhere."""
    filling = (TRIGGERS_BEFORE.EACH_AREA, TRIGGERS_BEFORE.ALL_DISTRICTS)
    _make_anew(TABLE_BEFORE._make_table, filling, TRIGGERS_BEFORE._create_triggers)


def _make_anew(
    make_table: Callable[[], None], filling: tuple[str, ...], create_triggers: Callable[[str], Iterator[str]]
) -> None:
    connection = op.get_bind()
    for statement in _drop_triggers(connection.dialect.name):
        connection.exec_driver_sql(statement)
    op.drop_table("finding")
    make_table()
    for statement in (*filling, *create_triggers(connection.dialect.name)):
        connection.exec_driver_sql(statement)


def _make_table() -> None:
    slug = sa.String(80).with_variant(sa.String(80, collation="C"), "postgresql")
    op.create_table(
        "finding",
        sa.Column("need", sa.String(80), nullable=False),
        sa.Column("further", sa.Boolean(), nullable=False),
        sa.Column("breadth", sa.Integer(), nullable=False),
        sa.Column("unconfirmed", sa.Boolean(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("slug", slug, nullable=False),
        sa.Column("code", sa.String(40), nullable=False),
        sa.Column("service_id", sa.String(36), nullable=False),
        sa.Column("checked_on", sa.Date(), nullable=False),
        sa.Column("ages_from", sa.Integer(), nullable=False),
        sa.Column("ages_to", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("fallback_id", sa.String(36)),
        sa.Column("gives_way_on", sa.Date()),
        sa.Column("opens_at", sa.Time()),
        sa.Column("closes_at", sa.Time()),
        sa.Column("weekends", sa.Boolean(), nullable=False),
        sa.Column("hours_told", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint(
            "need", "further", "breadth", "unconfirmed", "place", "slug", "code", name="pk_finding"
        ),
        sa.ForeignKeyConstraint(
            ["service_id"], ["service.id"], name="fk_finding_service_id", ondelete="CASCADE"
        ),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_finding_service_id", "finding", ["service_id"])
    known = sa.text("gives_way_on IS NOT NULL")
    op.create_index(
        "ix_finding_need_gives_way_on",
        "finding",
        ["need", "gives_way_on"],
        sqlite_where=known,
        postgresql_where=known,
    )


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
