"""The ways in which people introduce a name, and what says that no name follows."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from safety.details.words import is_listed, is_ordinary


WORD = re.compile(r"[^\W\d_]\w*(?:[-'’`´]\w+)*")
_IS = r"(?: is| was|['’`´]s|s)"
_MARKS = r"(?:[^\w….!?]{1,6}|\.{2,} ?|…+ ?)"  # a colon, a dash, quotation marks; an ellipsis only at once
_FILLERS = r"(?:(?:just|actually|really|mr|mrs|miss|ms|dr|um+|er+m*)\b\W{1,3}){0,2}"
_KIND = r"(?:sur|nick|first |last |full |real |middle |maiden )?name"
_GREETED = re.compile(r"\b(?:hi|hello|hey|hiya|hullo|evening|morning|afternoon)\b[ ,.!]{0,3}$", re.IGNORECASE)
# What follows "my name is" and is no name, and where a name ends ("Sam And I Need Help").
SMALL_WORDS = frozenset(
    "a about age aged all easy difficult hard already also always am an and anonymous any are as at back "
    "bad because been being but by can common confidential could different fake for from had has have he "
    "help her here his how i if i'm im in important irrelevant is it it's its i've ive just known live "
    "lives me mine mud my near need never no nobody none not nothing now of off old on only or our out over "
    "please police private really right safe same secret she so spelt still supposed take that the their "
    "them there they this to too took under unimportant unknown up very want was we well what when where "
    "which who why with without wrong you your".split()
)
# Whom people call for help: "she's called Childline".
_CALLED_FOR = frozenset(
    "ambulance childline council crimestoppers doctor frank hospital mum nhs police samaritans school "
    "services shout social victim".split()
)


@dataclass(frozen=True)
class Said:
    """A word after an introduction, and the message it stands in."""

    text: str
    start: int  # of the introduction
    word: str
    after: str  # what follows the whole name
    is_place: Callable[[], bool]  # whether a place's name begins here; asked last, for it takes longest

    @property
    def stands_out(self) -> bool:
        """Whether the word begins as a name is written; in a message all in capitals nothing does."""
        is_shouted = self.text == self.text.upper() != self.text.lower()
        return not self.word[0].islower() and not is_shouted

    @property
    def is_greeting(self) -> bool:
        """Whether the introduction follows "hi"."""
        return bool(_GREETED.search(self.text[: self.start]))

    @property
    def is_unlikely(self) -> bool:
        """Whether the word is one of the language, or says where ("B45" among them)."""
        has_digit = any(character.isdigit() for character in self.word)
        return has_digit or is_ordinary(self.word) or self.is_place()


def _is_own(said: Said) -> bool:
    word = said.word.lower()
    return word not in SMALL_WORDS and not (is_listed(word) and word.endswith(("ed", "ing")))


def _is_called(said: Said) -> bool:
    if said.word.lower() in SMALL_WORDS | _CALLED_FOR:
        return False
    return said.stands_out or not is_ordinary(said.word)


def _is_named(said: Said) -> bool:
    return _is_called(said) and not said.is_place()


def _is_this(said: Said) -> bool:
    is_speaking = re.match(r" (?:here|speaking)\b", said.after, re.IGNORECASE)
    return bool(said.stands_out or said.is_greeting or is_speaking) and not said.is_unlikely


def _is_i(said: Said) -> bool:
    """A lone word after "I'm" answers where, so without a greeting it stays."""
    goes_on = re.match(r",? and\b", said.after, re.IGNORECASE)
    ends = said.stands_out and re.match(r",(?: |$)|,? from\b", said.after, re.IGNORECASE)
    return bool(said.is_greeting or goes_on or ends) and not said.is_unlikely


@dataclass(frozen=True)
class Introduction:
    """Words that introduce a name, and the judge of whether one follows."""

    lead: re.Pattern[str]
    is_name: Callable[[Said], bool]


INTRODUCTIONS = (
    Introduction(
        re.compile(rf"\b(?:my|his|her|their) {_KIND}{_IS}\b{_MARKS}{_FILLERS}", re.IGNORECASE), _is_own
    ),
    Introduction(
        re.compile(
            rf"\b{_KIND}(?:(?: is| was|['’`´]s)\b{_MARKS}| ?[:=-]{{1,2}} ?)|\bmy {_KIND} ", re.IGNORECASE
        ),
        _is_named,
    ),
    Introduction(
        re.compile(
            rf"\b(?:(?:i am|i['’`´]?m|(?:he|she)(?: is|['’`´]?s)) (?:called|named)|"
            rf"(?:they|people|everyone) calls? (?:me|him|her)|call me)\b{_MARKS}",
            re.IGNORECASE,
        ),
        _is_called,
    ),
    Introduction(re.compile(r"\b(?:this is|it['’`´]?s|it is)\b[ :,-]{1,3}", re.IGNORECASE), _is_this),
    Introduction(re.compile(r"\b(?:i am|i['’`´]?m) ", re.IGNORECASE), _is_i),
)
