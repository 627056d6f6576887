"""The three doors together: a person asks, a manager corrects, an analyst counts."""

from datetime import UTC, datetime, timedelta
from threading import Event

import pytest
from sqlalchemy import func, select

from directory.history import Editor
from directory.model import Contact, Phone, Service
from tests.directory.two_people import change_number
from tests.running import RunningSystem
from tests.talking import Conversation
from usage.model import UsageRow
from usage.release import POLICY, SUPPRESSED, Span, TableRequest, offer, release
from usage.roll_up import roll_up
from vocabulary.needs import Need
from vocabulary.pathway import Step, Traffic


pytestmark = pytest.mark.model
MANAGER = Editor("manager-1", "Test manager")
FLUSHES = 10


def _ask_in_telford(system: RunningSystem) -> Conversation:
    person = Conversation(system)
    person.type("they've taken over my flat and I owe them money")
    person.choose("Yes, I am safe")
    person.type("telford")
    person.choose("26 to 59")
    return person


def test_the_needs_of_one_sentence_bring_local_and_national_services(system: RunningSystem) -> None:
    person = _ask_in_telford(system)

    assert person.names[0] == "Telford adult safeguarding"
    assert "Victim Support" in person.names
    assert all(service["open"]["words"] for service in person.services)
    assert all(service["why"] for service in person.services)
    assert all(service["checked"]["date"] == "2026-11-23" for service in person.services[1:])
    # Another test corrects the first one's number, which confirms it.
    assert not any(service["checked"]["confirmed"] for service in person.services[1:])
    dialled = [phone["tel"] for service in person.services for phone in service["phones"]]
    assert dialled
    assert all(tel.lstrip("+").isdigit() for tel in dialled)


def test_a_number_that_a_manager_changes_is_in_the_next_chat_turn(system: RunningSystem) -> None:
    person = _ask_in_telford(system)
    with system.sessions.begin() as session:
        service = session.scalar(select(Service).where(Service.slug == "telford-adult-safeguarding"))
        assert service is not None
        wanted = select(Phone).join(Phone.contact).where(Contact.service_id == service.id)
        phone = session.scalars(wanted).first()
        assert phone is not None
        phone_id, old = phone.id, phone.number
        change_number(session, phone_id, "01952 381280", by=MANAGER, at=datetime.now(UTC))

    person.type("what's the first one's number")
    shown = [phone["number"] for service in person.services for phone in service["phones"]]
    with system.sessions.begin() as session:
        change_number(session, phone_id, old, by=MANAGER, at=datetime.now(UTC))

    assert "01952 381280" in shown


def test_twelve_visits_are_a_rounded_figure_once_their_week_is_released(system: RunningSystem) -> None:
    for _ in range(12):
        Conversation(system).type("someone spiked my drink at a club")
    visits = _wait_for_visits(system, Need.SPIKING, 12)
    later = datetime.now(UTC) + timedelta(weeks=3)

    roll_up(system.sessions, at=later)
    with system.sessions.begin() as session:
        period = offer(session, traffic=Traffic.TEST, at=later).periods[Span.WEEK][-1]
        request = TableRequest(period.first, period.last, Traffic.TEST)
        table = release(session, request, by="test", at=later)

    figure = table.figure(Need.SPIKING.value, None)
    # Other tests visit for this need too, in whatever order they ran.
    assert visits >= 12
    assert figure is SUPPRESSED or abs(figure - visits) <= POLICY.largest_error


def test_nothing_is_released_of_a_week_that_is_not_over(system: RunningSystem) -> None:
    with system.sessions.begin() as session:
        assert offer(session, traffic=Traffic.TEST, at=datetime.now(UTC)).weeks == 0


def _wait_for_visits(system: RunningSystem, need: Need, least: int) -> int:
    """How many there are once the flusher, which runs once a second, has moved at least these."""
    wanted = select(func.count(func.distinct(UsageRow.visit))).where(
        UsageRow.need == need.value, UsageRow.step == Step.NEED_FOUND.value
    )
    for _ in range(FLUSHES):
        with system.sessions() as session:
            visits = session.scalar(wanted) or 0
        if visits >= least:
            return visits
        Event().wait(1)
    raise AssertionError(f"Fewer than {least} visits reached the database.")
