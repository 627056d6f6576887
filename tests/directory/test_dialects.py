"""Both databases are asked the same and answer the same, whatever words each of them needs for it."""

from collections.abc import Sequence
from datetime import date

import pytest
from sqlalchemy import literal, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session, sessionmaker

from directory.dialects import among, json_row, json_rows, keys
from directory.model import Contact, Service
from tests.directory.factories import READ_ON, store_a_service


LISTED = select(Service.slug).where(among(Service.slug, keys("wanted"))).order_by(Service.slug)


@pytest.fixture
def session(sessions: sessionmaker[Session]) -> Session:
    with sessions() as opened:
        for slug in ("a-one", "b-two", "c-three"):
            store_a_service(opened, slug)
        yield opened


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ([], []),
        (["b-two"], ["b-two"]),
        (["c-three", "a-one", "a-one"], ["a-one", "c-three"]),
        (("b-two", "it's", 'a "quoted" one', "{a,b}", "null"), ["b-two"]),
    ],
)
def test_what_is_among_the_keys_is_found(session: Session, wanted: Sequence[str], found: list[str]) -> None:
    assert session.scalars(LISTED, {"wanted": wanted}).all() == found


def test_what_is_not_among_the_keys_is_found_by_its_opposite(session: Session) -> None:
    others = select(Service.slug).where(~among(Service.slug, keys("wanted")), Service.public)
    assert set(session.scalars(others, {"wanted": ["b-two"]})) == {"a-one", "c-three"}


@pytest.mark.parametrize("dialect", [sqlite.dialect(), postgresql.dialect()], ids=["sqlite", "postgresql"])
def test_the_statement_is_the_same_for_any_number_of_keys(dialect: object) -> None:
    statement = str(LISTED.compile(dialect=dialect))  # type: ignore[arg-type]  # either of the two
    assert "POSTCOMPILE" not in statement
    assert statement.count("(?)") + statement.count("%(wanted)s") == 1


def test_keys_are_looked_up_by_their_index(sessions: sessionmaker[Session]) -> None:
    engine = sessions.kw["bind"]
    if engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL reads a table without rows whole, whatever the index.")
    with engine.connect() as connection:
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {LISTED.compile(engine)}", ("[]",)).all()
    assert any(row.detail.startswith("SEARCH service USING") for row in plan)


def test_values_come_as_json_knows_them(session: Session) -> None:
    row = json_row(literal(1), literal("it's"), Service.read_on, Service.assured_date, json_row(literal(2)))
    found = session.scalars(select(row).where(Service.slug == "a-one")).one()
    assert found == [1, "it's", READ_ON.isoformat(), None, [2]]
    assert date.fromisoformat(found[2]) == READ_ON


def test_all_rows_come_as_one_value(session: Session) -> None:
    labels = select(json_rows(json_row(Service.slug, Contact.position))).join(Contact.service)
    assert sorted(session.scalars(labels).one()) == [["a-one", 0], ["b-two", 0], ["c-three", 0]]


def test_no_rows_are_no_value_or_an_empty_one(session: Session) -> None:
    assert not session.scalars(select(json_rows(Service.slug)).where(Service.slug == "none")).one()
