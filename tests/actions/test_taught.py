"""Phrases that staff taught the chat, heard in its next turn."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher
from sqlalchemy.orm import Session, sessionmaker

from actions import safe_action
from actions.clarify import ActionClarify
from actions.message import Message
from actions.runtime import Runtime
from actions.taught import hear_taught
from directory import synonyms
from directory.history import Editor
from directory.model import Base
from safety.phrase import plain_phrase
from signpost.database import make_engine
from signpost.settings import read_settings
from tests.directory.factories import TUESDAY_NOON
from usage.log import UsageLog
from vocabulary.labels import Label
from vocabulary.needs import Need
from vocabulary.risks import Risk


CHILD = Need.CRIMINAL_EXPLOITATION_CHILD
TYPED = "My lad does County-Line graft"


@pytest.fixture
def sessions(tmp_path: Path) -> Iterator[sessionmaker[Session]]:
    """Sessions on a directory to which staff added one phrase."""
    engine = make_engine(f"sqlite:///{tmp_path / 'signpost.sqlite'}")
    Base.metadata.create_all(engine)
    made = sessionmaker(engine)
    with made.begin() as session:
        phrase = "county line graft"
        synonyms.add(session, CHILD, phrase, plain_phrase(phrase), by=Editor("1", "Ana"), at=TUESDAY_NOON)
    yield made
    engine.dispose()


def _message(text: str = TYPED, *needs: Need, risks: tuple[Risk, ...] = ()) -> Message:
    intent = needs[0].intent if needs else "nlu_fallback"
    return Message(text, intent, needs, risks, {}, by_button=text.startswith("/"))


def test_the_need_of_a_phrase_leads(sessions: sessionmaker[Session]) -> None:
    heard = hear_taught(_message(TYPED, Need.DRUG_DEBT, CHILD), sessions)

    assert (heard.needs, heard.taught) == ((CHILD, Need.DRUG_DEBT), CHILD)


def test_without_a_phrase_the_message_stays_as_it_was(sessions: sessionmaker[Session]) -> None:
    message = _message("they took my bike", Need.ROBBERY_BURGLARY)

    assert hear_taught(message, sessions) == message


@pytest.mark.parametrize("risk", [Risk.OVERDOSE, Risk.EMERGENCY, Risk.SUICIDE])
def test_danger_is_never_overridden(sessions: sessionmaker[Session], risk: Risk) -> None:
    message = _message(TYPED, risks=(risk,))

    assert hear_taught(message, sessions) == message
    assert hear_taught(_message(TYPED, Need.DANGER_NOW), sessions).needs == (Need.DANGER_NOW,)


def test_a_button_is_not_words(sessions: sessionmaker[Session]) -> None:
    assert hear_taught(_message("/county line graft"), sessions).taught is None


def test_a_wish_to_stop_goes_first_unless_the_phrase_is_all_that_is_said(
    sessions: sessionmaker[Session],
) -> None:
    watched = replace(_message("cant talk of county line graft"), intent=Label.BEING_WATCHED)
    phrase = replace(_message("County line graft"), intent=Label.STOP_AND_FORGET)

    assert hear_taught(watched, sessions) == watched
    assert hear_taught(phrase, sessions).taught is CHILD


def test_without_the_database_the_message_stays_as_it_was(
    sessions: sessionmaker[Session], capfd: pytest.CaptureFixture[str]
) -> None:
    with sessions() as session:
        Base.metadata.drop_all(session.connection(), tables=[synonyms.Synonym.__table__])  # type: ignore[list-item]
        session.commit()

    assert hear_taught(_message(), sessions).taught is None
    assert "County" not in "".join(capfd.readouterr())


def _tracker(**slots: object) -> Tracker:
    latest = {"text": TYPED, "intent": {"name": "nlu_fallback"}, "intent_ranking": [], "entities": []}
    return Tracker("sender", slots, latest, [], False, None, {}, "action_listen")


def test_a_message_that_the_engine_did_not_understand_opens_the_questions_for_the_need(
    sessions: sessionmaker[Session], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = read_settings({"SIGNPOST_HOME": str(tmp_path)})
    held = Runtime(settings, sessions, UsageLog(tmp_path / "spool", sessions), lambda: TUESDAY_NOON)
    monkeypatch.setattr(safe_action, "runtime", lambda: held)

    events = ActionClarify().run(CollectingDispatcher(), _tracker(), {})

    slots = {each["name"]: each["value"] for each in events if each["event"] == "slot"}
    assert slots["needs"] == [CHILD.value]
    assert {"event": "followup", "name": "pathway_form", "timestamp": None} in events


def test_a_need_that_was_told_already_is_not_taken_up_again(sessions: sessionmaker[Session]) -> None:
    heard = hear_taught(replace(_message(), needs=(CHILD,)), sessions)

    assert heard.needs == (CHILD,)
