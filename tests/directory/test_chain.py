"""Tests of the hash chain: what is altered, dropped, slipped in or cut off is found. On both databases."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import delete, insert, select, text, update
from sqlalchemy.orm import Session, sessionmaker

from directory.chain import Break, Fault, hash_of, verify
from directory.history import Act, Action, Approval, Change, Editor, record
from directory.model import HistoryHead, Metadata
from directory.model.changes import BEGINNING
from tests.directory.factories import TUESDAY_NOON


ANA, BEN = Editor("staff-1", "Ana"), Editor("staff-2", "Ben")


def write(session: Session, *numbers: str) -> None:
    act = Act(ANA, TUESDAY_NOON, Action.UPDATE, "s", "contact", "c", "rang", Approval(BEN, TUESDAY_NOON))
    for number in numbers:
        record(session, act, [Change("number", None, number), Change("hours", "é", None)])


@pytest.fixture
def kept(sessions: sessionmaker[Session]) -> sessionmaker[Session]:
    """A history of three edits, six rows."""
    with sessions.begin() as session:
        write(session, "1", "2", "3")
    return sessions


def found(sessions: sessionmaker[Session]) -> Break | None:
    with sessions() as session:
        return verify(session).broken


def test_a_history_nobody_touched_holds(kept: sessionmaker[Session]) -> None:
    with kept() as session:
        verdict = verify(session)
        newest = session.scalars(select(Metadata).order_by(Metadata.sequence.desc())).first()
    assert (verdict.rows, verdict.broken) == (6, None)
    assert newest is not None
    assert verdict.head == newest.hash


def test_an_empty_history_holds(sessions: sessionmaker[Session]) -> None:
    with sessions() as session:
        verdict = verify(session)
    assert (verdict.rows, verdict.head, verdict.broken) == (0, BEGINNING, None)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("replacement_value", "9"),
        ("previous_value", ""),
        ("updated_by", "staff-3"),
        ("updated_by_name", "Cat"),
        ("reason", None),
        ("approved_by", "staff-1"),
        ("approved_by_name", None),
        ("approved_at", None),
        ("service_id", "other"),
        ("last_action_type", "create"),
        ("previous_hash", BEGINNING),
        ("hash", BEGINNING),
    ],
)
def test_the_first_altered_row_is_named(kept: sessionmaker[Session], column: str, value: str | None) -> None:
    with kept.begin() as session:
        key = session.scalars(select(Metadata.id).where(Metadata.sequence == 3)).one()
        session.execute(update(Metadata).where(Metadata.sequence.in_((3, 5))).values({column: value}))

    assert found(kept) == Break(3, Fault.ALTERED, key)


def test_a_row_that_is_gone_is_missed_at_its_place(kept: sessionmaker[Session]) -> None:
    with kept.begin() as session:
        session.execute(delete(Metadata).where(Metadata.sequence == 4))

    assert found(kept) == Break(4, Fault.MISSING)


def test_rows_cut_off_at_the_end_are_missed(kept: sessionmaker[Session]) -> None:
    with kept.begin() as session:
        session.execute(delete(Metadata).where(Metadata.sequence > 4))

    assert found(kept) == Break(5, Fault.CUT)


def test_a_history_that_is_gone_altogether_is_missed(kept: sessionmaker[Session]) -> None:
    with kept.begin() as session:
        session.execute(delete(Metadata))

    assert found(kept) == Break(1, Fault.CUT)


def test_a_row_added_without_the_head_is_found(kept: sessionmaker[Session]) -> None:
    with kept.begin() as session:
        last = session.scalars(select(Metadata).where(Metadata.sequence == 6)).one()
        names = {column.name for column in Metadata.__table__.columns}
        values = {name: getattr(last, name) for name in names} | {
            "id": "forged",
            "sequence": 7,
            "previous_hash": last.hash,
        }
        values["hash"] = hash_of(Metadata(**values))
        session.execute(insert(Metadata).values(values))

    assert found(kept) == Break(8, Fault.CUT)


def test_a_head_that_is_gone_is_missed_also_after_the_next_edit(kept: sessionmaker[Session]) -> None:
    with kept.begin() as session:
        session.execute(delete(HistoryHead))
    assert found(kept) == Break(6, Fault.HEADLESS)

    with kept.begin() as session:
        write(session, "4")

    assert found(kept) == Break(7, Fault.MISSING)


def test_a_moved_row_is_found(kept: sessionmaker[Session]) -> None:
    with kept.begin() as session:
        session.execute(update(Metadata).where(Metadata.sequence == 2).values(sequence=-2))
        session.execute(update(Metadata).where(Metadata.sequence == 3).values(sequence=2))
        session.execute(update(Metadata).where(Metadata.sequence == -2).values(sequence=3))

    broken = found(kept)
    assert broken is not None
    assert (broken.sequence, broken.fault) == (2, Fault.ALTERED)


def test_an_edit_that_is_undone_leaves_the_chain_whole(kept: sessionmaker[Session]) -> None:
    with kept() as session:
        write(session, "4")
        session.rollback()
    with kept.begin() as session:
        write(session, "5")

    assert found(kept) is None


def test_many_who_write_at_once_make_one_chain(kept: sessionmaker[Session]) -> None:
    def edit(number: int) -> None:
        with kept.begin() as session:
            write(session, str(number))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(edit, range(24)))

    with kept() as session:
        verdict = verify(session)
    assert (verdict.rows, verdict.broken) == (6 + 24 * 2, None)


@pytest.mark.parametrize("broken", ["UPDATE metadata SET hash = 'x'", "DELETE FROM history_head"])
def test_a_broken_chain_stops_no_edit(kept: sessionmaker[Session], broken: str) -> None:
    with kept.begin() as session:
        session.execute(text(broken))
    with kept.begin() as session:
        write(session, "a number that must go at once")

    assert found(kept) is not None


def test_equal_words_in_other_fields_make_another_hash() -> None:
    def row(**values: str) -> Metadata:
        return Metadata(sequence=1, previous_hash=BEGINNING, last_action_date=TUESDAY_NOON, **values)

    hashes: set[str] = {
        hash_of(row(previous_value="a", replacement_value="b")),
        hash_of(row(previous_value="ab")),
        hash_of(row(replacement_value="ab")),
        hash_of(row(previous_value='a","b')),
    }
    assert len(hashes) == 4
