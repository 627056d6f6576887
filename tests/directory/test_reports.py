"""What people say is wrong: counted by thing and day, capped, and settled by managers."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

import migrations
from directory import reports
from directory.history import Editor
from directory.model import Report, Service
from directory.terms import ReportOutcome
from signpost.database import make_engine
from tests.directory.factories import store_a_service
from vocabulary.faults import Fault


TODAY = date(2026, 11, 24)
ANN = Editor("staff-1", "ann@signpost.example")


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    migrations.upgrade(database_url)
    engine = make_engine(database_url)
    yield engine
    engine.dispose()


@pytest.fixture
def session(engine: Engine) -> Iterator[Session]:
    with Session(engine) as session:
        yield session


@pytest.fixture
def service(session: Session) -> Service:
    return store_a_service(session)


def say(session: Session, service: Service, fault: Fault = Fault.NUMBER_DEAD, **given: object) -> None:
    values: dict[str, object] = {"contact_id": service.contacts[0].id, "today": TODAY}
    reports.add_report(session, service.id, fault=fault, **(values | given))  # type: ignore[arg-type]


def test_a_report_holds_the_thing_the_reason_and_the_day_only(session: Session, service: Service) -> None:
    say(session, service)

    kept = session.query(Report).one()
    assert (kept.service_id, kept.contact_id, kept.fault, kept.day) == (
        service.id,
        service.contacts[0].id,
        Fault.NUMBER_DEAD,
        TODAY,
    )
    assert {column.name for column in Report.__table__.columns} == {
        "id",
        "service_id",
        "contact_id",
        "fault",
        "day",
        "times",
        "outcome",
        "settled_on",
        "settled_by",
        "settled_by_name",
    }


def test_reports_of_one_thing_are_one_task_with_its_days(session: Session, service: Service) -> None:
    for day in (TODAY, TODAY - timedelta(3), TODAY - timedelta(1)):
        say(session, service, today=day)
    say(session, service, Fault.HOURS, contact_id=None)

    tasks = reports.open_tasks(session)

    assert [(task.fault, task.count, task.first, task.last) for task in tasks] == [
        (Fault.NUMBER_DEAD, 3, TODAY - timedelta(3), TODAY),
        (Fault.HOURS, 1, TODAY, TODAY),
    ]
    assert reports.count_tasks(session) == 2


def test_the_same_of_one_day_is_counted_in_one_row(session: Session, service: Service) -> None:
    for _ in range(50):
        say(session, service)
    say(session, service, today=TODAY + timedelta(1))

    assert [(row.day, row.times) for row in session.query(Report).order_by(Report.day)] == [
        (TODAY, 50),
        (TODAY + timedelta(1), 1),
    ]
    [task] = reports.open_tasks(session)
    assert (task.count, task.first, task.last) == (51, TODAY, TODAY + timedelta(1))


def test_whatever_a_flood_says_everything_else_is_still_heard(session: Session, service: Service) -> None:
    """No sum over a service or a day may turn a report away."""
    for _ in range(20):
        for fault in set(Fault) - {Fault.SOMEBODY_ELSE}:
            for contact in (service.contacts[0].id, None):
                say(session, service, fault, contact_id=contact)

    say(session, service, Fault.SOMEBODY_ELSE)
    say(session, store_a_service(session, "another"), Fault.CLOSED, contact_id=None)

    heard = [(task.service_id, task.fault) for task in reports.open_tasks(session) if task.count == 1]
    assert sorted(fault for _, fault in heard) == [Fault.CLOSED, Fault.SOMEBODY_ELSE]
    assert session.query(Report).count() == len(reports.open_tasks(session))


def test_many_who_say_the_same_at_once_are_all_counted(engine: Engine, service: Service) -> None:
    service_id, contact_id = service.id, service.contacts[0].id

    def tell(_: int) -> None:
        with Session(engine) as own, own.begin():
            reports.add_report(own, service_id, fault=Fault.NUMBER_DEAD, today=TODAY, contact_id=contact_id)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(tell, range(24)))

    with Session(engine) as own:
        assert [task.count for task in reports.open_tasks(own)] == [24]


def test_what_nobody_could_see_cannot_be_reported(session: Session, service: Service) -> None:
    other = store_a_service(session, "another")
    with pytest.raises(reports.UnknownSubject):
        reports.add_report(session, "no-such-id", fault=Fault.CLOSED, today=TODAY)
    with pytest.raises(reports.UnknownSubject):
        say(session, service, contact_id=other.contacts[0].id)
    with pytest.raises(reports.UnknownSubject):
        say(session, service, contact_id="no-such-id")
    service.public = False
    with pytest.raises(reports.UnknownSubject):
        say(session, service)
    assert session.query(Report).count() == 0


@pytest.mark.parametrize("contact", [True, False])
def test_settling_settles_the_whole_task_and_no_other(
    session: Session, service: Service, contact: bool
) -> None:
    about = service.contacts[0].id if contact else None
    for _ in range(2):
        say(session, service, contact_id=about)
    say(session, service, Fault.HOURS, contact_id=about)
    say(session, service, contact_id=None if contact else service.contacts[0].id)
    task = next(each for each in reports.open_tasks(session) if each.count == 2)

    reports.settle(session, task.id, outcome=ReportOutcome.CORRECTED, seen=2, today=TODAY, by=ANN)

    assert task not in reports.open_tasks(session)
    assert reports.count_tasks(session) == 2
    [settled] = reports.recently_settled(session)
    assert (settled.outcome, settled.count, settled.by) == (ReportOutcome.CORRECTED, 2, ANN.name)


def test_what_came_in_since_the_manager_looked_is_not_settled_unseen(
    session: Session, service: Service
) -> None:
    say(session, service)
    [task] = reports.open_tasks(session)
    say(session, service)

    with pytest.raises(reports.MoreCameIn):
        reports.settle(session, task.id, outcome=ReportOutcome.WAS_RIGHT, seen=1, today=TODAY, by=ANN)
    assert reports.open_tasks(session)[0].count == 2


def test_a_task_is_settled_once(session: Session, service: Service) -> None:
    say(session, service)
    [task] = reports.open_tasks(session)
    reports.settle(session, task.id, outcome=ReportOutcome.WITHDRAWN, seen=1, today=TODAY, by=ANN)
    session.commit()

    with pytest.raises(reports.UnknownReport):
        reports.settle(session, task.id, outcome=ReportOutcome.CORRECTED, seen=1, today=TODAY, by=ANN)
    with pytest.raises(reports.UnknownReport):
        reports.find_task(session, "no-such-id")


def test_the_same_fault_after_it_was_settled_is_a_new_task(session: Session, service: Service) -> None:
    say(session, service)
    [task] = reports.open_tasks(session)
    reports.settle(session, task.id, outcome=ReportOutcome.WAS_RIGHT, seen=1, today=TODAY, by=ANN)

    say(session, service)

    assert [task.count for task in reports.open_tasks(session)] == [1]
