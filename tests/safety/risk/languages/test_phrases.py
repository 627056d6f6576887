"""How a line of phrases is written out, and which words deny what follows."""

import pytest

from safety.risk.languages.hearing import EVERY
from safety.risk.languages.phrases import Phrases, plain_words, written_out
from vocabulary.languages import Language
from vocabulary.risks import Risk


A_FEW = Phrases(
    Language.POLISH,
    denied_by="nie",
    fillers="już po_prostu",
    suicide="chcę umrzeć\n\n",
    overdose="",
    emergency="ma nóż",
)


@pytest.mark.parametrize(
    ("line", "ways"),
    [
        ("", set()),
        ("chcę umrzeć", {("chce", "umrzec")}),
        ("ma nóż/broń", {("ma", "noz"), ("ma", "bron")}),
        ("nie mi_się/- żyć", {("nie", "mi", "sie", "zyc"), ("nie", "zyc")}),
    ],
)
def test_a_line_stands_for_each_of_its_ways(line: str, ways: set[tuple[str, ...]]) -> None:
    assert written_out(line) == ways


def test_the_letters_of_an_arabic_keyboard_are_the_urdu_ones() -> None:
    assert plain_words("چاهتي") == plain_words("چاہتی")


def test_each_danger_has_its_lines_and_a_child_none() -> None:
    assert A_FEW.of(Risk.SUICIDE) == {("chce", "umrzec")}
    assert A_FEW.of(Risk.EMERGENCY) == {("ma", "noz")}
    assert A_FEW.of(Risk.OVERDOSE) == A_FEW.of(Risk.CHILD) == frozenset()
    assert A_FEW.denials == {"nie"}


def test_fillers_of_one_word_or_two_are_left_out_and_nothing_else() -> None:
    assert A_FEW.without_fillers(plain_words("chcę po prostu już umrzeć")) == ("chce", "umrzec")
    assert A_FEW.without_fillers(("po", "juzek")) == ("po", "juzek")


@pytest.mark.parametrize("phrases", EVERY, ids=lambda phrases: phrases.language)
def test_no_line_has_a_choice_without_words(phrases: Phrases) -> None:
    for line in (phrases.suicide + phrases.overdose + phrases.emergency).splitlines():
        choices = [choice for word in line.split() for choice in word.split("/")]
        assert all(plain_words(each) or each == "-" for each in choices), line
