"""The e-mail that asks a provider's own staff to confirm their entry; its words stand in a template."""

from datetime import datetime

from directory.opening_hours import LONDON
from signpost.settings import Settings
from web.mail import MailNotSent, mailer_of, send
from web.templating import environment


LETTER = "confirm/letter.txt"


def send_confirm_letter(
    settings: Settings, to: str, *, service: str, token: str, until: datetime, at: datetime
) -> None:
    """Sends the link to the provider. Raises MailNotSent, which holds nothing of it."""
    last = until.astimezone(LONDON)
    text = (
        environment()
        .get_template(LETTER)
        .render(service=service, address=settings.public_url, token=token, until=f"{last.day} {last:%B %Y}")
    )
    subject, *lines = [" ".join(paragraph.split()) for paragraph in text.strip().split("\n\n")]
    try:
        send(mailer_of(settings), to, subject, lines, at=at)
    except ValueError:  # an address that no e-mail can carry
        raise MailNotSent("ValueError") from None
