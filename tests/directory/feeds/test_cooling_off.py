"""An approved import with a new number cools off as a whole; what it takes out of view goes at once."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select

from directory import editing
from directory.chain import verify
from directory.feeds import applying, bringing, undoing
from directory.feeds.change_sets import NotWaiting, State, state_of
from directory.feeds.files import read_json_file
from directory.going_live import show_due
from directory.history import Editor
from directory.model import Base, ChangeSet, Contact, Metadata, Organization, Service
from directory.terms import SentBack
from tests.directory.feeds.conftest import APPROVER, AT, MANAGER, Desk, encode, row_of


HOUSING, THERAPIES = "worcester-city-housing", "hw-talking-therapies"
NEW_NUMBER = "01432 261546"
DAY = timedelta(hours=24)
COUNTED = {"version", "last_modified"}
LEFT_OUT = {"change_set", "change_set_row", "metadata", "history_head"}


def _file(desk: Desk) -> Any:
    """A file that gives one service another number and name, and takes a contact away from another one."""
    feed = desk.export()
    housing = row_of(feed, HOUSING)
    housing["name"] = "Another name"
    housing["contacts"][0]["phones"][0]["number"] = NEW_NUMBER
    therapies = row_of(feed, THERAPIES)
    therapies.pop("contacts")
    therapies.pop("url")
    return feed


def _approve(desk: Desk, feed: Any, *, cool_off: timedelta = DAY, at: datetime = AT) -> str:
    with desk.sessions.begin() as session:
        kept = bringing.propose(session, read_json_file("services.json", encode(feed)), by=MANAGER, at=at)
        return applying.apply(session, kept.id, by=APPROVER, at=at, cool_off=cool_off).id


def _pass(desk: Desk, hours: float, *, disabled: dict[str, datetime] | None = None) -> list[str]:
    shut_out = disabled or {}
    return show_due(
        desk.sessions, at=AT + timedelta(hours=hours), disabled_at=lambda _, key: shut_out.get(key)
    )


def _state(desk: Desk, key: str) -> State:
    with desk.sessions() as session:
        return state_of(session.get_one(ChangeSet, key))


def _seen(desk: Desk) -> tuple[str, str, int]:
    """The name and first number of one service, and how many contacts of the other are in view."""
    with desk.sessions() as session:
        housing = session.scalars(select(Service).where(Service.slug == HOUSING)).one()
        therapies = session.scalars(select(Service).where(Service.slug == THERAPIES)).one()
        in_view = [each for each in therapies.contacts if each.withdrawn_at is None]
        return housing.name, housing.contacts[0].phones[0].number, len(in_view)


def _everything(desk: Desk) -> dict[str, list[Any]]:
    """Each row of the directory, but its history and what counts saves."""
    found = {}
    with desk.sessions() as session:
        for table in Base.metadata.sorted_tables:
            if table.name not in LEFT_OUT:
                columns = [each for each in table.columns if each.name not in COUNTED]
                found[table.name] = sorted(map(str, session.execute(select(*columns))))
    return found


def test_a_new_number_waits_for_its_cool_off_and_the_whole_file_with_it(both: Desk) -> None:
    before = _seen(both)

    key = _approve(both, _file(both))

    assert _seen(both)[:2] == before[:2]
    assert _state(both, key) is State.APPROVED
    assert _pass(both, 23.9) == []
    assert _seen(both)[:2] == before[:2]
    assert _pass(both, 24) == [key]
    assert _seen(both)[:2] == ("Another name", NEW_NUMBER)
    assert _state(both, key) is State.APPLIED
    assert _pass(both, 25) == []
    with both.sessions() as session:
        assert verify(session).broken is None


def test_what_a_file_takes_out_of_view_goes_when_it_is_approved(both: Desk) -> None:
    assert _seen(both)[2] > 0

    key = _approve(both, _file(both))

    assert _seen(both)[2] == 0
    _pass(both, 24)
    assert _seen(both)[2] == 0
    with both.sessions() as session:
        of_therapies = select(Service.id).where(Service.slug == THERAPIES).scalar_subquery()
        told = session.scalars(select(Metadata).where(Metadata.service_id == of_therapies)).all()
        withdrawn = [each for each in told if each.field_name == "withdrawn_at"]
        assert withdrawn
        assert {each.last_action_date for each in withdrawn} == {AT}
        assert len({each.resource_id for each in withdrawn}) == len(withdrawn)  # each is told once
        assert session.get_one(ChangeSet, key).applied_at == AT + DAY


def test_both_people_stand_in_the_history_with_the_moment_of_the_approval(desk: Desk) -> None:
    _approve(desk, _file(desk))
    _pass(desk, 24)

    with desk.sessions() as session:
        [number] = session.scalars(select(Metadata).where(Metadata.field_name == "number")).all()
        people = (number.updated_by_name, number.approved_by_name)
        assert (people, number.approved_at) == (("A Manager", "An Approver"), AT)
        assert number.last_action_date == AT + DAY


def test_without_a_cool_off_it_is_there_at_once(desk: Desk) -> None:
    key = _approve(desk, _file(desk), cool_off=timedelta(0))

    assert _seen(desk)[1] == NEW_NUMBER
    assert _state(desk, key) is State.APPLIED


def _name_only(row: dict[str, Any]) -> None:
    row["name"] = "Another name"


def _hours(row: dict[str, Any]) -> None:
    row["schedules"] = [
        {"id": str(uuid4()), "freq": "WEEKLY", "byday": "MO", "opens_at": "09:00", "closes_at": "17:00"}
        | {"signpost": {"bank_holidays": "closed"}}
    ]


def _contact_gone(row: dict[str, Any]) -> None:
    row.pop("contacts")
    row.pop("url", None)
    row.pop("email", None)


def _number_in_words(row: dict[str, Any]) -> None:
    row["description"] += " Or ring 07700 900123."


def _number_in_fees(row: dict[str, Any]) -> None:
    row["fees"] = "Free. Ring 07700 900123."


def _new_line(row: dict[str, Any]) -> None:
    more = {"channel": "phone", "hours": "unknown"}
    phones = [{"id": str(uuid4()), "number": NEW_NUMBER}]
    row["contacts"].append({"id": str(uuid4()), "name": "Evenings", "phones": phones, "signpost": more})


@pytest.mark.parametrize(
    ("change", "state"),
    [
        (_name_only, State.APPLIED),
        (_hours, State.APPLIED),
        (_contact_gone, State.APPLIED),
        (_number_in_words, State.APPROVED),
        (_number_in_fees, State.APPROVED),
        (_new_line, State.APPROVED),
    ],
)
def test_only_what_shows_a_new_number_cools_off(
    desk: Desk, change: Callable[[dict[str, Any]], None], state: State
) -> None:
    feed = desk.export()
    change(row_of(feed, HOUSING))

    assert _state(desk, _approve(desk, feed)) is state


def test_a_new_service_with_a_number_is_there_after_its_cool_off(both: Desk) -> None:
    feed, service, organization = both.export(), str(uuid4()), str(uuid4())
    new = {
        "id": service,
        "name": "New",
        "description": "It helps.",
        "status": "active",
        "last_modified": AT.isoformat(),
        "organization": {"id": organization, "name": "A new charity", "description": "It helps."},
        "signpost": {"slug": "a-new-service", "caller": "anyone"},
        "contacts": [],
    }
    _new_line(new)
    feed["contents"].append(new)

    _approve(both, feed)
    with both.sessions() as session:
        assert session.get(Service, service) is None
        assert session.get(Organization, organization) is None
    _pass(both, 24)

    with both.sessions() as session:
        assert session.get_one(Service, service).organization_id == organization


def test_stopped_before_its_moment_it_never_comes_and_what_went_stays_away(both: Desk) -> None:
    before, key = _seen(both), _approve(both, _file(both))

    with both.sessions.begin() as session:
        applying.discard(session, key, by=Editor("9", "Another manager"), at=AT)
    _pass(both, 48)

    assert _seen(both) == (*before[:2], 0)
    assert _state(both, key) is State.DISCARDED


@pytest.mark.parametrize("hours", [1, 48])
def test_undone_before_or_after_its_moment_everything_is_as_it_was(both: Desk, hours: int) -> None:
    before, key = _everything(both), _approve(both, _file(both))
    _pass(both, hours)

    with both.sessions.begin() as session:
        undoing.undo(session, key, by=APPROVER, at=AT)
    _pass(both, 72)

    assert _everything(both) == before
    assert _state(both, key) is State.UNDONE
    with both.sessions() as session:
        assert verify(session).broken is None


def test_a_service_edited_meanwhile_sends_all_of_it_back_to_a_second_person(both: Desk) -> None:
    before, key = _seen(both), _approve(both, _file(both))
    with both.sessions.begin() as session:
        service = session.scalars(select(Service).where(Service.slug == HOUSING)).one()
        editing.confirm_service(session, service.id, by=APPROVER, at=AT + timedelta(hours=1))

    assert _pass(both, 24) == []

    assert _seen(both)[:2] == before[:2]
    with both.sessions() as session:
        found = session.get_one(ChangeSet, key)
        assert (state_of(found), found.sent_back) == (State.WAITING, SentBack.CHANGED)
        assert found.approved_by == APPROVER.id


@pytest.mark.parametrize(
    ("person", "why"),
    [(MANAGER.id, SentBack.PROPOSER_DISABLED), (APPROVER.id, SentBack.APPROVER_DISABLED)],
)
def test_a_set_of_somebody_shut_out_waits_again_and_a_new_second_person_starts_its_cool_off(
    both: Desk, person: str, why: SentBack
) -> None:
    key, later = _approve(both, _file(both)), AT + timedelta(hours=2)

    assert _pass(both, 1, disabled={person: AT + timedelta(minutes=30)}) == []

    with both.sessions() as session:
        found = session.get_one(ChangeSet, key)
        assert (state_of(found), found.sent_back) == (State.WAITING, why)
    with both.sessions.begin() as session:
        third = Editor("9", "Another approver")
        again = applying.apply(session, key, by=third, at=later, cool_off=DAY)
        assert (again.live_at, again.sent_back) == (later + DAY, None)
    assert _pass(both, 26, disabled={MANAGER.id: AT + timedelta(minutes=30)}) == [key]
    assert _seen(both)[1] == NEW_NUMBER


def test_what_was_sent_back_can_still_be_undone_with_what_it_took_out_of_view(both: Desk) -> None:
    before, key = _everything(both), _approve(both, _file(both))
    _pass(both, 1, disabled={APPROVER.id: AT})

    with both.sessions.begin() as session:
        undoing.undo(session, key, by=Editor("9", "Another approver"), at=AT)

    assert _everything(both) == before


def test_an_approved_set_is_not_approved_twice(desk: Desk) -> None:
    key = _approve(desk, _file(desk))

    with pytest.raises(NotWaiting), desk.sessions.begin() as session:
        applying.apply(session, key, by=Editor("9", "Another"), at=AT, cool_off=DAY)


def test_two_who_look_for_what_is_due_at_the_same_moment_make_it_once(both: Desk) -> None:
    key = _approve(both, _file(both))
    with both.sessions() as first:
        found = first.get(ChangeSet, key, with_for_update=True)
        assert found is not None

        if first.get_bind().dialect.name == "postgresql":
            assert _pass(both, 24) == []  # somebody holds it
        first.rollback()

    assert [_pass(both, 24), _pass(both, 24)] == [[key], []]
    with both.sessions() as session:
        contacts = session.scalars(select(Contact).where(Contact.last_modified == AT + DAY)).all()
        assert len(contacts) == 1
