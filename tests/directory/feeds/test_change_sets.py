"""An import is one thing: it waits, somebody else applies all of it, and all of it can be undone."""

from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select
from sqlalchemy.orm.exc import StaleDataError

from directory import editing
from directory.chain import verify
from directory.feeds import applying, bringing, undoing
from directory.feeds.applying import NO_TIME
from directory.feeds.change_sets import (
    EditedSince,
    NoLongerFits,
    NotFound,
    NotWaiting,
    SamePerson,
    State,
    state_of,
)
from directory.feeds.files import read_json_file
from directory.feeds.report import Outcome
from directory.feeds.snapshots import take_snapshot
from directory.model import Base, ChangeSet, Metadata, Organization, Service
from tests.directory.feeds.conftest import APPROVER, AT, MANAGER, Desk, encode, row_of


HOUSING, FRANK = "worcester-city-housing", "hw-talking-therapies"
LEFT_OUT = {"change_set", "change_set_row", "metadata", "history_head"}
COUNTED = {"version", "last_modified"}


def _changed(desk: Desk) -> dict[str, Any]:
    """A file that changes two services in many ways and brings a new one with its organization."""
    feed = desk.export()
    housing, therapies = row_of(feed, HOUSING), row_of(feed, FRANK)
    housing.update(name="Another name", minimum_age=16)
    housing["contacts"][0]["phones"][0]["number"] = "01432 261546"
    housing["attributes"].pop()
    therapies.pop("contacts")
    therapies.pop("url")
    new = {**row_of(feed, HOUSING), "id": str(uuid4()), "name": "New"}
    for name in ("contacts", "attributes", "service_at_locations", "url", "email", "schedules"):
        new.pop(name, None)
    new["signpost"] = {"slug": "a-new-service", "caller": "anyone"}
    new["organization"] = {"id": str(uuid4()), "name": "A new charity", "description": "It helps."}
    for area in new["service_areas"]:
        area["id"] = str(uuid4())
    for name in ("cost_options", "languages", "funding"):
        new.pop(name, None)
    feed["contents"].append(new)
    return feed


def _propose(desk: Desk, feed: Any) -> str:
    with desk.sessions.begin() as session:
        brought = read_json_file("C:\\files\\services.json", encode(feed))
        return bringing.propose(session, brought, by=MANAGER, at=AT).id


def _apply(desk: Desk, key: str) -> None:
    with desk.sessions.begin() as session:
        applying.apply(session, key, by=APPROVER, at=AT, cool_off=NO_TIME)


def _undo(desk: Desk, key: str) -> None:
    with desk.sessions.begin() as session:
        undoing.undo(session, key, by=MANAGER, at=AT)


def _everything(desk: Desk) -> dict[str, list[Any]]:
    """Each row of the directory, but its history and what counts saves."""
    found = {}
    with desk.sessions() as session:
        for table in Base.metadata.sorted_tables:
            if table.name not in LEFT_OUT:
                columns = [each for each in table.columns if each.name not in COUNTED]
                found[table.name] = sorted(map(str, session.execute(select(*columns))))
    return found


def test_what_is_brought_waits_and_changes_nothing(both: Desk) -> None:
    before = _everything(both)

    key = _propose(both, _changed(both))

    assert _everything(both) == before
    with both.sessions() as session:
        found = session.get_one(ChangeSet, key)
        assert state_of(found) is State.WAITING
        assert found.source == "services.json"
        counts = (found.new_count, found.changed_count, found.unchanged_count, found.refused_count)
        assert counts == (1, 2, 78, 0)
        changed = next(row for row in found.rows if row.slug == HOUSING)
        assert ("name", "Another name") in {(field, after) for field, _before, after in changed.changes}


def test_applied_and_undone_everything_is_as_it_was_hidden_parts_included(both: Desk) -> None:
    before = _everything(both)
    key = _propose(both, _changed(both))

    _apply(both, key)
    between = _everything(both)
    _undo(both, key)

    assert between != before
    assert _everything(both) == before
    with both.sessions() as session:
        assert session.scalars(select(Organization).where(Organization.name == "A new charity")).all() == []
        assert state_of(session.get_one(ChangeSet, key)) is State.UNDONE
        assert verify(session).broken is None


def test_the_history_names_who_brought_it_who_agreed_and_who_undid_it(desk: Desk) -> None:
    key = _propose(desk, _changed(desk))
    _apply(desk, key)
    _undo(desk, key)

    with desk.sessions() as session:
        done = session.scalars(select(Metadata).order_by(Metadata.sequence)).all()
        brought = [each for each in done if each.last_action_type != "restore"]
        assert {(each.updated_by_name, each.approved_by_name) for each in brought} == {
            ("A Manager", "An Approver")
        }
        assert len({each.reason for each in brought}) == 1
        undone = [each for each in done if each.last_action_type == "restore"]
        assert {each.reason for each in undone} == {f"undid {brought[0].reason}"}
        assert len({each.service_id for each in undone}) == 3


