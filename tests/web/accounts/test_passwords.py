"""How passwords are kept and checked."""

import pytest
from argon2 import PasswordHasher

from web.accounts.errors import BadAccount
from web.accounts.passwords import LONGEST, SHORTEST, hash_password, is_password


def test_a_password_is_kept_as_an_argon2id_hash() -> None:
    stored = hash_password("three random words")

    assert stored.startswith("$argon2id$")
    assert "random" not in stored


def test_the_same_password_is_never_stored_alike() -> None:
    assert hash_password("three random words") != hash_password("three random words")


def test_the_right_password_opens() -> None:
    assert is_password(hash_password("three random words"), "three random words")


@pytest.mark.parametrize(
    "wrong", ["three random word", "Three random words", "", "three random words ", "\ud800"]
)
def test_any_other_password_does_not_open(wrong: str) -> None:
    assert not is_password(hash_password("three random words"), wrong)


def test_an_account_that_does_not_exist_has_no_password() -> None:
    assert not is_password(None, "the password of an account that does not exist")


def test_a_stored_value_that_is_no_hash_opens_to_nobody() -> None:
    assert not is_password("not a hash", "not a hash")


@pytest.mark.parametrize(("length", "allowed"), [(SHORTEST - 1, False), (SHORTEST, True), (LONGEST, True)])
def test_a_password_has_a_least_length(length: int, *, allowed: bool) -> None:
    if allowed:
        assert hash_password("x" * length)
        return
    with pytest.raises(BadAccount) as refused:
        hash_password("x" * length)
    assert refused.value.code == "password-short"


def test_a_password_has_a_greatest_length() -> None:
    with pytest.raises(BadAccount) as refused:
        hash_password("x" * (LONGEST + 1))
    assert refused.value.code == "password-long"
    assert not is_password(hash_password("x" * LONGEST), "x" * (LONGEST + 1))


def test_passwords_of_64_characters_are_taken_and_of_more_than_128_are_not() -> None:
    assert 64 <= LONGEST == 128


def test_a_longer_password_that_was_taken_before_still_opens() -> None:
    before = "three random words " * 10

    assert is_password(PasswordHasher().hash(before.encode()), before)
