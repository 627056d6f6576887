"""The e-mails that an installation without a mail server has written."""

import re
from email import message_from_bytes
from email.policy import default

from web.resources import Resources


def letters(held: Resources) -> list[tuple[str, str, str]]:
    """Whom each is for, its subject and its text, the first first."""
    folder = held.settings.home / "mail"
    found = []
    for file in sorted(folder.glob("*.eml")):
        message = message_from_bytes(file.read_bytes(), policy=default)
        body = message.get_body()
        assert body is not None
        found.append((str(message["To"]), str(message["Subject"]), str(body.get_content())))
    return found


def link_in(text: str) -> str:
    """The path of the link in a letter."""
    found = re.search(r"http://localhost:8000(/\S+)", text)
    assert found is not None, text
    return found[1]
