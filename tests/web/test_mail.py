"""E-mails go through the mail server that is named, else into files."""

import stat
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from signpost.settings import read_settings
from tests.web.mail_server import mail_server
from web.mail import Mailer, MailNotSent, mailer_of, send


ANN = "ann@example.org"
LINES = ("Dear Ann,", "Owain’s number has changed.", ".", "https://signpost.example/" + "x" * 120)
AT = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)


def _sent(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


def test_without_a_mail_server_an_e_mail_becomes_a_file(tmp_path: Path) -> None:
    mailer = mailer_of(read_settings({"SIGNPOST_HOME": str(tmp_path)}))

    send(mailer, ANN, "A number – changed", LINES, at=AT)

    (file,) = _sent(tmp_path / "mail")
    message = message_from_bytes(file.read_bytes(), policy=default)
    assert file.suffix == ".eml"
    assert (message["To"], message["From"], message["Subject"]) == (
        ANN,
        "signpost@localhost",
        "A number – changed",
    )
    assert message.get_content().split("\n\n") == [*LINES[:-1], LINES[-1] + "\n"]
    assert message["Date"].datetime == AT
    assert LINES[-1] in file.read_text(encoding="utf-8")  # so that it can be copied


def test_the_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    send(Mailer(tmp_path / "mail", "signpost@example.org"), ANN, "Hello", LINES)

    (file,) = _sent(tmp_path / "mail")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_two_e_mails_at_one_moment_are_two_files(tmp_path: Path) -> None:
    for _ in range(2):
        send(Mailer(tmp_path / "mail", "signpost@example.org"), ANN, "Hello", LINES, at=AT)

    assert len(_sent(tmp_path / "mail")) == 2


def test_a_mail_server_that_is_named_takes_the_e_mail(tmp_path: Path) -> None:
    with mail_server() as server:
        send(_mailer(tmp_path, server.port), ANN, "Hello", LINES, at=AT)

        (message,) = server.kept
    assert server.recipients == [ANN]
    assert message["Subject"] == "Hello"
    assert message.get_content().split() == " ".join(LINES).split()
    assert not (tmp_path / "mail").exists()


def test_a_refusal_of_the_mail_server_does_not_repeat_the_address(tmp_path: Path) -> None:
    with mail_server(refuses=True) as server, pytest.raises(MailNotSent) as refused:
        send(_mailer(tmp_path, server.port), ANN, "Hello", LINES)

    assert ANN not in str(refused.value)
    assert refused.value.__suppress_context__


def test_a_mail_server_that_is_away_is_told(tmp_path: Path) -> None:
    with mail_server() as server:
        port = server.port

    with pytest.raises(MailNotSent):
        send(_mailer(tmp_path, port), ANN, "Hello", LINES)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "mail").write_text("a file where the folder should be")

    with pytest.raises(MailNotSent):
        send(Mailer(tmp_path / "mail", "signpost@example.org"), ANN, "Hello", LINES)


@pytest.mark.parametrize(
    ("to", "subject"), [("a@b.org\nBcc: c@d.org", "Hello"), (ANN, "Hello\nBcc: c@d.org")]
)
def test_no_line_break_makes_a_header_of_its_own(tmp_path: Path, to: str, subject: str) -> None:
    with pytest.raises(ValueError, match=r"linefeed|newline"):
        send(Mailer(tmp_path / "mail", "signpost@example.org"), to, subject, LINES)


def test_a_password_for_the_mail_server_is_not_printed(tmp_path: Path) -> None:
    settings = read_settings({"SIGNPOST_SMTP_URL": "smtps://ann:secret@mail.example"})

    assert "secret" not in repr(settings)
    assert "secret" not in repr(mailer_of(settings))


def _mailer(home: Path, port: int) -> Mailer:
    environ = {"SIGNPOST_HOME": str(home), "SIGNPOST_SMTP_URL": f"smtp://127.0.0.1:{port}"}
    return mailer_of(read_settings(environ))
