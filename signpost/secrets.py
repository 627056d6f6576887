"""Secrets made on first start and kept in a file that only its owner can read."""

import os
import re
import secrets
from contextlib import suppress
from pathlib import Path

from signpost.private_files import make_private_folder


BYTES = 32
# Of 64 random hexadecimal digits fewer than ten kinds come up once in a million million times.
FEWEST_KINDS = 10
WRITTEN = re.compile(rf"[0-9a-fA-F]{{{BYTES * 2}}}", re.ASCII)


class BadSecret(ValueError):
    """A file that should hold a secret and does not; the message names it, never what it holds."""


def read_or_make_secret(home: Path, name: str) -> bytes:
    """The secret of this name under `home/secrets`, made on first use, never printed. Raises BadSecret."""
    path = home / "secrets" / name
    make_private_folder(home)
    make_private_folder(path.parent)
    if not path.exists():
        _make(path)
    return _read(path)


def take_over(home: Path, name: str, place: str) -> None:
    """Puts the secret of one name in the place of another, in one step."""
    folder = home / "secrets"
    (folder / name).replace(folder / place)
    _keep_name(folder)


def is_guessable(written: str) -> bool:
    """Whether a secret is too short, or of so few kinds of characters that somebody made it up by hand."""
    return len(written) < BYTES or len(set(written)) < FEWEST_KINDS


def _make(path: Path) -> None:
    """Writes a secret beside its place and links it there when it is whole: nobody finds half of one."""
    unfinished = path.with_name(f"{path.name}.{secrets.token_hex(8)}.new")
    handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w") as file:
            file.write(secrets.token_hex(BYTES))
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):  # another process was quicker: its secret is the one
            os.link(unfinished, path)
    finally:
        unfinished.unlink()
    _keep_name(path.parent)


def _keep_name(folder: Path) -> None:
    """Forces a new name in a folder to the disk."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _read(path: Path) -> bytes:
    written = path.read_text(encoding="ascii", errors="replace").strip()
    if not WRITTEN.fullmatch(written):
        raise BadSecret(
            f"{path} does not hold a secret of {BYTES * 2} hexadecimal digits. "
            "Delete it, and a new one is made; everybody who is signed in has to sign in again."
        )
    if is_guessable(written.lower()):
        raise BadSecret(f"{path} holds a secret that can be guessed. Delete it, and a new one is made.")
    return bytes.fromhex(written)
