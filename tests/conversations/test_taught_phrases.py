"""A phrase that staff teach works in the next turn of the trained system, whatever the model took it for."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from directory import synonyms
from directory.history import Editor
from directory.model import Synonym
from safety.phrase import plain_phrase
from tests.running import RunningSystem
from tests.talking import Conversation
from vocabulary.needs import Need
from vocabulary.words import words


pytestmark = pytest.mark.model
# What the model takes each for stands beside it.
TAUGHT = {
    "doing bait and switch": Need.DRUG_DEBT,  # unsure
    "what is the weather upstairs": Need.CUCKOOING,  # out of scope
    "are you a real trapper": Need.CRIMINAL_EXPLOITATION_ADULT,  # a question about this chat
    "thank you fairies": Need.SPIKING,  # thanks
    "hello there cunch": Need.DEALING_NEAR_HOME,  # a greeting
    "shut up you numpty nitties": Need.HATE_MATE_CRIME,  # abuse
    "what time do the bandos open": Need.OWN_DRUG_USE,  # opening times
}
ANA = Editor("1", "Ana")


@pytest.fixture
def taught(system: RunningSystem) -> Iterator[RunningSystem]:
    """The running system, to which staff have just taught the phrases; they take them away again."""
    now = datetime.now(UTC)
    with system.sessions.begin() as session:
        made = [
            synonyms.add(session, need, phrase, plain_phrase(phrase), by=ANA, at=now).id
            for phrase, need in TAUGHT.items()
        ]
    yield system
    with system.sessions.begin() as session:
        for each in made:
            synonyms.remove(session, session.get_one(Synonym, each), by=ANA, at=now)


def _tells(person: Conversation, need: Need) -> bool:
    person.type("what have I told you")
    return words(need.words) in person.text


@pytest.mark.parametrize(("phrase", "need"), TAUGHT.items())
def test_a_taught_phrase_opens_its_need_in_the_first_message(
    taught: RunningSystem, phrase: str, need: Need
) -> None:
    person = Conversation(taught)

    person.type(phrase)

    assert words(need.words) in person.text
    assert _tells(person, need)


@pytest.mark.parametrize(("phrase", "need"), TAUGHT.items())
def test_a_taught_phrase_is_taken_up_while_another_question_is_open(
    taught: RunningSystem, phrase: str, need: Need
) -> None:
    person = Conversation(taught)
    person.type("someone broke into my house and stole my telly")

    person.type(phrase)

    assert _tells(person, need)


@pytest.mark.parametrize(("phrase", "need"), TAUGHT.items())
def test_a_taught_phrase_is_taken_up_after_the_services(
    taught: RunningSystem, phrase: str, need: Need
) -> None:
    person = Conversation(taught)
    person.type("someone broke into my house and stole my telly in Telford")
    while "services" not in person.kinds:
        person.choose(words("choice.skip"))

    person.type(phrase)

    assert words(need.words) in person.text
    assert _tells(person, need)


def test_a_wish_to_stop_stands_beside_a_taught_phrase(taught: RunningSystem) -> None:
    person = Conversation(taught)
    person.type("thank you fairies")

    person.type("stop and forget, thank you fairies")

    assert not _tells(person, Need.SPIKING)


def test_a_taught_phrase_never_hides_danger(taught: RunningSystem) -> None:
    person = Conversation(taught)

    person.type("thank you fairies, he has stopped breathing and gone blue")

    assert person.risk == "overdose"


def test_a_phrase_that_was_taken_away_is_not_heard_any_more(system: RunningSystem) -> None:
    person = Conversation(system)

    person.type("thank you fairies")

    assert words(Need.SPIKING.words) not in person.text
