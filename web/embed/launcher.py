"""The launcher: one small file for partners' pages, and the hash by which they know it."""

import base64
import hashlib
from pathlib import Path


FOLDER = Path(__file__).resolve().parent.parent / "static" / "embed"
FILE = "embed.js"
# A visit to a partner's site asks for it once. An hour is also the longest that a page with a new hash and a
# browser with the old file can disagree; the page's plain link works all the while.
CACHING = "public, max-age=3600"
# Sites that let only marked files in (Cross-Origin-Embedder-Policy) can use it too.
HEADERS = {"Cache-Control": CACHING, "Cross-Origin-Resource-Policy": "cross-origin"}


def integrity() -> str:
    """What a page's `integrity` attribute says of the launcher: a browser runs no other file in its place."""
    digest = hashlib.sha384((FOLDER / FILE).read_bytes()).digest()
    return f"sha384-{base64.b64encode(digest).decode()}"
