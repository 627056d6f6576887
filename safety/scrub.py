"""Takes personal details out of what people type, before any other part of the service reads it.

Only details go: names that are introduced, e-mail addresses, telephone numbers, house and street,
dates of birth, number plates and account names. Words of danger, ages and postcodes stay
(a postcode is resolved by the directory's places). Nothing here keeps or logs the text.
"""

import re
from collections.abc import Callable

from safety.details import GONE
from safety.details.addresses import cut_addresses


_EMAIL = re.compile(r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
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
_SEPARATED = r"(?:[ \t().-]{0,3}\d)"
_PHONE = re.compile(
    rf"(?<![\d£.])(?:\+\s?44|0044|\(?0)\s?\(?0?\)?{_SEPARATED}{{9,10}}(?!\d)|"
    rf"(?<![\d£])\+\d{_SEPARATED}{{8,13}}(?!\d)"
)
_BIRTH = re.compile(
    r"\b(?:date of birth|d\.?\s?o\.?\s?b\.?|born(?: on)?(?: the)?|birthday(?: is| on)?(?: the)?)[ :,-]{0,3}"
    r"(\d{1,2}(?:st|nd|rd|th)?(?:[ /.-]| of ){1,2}(?:\d{1,2}|[A-Za-z]{3,9})(?:[ /.,-]{1,2}(?:19|20)?\d\d)?)",
    re.IGNORECASE,
)
_FULL_DATE = re.compile(r"\b(?:0?[1-9]|[12]\d|3[01])[/.-](?:0?[1-9]|1[0-2])[/.-](?:19\d\d|200\d|201[0-9])\b")
_PLATE = re.compile(
    r"\b[A-HJ-PR-Y][A-HJ-PR-Y][05-7]\d ?[A-HJ-PR-Z]{3}\b|"
    r"\b[a-hj-pr-y]{2}[05-7]\d[a-hj-pr-z]{3}\b"
)
# What can follow "I'm" or "called" and is no name: feelings, places, doings, kinds of people.
_NO_NAME = frozenset(
    "a about abused addicted afraid after alive all alone already also always am an and angry anxious "
    "any ashamed asking at attacked awake "
    "back bad badly barely basically becoming being beaten begging bi bleeding blind bored bothered "
    "breathing broke broken bruised bullied but "
    "by called calling cant caught certain clean cold coming completely concerned confused constantly "
    "crying cuckooed cutting dad dead deaf "
    "depressed desperate disabled done down drinking driving drowning drugged drunk dying eight eighteen "
    "eleven embarrassed ended ex exhausted "
    "extremely fifteen fifty fine finally finished five followed for forced forty four fourteen freaking "
    "frightened from fuming gay getting "
    "glad going gonna good grassing guilty gutted half happy having he hearing held helping her here "
    "hers hiding high him his hoping homeless "
    "hooked hopeless hungry hurt hurting i if ill in injured inside involved is it its just kept "
    "kidnapped kind lad late leaving left like "
    "literally living locked lonely looking losing lost low mad making male man me meeting mental mum "
    "mums my naked near nearly needing nervous "
    "new next nine nineteen no nobody normal not nothing now numb of off ok okay old on one only or our "
    "out outside over overdosing owed owing "
    "panicking paranoid paying petrified pissed please poor poorly pregnant pretty pushed quite raped "
    "ready really really ringing robbed running "
    "sad safe said same saying scared screaming seeing selling serious seven seventeen seventy shaking "
    "she sick single sitting six sixteen sixty sleeping so some "
    "someone sorry speaking spiked stabbed starting starving staying still stood strangled struggling "
    "stuck stupid suicidal supposed sure "
    "taking talking ten terrified that the their them there they thinking thirteen thirty this "
    "threatened three tied tired to today tonight too totally "
    "trans trapped trying twelve twenty two ugly unable under unwell up upset used using usually vaping "
    "very waiting walking wanting watched we well "
    "what when where who why with without wondering working worried worse writing yes you young your "
    "younger older female girl boy woman mother "
    "father sister brother nan gran grandad carer neighbour teacher nurse support social student tenant "
    "victim police 999 addict user polish "
    "ukrainian romanian english british muslim christian jewish black white asian autistic bipolar "
    "diabetic epileptic retired unemployed".split()
)
_FIRST = r"(?P<name>[A-Za-zÀ-žА-я][\wÀ-ž'’-]{1,20})"
_NEXT = r"(?P<more>(?: [A-ZÀ-Ž][\wÀ-ž'’-]{0,20}){0,2})"
_INTRODUCED = re.compile(
    rf"\b(?P<lead>(?i:my (?:full |real |first )?name(?: is|'s|’s|s)|(?:i am|i'm|i’m|im) (?:called|named)|"
    rf"(?:he|she) is called|(?:his|her|their|the (?:dealer|lad|man)'?s?) (?:full |real )?name(?: is|'s|"
    rf"’s|s)|"
    rf"(?:he|she)(?:'s|’s|s) called|(?:they|people|everyone) calls? me|call me|this is|name:)) "
    rf"{_FIRST}{_NEXT}"
)
_GREETED = re.compile(r"\b(?:hi|hello|hey|hiya|hullo|evening|morning|afternoon)\b[ ,.!]{0,3}$", re.IGNORECASE)
_I_AM = re.compile(
    rf"\b(?P<lead>(?i:i am|i'm|i’m|im)) {_FIRST}{_NEXT}(?P<tail>(?i:,? (?:and|from)\b|"
    rf"[,.](?= |$)|$))"
)


def scrub(text: str) -> str:
    """The message without personal details, each one replaced by "…". Pure, idempotent, never longer."""
    for rule in (_EMAIL, _LINK_TO_A_PERSON, _PHONE, _FULL_DATE, _PLATE):
        text = rule.sub(GONE, text)
    text = cut_addresses(text)
    text = _HANDLE.sub(_keep_lead, text)
    text = _BIRTH.sub(_keep_words_before, text)
    text = _INTRODUCED.sub(_without_name(strict=False), text)
    return _I_AM.sub(_without_name(strict=True), text)


def _keep_lead(match: re.Match[str]) -> str:
    return f"{match[1]}{GONE}" if match[1] else GONE


def _keep_words_before(match: re.Match[str]) -> str:
    whole, date = match.group(), match[1]
    return whole[: -len(date)] + GONE


def _without_name(*, strict: bool) -> Callable[[re.Match[str]], str]:
    """How an introduction is rewritten; strict is for "I'm", after which most words are no name."""

    def rewrite(match: re.Match[str]) -> str:
        name = match["name"]
        if (
            strict
            and match["tail"].strip(" .").lower() in ("", "from")
            and not _GREETED.search(match.string[: match.start()])
        ):
            return match.group()  # "I'm Telford" answers where, so without "hi" before it the word stays
        if name.lower() in _NO_NAME or name.lower().endswith(("ing", "ed")):
            return match.group()
        if match["lead"].lower() == "this is" and not name[0].isupper():
            return match.group()
        if strict and not name[0].isupper() and match["tail"].strip(" ,.").lower() != "and":
            return match.group()
        tail = match["tail"] if strict else ""
        return f"{match['lead']} {GONE}{tail}"

    return rewrite
