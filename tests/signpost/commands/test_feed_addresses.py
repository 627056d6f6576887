"""Feeds on the command line: kept by a person with an account, read when they are due."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker
from typer.testing import CliRunner, Result

from directory.feeds.feed_reading import read_due
from directory.feeds.feeds import pause
from directory.feeds.oruk import read_feed
from directory.model import Base, ChangeSet, Feed
from signpost.commands.directory import app
from signpost.database import make_engine
from signpost.settings import read_settings
from tests.directory.feeds.fake_feed import BASE, a_foreign_service, feed_of
from vocabulary.roles import Role
from web.accounts.model import Base as AccountsBase
from web.accounts.users import new_staff


PEOPLE = {"ana@example.org": Role.MANAGER, "ben@example.org": Role.APPROVER, "cat@example.org": Role.ANALYST}
ANA, BEN, CAT = (("--by", name) for name in PEOPLE)


@pytest.fixture
def sessions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[sessionmaker[Session]]:
    """The database that the commands use, empty but for three people."""
    monkeypatch.setenv("SIGNPOST_HOME", str(tmp_path))
    monkeypatch.delenv("SIGNPOST_DATABASE_URL", raising=False)
    engine = make_engine(read_settings().database_url)
    for base in (Base, AccountsBase):
        base.metadata.create_all(engine)
    opened = sessionmaker(engine)
    with opened.begin() as session:
        for name, role in PEOPLE.items():
            new_staff(session, name, role, password="", at=datetime.now(UTC))
    yield opened
    engine.dispose()


def _run(*words: str) -> Result:
    return CliRunner().invoke(app, ["feeds", *words])


def _feed(sessions: sessionmaker[Session]) -> Feed:
    with sessions() as session:
        return session.scalars(select(Feed)).one()


def test_a_feed_is_kept_by_whoever_adds_it_and_listed(sessions: sessionmaker[Session]) -> None:
    added, listed = _run("add", BASE, "--every", "48", *ANA), _run("list")

    assert (added.exit_code, listed.exit_code) == (0, 0)
    assert f"every 48 h  new         not read yet  {BASE}" in listed.output
    assert _feed(sessions).added_by_name == "ana@example.org"


def test_whoever_adds_it_again_changes_it_answers_for_it_and_resumes_it(
    sessions: sessionmaker[Session],
) -> None:
    _run("add", BASE, *ANA)
    with sessions.begin() as session:
        pause(session.scalars(select(Feed)).one())

    changed = _run("add", f"{BASE}/services", "--every", "12", *BEN)

    feed = _feed(sessions)
    assert changed.exit_code == 0
    assert (feed.every_hours, feed.paused) == (12, False)
    assert (feed.added_by_name, feed.changed_by_name) == ("ana@example.org", "ben@example.org")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("add", BASE, *CAT), "needs the role manager"),
        (("add", BASE, "--by", "command line"), "Say who you are"),
        (("add", BASE, "--every", "0", *ANA), "1 to 2160 hours"),
        (("add", "http://localhost/feed", *ANA), "not a public web address"),
        (("remove", BASE, *CAT), "needs the role manager"),
        (("remove", BASE, *ANA), "There is no such feed."),
        (("read", BASE, *CAT), "needs the role manager"),
        (("read", "http://localhost/feed", *ANA), "not a public web address"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(
    sessions: sessionmaker[Session], words: tuple[str, ...], told: str
) -> None:
    answer = _run(*words)

    assert answer.exit_code == 1
    assert told in answer.output
    with sessions() as session:
        assert session.scalars(select(Feed)).all() == []


def test_a_feed_that_is_removed_is_no_longer_read(sessions: sessionmaker[Session]) -> None:
    _run("add", BASE, *ANA)

    removed, read = _run("remove", BASE, *BEN), _run("read-due")

    assert (removed.exit_code, read.exit_code) == (0, 0)
    assert "0 feeds read." in read.output


def test_a_feed_that_is_due_is_read_and_what_came_of_it_is_told(
    sessions: sessionmaker[Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(read_due.__kwdefaults__, "fetching", feed_of(a_foreign_service()))
    _run("add", BASE, *ANA)

    read, again = _run("read-due"), _run("read-due")

    assert f"read              {BASE}" in read.output
    assert "1 feed read." in read.output
    assert "0 feeds read." in again.output
    with sessions() as session:
        assert session.scalars(select(ChangeSet.new_count)).all() == [1]


def test_a_feed_that_is_read_by_hand_waits_for_another_than_who_read_it(
    sessions: sessionmaker[Session], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(read_feed.__kwdefaults__, "fetching", feed_of(a_foreign_service()))

    answer = _run("read", BASE, *BEN)

    assert answer.exit_code == 0
    assert "It waits for a second person" in answer.output
    with sessions() as session:
        key = session.scalars(select(ChangeSet.id)).one()
    alone = CliRunner().invoke(app, ["apply", key, *BEN])
    assert "Somebody else has to apply it" in alone.output
