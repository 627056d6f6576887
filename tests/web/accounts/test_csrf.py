"""The token in every form."""

import pytest

from web.accounts.csrf import is_form_token, make_form_token


SECRET = b"a secret for tests"


def test_the_token_of_this_session_is_taken() -> None:
    assert is_form_token(SECRET, "session", make_form_token(SECRET, "session"))


@pytest.mark.parametrize("sent", [None, "", "session", "é", "\ud800", 7])
def test_anything_else_is_refused(sent: object) -> None:
    assert not is_form_token(SECRET, "session", sent)


def test_the_token_of_another_session_is_refused() -> None:
    assert not is_form_token(SECRET, "session", make_form_token(SECRET, "another"))


def test_the_token_of_another_installation_is_refused() -> None:
    assert not is_form_token(SECRET, "session", make_form_token(b"another secret", "session"))
