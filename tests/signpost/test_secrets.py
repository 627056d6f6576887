"""Secrets are made once, kept from others, and never weak."""

from pathlib import Path

from signpost.secrets import BYTES, read_or_make_secret


def test_a_secret_is_made_once_and_read_from_then_on(tmp_path: Path) -> None:
    first = read_or_make_secret(tmp_path, "web")

    assert len(first) == BYTES
    assert read_or_make_secret(tmp_path, "web") == first
    assert read_or_make_secret(tmp_path, "engine") != first


def test_only_the_owner_can_read_a_secret(tmp_path: Path) -> None:
    read_or_make_secret(tmp_path, "web")

    assert (tmp_path / "secrets" / "web").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "secrets").stat().st_mode & 0o777 == 0o700
