"""Further needs are taken from plain words only, and never from a no."""

import pytest

from actions.plain_needs import MOST, plain_needs
from vocabulary.needs import Need


@pytest.mark.parametrize(
    ("text", "first", "further"),
    [
        ("they've taken over my flat and I owe them money", Need.CUCKOOING, [Need.DRUG_DEBT]),
        (
            "I'm using heroin every day, I owe my dealer 600 and he has moved into my flat",
            Need.DRUG_DEBT,
            [Need.CUCKOOING, Need.OWN_DRUG_USE],
        ),
        ("I owe a dealer 400 quid and my boyfriend hits me", Need.DRUG_DEBT, [Need.DOMESTIC_ABUSE]),
        ("They threaten me, I owe money for drugs", Need.DRUG_DEBT, [Need.THREATS_VIOLENCE]),
        ("my resident is cuckooed and has rent arrears", Need.CUCKOOING, [Need.MONEY_HELP]),
        ("we're being evicted, theyve took me flat", Need.HOUSING, [Need.CUCKOOING]),
        ("my grandson 19 is taking drugs and we were burgled", Need.ROBBERY_BURGLARY, [Need.FAMILY_DRUG_USE]),
    ],
)
def test_plain_words_bring_further_needs_the_most_urgent_first(
    text: str, first: Need, further: list[Need]
) -> None:
    assert list(plain_needs(text, beside=(first,))) == further


@pytest.mark.parametrize(
    "text",
    [
        "my flat was taken over, I don't owe them money",
        "he never threatened me",
        "my son used to owe dealers money",
        "nothing of the kind",
    ],
)
def test_what_is_denied_is_no_need(text: str) -> None:
    assert plain_needs(text, beside=(Need.HOUSING,)) == ()


def test_a_message_brings_three_needs_at_most() -> None:
    text = "I owe a dealer 40, my husband hits me, I was burgled and I'm on heroin, I'm homeless"

    assert len(plain_needs(text, beside=(Need.DRUG_DEBT,))) == MOST - 1


def test_the_same_matter_in_other_words_is_no_further_need() -> None:
    assert plain_needs("dealers moved into my flat", beside=(Need.DEALING_NEAR_HOME,)) == ()
