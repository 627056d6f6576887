"""Seals what leaves a process, so that whoever reads it elsewhere learns nothing and can change nothing."""

import hashlib
import hmac
import os

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM


NONCE_BYTES = 12  # what AES-GCM takes; random ones are safe for some 2^32 values under one key
NAME_CHARACTERS = 40


class SealingBox:
    """Encrypts and authenticates for one purpose, with keys made from a secret of ours."""

    def __init__(self, secret: bytes, *, purpose: str) -> None:
        self._names = _key(secret, f"names of {purpose}")
        self._values = AESGCM(_key(secret, f"values of {purpose}"))

    def name_of(self, told: str) -> str:
        """A name for something that must not be told: nobody without the secret can make or check it."""
        return hmac.new(self._names, told.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()[
            :NAME_CHARACTERS
        ]

    def seal(self, value: bytes, *, place: str) -> bytes:
        """The value encrypted for one place: moved to another, it cannot be opened."""
        nonce = os.urandom(NONCE_BYTES)
        return nonce + self._values.encrypt(nonce, value, place.encode())

    def open(self, sealed: bytes, *, place: str) -> bytes | None:
        """What was sealed for this place with this secret; None for anything else."""
        nonce, rest = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
        try:
            return self._values.decrypt(nonce, rest, place.encode())
        except (InvalidTag, ValueError):
            return None


def _key(secret: bytes, purpose: str) -> bytes:
    return hmac.new(secret, f"sealing box: {purpose}".encode(), hashlib.sha256).digest()
