"""E-mails to staff and to services: through a mail server by settings, else as files for the operator."""

import secrets
import smtplib
import ssl
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP, default
from email.utils import format_datetime, make_msgid
from pathlib import Path
from urllib.parse import unquote, urlsplit

from signpost.private_files import FILE_MODE, make_private_folder
from signpost.settings import Settings
from web.metrics import count_mail_failure


TIMEOUT = 15  # seconds for each step of the conversation with the mail server
PORTS = {"smtp": 587, "smtps": 465}
THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})


class MailNotSent(Exception):
    """The mail server or the disk was away or did not take the e-mail; holds nothing of its text."""


@dataclass(frozen=True)
class Mailer:
    """Where e-mails go: a mail server, or a folder when none is named."""

    folder: Path
    sender: str
    smtp_url: str = field(default="", repr=False)  # may hold a password


def mailer_of(settings: Settings) -> Mailer:
    """The mailer of an installation."""
    return Mailer(settings.home / "mail", settings.mail_from, settings.smtp_url)


def send(mailer: Mailer, to: str, subject: str, lines: Sequence[str], *, at: datetime | None = None) -> None:
    """Sends one e-mail of plain text, a paragraph a line. `at` is its date, by default now.

    Raises MailNotSent; ValueError for a line break in the address or the subject.
    """
    message = _message(mailer.sender, to, subject, at=at or datetime.now(UTC))
    text = "\n\n".join(lines) + "\n"
    try:
        _send(mailer, message, text)
    except MailNotSent:
        count_mail_failure()
        raise


def _send(mailer: Mailer, message: EmailMessage, text: str) -> None:
    if mailer.smtp_url:
        message.set_content(text)
        _hand_over(mailer.smtp_url, message)
        return
    message.set_content(text, cte="8bit")  # a long link stays whole, so that it can be copied
    _write(mailer.folder, message)


def _message(sender: str, to: str, subject: str, *, at: datetime) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message["From"] = sender
    message["To"] = to
    message["Subject"] = subject
    message["Date"] = format_datetime(at)
    message["Message-ID"] = make_msgid(domain=sender.partition("@")[2])
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834: nobody's holiday notice answers it
    return message


def _write(folder: Path, message: EmailMessage) -> None:
    """A file of its own, complete from the moment it has its name, for the owner alone."""
    name = f"{datetime.now(UTC):%Y%m%dT%H%M%S%f}-{secrets.token_hex(4)}"
    unfinished = folder / f".{name}.new"
    try:
        make_private_folder(folder.parent)
        make_private_folder(folder)
        unfinished.touch(mode=FILE_MODE, exist_ok=False)
        unfinished.write_bytes(message.as_bytes(policy=default))
        unfinished.rename(folder / f"{name}.eml")
    except OSError as error:  # a full disk, a folder that is not ours
        raise MailNotSent(type(error).__name__) from None


def _hand_over(url: str, message: EmailMessage) -> None:
    parts = urlsplit(url)
    host, port = parts.hostname or "", parts.port or PORTS[parts.scheme]
    try:
        with _connect(parts.scheme, host, port) as server:
            if parts.username:
                server.login(unquote(parts.username), unquote(parts.password or ""))
            server.send_message(message)
    except (OSError, smtplib.SMTPException) as error:  # their text can hold the address it was for
        raise MailNotSent(type(error).__name__) from None


def _connect(scheme: str, host: str, port: int) -> smtplib.SMTP:
    """A connection that nobody between can read, unless the server is on this very machine."""
    encryption = ssl.create_default_context()
    if scheme == "smtps":
        return smtplib.SMTP_SSL(host, port, timeout=TIMEOUT, context=encryption)
    server = smtplib.SMTP(host, port, timeout=TIMEOUT)
    server.ehlo()
    if server.has_extn("starttls") or host not in THIS_MACHINE:
        server.starttls(context=encryption)
        server.ehlo()
    return server
