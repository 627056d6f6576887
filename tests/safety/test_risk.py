"""The floors of the risk screen on the project's own messages; the build fails below them."""

import pytest

from safety.risk import screen
from tests.safety.messages import HALVES, everything, harmless, risky
from vocabulary.risks import Risk


# Raise these when patterns get better; never lower them. They hold what is known, they do not tell how
# unseen people are understood: docs/hazards.md keeps what each fresh batch showed before it was read.
TUNING_RECALL = 0.98
TUNING_ALARMS = 0.01
MEASURING_RECALL = {Risk.OVERDOSE: 0.94, Risk.EMERGENCY: 0.95, Risk.SUICIDE: 0.95, Risk.CHILD: 0.95}
MEASURING_ALARMS = 0.05


def _recall(risk: Risk, half: str) -> float:
    texts = risky(risk, half)
    return sum(risk in screen(text) for text in texts) / len(texts)


def _alarms(half: str) -> float:
    texts = harmless(half)
    return sum(bool(screen(text)) for text in texts) / len(texts)


@pytest.mark.parametrize("risk", Risk)
def test_recall_does_not_fall_on_the_messages_patterns_are_tuned_on(risk: Risk) -> None:
    assert _recall(risk, "tuning") >= TUNING_RECALL


@pytest.mark.parametrize("risk", Risk)
def test_recall_does_not_fall_on_the_newest_messages(risk: Risk) -> None:
    assert _recall(risk, "measuring") >= MEASURING_RECALL[risk]


def test_false_alarms_stay_rare() -> None:
    assert _alarms("tuning") <= TUNING_ALARMS
    assert _alarms("measuring") <= MEASURING_ALARMS


def test_there_are_enough_messages_to_measure_on() -> None:
    assert sum(len(risky(risk, half)) for risk in Risk for half in HALVES) >= 250
    assert sum(len(harmless(half)) for half in HALVES) >= 150
    assert len(set(everything())) == len(everything())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I'm being forced to have sex and I'm only 12", Risk.CHILD),
        ("the letters to the kids are written", Risk.SUICIDE),
        ("her lips look wrong and she won't answer me", Risk.OVERDOSE),
        ("they say I'm on the 7.15 tomorrow, I've got a maths test", Risk.CHILD),
        (
            "she rang with our code word for get help and hung up, she has just sent it by text too",
            Risk.EMERGENCY,
        ),
        ("they keep ramming it and the hinges are coming away", Risk.EMERGENCY),
        ("two of them are sat on his chest", Risk.EMERGENCY),
        ("we're in a strange van and I don't know where they are taking us", Risk.EMERGENCY),
        ("how many of these for someone my weight", Risk.SUICIDE),
        ("the browser on his laptop is full of painless ways to go", Risk.SUICIDE),
        ("he knots his bedsheet when he thinks nobody looks", Risk.SUICIDE),
        ("thinking of walking out in front of a lorry", Risk.SUICIDE),
    ],
)
def test_danger_without_a_keyword_is_seen(text: str, expected: Risk) -> None:
    assert expected in screen(text)


@pytest.mark.parametrize(
    "text",
    [
        "we have a code word for danger in case he comes back",
        "the door frame was split in a raid last month, who pays for the repair",
        "the cat is sat on my mums chest",
        "how many paracetamol can someone my weight take for a headache",
        "I keep thinking about the bridge where they deal, who do I tell at the council",
        "I'd like to join my sister in Telford, I'm tired of the noise",
        "I've made my mind up to give evidence, they have taken everything",
    ],
)
def test_the_same_words_of_something_else_are_no_danger(text: str) -> None:
    assert screen(text) == ()


def test_a_home_taken_over_is_no_emergency() -> None:
    assert screen("they've taken over my flat and I owe them money") == ()


@pytest.mark.parametrize("text", ["I'd rather not tell you where I live", "i wont say where we live"])
def test_not_saying_where_one_lives_is_no_wish_to_die(text: str) -> None:
    assert screen(text) == ()


def test_a_wish_not_to_live_stands_beside_it() -> None:
    assert screen("i dont want to live anymore and i wont say where i live") == (Risk.SUICIDE,)


def test_the_leading_risk_comes_first() -> None:
    found = screen("I'm 15, I took too much and my heart is racing, I want to die")

    assert found == tuple(sorted(found, key=list(Risk).index))
    assert found[0] is Risk.OVERDOSE
    assert Risk.CHILD in found


@pytest.mark.parametrize(
    "text", ["", " ", "\x00", "\ud800", "😀😀😀", "999", "a" * 20_000, "/suicide{}", "<b>"]
)
def test_odd_input_is_screened_without_an_error(text: str) -> None:
    assert isinstance(screen(text), tuple)


@pytest.mark.parametrize(
    "said",
    [
        "dealers have tied sheets over my windows",
        "they tied a sheet over the window so nobody sees in",
        "they rip my bedding and piss on it",
        "i have made up my mind to leave, no point staying with him",
        "ive made up my mind to stop using, theres no point going on like this",
        "the door is split, they kick it every time im behind with money",
        "i want to go and be with my mum, she has had enough",
        "i keep thinking about the car park where they beat him up",
        "im sat on his chest",
    ],
)
def test_what_happens_in_a_home_that_was_taken_over_is_no_sign_by_itself(said: str) -> None:
    assert screen(said) == ()


@pytest.mark.parametrize("said", ["he is kneeling on my neck", "hes sat on my chest"])
def test_the_writers_own_body_is_held_down(said: str) -> None:
    assert Risk.EMERGENCY in screen(said)
