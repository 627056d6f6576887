"""Tests of saving: an edit and its history stand or fall together, also between two editors at once."""

import pytest
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, sessionmaker

from directory import editing, history
from directory.fields import write_values
from directory.history import Action, Editor, history_of
from directory.identifiers import identifier
from directory.model import Contact, Metadata, Phone
from directory.saving import Edit, EditedMeanwhile, apply, current_values
from tests.directory.factories import TUESDAY_NOON, store_a_service


ANA, BEN = Editor("staff-1", "Ana"), Editor("staff-2", "Ben")
SERVICE, CONTACT, PHONE = (identifier(kind, "a-service") for kind in ("service", "contact", "phone"))


@pytest.fixture
def stored(sessions: sessionmaker[Session]) -> sessionmaker[Session]:
    with sessions() as session:
        store_a_service(session)
    return sessions


def give_number(session: Session, number: str, *, by: Editor) -> None:
    contact = session.get_one(Contact, CONTACT)
    edit = Edit(by, TUESDAY_NOON, None, None, Action.UPDATE)
    apply(session, contact, edit, lambda: write_values(contact, {"number": number}))


def test_when_the_history_cannot_be_written_the_edit_is_undone(
    stored: sessionmaker[Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    def without_author(**values: object) -> Metadata:
        return Metadata(**(values | {"updated_by": None}))

    monkeypatch.setattr(history, "Metadata", without_author)
    with pytest.raises(IntegrityError), stored.begin() as session:
        give_number(session, "0113 240 3040", by=ANA)
    monkeypatch.undo()
    with stored() as session:
        assert session.get_one(Phone, PHONE).number == "01952 385385"
        assert session.get_one(Contact, CONTACT).version == 1
        assert history_of(session, SERVICE) == []


def test_nothing_is_kept_when_the_caller_does_not_commit(stored: sessionmaker[Session]) -> None:
    with stored() as session:
        give_number(session, "0113 240 3040", by=ANA)
        session.rollback()
    with stored() as session:
        assert session.get_one(Phone, PHONE).number == "01952 385385"
        assert history_of(session, SERVICE) == []


def test_of_two_who_save_at_once_the_second_is_refused_and_loses_nothing_of_the_first(
    stored: sessionmaker[Session],
) -> None:
    def save_after_the_other() -> None:
        with stored.begin() as second:
            held = second.get_one(Contact, CONTACT)  # both have the record before either saves
            with stored.begin() as first:
                give_number(first, "0113 240 3040", by=ANA)
            assert held.version == 1
            give_number(second, "0121 234 5678", by=BEN)

    with pytest.raises(EditedMeanwhile) as refused:
        save_after_the_other()
    assert refused.value.version == 2
    assert refused.value.current["number"] == "0113 240 3040"
    with stored() as session:
        assert session.get_one(Phone, PHONE).number == "0113 240 3040"
        assert {row.updated_by for row in history_of(session, SERVICE)} == {"staff-1"}


def test_every_save_counts_the_version_on_even_within_one_moment(stored: sessionmaker[Session]) -> None:
    for expected in (2, 3, 4):
        with stored.begin() as session:
            editing.withdraw_contact(session, CONTACT, by=ANA, at=TUESDAY_NOON)
        with stored() as session:
            assert session.get_one(Contact, CONTACT).version == expected


def test_the_current_values_name_each_field_that_staff_can_change(stored: sessionmaker[Session]) -> None:
    with stored() as session:
        contact = session.get_one(Contact, CONTACT)
        assert current_values(contact)["number"] == "01952 385385"
        service = current_values(contact.service)
        assert (service["status"], service["assured_date"], service["hours"]) == ("active", None, None)
