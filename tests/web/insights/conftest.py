"""An analyst at a browser, and visits to be counted."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from tests.usage.factories import an_event, store
from tests.web.staff_browser import StaffBrowser
from usage.model import Base
from usage.roll_up import roll_up
from vocabulary.pathway import Traffic
from web.accounts.roles import Role
from web.resources import Resources


@pytest.fixture(autouse=True)
def usage_tables(held: Resources) -> None:
    """The tables of usage beside those of the accounts."""
    Base.metadata.create_all(held.sessions.kw["bind"])


@pytest.fixture
def analyst(browser: StaffBrowser) -> StaffBrowser:
    """An analyst who is signed in."""
    browser.sign_in_as(Role.ANALYST)
    return browser


@pytest.fixture
def visit(held: Resources) -> Callable[..., None]:
    """Makes so many visits at a moment, and rolls up all weeks to one that the door does not open yet."""

    def make(number: int, at: datetime, **said: object) -> None:
        store(held.sessions, [an_event(at=at, traffic=Traffic.DEMO, **said) for _ in range(number)])
        roll_up(held.sessions, at=datetime(2027, 1, 1, tzinfo=UTC))

    return make
