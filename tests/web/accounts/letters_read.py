"""The e-mails that an installation without a mail server has written."""

import re
from email import message_from_bytes
from email.policy import default

from web.resources import Resources


NEW_BROWSER = "Your Signpost account: signed in from a new browser"


def letters(held: Resources, *, new_browsers: bool = False) -> list[tuple[str, str, str]]:
    """Whom each is for, its subject and its text, the first first.

    Whoever signs in for the first time in a test is told so; those letters only where they are asked for.
    """
    folder = held.settings.home / "mail"
    found = []
    for file in sorted(folder.glob("*.eml")):
        message = message_from_bytes(file.read_bytes(), policy=default)
        body = message.get_body()
        assert body is not None
        found.append((str(message["To"]), str(message["Subject"]), str(body.get_content())))
    return [each for each in found if new_browsers or each[1] != NEW_BROWSER]


def link_in(text: str) -> str:
    """The path of the link in a letter."""
    found = re.search(r"http://localhost:8000(/\S+)", text)
    assert found is not None, text
    return found[1]
