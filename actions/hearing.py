"""What a message answers: pure, from the understood message and the question that was open."""

import re
from collections.abc import Mapping

from actions.answers import SAFE, SKIPPED, UNSAFE, Answers, Slots
from actions.courtesies import goes_on, is_acknowledgement
from actions.heard_needs import hear_needs, of_one_age
from actions.message import Message
from actions.placing import hear_area
from actions.safe_words import says_safe
from actions.whose import hear_person_and_age, is_grown_up
from vocabulary.labels import Label
from vocabulary.needs import Need
from vocabulary.risks import ACUTE, Risk


GROUPS = frozenset({"used", "harm", "young", "drugs", "feelings", "home", "police"})
SOMETHING_ELSE = "something_else"  # the button below a question with a few needs
ANSWERS = frozenset({"area", "person", "age"})
LONGEST_YES = 60  # letters
_WHERE_I_LIVE = re.compile(r"\bwhere (?:i|we) live\b|\bmy (?:address|town|postcode|area)\b", re.IGNORECASE)
_REFUSES_WHERE = re.compile(
    r"^\W*(?:(?:no|sorry|actually|please|and|but)\W+)?(?:i(?:'?d|'?m| am| would)? ?)?"
    r"(?:don'?t (?:want|like|wish) to|won'?t|will not|(?:would )?rather not|not|can'?t|cannot|prefer not to) "
    r"(?:be )?(?:say(?:ing)?|tell(?:ing)?|giv(?:e|ing)|shar(?:e|ing))(?: (?:you|anyone))? "
    r"(?:where (?:i|we) live|my (?:address|town|postcode|area|location))\W*$",
    re.IGNORECASE,
)
GO_ON = "go_on"  # the button below a card
A_NO = 3  # words; a bare "nope" to "which town" leaves it out
SHORT_ANSWER = 6  # words; a longer message to a question may bring a need as well
RISK_OF_BUTTON = {Need.DANGER_NOW: Risk.EMERGENCY, Need.OVERDOSE: Risk.OVERDOSE}


def hear(message: Message, *, asked: str | None, answers: Answers, after_card: bool = False) -> Slots:
    """The slots a message fills; empty when it answers nothing, which lets another rule reply.

    `asked` is the open question of the pathway, or None before the first. `after_card` says that a card for
    danger now stands above it, so that the question about safety only asks whether to go on.
    """
    if message.intent == Label.BEING_WATCHED:
        return {}  # the person wants to stop; the card for any danger is led by the rule's own action
    if message.intent == SOMETHING_ELSE:
        return {"group": None, "offered": None}  # the whole menu again
    refuses = message.intent == Label.DENY and asked in ("area", "age") and len(message.typed.split()) <= A_NO
    if asked and asked != "needs" and (refuses or message.intent == Label.SKIP):
        return _skipped(message, asked, after_card=after_card)
    if asked and _REFUSES_WHERE.search(message.typed) and not answers.area:
        return _danger(message, asked, after_card=after_card) | {"area": SKIPPED}
    heard: Slots = {}
    heard |= hear_area(message, asked, answers)
    heard |= hear_person_and_age(message, asked, answers)
    heard |= _group(message)
    heard |= _danger(message, asked, after_card=after_card)
    words = len(message.typed.split())
    if asked not in heard or asked == "needs" or words > SHORT_ANSWER:
        # An answer can bring a need, which then stands behind those that are known; a bare age brings none.
        heard |= hear_needs(message, answers, leads=asked not in heard)
    if asked == "danger" and ANSWERS.intersection(heard) and not message.risks and "danger" not in heard:
        # Whoever answers the next question has gone on; safety is asked about once, not again and again.
        heard["danger"] = UNSAFE if after_card else SKIPPED
    return of_one_age(heard, answers, grown_up=is_grown_up(message, asked))


def _skipped(message: Message, asked: str, *, after_card: bool) -> Slots:
    """What is left out: the open question, unless the words refuse to say where."""
    if asked != "area" and _WHERE_I_LIVE.search(message.typed):
        return {"area": SKIPPED}
    return {asked: UNSAFE if after_card else SKIPPED}


def risks_of(message: Message, heard: Mapping[str, object]) -> tuple[Risk, ...]:
    """The dangers to lead the reply with: found in the words, chosen by button, or answered."""
    if message.risks:
        return message.risks
    if message.by_button and message.needs and message.needs[0] in RISK_OF_BUTTON:
        return (RISK_OF_BUTTON[message.needs[0]],)
    if "danger" in heard and heard["danger"] is None:
        return (Risk.EMERGENCY,)
    return ()


def _danger(message: Message, asked: str | None, *, after_card: bool) -> Slots:
    """Danger now opens the question about safety again; "unsafe" is kept once the person has gone on."""
    if ACUTE.intersection(message.risks) or message.needs[:1] == (Need.DANGER_NOW,):
        return {"danger": None}
    if after_card and (message.intent == GO_ON or goes_on(message.typed)):
        return {"danger": UNSAFE}
    if asked != "danger" or (after_card and is_acknowledgement(message.typed)):
        return {}  # "ok" below a card has read it, and may still be hiding
    is_short = len(message.typed) <= LONGEST_YES  # a key held down is no answer
    yes, no = (is_short and message.intent == label for label in (Label.AFFIRM, Label.DENY))
    safe = says_safe(message.typed, yes=yes, no=no)
    if safe is None:
        return {}
    if after_card:
        return {"danger": UNSAFE if safe else None}
    return {"danger": SAFE if safe else None}


def _group(message: Message) -> Slots:
    group = message.entities.get("group")
    return {"group": group} if group in GROUPS else {}