def test_who_brought_it_cannot_apply_it(desk: Desk) -> None:
    key, before = _propose(desk, _changed(desk)), _everything(desk)

    with pytest.raises(SamePerson), desk.sessions.begin() as session:
        applying.apply(session, key, by=MANAGER, at=AT, cool_off=NO_TIME)

    assert _everything(desk) == before


def test_one_refused_row_keeps_the_whole_file_from_being_applied(desk: Desk) -> None:
    feed, before = _changed(desk), _everything(desk)
    row_of(feed, "childline")["status"] = "unheard of"
    key = _propose(desk, feed)

    with pytest.raises(NotWaiting):
        _apply(desk, key)

    assert _everything(desk) == before
    with desk.sessions() as session:
        found = session.get_one(ChangeSet, key)
        assert state_of(found) is State.REFUSED
        assert [row.slug or row.number for row in found.rows if row.outcome == "refused"] == [16]


def test_a_service_edited_after_it_was_brought_refuses_all_of_it(desk: Desk) -> None:
    key = _propose(desk, _changed(desk))
    _edit(desk, HOUSING)
    before = _everything(desk)

    with pytest.raises(NoLongerFits) as caught:
        _apply(desk, key)

    assert [row.slug for row in caught.value.report.rows if row.outcome is Outcome.REFUSED] == [HOUSING]
    assert _everything(desk) == before


def test_a_service_edited_since_refuses_the_undo_of_all_and_is_named(both: Desk) -> None:
    key = _propose(both, _changed(both))
    _apply(both, key)
    _edit(both, FRANK)
    before = _everything(both)

    with pytest.raises(EditedSince) as caught:
        _undo(both, key)

    assert caught.value.slugs == (FRANK,)
    assert _everything(both) == before


def test_an_edit_of_another_service_does_not_stand_in_the_way_of_an_undo(desk: Desk) -> None:
    key = _propose(desk, _changed(desk))
    _apply(desk, key)
    _edit(desk, "childline")

    _undo(desk, key)

    with desk.sessions() as session:
        assert (
            session.scalars(select(Service.assured_date).where(Service.slug == "childline")).one()
            == AT.date()
        )


def _edit(desk: Desk, slug: str) -> None:
    with desk.sessions.begin() as session:
        service = session.scalars(select(Service).where(Service.slug == slug)).one()
        editing.confirm_service(session, service.id, by=APPROVER, at=AT.replace(hour=11))


def test_what_was_decided_once_cannot_be_decided_again(desk: Desk) -> None:
    feed = _changed(desk)
    applied, discarded = _propose(desk, feed), _propose(desk, feed)
    with desk.sessions.begin() as session:
        applying.discard(session, discarded, by=MANAGER, at=AT)
    with pytest.raises(NotWaiting):
        _apply(desk, discarded)
    _apply(desk, applied)

    for again in (_apply, _undo):
        _undo(desk, applied) if again is _undo else None
        with pytest.raises(NotWaiting):
            again(desk, applied)
    with pytest.raises(NotWaiting), desk.sessions.begin() as session:
        applying.discard(session, applied, by=MANAGER, at=AT)


def test_two_people_who_apply_at_the_same_moment_apply_it_once(both: Desk) -> None:
    key = _propose(both, _changed(both))
    first, second = both.sessions(), both.sessions()
    second.get_one(ChangeSet, key)  # read before the first has finished
    applying.apply(first, key, by=APPROVER, at=AT, cool_off=NO_TIME)
    first.commit()

    with pytest.raises((NotWaiting, StaleDataError)):
        applying.apply(second, key, by=APPROVER, at=AT, cool_off=NO_TIME)

    first.close()
    second.close()


def test_an_import_that_is_not_there_is_not_found(desk: Desk) -> None:
    for act in (_apply, _undo):
        with pytest.raises(NotFound):
            act(desk, str(uuid4()))


def test_services_that_the_file_lacks_are_told_and_stay(desk: Desk) -> None:
    feed = desk.export()
    feed["contents"] = [row for row in feed["contents"] if row["signpost"]["slug"] != FRANK]
    row_of(feed, HOUSING)["name"] = "Another name"
    key = _propose(desk, feed)

    _apply(desk, key)

    with desk.sessions() as session:
        found = session.get_one(ChangeSet, key)
        assert [row.slug for row in found.rows if row.outcome == "gone"] == [FRANK]
        assert session.scalars(select(Service).where(Service.slug == FRANK)).one().public


def test_a_snapshot_of_a_service_that_is_not_there_is_none(desk: Desk) -> None:
    with desk.sessions() as session:
        assert take_snapshot(session, str(uuid4())) is None
