"""A browser that signed in before is known again, so that strangers' guesses do not lock it out.

Its cookie says for one account, signed, that the right password was once given there. Wrong guesses from it
are counted apart (OWASP: "Slow Down Online Guessing Attacks with Device Cookies"), five in fifteen minutes,
like those of anybody else. Nothing is stored on the server.
"""

import hmac
import secrets
from datetime import UTC, datetime, timedelta

from web.accounts.sealing import keyed


LASTS = timedelta(days=180)


def make_device(secret: bytes, *, email: str, at: datetime) -> str:
    """The cookie for a browser in which this account's password was right just now."""
    said = f"{secrets.token_hex(16)}.{int(at.timestamp())}"
    return f"{said}.{_mark(secret, said, email)}"


def device_of(secret: bytes, cookie: str | None, *, email: str, at: datetime) -> str | None:
    """The name of the known browser that a cookie shows for this account; None if it shows none."""
    said, _, mark = (cookie or "").rpartition(".")
    if not hmac.compare_digest(_mark(secret, said, email).encode(), mark.encode("utf-8", "surrogatepass")):
        return None
    name, _, made = said.partition(".")
    made_at = datetime.fromtimestamp(int(made), UTC)  # we wrote it: it is signed
    return name if at - made_at < LASTS else None


def _mark(secret: bytes, said: str, email: str) -> str:
    return keyed(secret, f"device {said} {email}")
