"""The e-mails about accounts: their words stand in web/templates/staff/letters, the subject first."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import structlog

from web.mail import MailNotSent, mailer_of, send
from web.resources import Resources
from web.templating import environment


LONDON = ZoneInfo("Europe/London")


def told_moment(moment: datetime) -> str:
    """A moment as a letter names it, by the clocks of its readers."""
    return f"{moment.astimezone(LONDON):%-d %B %Y at %H:%M}"


def send_letter(held: Resources, to: str, letter: str, **values: Any) -> None:
    """Sends one of the letters to a person. Raises MailNotSent."""
    template = environment().get_template(f"staff/letters/{letter}.txt")
    paragraphs = template.render(values, address=held.settings.public_url).strip().split("\n\n")
    subject, *lines = [" ".join(paragraph.split()) for paragraph in paragraphs]
    try:
        send(mailer_of(held.settings), to, subject, lines, at=held.clock())
    except ValueError:  # an address that no e-mail can carry
        raise MailNotSent("ValueError") from None


def tell(held: Resources, to: str, letter: str, **values: Any) -> None:
    """Sends a letter that nothing waits for; that it could not be sent is logged."""
    try:
        send_letter(held, to, letter, **values)
    except MailNotSent as error:
        structlog.get_logger().error("accounts.letter_not_sent", error=str(error))
