"""Where a message places the person: a district, outside, or between districts to ask about; pure."""

import re
from collections.abc import Sequence

from actions.answers import OUTSIDE, Answers
from actions.message import Message
from actions.people import OF_ANOTHER, RELATIONS, hear_person, speaks_of_me
from directory.places import Place, find_place
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
LONGEST_BARE_PLACE = 4  # words; in a longer answer a place stands as places do ("in Ludlow")


def hear_area(message: Message, asked: str | None, answers: Answers) -> dict[str, object]:
    """The slots of the area that a message fills; `asked` is the open question of the pathway."""
    chosen = message.entities.get("area")
    if chosen == OUTSIDE:
        return {"area": OUTSIDE, "force": None, "area_candidates": None}
    if chosen in set(District):
        return {"area": chosen, "area_candidates": None}
    place = _place_in(message, asked, answers)
    if place.status == "inside":
        return {"area": place.gss, "area_candidates": None}
    if place.status == "outside":
        return {"area": OUTSIDE, "force": place.force, "area_candidates": None}
    if place.status == "ambiguous":
        return _between([candidate.gss for candidate in place.candidates], answers.area_candidates)
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
    place = find_place(text, asked=_may_be_a_bare_place(message, asked))
    home = _HOME_IN.search(text)
    if place.status == NOT_NAMED and home:
        return find_place(f"I live in {home['place'] or home['moved']}", asked=False)
    return place


def _between(named: Sequence[str], offered: Sequence[str]) -> dict[str, object]:
    """Which of several districts; one that was just offered settles it ("the Shropshire one")."""
    both = [gss for gss in named if gss in offered]
    if len(both) == 1:
        return {"area": both[0], "area_candidates": None}
    return {"area_candidates": list(named)}


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
