"""How one setting is read: what is odd stops the start with a sentence."""

from collections.abc import Mapping


class BadSetting(ValueError):
    """A setting that is missing or odd; the message says which, what it has and what it needs."""


def whole(environ: Mapping[str, str], name: str, default: int) -> int:
    """A whole number, 0 or more. Raises BadSetting."""
    value = environ.get(name, str(default))
    if not value.isdecimal():
        raise BadSetting(f"{name} has value '{value}'. Not a whole number.")
    return int(value)
