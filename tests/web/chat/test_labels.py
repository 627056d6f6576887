from pathlib import Path

import pytest

from safety import cards
from tests.vocabulary import catalogues
from vocabulary.languages import Language
from vocabulary.risks import Risk
from vocabulary.words import speaking, words
from web.chat.labels import MOST_CHARACTERS, label, label_of_said
from web.chat.schema import Checked, Kind, Message, Opening, OpenState, ServiceCard


def a_service(name: str) -> ServiceCard:
    return ServiceCard(
        id="1",
        name=name,
        description="",
        phones=(),
        text=(),
        webchat=None,
        url=None,
        email=None,
        open=Opening(state=OpenState.UNKNOWN, words=""),
        cost=None,
        coverage=(),
        languages=(),
        checked=Checked(date=None, confirmed=False),
        why=None,
        what_happens=None,
    )


def test_a_message_is_named_by_who_says_it_and_its_first_line() -> None:
    message = Message(kind=Kind.TEXT, text="I am sorry.\nAre you safe?")

    assert label(message) == "Signpost: I am sorry."


def test_what_the_person_said_is_named_as_theirs() -> None:
    assert label_of_said("they want money\nand my flat") == "You: they want money"


@pytest.mark.parametrize("risk", Risk)
def test_a_danger_card_is_named_by_its_heading_whatever_line_stands_above_it(risk: Risk) -> None:
    heading, *steps = cards.CARDS[risk].words
    text = "\n".join(["This still comes first.", *(words(each) for each in (heading, *steps))])

    assert label(Message(kind=Kind.CRISIS, text=text, risk=risk)).startswith(
        f"Signpost: {words(heading)}"[:MOST_CHARACTERS]
    )


def test_a_danger_card_is_named_in_english_until_a_native_reader_has_read_its_words(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folder = catalogues.use_catalogues(monkeypatch, tmp_path / "locale")
    catalogues.write(folder, "pl", "crisis", {"crisis.emergency.heading": "Zadzwon"})
    catalogues.write(folder, "pl", "page", {"page.us": "My"})
    with speaking(Language.POLISH):
        name = label(Message(kind=Kind.CRISIS, text="", risk=Risk.EMERGENCY))

    assert name == f"My: {words('crisis.emergency.heading')}"


def test_services_without_a_text_are_named_by_the_first_of_them() -> None:
    message = Message(kind=Kind.SERVICES, text="", services=(a_service("Release"), a_service("FRANK")))

    assert label(message) == "Signpost: Release"


def test_a_long_line_is_cut_between_words() -> None:
    name = label_of_said("word " * 50)

    assert len(name) <= len("You: ") + MOST_CHARACTERS
    assert name.endswith(" word…")


@pytest.mark.parametrize("text", ["x" * 300, " ", "\n\n"])
def test_words_that_cannot_be_cut_leave_a_name_all_the_same(text: str) -> None:
    assert label_of_said(text).startswith("You: ")
