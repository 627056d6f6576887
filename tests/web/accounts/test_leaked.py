"""Passwords that everybody's guessing machine knows."""

import pytest

from web.accounts.errors import BadAccount
from web.accounts.leaked import is_leaked
from web.accounts.passwords import hash_password


@pytest.mark.parametrize(
    "password",
    ["qwerty123456", "1q2w3e4r5t6y", "QWERTY123456", "Liverpool2024!", "!!password1234", "  football 1966 "],
)
def test_a_leaked_password_is_refused_also_with_signs_around_it(password: str) -> None:
    with pytest.raises(BadAccount) as refused:
        hash_password(password)

    assert refused.value.code == "password-leaked"


@pytest.mark.parametrize(
    "password",
    ["Signpost2026!", "westmercia-2026", "Telford&Wrekin1", "Shropshire Council", "signpost" * 16],
)
def test_the_services_own_words_are_as_easily_guessed(password: str) -> None:
    assert is_leaked(password)
    assert not is_leaked(password + "heron")


@pytest.mark.parametrize(
    "password",
    ["three random words", "correct-horse-liverpool", "192837465564738291", "\ud800" * 12],
)
def test_any_other_password_is_not(password: str) -> None:
    assert not is_leaked(password)


def test_digits_and_signs_alone_hide_nothing() -> None:
    assert not is_leaked("!?" * 6)
    assert not is_leaked("")
