"""Whether a message brings personal details and nothing more: "my name is …", "her number is …"."""

import re

from safety.details import GONE


_GAPS = re.compile(rf"{GONE}(?: |$)")
_WORD = re.compile(r"\w+(?:['’]\w+)?")
# What stands around details that say who somebody is or how to reach them, and says nothing by itself.
_AROUND = frozenset(
    "a address also am an and at call called contact details dob e email first for full get give go goes "
    "hello her hers hey hi him his i i'm im in is it it's its last live lives mail me message mine "
    "mobile my name name's named names no number number's numbers on or our phone please reach ring road "
    "s she she's shes he he's hes sir miss mr mrs ms speaking street surname text that that's thats the "
    "their them there they they're theyre this to too us we you can yes and ok okay so well".split()
)
# Words of those above without which nobody introduces anybody: "he is here …" may be a threat at the door.
_INTRODUCES = re.compile(
    r"\b(?:(?:sur)?name'?s?|named|called|number'?s?|e-?mail|phone|mobile|address|contact|dob)\b"
    r"|\b(?:call|ring|text|message|reach) (?:me|him|her|us|them)\b|\blives? (?:at|in|on)\b"
    r"|^\W*(?:hi|hello|hey|it'?s|i'?m|this is|i am|mr|mrs|miss|ms)\b",
    re.IGNORECASE,
)


def without_gaps(scrubbed: str) -> str:
    """A scrubbed message without the marks of what was taken out: "my son … … owes" is "my son owes"."""
    return _GAPS.sub("", scrubbed)


def is_only_details(scrubbed: str) -> bool:
    """Whether a scrubbed message (safety.scrub) says who somebody is or how to reach them, and no more.

    Every word beside the details is one of a short list; a place or a need is more, so it is never lost.
    """
    if GONE not in scrubbed or not _INTRODUCES.search(scrubbed):
        return False
    return all(word.lower().replace("’", "'") in _AROUND for word in _WORD.findall(scrubbed))
