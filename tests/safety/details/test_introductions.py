"""What each kind of introduction is believed to bring."""

import pytest

from safety.details.introductions import INTRODUCTIONS, Said


OWN, NAMED, CALLED, THIS, I_AM = INTRODUCTIONS


def a_said(word: str, *, text: str = "so", after: str = "", is_place: bool = False) -> Said:
    """A word after an introduction that stands at the end of this text."""
    return Said(text, len(text), word, after, lambda: is_place)


@pytest.mark.parametrize(
    "typed",
    [
        "my name is ",
        "My full name's ",
        "her surname is - ",
        "my name is: ",
        "my name is, ",
        "my name is... ",
        "my name is… ",
        "my name is “",
        "my last name was ",
        "my name is actually ",
    ],
)
def test_a_name_is_introduced_with_any_mark_before_it(typed: str) -> None:
    found = OWN.lead.search(f"{typed}Zebedee")

    assert found is not None
    assert found.end() == len(typed)


def test_a_full_stop_ends_the_introduction() -> None:
    assert OWN.lead.search("you know what my name is. Dealers came") is None


@pytest.mark.parametrize("word", "Zebedee zebedee mark Hope 李雷".split())
def test_a_word_after_my_name_is_a_name(word: str) -> None:
    assert OWN.is_name(a_said(word))


@pytest.mark.parametrize("word", "on not registered being private".split())
def test_a_word_that_goes_on_after_my_name_is_none(word: str) -> None:
    assert not OWN.is_name(a_said(word))


def test_the_name_of_a_village_is_a_place() -> None:
    assert not NAMED.is_name(a_said("Bewdley", is_place=True))


@pytest.mark.parametrize("word", "police Childline stupid me".split())
def test_whom_one_calls_for_help_and_what_one_is_called_is_no_name(word: str) -> None:
    assert not CALLED.is_name(a_said(word))


def test_this_is_believed_only_of_a_word_that_stands_out_and_is_nothing_else() -> None:
    assert THIS.is_name(a_said("Zebedee"))
    assert not THIS.is_name(a_said("zebedee"))
    assert not THIS.is_name(a_said("Blackmail"))
    assert not THIS.is_name(a_said("Telford", is_place=True))
    assert not THIS.is_name(a_said("Zebedee", text="THIS IS"))


def test_i_am_is_believed_after_a_greeting_or_before_more() -> None:
    assert I_AM.is_name(a_said("zebedee", text="hi "))
    assert I_AM.is_name(a_said("zebedee", after=" and scared"))
    assert I_AM.is_name(a_said("Zebedee", after=" from here"))
    assert not I_AM.is_name(a_said("Zebedee"))
    assert not I_AM.is_name(a_said("hostage", after=" and scared"))
    assert not I_AM.is_name(a_said("B45", after=" and scared"))
