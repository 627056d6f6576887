"""Word and letter sequences are counted the same for every way of writing them."""

import pytest

from bot.components.ngram_features import LETTERS, WORDS, count, learn_family, sequences, words_of


TEXTS = [words_of(text) for text in ("they took my flat", "my flat was taken", "I owe him", "I owe them")]


@pytest.fixture
def families():
    return (
        learn_family(WORDS, (1, 2), texts=TEXTS, minimum=2),
        learn_family(LETTERS, (2, 3), texts=TEXTS, minimum=2),
    )


def test_word_sequences_run_from_short_to_long():
    assert list(sequences(WORDS, (1, 2), ["i", "owe", "him"])) == ["i", "owe", "him", "i owe", "owe him"]


def test_letter_sequences_know_where_a_word_starts_and_ends():
    assert list(sequences(LETTERS, (2, 2), ["owe"])) == [" o", "ow", "we", "e "]


def test_a_word_shorter_than_the_sequence_counts_once():
    assert list(sequences(LETTERS, (5, 5), ["i"])) == [" i "]


def test_rare_sequences_are_not_learnt(families):
    assert "my flat" in families[0].weights
    assert "they took" not in families[0].weights


def test_each_familys_part_has_length_one(families):
    row = count("my flat", families)
    split = len(families[0].weights)

    assert row[:, :split].multiply(row[:, :split]).sum() == pytest.approx(1)
    assert row[:, split:].multiply(row[:, split:]).sum() == pytest.approx(1)


def test_unknown_words_leave_a_row_of_nothing(families):
    assert count("zzzz", families).nnz == 0


@pytest.mark.parametrize("written", ["MY FLAT", "my  flat", "ｍｙ ｆｌａｔ", "my fl\u200bat"])
def test_a_disguise_changes_no_count(families, written):
    assert (count(written, families) != count("my flat", families)).nnz == 0


@pytest.mark.parametrize("text", ["", "\ud800", "😀", "a" * 100_000])
def test_odd_messages_are_counted_too(families, text):
    assert count(text, families).shape == (1, sum(len(family.weights) for family in families))
