"""Which messages the tuned encoder never sees: what thresholds and temperatures are read from."""

import hashlib


SHARE = 0.1


def is_kept_back(text: str) -> bool:
    """Whether a message is kept back: by its own words, so that it stays so whatever is written beside it."""
    drawn = int.from_bytes(hashlib.sha256(text.encode()).digest()[:4], "big")
    return drawn < SHARE * 2**32
