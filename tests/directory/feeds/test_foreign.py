"""What other directories' feeds bring: theirs as rows of ours."""

from typing import Any

import pytest
from sqlalchemy import select

from directory.feeds import applying, bringing
from directory.feeds.applying import NO_TIME
from directory.feeds.feed_reading import brought_by_feed
from directory.feeds.importing import judge_all
from directory.feeds.report import Fault, Outcome
from directory.model import Service
from tests.directory.feeds.conftest import APPROVER, AT, MANAGER, Desk
from tests.directory.feeds.fake_feed import BASE, a_foreign_service


def test_a_service_of_another_directory_becomes_one_of_ours_unconfirmed(desk: Desk) -> None:
    with desk.sessions() as session:
        brought = brought_by_feed(session, BASE, [a_foreign_service()], at=AT)

    report = desk.take_brought(brought)

    assert report.count(Outcome.NEW) == 1, report
    with desk.sessions() as session:
        service = session.scalars(select(Service).where(Service.name == "Drop-in for families")).one()
        assert {each.channel.value for each in service.contacts} == {"phone", "email", "website"}
        assert all(each.confirmed_on is None for each in service.contacts)
        assert [each.code for each in service.service_areas] == ["E06000019"]
        assert service.assurer_email is None


def test_the_same_feed_again_changes_nothing_and_a_new_number_is_shown(desk: Desk) -> None:
    row = a_foreign_service()
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
        brought = brought_by_feed(session, BASE, [a_foreign_service(**values)], at=AT)
        report = judge_all(session, brought.candidates, at=AT).report

    assert fault in {each.fault for row in report.rows for each in row.refusals}


def test_what_a_feed_no_longer_sends_is_told_and_stays(desk: Desk) -> None:
    one, other = a_foreign_service(), a_foreign_service(name="Another drop-in")
    with desk.sessions.begin() as session:
        first = bringing.propose(
            session, brought_by_feed(session, BASE, [one, other], at=AT), by=MANAGER, at=AT
        )
        applying.apply(session, first.id, by=APPROVER, at=AT, cool_off=NO_TIME)

    with desk.sessions.begin() as session:
        found = bringing.propose(session, brought_by_feed(session, BASE, [one], at=AT), by=MANAGER, at=AT)
        gone = [row.slug for row in found.rows if row.outcome == "gone"]
        assert found.gone_count == 1

    assert gone[0] is not None
    assert gone[0].startswith("another-drop-in-")
