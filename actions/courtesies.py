"""Whether a text is no more than "ok", "thanks" or "I can go on", said to something of ours; pure."""

import re


_OK = (
    r"(?:o+k+(?:ay|ie)?|okey|k+|right|righto|alright|all right|fine|cool|sure|understood|got it|will do|"
    r"i see|good)"
)
_THANKS = r"(?:ta|thanks|thank you|thank u|thankyou|thx|ty|cheers|nice one)"
_ONLY = re.compile(
    rf"^\W*(?:{_OK}|{_THANKS})(?:\W+(?:{_OK}|{_THANKS}|then|mate|so much|very much))*\W*$", re.IGNORECASE
)
_ONLY_THANKS = re.compile(rf"\b{_THANKS}\b", re.IGNORECASE)

_GOES_ON = re.compile(
    r"\W*(?:yes |ok |please )?(?:(?:i can|i want to|i'?m ready to|let'?s) )?(?:go on|carry on|continue)"
    r"(?: now| please)?\W*$",
    re.IGNORECASE,
)


def is_acknowledgement(text: str) -> bool:
    """Whether a text only says that it was read."""
    return _ONLY.match(text) is not None


def thanks(text: str) -> bool:
    """Whether a text says thank you."""
    return _ONLY_THANKS.search(text) is not None


def goes_on(text: str) -> bool:
    """Whether a text says that the questions may go on."""
    return _GOES_ON.match(text) is not None
