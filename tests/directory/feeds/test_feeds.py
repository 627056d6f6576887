"""What other directories' feeds bring: theirs as rows of ours, on a schedule, waiting for a person."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select

from directory.feeds import change_sets
from directory.feeds.feeds import READ, SAME, add_feed, brought_by_feed, due_feeds, read_due
from directory.feeds.importing import judge_all
from directory.feeds.report import Fault, Outcome
from directory.model import ChangeSet, Feed, Service
from tests.directory.feeds.conftest import APPROVER, AT, MANAGER, Desk
from tests.directory.feeds.test_oruk import BASE, FakeFeed


def _foreign(**more: Any) -> dict[str, Any]:
    """A service as another directory has it, with fields that we do not know."""
    return {
        "id": str(uuid4()),
        "name": "Drop-in for families",
        "description": "It helps.",
        "status": "active",
        "url": "https://families.example.org",
        "email": "hello@families.example.org",
        "assurer_email": "somebody@example.org",
        "interpretation_services": "BSL",
        "organization": {"id": str(uuid4()), "name": "Families First", "tax_status": "x"},
        "phones": [{"id": str(uuid4()), "number": "01952 385385", "extension": 7}],
        "schedules": [{"id": str(uuid4()), "byday": "MO", "opens_at": "09:00", "closes_at": "17:00", "x": 1}],
        "service_areas": [{"id": str(uuid4()), "name": "Herefordshire"}, {"id": "?", "name": "Narnia"}],
        **more,
    }


def _feed_of(*services: dict[str, Any]) -> FakeFeed:
    feed = FakeFeed(0)
    feed.services = {each["id"]: each for each in services}
    return feed


def test_a_service_of_another_directory_becomes_one_of_ours_unconfirmed(desk: Desk) -> None:
    with desk.sessions() as session:
        brought = brought_by_feed(session, BASE, [_foreign()], at=AT)

    report = desk.take_brought(brought)

    assert report.count(Outcome.NEW) == 1, report
    with desk.sessions() as session:
        service = session.scalars(select(Service).where(Service.name == "Drop-in for families")).one()
        assert {each.channel.value for each in service.contacts} == {"phone", "email", "website"}
        assert all(each.confirmed_on is None for each in service.contacts)
        assert [each.code for each in service.service_areas] == ["E06000019"]
        assert service.assurer_email is None


def test_the_same_feed_again_changes_nothing_and_a_new_number_is_shown(desk: Desk) -> None:
    row = _foreign()
    with desk.sessions() as session:
        desk.take_brought(brought_by_feed(session, BASE, [row], at=AT))
        again = judge_all(session, brought_by_feed(session, BASE, [row], at=AT).candidates, at=AT)
        row["phones"][0]["number"] = "01432 261546"
        other = judge_all(session, brought_by_feed(session, BASE, [row], at=AT).candidates, at=AT)

    assert again.report.count(Outcome.UNCHANGED) == 1, again.report
    assert other.report.rows[0].changes == ("contact Telephone: number",)


@pytest.mark.parametrize(
    ("values", "fault"),
    [
        ({"phones": [{"id": "1", "number": "+1 212 555 0100"}]}, Fault.FOREIGN_NUMBER),
        ({"phones": [{"id": "1", "number": "0909 879 0000"}]}, Fault.COSTLY_NUMBER),
        ({"url": "javascript:alert(1)"}, Fault.WEB_ADDRESS),
        ({"url": "https://www.example.org@evil.example/"}, Fault.WEB_ADDRESS),
        ({"url": "https://evil.example\\@www.example.org/"}, Fault.WEB_ADDRESS),
        ({"name": None}, Fault.MISSING),
        ({"organization": None}, Fault.SHAPE),
        ({"id": "not a uuid"}, Fault.SHAPE),
    ],
)
def test_what_is_wrong_with_their_service_refuses_it(
    desk: Desk, values: dict[str, Any], fault: Fault
) -> None:
    with desk.sessions() as session:
        brought = brought_by_feed(session, BASE, [_foreign(**values)], at=AT)
        report = judge_all(session, brought.candidates, at=AT).report

    assert fault in {each.fault for row in report.rows for each in row.refusals}


def test_a_feed_is_read_when_it_is_due_and_what_it_brings_waits(desk: Desk) -> None:
    feed = _feed_of(_foreign())
    with desk.sessions.begin() as session:
        add_feed(session, BASE, every_hours=24, by=MANAGER, at=AT)

    with desk.sessions.begin() as session:
        read_due(session, at=AT, fetching=feed)

    with desk.sessions() as session:
        kept = session.scalars(select(Feed)).one()
        assert (kept.outcome, kept.read_at) == (READ, AT)
        assert session.scalars(select(ChangeSet)).one().new_count == 1
        assert session.scalars(select(Service).where(Service.name == "Drop-in for families")).all() == []
        assert due_feeds(session, at=AT + timedelta(hours=23)) == []
        assert due_feeds(session, at=AT + timedelta(hours=24)) == [kept]


def test_a_feed_that_sends_the_same_again_brings_nothing_and_a_broken_one_is_noted(desk: Desk) -> None:
    feed = _feed_of(_foreign())
    with desk.sessions.begin() as session:
        add_feed(session, BASE, every_hours=1, by=MANAGER, at=AT)
    outcomes = []
    for hours in (0, 2, 4):
        if hours == 4:
            feed.spoilt["/services?page=1&per_page=100"] = b"broken"
        with desk.sessions.begin() as session:
            outcomes += [
                each.outcome for each in read_due(session, at=AT + timedelta(hours=hours), fetching=feed)
            ]

    assert outcomes == [READ, SAME, "not_a_feed"]
    with desk.sessions() as session:
        assert len(session.scalars(select(ChangeSet)).all()) == 1


def test_what_a_feed_no_longer_sends_is_told_and_stays(desk: Desk) -> None:
    one, other = _foreign(), _foreign(name="Another drop-in")
    with desk.sessions.begin() as session:
        first = change_sets.propose(
            session, brought_by_feed(session, BASE, [one, other], at=AT), by=MANAGER, at=AT
        )
        change_sets.apply(session, first.id, by=APPROVER, at=AT)

    with desk.sessions.begin() as session:
        found = change_sets.propose(session, brought_by_feed(session, BASE, [one], at=AT), by=MANAGER, at=AT)
        gone = [row.slug for row in found.rows if row.outcome == "gone"]
        assert found.gone_count == 1

    assert gone[0] is not None
    assert gone[0].startswith("another-drop-in-")


@pytest.mark.parametrize("hours", [0, -1, 2161])
def test_a_feed_is_not_read_without_end(desk: Desk, hours: int) -> None:
    with pytest.raises(ValueError, match="every-hours"), desk.sessions.begin() as session:
        add_feed(session, BASE, every_hours=hours, by=MANAGER, at=AT)
