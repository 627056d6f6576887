"""Tests of the history: what differs, and in which order it is told."""

from datetime import timedelta

from sqlalchemy.orm import Session, sessionmaker

from directory.history import Act, Action, Change, Editor, differences, history_of, record
from tests.directory.factories import TUESDAY_NOON


def test_only_fields_that_differ_are_changes() -> None:
    before = {"number": "101", "hours": None, "note": "same"}
    after = {"number": "111", "hours": "MO", "note": "same"}
    assert differences(before, after) == [Change("number", "101", "111"), Change("hours", None, "MO")]


def test_the_newest_change_of_a_service_comes_first(sessions: sessionmaker[Session]) -> None:
    def act(service_id: str, minutes: int) -> Act:
        at = TUESDAY_NOON + timedelta(minutes=minutes)
        return Act(Editor("1", "Ana"), at, Action.UPDATE, service_id, "contact", "a-contact")

    with sessions() as session:
        record(session, act("mine", 0), [Change("number", "a", "b")])
        record(session, act("mine", 5), [Change("number", "b", "c")])
        record(session, act("another", 9), [Change("number", "x", "y")])
        session.commit()
        assert [row.replacement_value for row in history_of(session, "mine")] == ["c", "b"]


def test_an_edit_that_changed_nothing_leaves_no_row(sessions: sessionmaker[Session]) -> None:
    with sessions() as session:
        act = Act(Editor("1", "Ana"), TUESDAY_NOON, Action.UPDATE, "mine", "contact", "a-contact")
        record(session, act, [])
        assert history_of(session, "mine") == []
