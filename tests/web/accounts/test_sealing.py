"""Text that only this installation can read again."""

import pytest

from web.accounts.sealing import seal, unseal


SECRET = b"a secret for tests"


def test_what_was_sealed_is_read_again_and_cannot_be_seen() -> None:
    sealed = seal(SECRET, "Zoë", purpose="a")

    assert "Zo" not in sealed
    assert unseal(SECRET, sealed, purpose="a") == "Zoë"


@pytest.mark.parametrize(("secret", "purpose"), [(b"another", "a"), (SECRET, "b")])
def test_another_secret_or_purpose_reads_nothing(secret: bytes, purpose: str) -> None:
    assert unseal(secret, seal(SECRET, "Zoë", purpose="a"), purpose=purpose) is None


@pytest.mark.parametrize("sealed", ["", "x", "é", "\udc80"])
def test_what_was_never_sealed_reads_as_nothing(sealed: str) -> None:
    assert unseal(SECRET, sealed, purpose="a") is None
