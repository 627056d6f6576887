"""What is taken is heard in plain words, and only kinds of it are kept."""

import pytest

from actions.answers import Answers
from actions.substances import hear_substances
from tests.actions.test_hearing import a_message
from vocabulary.substances import Substance


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("i want to stop smoking weed", (Substance.OTHER,)),
        ("i drink every day", (Substance.ALCOHOL,)),
        ("crack and xanax", (Substance.BENZOS, Substance.OTHER)),
        ("i take pills, not sure what", (Substance.BENZOS,)),
        ("vodka and a bit of coke", (Substance.ALCOHOL, Substance.OTHER)),
        ("i want to stop using", ()),
        ("someone spiked my drink", ()),
        ("my drinking is out of hand", (Substance.ALCOHOL,)),
        ("my drink problem is back", (Substance.ALCOHOL,)),
    ],
)
def test_plain_words_name_what_is_taken(text: str, heard: tuple[Substance, ...]) -> None:
    assert hear_substances(a_message(text), Answers()) == heard


def test_what_was_named_before_is_kept_beside_it() -> None:
    before = Answers(substances=(Substance.OTHER,))

    assert hear_substances(a_message("and i drink"), before) == (Substance.ALCOHOL, Substance.OTHER)
    assert hear_substances(a_message("telford"), before) == (Substance.OTHER,)
