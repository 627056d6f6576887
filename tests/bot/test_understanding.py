"""What the assistant says it made of a sentence."""

import time

import pytest

from bot.understanding import Guess, Understanding, Understood, label_of
from vocabulary.risks import Risk


MESSAGES_A_SECOND = 40  # promised to those who use it on a file


@pytest.fixture(scope="module")
def understanding(small_model):
    return Understanding(small_model)


def _understood(*guesses, clarify=False, risks=()):
    return Understood("words", tuple(Guess(*guess) for guess in guesses), clarify, risks)


def test_labels_are_slugs_for_needs_and_names_for_the_rest():
    assert label_of("drug_debt") == "drug-debt"
    assert label_of("stop_and_forget") == "stop_and_forget"


def test_a_second_need_is_heard_when_it_is_likely_enough():
    found = _understood(("cuckooing", 0.6), ("drug-debt", 0.15), ("missing", 0.14), ("greet", 0.3))

    assert found.labels == ("cuckooing", "drug-debt")


def test_the_published_shape():
    found = _understood(("cuckooing", 0.61234), ("drug-debt", 0.2), risks=(Risk.EMERGENCY, Risk.CHILD))

    assert found.as_json() == {
        "text": "words",
        "label": "cuckooing",
        "confidence": 0.6123,
        "alternatives": [{"label": "drug-debt", "confidence": 0.2}],
        "clarify": False,
        "risk": "emergency",
        "risks": ["emergency", "child"],
        "labels": ["cuckooing", "drug-debt"],
    }


def test_no_danger_is_called_none():
    assert _understood(("greet", 0.9)).as_json()["risk"] == "none"


@pytest.mark.model
@pytest.mark.slow
def test_a_trained_model_recognises_what_it_was_taught(understanding):
    found = list(understanding.understand(["people are using my house to sell drugs", "hiya"]))

    assert [understood.guesses[0].label for understood in found] == ["cuckooing", "greet"]


@pytest.mark.model
@pytest.mark.slow
def test_texts_come_back_in_order_whatever_they_are(understanding):
    texts = ["hi", "", "/greet", "\ud800", "😀", "x" * 2000, *(f"hello {n}" for n in range(70))]

    found = list(understanding.understand(texts))

    assert [understood.text for understood in found] == texts


@pytest.mark.model
@pytest.mark.slow
def test_a_typed_payload_is_words(understanding):
    (found,) = understanding.understand(["/drug_debt"])

    assert found.guesses[0].confidence < 1.0


@pytest.mark.model
@pytest.mark.slow
def test_a_message_without_words_needs_a_question(understanding):
    (found,) = understanding.understand([""])

    assert found.clarify
    assert found.as_json()["label"] == "out_of_scope"


@pytest.mark.model
@pytest.mark.slow
def test_it_reads_forty_messages_a_second(understanding):
    texts = [f"they have taken over my flat and I owe them money, number {n}" for n in range(120)]
    started = time.process_time()

    assert len(list(understanding.understand(texts))) == 120

    assert 120 / (time.process_time() - started) >= MESSAGES_A_SECOND
