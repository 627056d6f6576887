"""Confirm links that are due, and web addresses, from the command line and every day."""

from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker
from typer.testing import CliRunner

import migrations
from directory import link_checks
from directory.assurance import find_link
from directory.model import Contact, LinkCheck, Service
from directory.outbound import Fetched
from directory.terms import ContactChannel
from signpost.cli import app
from signpost.commands import assurance
from signpost.database import make_engine
from signpost.secrets import read_or_make_secret
from signpost.settings import Settings, read_settings
from signpost.steps import StepFailed
from tests.directory.factories import store_a_service
from web.accounts.roles import Role
from web.accounts.users import add_staff


EMAIL = "desk@service.example"


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """An installation with one service that is due and names who confirms it, and one web address."""
    monkeypatch.setenv("SIGNPOST_HOME", str(tmp_path))
    found = read_settings()
    migrations.upgrade(found.database_url)
    with _sessions(found)() as session:
        service = store_a_service(session)
        service.assurer_email = EMAIL
        service.contacts[0].read_on = datetime.now(UTC).date() - timedelta(days=100)
        session.add(_website(service))
        session.commit()
    return found


def _website(service: Service) -> Contact:
    contact = service.contacts[0]
    return Contact(
        service_id=service.id,
        channel=ContactChannel.WEBSITE,
        url="https://www.example.org/",
        verified=contact.verified,
        last_modified=contact.last_modified,
    )


def _sessions(settings: Settings) -> sessionmaker[Session]:
    return sessionmaker(make_engine(settings.database_url))


def _mails(settings: Settings) -> list[str]:
    found = sorted((settings.home / "mail").glob("*.eml"))
    return [message_from_bytes(each.read_bytes(), policy=policy.default).get_content() for each in found]


def test_a_service_that_is_due_is_sent_a_link_that_works_and_only_one(settings: Settings) -> None:
    first = CliRunner().invoke(app, ["directory", "ask-providers"])
    second = CliRunner().invoke(app, ["directory", "ask-providers"])

    assert "1 links sent" in first.stdout
    assert "0 links sent" in second.stdout
    (mail,) = _mails(settings)
    token = mail.split("/confirm/")[1].split()[0]
    with _sessions(settings)() as session:
        assert find_link(session, read_or_make_secret(settings.home, "web"), token, at=datetime.now(UTC))


def test_no_link_goes_to_somebody_who_keeps_the_directory_now(settings: Settings) -> None:
    with _sessions(settings).begin() as session:
        add_staff(session, EMAIL, Role.MANAGER, "three random words")

    assert (
        "0 links sent, 0 could not be sent" in CliRunner().invoke(app, ["directory", "ask-providers"]).stdout
    )
    assert _mails(settings) == []


def test_web_addresses_are_asked_and_those_in_trouble_listed(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def led_away(url: str, **_: object) -> Fetched:
        return Fetched(200, "https://casino.example/", b"", (url, "https://casino.example/"))

    monkeypatch.setattr(link_checks, "fetch", led_away)

    told = CliRunner().invoke(app, ["directory", "check-links"])

    assert told.exit_code == 0, told.output
    assert "1 addresses asked, 1 in trouble." in told.stdout
    assert "-> https://casino.example/" in told.stdout


def test_every_day_both_are_done(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(link_checks, "fetch", lambda url, **_: Fetched(200, url, b"", (url,)))

    assurance.each_day(settings)

    assert len(_mails(settings)) == 1
    with _sessions(settings)() as session:
        assert session.scalars(select(LinkCheck)).one().status == 200


def test_a_mail_server_that_is_away_is_told_and_the_addresses_are_asked_all_the_same(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIGNPOST_SMTP_URL", "smtp://localhost:1")
    monkeypatch.setattr(link_checks, "fetch", lambda url, **_: Fetched(200, url, b"", (url,)))

    with pytest.raises(StepFailed, match="1 confirm links could not be sent"):
        assurance.each_day(read_settings())

    with _sessions(settings)() as session:
        assert session.query(LinkCheck).count() == 1
