"""What people fear of asking for help is heard in plain words."""

import pytest

from actions.fears import fears_being_told_on, nobody_watches_now


@pytest.mark.parametrize(
    "text",
    [
        "will social services take my kids if i say i use heroin",
        "i use crack and im scared theyll take my children",
        "my dealer is after me, does anyone find out if i ask here",
        "are you going to tell the police i owe a dealer",
    ],
)
def test_a_fear_of_being_told_on_is_heard(text: str) -> None:
    assert fears_being_told_on(text)


@pytest.mark.parametrize(
    "text",
    [
        "I'm a social worker and my client is being used",
        "they take my money every week",
        "my son takes ketamine",
        "can you help, my partner hits me",
    ],
)
def test_other_words_are_no_such_fear(text: str) -> None:
    assert not fears_being_told_on(text)


@pytest.mark.parametrize("text", ["ok gone now", "he's gone", "she has left", "theyve gone out now"])
def test_somebody_who_has_left_does_not_watch_any_more(text: str) -> None:
    assert nobody_watches_now(text)


@pytest.mark.parametrize(
    "text", ["he has gone blue", "my son is gone", "i have to go now", "gone mad with fear"]
)
def test_anything_more_is_not_that(text: str) -> None:
    assert not nobody_watches_now(text)
