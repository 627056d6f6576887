"""The reason that goes with a change: asked for, kept in the history, and read by the second person."""

from starlette.datastructures import FormData


LONGEST_REASON = 300
NO_REASON = "Say why, or where you found it"
TOO_LONG = f"Write at most {LONGEST_REASON} characters"


class BadReason(ValueError):
    """A reason that is missing or too long; its text is what the form says."""


def read_reason(sent: FormData) -> str:
    """The reason of a form. Raises BadReason."""
    reason = str(sent.get("reason", "")).strip()
    if not reason:
        raise BadReason(NO_REASON)
    if len(reason) > LONGEST_REASON:
        raise BadReason(TOO_LONG)
    return reason
