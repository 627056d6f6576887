"""The token in every form: proof that our own page sent it, in the browser session it was made for.

The Origin header cannot serve: with `Referrer-Policy: no-referrer` browsers send `Origin: null`.
"""

import hashlib
import hmac


FIELD = "form_token"
PURPOSE = b"staff form\x00"


def make_form_token(secret: bytes, session_token: str) -> str:
    """The form token of one browser session."""
    message = PURPOSE + session_token.encode("utf-8", "surrogateescape")
    return hmac.new(secret, message, hashlib.sha256).hexdigest()


def is_form_token(secret: bytes, session_token: str, sent: object) -> bool:
    """Whether what a form sent is the token of this browser session; compared in constant time."""
    if not isinstance(sent, str):
        return False
    expected = make_form_token(secret, session_token).encode()
    return hmac.compare_digest(expected, sent.encode("utf-8", "surrogatepass"))
