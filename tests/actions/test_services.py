"""What was shown is logged with how it stood, and why nothing was shown."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher
from sqlalchemy import update
from sqlalchemy.orm import Session, sessionmaker

from actions import safe_action
from actions.answers import answers_of
from actions.message import read_message
from actions.runtime import Runtime
from actions.safe_action import Turn
from actions.services import ABSENCE, STANDING, ActionShowServices
from directory import starter
from directory.lifelines import LIFELINES
from directory.model import Base, Service
from directory.search import OpenState
from directory.terms import ServiceStatus
from directory.why_nothing import WhyNothing
from signpost.database import make_engine
from signpost.settings import read_settings
from tests.directory.factories import TUESDAY_NIGHT, TUESDAY_NOON
from usage.event import UsageEvent, from_line, new_visit
from usage.log import UsageLog
from vocabulary.areas import District
from vocabulary.languages import Language
from vocabulary.needs import Need
from vocabulary.pathway import Channel, Outcome, Step


SUSPENDED = ServiceStatus.TEMPORARILY_CLOSED


@pytest.fixture
def sessions(tmp_path: Path) -> Iterator[sessionmaker[Session]]:
    """Sessions on the starter directory."""
    engine = make_engine(f"sqlite:///{tmp_path / 'signpost.sqlite'}")
    Base.metadata.create_all(engine)
    made = sessionmaker(engine)
    with made.begin() as session:
        starter.fill(session)
    yield made
    engine.dispose()


def _tracker() -> Tracker:
    latest = {
        "text": "",
        "intent": {"name": Need.HOUSING.intent},
        "entities": [],
        "metadata": {"visit": new_visit(), "channel": Channel.WIDGET.value},
    }
    slots = {"needs": [Need.HOUSING.value], "area": District.TELFORD_AND_WREKIN.value}
    return Tracker("sender", slots, latest, [], False, None, {}, "action_listen")


def logged(
    sessions: sessionmaker[Session], home: Path, monkeypatch: pytest.MonkeyPatch, *, at: datetime, live: bool
) -> list[UsageEvent]:
    """The events of one showing of services."""
    settings = replace(read_settings({"SIGNPOST_HOME": str(home)}), live=live)
    held = Runtime(settings, sessions, UsageLog(home / "spool", sessions), lambda: at)
    monkeypatch.setattr(safe_action, "runtime", lambda: held)
    ActionShowServices().run(CollectingDispatcher(), _tracker(), {})
    (spool,) = (home / "spool").glob("*.jsonl")
    return [from_line(line) for line in spool.read_text().splitlines()]


@pytest.mark.parametrize("moment", [TUESDAY_NOON, TUESDAY_NIGHT])
def test_each_service_that_is_shown_is_logged_with_whether_it_was_open(
    sessions: sessionmaker[Session], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: datetime
) -> None:
    events = logged(sessions, tmp_path, monkeypatch, at=moment, live=False)

    shown = [each for each in events if each.step is Step.SERVICES_SHOWN]
    assert len(shown) == 3
    assert {each.outcome for each in shown} <= set(STANDING.values())
    assert None not in {each.service for each in shown}
    assert {each.channel for each in shown} == {Channel.WIDGET}


@pytest.mark.parametrize(
    ("of_lifelines", "of_others", "outcome"),
    [
        ({"public": False}, {}, Outcome.UNCONFIRMED),  # lifelines are shown without confirmation
        ({"status": SUSPENDED, "fallback_id": None}, {"public": False}, Outcome.HIDDEN),
        ({"public": False}, {"public": False}, Outcome.NOTHING_LISTED),
    ],
)
def test_nothing_shown_is_logged_with_why(
    sessions: sessionmaker[Session],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    of_lifelines: dict[str, object],
    of_others: dict[str, object],
    outcome: Outcome,
) -> None:
    with sessions.begin() as session:
        for which, values in (
            (Service.slug.in_(LIFELINES), of_lifelines),
            (~Service.slug.in_(LIFELINES), of_others),
        ):
            if values:
                session.execute(update(Service).where(which).values(**values))

    events = logged(sessions, tmp_path, monkeypatch, at=TUESDAY_NOON, live=True)

    assert [each.outcome for each in events if each.step is Step.NO_MATCH] == [outcome]


def test_every_state_of_a_service_has_an_outcome() -> None:
    assert set(STANDING) == set(OpenState)
    assert STANDING[OpenState.CLOSED] is Outcome.CLOSED


def test_every_reason_for_nothing_has_an_outcome_of_its_own() -> None:
    assert set(ABSENCE) == set(WhyNothing)
    assert {why.value for why in ABSENCE} == {outcome.value for outcome in ABSENCE.values()}


@pytest.mark.parametrize("tag", ["pl", "en", None, "nonsense"])
def test_the_language_of_the_page_is_part_of_what_the_directory_is_asked(
    sessions: sessionmaker[Session], tmp_path: Path, tag: str | None
) -> None:
    tracker = _tracker()
    tracker.latest_message["metadata"]["language"] = tag
    settings = read_settings({"SIGNPOST_HOME": str(tmp_path)})
    held = Runtime(settings, sessions, UsageLog(tmp_path / "spool", sessions), lambda: TUESDAY_NOON)
    turn = Turn(CollectingDispatcher(), tracker, read_message(tracker), answers_of(tracker), held)

    assert turn.enquiry.language == (Language.POLISH if tag == "pl" else None)
    assert replace(turn.enquiry, language=None) == turn.answers.enquiry(TUESDAY_NOON)
