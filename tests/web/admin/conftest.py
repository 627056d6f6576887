"""The application over a copy of a database that holds the starter directory."""

import threading
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from httpx2 import Response
from sqlalchemy import event, select
from sqlalchemy.orm import Session, sessionmaker

from directory import editing
from directory.approval.deciding import Decision, approve
from directory.approval.finding import open_proposals
from directory.history import Editor
from directory.model import Base as DirectoryBase
from directory.model import Contact, Service
from directory.starter import fill
from directory.terms import NUMBERED
from signpost.database import make_engine
from tests.web.staff_browser import StaffBrowser
from web.accounts.model import Base
from web.accounts.roles import Role
from web.resources import Resources


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file with the starter directory, made once and only copied."""
    path = tmp_path_factory.mktemp("filled") / "signpost.sqlite"
    engine = make_engine(f"sqlite:///{path}")
    Base.metadata.create_all(engine)
    DirectoryBase.metadata.create_all(engine)
    with sessionmaker(engine).begin() as session:
        fill(session)
    engine.dispose()  # the last connection writes the log back into the one file
    return path


@pytest.fixture
def manager(browser: StaffBrowser) -> StaffBrowser:
    """A browser in which a manager is signed in."""
    browser.sign_in_as(Role.MANAGER)
    return browser


@pytest.fixture
def approver(browser: StaffBrowser) -> StaffBrowser:
    """A browser in which an approver is signed in, who may publish a lifeline's number."""
    browser.sign_in_as(Role.APPROVER)
    return browser


class Places:
    """The addresses of the pages about one service and its first contact with a number."""

    def __init__(self, service: Service) -> None:
        contact = next(each for each in service.contacts if each.channel in NUMBERED)
        self.service_id = service.id
        self.contact_id = contact.id
        self.phone_id = contact.phones[0].id
        self.service = f"/admin/services/{service.id}"
        self.contact = f"{self.service}/contacts/{contact.id}"
        self.number = f"{self.service}/phones/{self.phone_id}"


@pytest.fixture
def telford(held: Resources) -> Places:
    """A lifeline with a day line of the service's hours, a night line and an e-mail address."""
    return places_of(held, "telford-family-connect-children")


def places_of(held: Resources, slug: str) -> Places:
    """The addresses of the pages about the service with this slug."""
    with held.sessions() as session:
        return Places(session.scalars(select(Service).where(Service.slug == slug)).one())


def read_contact(held: Resources, contact_id: str) -> Contact:
    """A contact as it is stored now, with its numbers and hours."""
    with held.sessions() as session:
        contact = session.get_one(Contact, contact_id)
        assert contact.phones is not None
        assert contact.schedules is not None
        return contact


def save_in_between(held: Resources, contact_id: str) -> None:
    """Has somebody else's change of a contact saved once: after a page has read it, before the page saves."""
    waiting = [contact_id]

    def save_first(session: Session, *_: object) -> None:
        if waiting and any(isinstance(each, Contact | Service) for each in session.dirty):
            other = Editor("staff-2", "ben@signpost.example")
            with held.sessions.begin() as between:
                editing.confirm_contact(between, waiting.pop(), by=other, at=held.clock())

    event.listen(held.sessions, "before_flush", save_first)


def meanwhile(held: Resources, work: Callable[[Session], object], send: Callable[[], Response]) -> Response:
    """The answer to what is sent while somebody else has done the same and is just about to commit it."""
    answers: list[Response] = []
    thread = threading.Thread(target=lambda: answers.append(send()))
    with held.sessions.begin() as session:
        work(session)
        thread.start()
        thread.join(0.5)  # less only lets the test see less
    thread.join(20)
    return answers[0]


def approve_all(held: Resources) -> None:
    """A second person approves whatever waits, and nothing cools off."""
    second = Editor("staff-9", "second@signpost.example")
    with held.sessions.begin() as session:
        for each in open_proposals(session):
            approve(session, each.id, Decision(second, held.clock()), cool_off=timedelta(0))


def send_approved(browser: StaffBrowser, path: str, **changes: str) -> Response:
    """Sends a form with a reason, and has a second person approve it at once."""
    answer = browser.send(path, **({"reason": "rang them"} | changes))
    assert answer.status_code == 303, answer.text
    approve_all(browser.held)
    return answer
