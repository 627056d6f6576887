"""Takes out what leads to a person online: e-mail addresses, profile links and account names."""

import re

from safety.details import GONE


_PROVIDERS = (
    r"(?:gmail|googlemail|hotmail|outlook|yahoo|icloud|live|aol|msn|protonmail|proton|btinternet|sky|me)"
)
_AT = r"(?: ?@ ?| ?[(\[] ?at ?[)\]] ?)"
_DOT = r"(?: ?\. ?| ?[(\[] ?dot ?[)\]] ?| dot )"
_LOCAL = r"[\w.+%'-]{1,100}"
_BEFORE_AT = rf"(?:{_LOCAL}|[^\s\w…])?"
_EMAIL = re.compile(
    rf"{_BEFORE_AT}@[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{1,10}}|{_LOCAL}@[\w-]{{1,63}}|"
    rf"{_BEFORE_AT}{_AT}[\w-]{{1,63}}(?:{_DOT}(?:com|co|uk|org|net|info|me|eu|ac|gov|io|ie|ro|pl)\b){{1,3}}|"
    rf"{_LOCAL} at {_PROVIDERS}(?:{_DOT}(?:com|co|uk|org|net))+\b",
    re.IGNORECASE,
)
_LINK_TO_A_PERSON = re.compile(
    r"(?:https?://)?(?:www\.)?(?:instagram|facebook|fb|tiktok|snapchat|twitter|x|t|wa)\.(?:com|"
    r"me)/[^\s]{1,80}",
    re.IGNORECASE,
)
_HANDLE = re.compile(
    r"(?<![\w@.])@[A-Za-z0-9_][\w.]{2,30}|"
    r"(?<=\b)((?:my|his|her|their) (?:snap|snapchat|insta|instagram|tiktok|facebook|discord|telegram)(?: "
    r"name| handle)?(?: is|:|'s)? )"
    r"(?!(?:is|was|has|got|and|with|so|but|because|to|he|she|they|account|messages?|full|"
    r"now)\b)([\w.]{3,30}\d[\w.]{0,10}|[\w]{2,20}[._]\w{1,20})",
    re.IGNORECASE,
)


def cut_accounts(text: str) -> str:
    """The message without addresses and account names of people."""
    text = _LINK_TO_A_PERSON.sub(GONE, _EMAIL.sub(GONE, text))
    return _HANDLE.sub(lambda found: f"{found[1]}{GONE}" if found[1] else GONE, text)
