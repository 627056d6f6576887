"""What is made is its owner's alone; what was open to others is closed; what is not ours is let be."""

import os
import stat
from pathlib import Path

import pytest

from signpost.private_files import make_private_database, make_private_folder


def _mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_folder_is_its_owners_alone(tmp_path: Path) -> None:
    make_private_folder(tmp_path / "deep" / "home")

    assert _mode(tmp_path / "deep" / "home") == 0o700


def test_a_folder_that_was_open_is_closed_at_the_next_start(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    home.chmod(0o755)

    make_private_folder(home)

    assert _mode(home) == 0o700


def test_a_folder_that_everybody_shares_stays_shared(tmp_path: Path) -> None:
    shared = tmp_path / "tmp"
    shared.mkdir()
    shared.chmod(0o1777)

    make_private_folder(shared)

    assert _mode(shared) == 0o1777


def test_what_belongs_to_somebody_else_is_let_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    home.mkdir()
    home.chmod(0o755)
    monkeypatch.setattr(os, "geteuid", lambda: home.stat().st_uid + 1)

    make_private_folder(home)

    assert _mode(home) == 0o755


def test_a_database_that_was_open_is_closed_with_the_files_beside_it(tmp_path: Path) -> None:
    names = ["held.sqlite", "held.sqlite-wal", "held.sqlite-shm"]
    for name in names:
        (tmp_path / name).write_bytes(b"kept")
        (tmp_path / name).chmod(0o644)

    make_private_database(tmp_path / "held.sqlite")

    assert [_mode(tmp_path / name) for name in names] == [0o600] * 3
    assert (tmp_path / "held.sqlite").read_bytes() == b"kept"


def test_a_missing_folder_and_a_folder_in_the_place_of_the_file_are_left_to_sqlite(tmp_path: Path) -> None:
    make_private_database(tmp_path / "nowhere" / "held.sqlite")
    make_private_database(tmp_path)

    assert not (tmp_path / "nowhere").exists()
    assert _mode(tmp_path) & 0o700 == 0o700
