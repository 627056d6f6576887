"""Whether an answer to "are you safe right now" says yes, no, or neither: doubt is never yes."""

import re


_WORDS = re.compile(r"[a-z']+")
_NO_DANGER = re.compile(
    r"\b(?:not|isn'?t|aren'?t|no(?:body|t one| one)?|never) (?:\w+ )?(?:in )?(?:any )?danger\b|\bnot hurt\b"
)
_SAFE = re.compile(r"\b(?:safe|ok|okay|fine|alright|all right)\b")
_A_SAFE_PLACE = re.compile(r"\bsafe (?:place|home|house|space|flat|room)\b|\bsomewhere safe\b")  # a wish
_UNSAFE = re.compile(r"\b(?:unsafe|in danger|not ok|not okay)\b")
_OUTRIGHT = re.compile(r"\W*(?:no\W+)?i(?:'?m| am) not safe(?: (?:right )?now| here)?\W*", re.IGNORECASE)
# Beside "safe" any of these makes it a wish, a question or a no.
_DOUBT = frozenset(
    "not no never nobody none dont don't doesnt doesn't didnt didn't isnt isn't arent aren't aint ain't "
    "wasnt wasn't wont won't cant can't cannot couldnt couldn't wouldnt wouldn't havent haven't hardly "
    "barely doubt wish if unless until will would could should might maybe scared afraid far nowhere "
    "anymore ever when how want need hope less without".split()
)


def says_safe(text: str, *, yes: bool, no: bool) -> bool | None:
    """True for safe, False for not safe, None when the text answers neither.

    `yes` and `no` say what the whole message was understood as.
    """
    plain = text.casefold()
    plain = _A_SAFE_PLACE.sub(" ", plain)
    if _NO_DANGER.search(plain):
        return True
    if _UNSAFE.search(plain):
        return False
    if _SAFE.search(plain):
        return _is_certain(plain, no=no)
    if no:
        return False
    return True if yes else None


def is_unsafe_outright(text: str) -> bool:
    """Whether a text says no more than "I am not safe": that is heard also where nobody asked."""
    return _OUTRIGHT.fullmatch(text) is not None


def _is_certain(plain: str, *, no: bool) -> bool | None:
    """What a sentence with "safe" or "ok" says; "no, I'm safe" is safe."""
    if "?" in plain:
        return None
    words = _WORDS.findall(plain)
    first_is_no = words[:1] in (["no"], ["nope"], ["nah"])
    if _DOUBT.intersection(words[1:] if first_is_no else words):
        return False
    return first_is_no or not no
