"""A report goes with what it is about."""

from datetime import date

from sqlalchemy import create_engine, event
from sqlalchemy.orm import Session

from directory.model import Base, Report
from tests.directory.factories import store_a_service
from vocabulary.faults import Fault


def test_a_report_goes_with_its_service() -> None:
    engine = create_engine("sqlite://")
    event.listen(engine, "connect", lambda made, _: made.execute("PRAGMA foreign_keys=ON"))
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        service = store_a_service(session)
        session.add(Report(service_id=service.id, fault=Fault.CLOSED, day=date(2026, 11, 24)))
        session.commit()
        session.delete(service)
        session.commit()

        assert session.query(Report).count() == 0
    engine.dispose()
