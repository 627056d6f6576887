"""A whole Signpost running as a demonstration: a synthetic year of visits, and staff who can sign in."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.conversing import BrowserConversation
from tests.running import RunningSystem, running_system
from usage.demo import draw
from usage.roll_up import roll_up
from vocabulary.pathway import Traffic
from web.accounts.roles import Role
from web.accounts.users import add_staff


PASSWORD = "three random words"
ROLES = (Role.MANAGER, Role.APPROVER, Role.ANALYST)
VISITS = 20_000  # as a new demonstration draws them


@contextmanager
def demonstration(home: Path, *, visits: int = VISITS) -> Iterator[RunningSystem]:
    """The running system, with what `signpost up` gives a new demonstration: staff, and visits of a year."""
    with running_system(home, traffic=Traffic.DEMO) as system:
        now = datetime.now(UTC)
        with system.sessions.begin() as session:
            for role in ROLES:
                add_staff(session, email_of(role), role, PASSWORD, at=now)
        draw(system.sessions, visits=visits, seed=1, until=now.date())
        roll_up(system.sessions, at=now)
        yield system


def email_of(role: Role) -> str:
    """The sign-in of this role."""
    return f"{role.value}@signpost.example"


def sign_in(page: Page, system: RunningSystem, role: Role, *, at: str) -> None:
    """Opens a staff page, is asked to sign in, does so, and is then on that page."""
    page.goto(system.address + at)
    page.get_by_label("E-mail address").fill(email_of(role))
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(system.address + at)


def ask_in_telford(person: BrowserConversation) -> None:
    """The conversation that the README shows, up to its services."""
    person.type("they've taken over my flat and I owe them money")
    person.choose("Yes, I am safe")
    person.type("telford")
    person.choose("26 to 59")
