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
from web.insights.model import Base as OwnBase
from web.resources import Resources


@pytest.fixture(autouse=True)
def usage_tables(held: Resources) -> None:
    """The tables of usage, and what analysts keep, beside those of the accounts."""
    Base.metadata.create_all(held.sessions.kw["bind"])
    OwnBase.metadata.create_all(held.sessions.kw["bind"])


@pytest.fixture
def analyst(browser: StaffBrowser) -> StaffBrowser:
    """An analyst who is signed in."""
    browser.sign_in_as(Role.ANALYST)
    return browser


@pytest.fixture
def visits(held: Resources) -> Callable[..., None]:
    """Makes visits of several kinds, each (number, moment, what is said), then rolls all weeks up at once.

    A week that is rolled up is closed: what is stored for it later is not counted.
    """

    def make(*kinds: tuple[int, datetime, dict[str, object]]) -> None:
        for number, at, said in kinds:
            events = [an_event(at=at, traffic=Traffic.DEMO, **said) for _ in range(number)]
            store(held.sessions, events)
        roll_up(held.sessions, at=datetime(2027, 1, 1, tzinfo=UTC))

    return make


@pytest.fixture
def visit(visits: Callable[..., None]) -> Callable[..., None]:
    """Makes so many visits of one kind."""

    def make(number: int, at: datetime, **said: object) -> None:
        visits((number, at, said))

    return make
