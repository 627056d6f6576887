"""Phrases that staff teach the chat for a need: they work in its next turn, and have their history.

A need's public short name is not among them: it stands in the catalogue of public words (locale/).

SynonymError
├── NoPhrase     too short, too long or without a word
└── Taken        the same phrase stands for a need already; `need` says for which
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from directory.history import Act, Action, Change, Editor, history_of, record
from directory.identifiers import identifier
from directory.model import Metadata, Synonym
from vocabulary.needs import Need


LONGEST = 80
SHORTEST = 6  # letters: shorter ones stand in too much that is about something else
HISTORY = identifier("words", "needs")  # under which the history of all phrases is kept
OF_SYNONYM = "synonym"


class SynonymError(Exception):
    """A phrase that was not added."""


class NoPhrase(SynonymError):
    """Too short, too long or without a word."""


class Taken(SynonymError):
    """The same phrase stands for a need already."""

    def __init__(self, need: Need) -> None:
        """Keep which need has it."""
        super().__init__("taken")
        self.need = need


@dataclass(frozen=True)
class Phrase:
    """One phrase as the chat compares it, and its need."""

    plain: str
    need: Need


def all_phrases(session: Session) -> list[Phrase]:
    """Every phrase, the longest first, so that the one that says most decides."""
    rows = session.execute(select(Synonym.plain, Synonym.need)).all()
    return sorted((Phrase(*row) for row in rows), key=lambda each: (-len(each.plain), each.plain))


def listed(session: Session) -> Sequence[Synonym]:
    """Every phrase for staff, by need and alphabet."""
    return session.scalars(select(Synonym).order_by(Synonym.need, Synonym.plain)).all()


def add(session: Session, need: Need, phrase: str, plain: str, *, by: Editor, at: datetime) -> Synonym:
    """Teach a phrase for a need; `plain` is what safety.phrase makes of it. Raises NoPhrase, Taken."""
    phrase = " ".join(phrase.split())
    if len(phrase) > LONGEST or len(plain) > LONGEST or sum(map(str.isalnum, plain)) < SHORTEST:
        raise NoPhrase
    known = session.scalars(select(Synonym).where(Synonym.plain == plain)).one_or_none()
    if known is not None:
        raise Taken(known.need)
    made = Synonym(id=str(uuid4()), need=need, phrase=phrase, plain=plain)
    session.add(made)
    session.flush()
    _record(session, made, Action.CREATE, Change(need.value, None, phrase), by=by, at=at)
    return made


def remove(session: Session, synonym: Synonym, *, by: Editor, at: datetime) -> None:
    """Take a phrase away again; it can be added anew at any time."""
    session.delete(synonym)
    session.flush()
    _record(session, synonym, Action.WITHDRAW, Change(synonym.need.value, synonym.phrase, None), by=by, at=at)


def history(session: Session) -> list[Metadata]:
    """Who added and took away which phrase, the newest first."""
    return history_of(session, HISTORY)


def overlaps(phrases: Sequence[Phrase]) -> list[tuple[Phrase, Phrase]]:
    """Phrases that stand within a longer one of another need: where the longer is said, it decides."""
    return [
        (short, long)
        for short in phrases
        for long in phrases
        if short.need is not long.need and f" {short.plain} " in f" {long.plain} "
    ]


def _record(
    session: Session, synonym: Synonym, action: Action, change: Change, *, by: Editor, at: datetime
) -> None:
    record(session, Act(by, at, action, HISTORY, OF_SYNONYM, synonym.id), [change])
