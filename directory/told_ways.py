"""Whether words tell a way to reach somebody: a number or an address that stands in a name or a description.

People ring what they read there as they ring what stands on a button, so it needs a second person too.
Numbers spelt out in letters are not found; the history shows who wrote them.
"""

import re
import unicodedata


SAID = frozenset("name description referral what_happens told_to_police capacity".split())
TOLD = SAID | {"for_whom", "not_for"}  # the last two wait whatever they say
SHORT_CODE = re.compile(r"\d{5,}")
NUMBER = re.compile(r"(?:\d[\W_]{0,3}){7,}")
DATE = re.compile(r"\b(?:19|20)\d\d-\d\d-\d\d\b|\b\d{1,2}/\d{1,2}/(?:19|20)\d\d\b")
ADDRESS = re.compile(r"@|://|\bwww\.|\b[a-z0-9-]{2,}\.[a-z]{2,}", re.IGNORECASE)


def tells_a_way(text: str | None) -> bool:
    """Whether a telephone number, a short code, a web address or an e-mail address stands in these words."""
    plain = unicodedata.normalize("NFKC", text or "")
    plain = "".join(each for each in plain if unicodedata.category(each) not in {"Cf", "Mn", "Me"})
    plain = DATE.sub(" on a day ", plain)
    return any(each.search(plain) for each in (SHORT_CODE, NUMBER, ADDRESS))
