"""Where a message places the person: a district, outside, or between districts to ask about; pure."""

import re
from collections.abc import Sequence

from actions.answers import OUTSIDE, Answers
from actions.message import Message
from actions.people import OF_ANOTHER, hear_person, speaks_of_me
from actions.years import RELATIONS
from directory.places import Place, find_place, is_place_name
from vocabulary.areas import District
from vocabulary.labels import Label
from vocabulary.people import Person


OWN_QUESTIONS = frozenset(
    {Label.WHAT_YOU_KNOW, Label.BEING_WATCHED, Label.PROFESSIONAL_ENQUIRY, Label.OUT_OF_SCOPE}
)
NOT_NAMED = "none"
_HOME_IN = re.compile(
    r"\b(?:my|our|his|her|their) (?:\w+ )?"
    r"(?:flat|house|home|place|street|road|estate|block|bedsit|room|village|town)"
    r" (?:is |here )?in (?P<place>[\w' -]{3,40})"
    r"|(?<!used to )(?<!not )(?<!n't )\b(?:moved|moving|live|living|based|staying|back) (?:\w+ )?(?:to|in) "
    r"(?P<moved>[\w' -]{3,40})",
    re.IGNORECASE,
)
# "My ex won't stop, she lives in Worcester" says nothing of where the one who writes lives.
_ANOTHERS_HOME = re.compile(
    rf"\b(?:he|she|they|who|my (?:\w+ )?(?:{RELATIONS}))(?:'s|'re|s)?"
    r"(?: (?:now|only|still|is|are|just|has|have|also))? (?:lives?|living|stay(?:s|ing)?|based|moved|from)"
    r"(?: (?:up|over|down|out|back))? (?:in|near|at|to|outside)? ?"
    r"(?!(?:my|our|me|us|with)\b)(?:(?!\b(?:and|but|i|im|we|my|where|so)\b)[\w' -]){3,40}",
    re.IGNORECASE,
)
_CORRECTION = re.compile(
    r"^\W*(?:(?:no|sorry|actually|wait|but|i mean|i meant|it'?s)\W+)+(?:in )?(?P<place>[\w' -]+)$",
    re.IGNORECASE,
)
_OTHER_ONE = re.compile(r"\bthe other (?:one|place|town)\b", re.IGNORECASE)
REGION = 4  # districts from which a name is that of a county or more
LONGEST_BARE_PLACE = 4  # words; in a longer answer a place stands as places do ("in Ludlow")


def hear_area(message: Message, asked: str | None, answers: Answers) -> dict[str, object]:
    """The slots of the area that a message fills; `asked` is the open question of the pathway."""
    chosen = message.entities.get("area")
    if chosen == OUTSIDE:
        return {"area": OUTSIDE, "force": None, "area_candidates": None}
    if chosen in set(District):
        # What was offered is kept for "no, the other one".
        return {"area": chosen, "area_candidates": list(answers.area_candidates) or None}
    if _OTHER_ONE.search(message.typed) and len(others := set(answers.area_candidates) - {answers.area}) == 1:
        return {"area": others.pop()}
    place = _place_in(message, asked, answers)
    if place.status == "inside":
        return {"area": place.gss, "area_candidates": None}
    if place.status == "outside":
        return {"area": OUTSIDE, "force": place.force, "area_candidates": None}
    if place.status == "ambiguous":
        return _between([candidate.gss for candidate in place.candidates], answers)
    return {}


def _asks_for_self(message: Message, answers: Answers) -> bool:
    """Whether it is plain that the help is for the one who writes."""
    person = hear_person(message.typed, asked=False) or answers.person
    if person in set(Person):
        return person == Person.SELF
    needs = message.needs or answers.needs
    return speaks_of_me(message.typed) and not OF_ANOTHER.intersection(needs[:1])


def _place_in(message: Message, asked: str | None, answers: Answers) -> Place:
    """The place a message names, or the one where the home that it speaks of stands."""
    text = _ANOTHERS_HOME.sub(" ", message.typed) if _asks_for_self(message, answers) else message.typed
    is_bare = _may_be_a_bare_place(message, asked) or _corrects_place(message, answers)
    place = find_place(text, asked=is_bare)
    home = _HOME_IN.search(text)
    if place.status == NOT_NAMED and home:
        return find_place(f"I live in {home['place'] or home['moved']}", asked=False)
    return place


def _between(named: Sequence[str], answers: Answers) -> dict[str, object]:
    """Which of several districts; one that was just offered settles it ("the Shropshire one").

    Otherwise it is asked, also where another area was told before: "actually I live in DY10".
    """
    both = [gss for gss in named if gss in answers.area_candidates and not answers.area]
    if len(both) == 1:
        return {"area": both[0], "area_candidates": None}
    # "West Mercia Women's Aid" says nothing against Craven Arms.
    still_holds = not answers.area or (answers.area in named and len(named) >= REGION)
    cleared = {} if still_holds else {"area": None, "force": None}
    return {**cleared, "area_candidates": list(named)}


def _corrects_place(message: Message, answers: Answers) -> bool:
    """Whether a place alone puts right the one before, whatever is asked: "sorry I meant Wellington"."""
    said = _CORRECTION.match(message.typed) if answers.area else None
    return said is not None and is_place_name(said["place"])


def _may_be_a_bare_place(message: Message, asked: str | None) -> bool:
    """Whether one word may be a town: not in a question of the person's own ("are you a real person")."""
    if message.intent in (Label.GIVE_AREA, Label.CHANGE_AREA):
        return True
    if asked != "area" or message.risks or is_a_question(message) or message.intent in OWN_QUESTIONS:
        return False
    return len(message.typed.split()) <= LONGEST_BARE_PLACE


def is_a_question(message: Message) -> bool:
    """Whether a message asks something of its own."""
    return message.intent.startswith("ask_")
