"""E-mail addresses, profiles and account names go, and the words around them stay."""

import pytest

from safety.details.accounts import cut_accounts


@pytest.mark.parametrize(
    "address",
    [
        "a.b@example.org",
        "a_b+c@mail.example.co.uk",
        "sam @ example.com",
        "sam(at)example.com",
        "sam [at] example [dot] com",
        "sam at gmail dot com",
        "sam at hotmail.co.uk",
        "sam@gmail",
        "!@a-b.com",
        "@made.up",
        "instagram.com/made_up",
    ],
)
def test_an_address_or_account_goes(address: str) -> None:
    assert cut_accounts(f"write to {address} please") == "write to … please"


@pytest.mark.parametrize(
    "text", ["meet me at tesco", "he looked at me", "im at home. come now", "my snap is full of messages"]
)
def test_other_words_stay(text: str) -> None:
    assert cut_accounts(text) == text
