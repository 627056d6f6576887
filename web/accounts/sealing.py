"""Text that only this installation can read again: encrypted with a key made from its secret."""

import base64
import hashlib
import hmac

from cryptography.fernet import Fernet, InvalidToken


def seal(secret: bytes, text: str, *, purpose: str) -> str:
    """The text encrypted and signed, for one purpose."""
    return _box(secret, purpose).encrypt(text.encode("utf-8")).decode("ascii")


def unseal(secret: bytes, sealed: str, *, purpose: str) -> str | None:
    """What was sealed for this purpose with this secret; None for anything else."""
    try:
        return _box(secret, purpose).decrypt(sealed.encode("utf-8", "surrogatepass")).decode("utf-8")
    except InvalidToken:
        return None


def keyed(secret: bytes, text: str) -> str:
    """A hash that nobody without the secret can make or check."""
    return hmac.new(secret, text.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()


def _box(secret: bytes, purpose: str) -> Fernet:
    key = hmac.new(secret, f"seal {purpose}".encode(), hashlib.sha256).digest()
    return Fernet(base64.urlsafe_b64encode(key))
