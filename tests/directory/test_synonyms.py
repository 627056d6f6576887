"""Phrases that staff teach the chat."""

from collections.abc import Iterator

import pytest
from sqlalchemy.orm import Session, sessionmaker

from directory import synonyms
from directory.chain import verify
from directory.history import Editor
from directory.synonyms import NoPhrase, Phrase, Taken
from tests.directory.factories import TUESDAY_NOON
from vocabulary.needs import Need


BY = Editor("staff-1", "ana@signpost.example")
CHILD = Need.CRIMINAL_EXPLOITATION_CHILD


@pytest.fixture
def session(sessions: sessionmaker[Session]) -> Iterator[Session]:
    """A session on an empty directory."""
    with sessions() as session:
        yield session


def _add(session: Session, need: Need, phrase: str) -> synonyms.Synonym:
    return synonyms.add(session, need, phrase, phrase.lower(), by=BY, at=TUESDAY_NOON)


def test_the_longest_phrase_comes_first(session: Session) -> None:
    _add(session, CHILD, "Line graft")
    _add(session, Need.DRUG_DEBT, "County line graft")

    assert synonyms.all_phrases(session) == [
        Phrase("county line graft", Need.DRUG_DEBT),
        Phrase("line graft", CHILD),
    ]


def test_a_phrase_stands_for_one_need(session: Session) -> None:
    _add(session, CHILD, "county line graft")

    with pytest.raises(Taken) as taken:
        _add(session, Need.HOUSING, "County line graft")
    assert taken.value.need is CHILD


@pytest.mark.parametrize("phrase", ["", "graft", "x" * 81, "?! ... ?!"])
def test_what_is_too_short_or_too_long_is_refused(session: Session, phrase: str) -> None:
    with pytest.raises(NoPhrase):
        _add(session, CHILD, phrase)


def test_adding_taking_away_and_putting_back_have_their_history(session: Session) -> None:
    synonyms.remove(session, _add(session, CHILD, "county line graft"), by=BY, at=TUESDAY_NOON)
    _add(session, CHILD, "county line graft")

    rows = sorted(synonyms.history(session), key=lambda each: each.sequence)
    assert [(each.previous_value, each.replacement_value) for each in rows] == [
        (None, "county line graft"),
        ("county line graft", None),
        (None, "county line graft"),
    ]
    assert {each.field_name for each in rows} == {CHILD.value}
    assert verify(session).broken is None


def test_a_phrase_within_another_need_s_phrase_is_told(session: Session) -> None:
    _add(session, CHILD, "line graft")
    _add(session, Need.DRUG_DEBT, "county line graft")
    _add(session, CHILD, "line graft lads")

    found = synonyms.overlaps(synonyms.all_phrases(session))

    assert [(short.plain, long.plain) for short, long in found] == [("line graft", "county line graft")]
