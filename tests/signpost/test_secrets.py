"""Secrets are made once, kept from others, and never weak."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from signpost import secrets
from signpost.secrets import BYTES, BadSecret, read_or_make_secret


def test_a_secret_is_made_once_and_read_from_then_on(tmp_path: Path) -> None:
    first = read_or_make_secret(tmp_path, "web")

    assert len(first) == BYTES
    assert read_or_make_secret(tmp_path, "web") == first
    assert read_or_make_secret(tmp_path, "engine") != first


def test_only_the_owner_can_read_a_secret(tmp_path: Path) -> None:
    read_or_make_secret(tmp_path, "web")

    assert (tmp_path / "secrets" / "web").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "secrets").stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("held", ["", "ab", "ab" * 31, "ab" * 33, "zz" * 32, "ab " * 32, "é" * 64])
def test_a_file_that_holds_no_whole_secret_is_refused_by_name_and_not_repeated(
    tmp_path: Path, held: str
) -> None:
    read_or_make_secret(tmp_path, "web")
    file = tmp_path / "secrets" / "web"
    file.write_text(held, encoding="utf-8")

    with pytest.raises(BadSecret, match=r"64 hexadecimal digits.*Delete it") as refused:
        read_or_make_secret(tmp_path, "web")

    assert str(file) in str(refused.value)
    assert not held or held not in str(refused.value)


@pytest.mark.parametrize("held", ["00" * 32, "ab" * 32, "01234567" * 8, "DEADBEEF" * 8, "aA" * 32])
def test_a_secret_that_somebody_made_up_is_refused_and_not_repeated(tmp_path: Path, held: str) -> None:
    read_or_make_secret(tmp_path, "web")
    (tmp_path / "secrets" / "web").write_text(held)

    with pytest.raises(BadSecret, match="can be guessed") as refused:
        read_or_make_secret(tmp_path, "web")

    assert held not in str(refused.value)


def test_no_secret_that_was_made_is_taken_for_one_that_was_made_up(tmp_path: Path) -> None:
    made = [read_or_make_secret(tmp_path, f"secret-{number}").hex() for number in range(200)]

    assert not any(secrets.is_guessable(each) for each in made)


def test_a_secret_that_an_editor_ended_with_a_line_feed_is_the_same(tmp_path: Path) -> None:
    first = read_or_make_secret(tmp_path, "web")
    with (tmp_path / "secrets" / "web").open("a") as file:
        file.write("\n")

    assert read_or_make_secret(tmp_path, "web") == first


def test_dying_while_a_secret_is_written_leaves_none_and_the_next_start_makes_a_whole_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(_handle: int) -> None:
        raise SystemExit

    with monkeypatch.context() as patched:
        patched.setattr(secrets.os, "fsync", die)
        with pytest.raises(SystemExit):
            read_or_make_secret(tmp_path, "web")
    left = os.listdir(tmp_path / "secrets")

    assert left == []
    assert len(read_or_make_secret(tmp_path, "web")) == BYTES


def test_processes_that_start_together_share_one_secret(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as processes:
        made = set(processes.map(lambda _: read_or_make_secret(tmp_path, "web"), range(32)))

    assert len(made) == 1
    assert os.listdir(tmp_path / "secrets") == ["web"]


def test_the_home_folder_that_the_first_secret_makes_is_its_owners_alone(tmp_path: Path) -> None:
    read_or_make_secret(tmp_path / "home", "web")

    assert (tmp_path / "home").stat().st_mode & 0o777 == 0o700
