"""Secrets made on first start and kept in a file that only its owner can read."""

import os
import secrets
from pathlib import Path


BYTES = 32


def read_or_make_secret(home: Path, name: str) -> bytes:
    """The secret of this name under `home/secrets`, made on first use, never printed."""
    path = home / "secrets" / name
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return bytes.fromhex(path.read_text().strip())
    with os.fdopen(handle, "w") as file:
        file.write(secrets.token_hex(BYTES))
    return bytes.fromhex(path.read_text().strip())
