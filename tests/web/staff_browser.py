"""A member of staff at a browser without scripts: signs in, reads pages, sends their forms."""

import shutil

from fastapi.testclient import TestClient
from httpx2 import Response

from tests.web.page_reader import Page
from web.accounts.roles import Role
from web.accounts.users import add_staff
from web.resources import Resources


PASSWORD = "three random words"
SIGN_IN = "/staff/sign-in"


class StaffBrowser:
    """What a person does; `open` and `send` return what the browser then shows."""

    def __init__(self, client: TestClient, held: Resources) -> None:
        self.client = client
        self.held = held

    def hire(self, role: Role, email: str | None = None) -> str:
        """Makes an account and returns its e-mail address."""
        address = email or f"{role.value}@signpost.example"
        with self.held.sessions.begin() as session:
            add_staff(session, address, role, PASSWORD, at=self.held.clock())
        return address

    def sign_in(self, email: str, password: str = PASSWORD, **more: str) -> Response:
        """Fills in the sign-in form as it stands and sends it."""
        fields = Page(self.client.get(SIGN_IN).text).fields(SIGN_IN)
        return self.client.post(SIGN_IN, data=fields | {"email": email, "password": password} | more)

    def sign_in_as(self, role: Role) -> None:
        """A new account of this role, signed in; the e-mail about its new browser is read and thrown away."""
        answer = self.sign_in(self.hire(role))
        assert answer.status_code == 303, answer.text
        shutil.rmtree(self.held.settings.home / "mail", ignore_errors=True)

    def open(self, path: str) -> Page:
        """The page at a path, which must be there."""
        answer = self.client.get(path)
        assert answer.status_code == 200, (answer.status_code, answer.headers.get("location"))
        return Page(answer.text)

    def send(self, path: str, action: str | None = None, **changes: str) -> Response:
        """Opens the page at a path, changes some fields of its form and sends it."""
        fields = self.open(path).fields(action or path)
        return self.client.post(action or path, data=fields | changes)
