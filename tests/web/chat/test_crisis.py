"""The danger card: when it leads, and whose numbers it shows."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from directory import model, starter
from directory.search import service_cards
from safety.cards import CHILDRENS_TEAM_OF, CHILDRENS_TEAMS
from vocabulary.areas import District
from vocabulary.risks import Risk
from web.chat.crisis import risks_heard, slugs_for
from web.chat.schema import Kind, Message
from web.chat.utterance import Utterance, weighed


STANDS = Message(kind=Kind.CRISIS, text="999", risk=Risk.EMERGENCY, risks=(Risk.EMERGENCY,))
ASKS = Utterance(kind=Kind.QUESTION, words="question.danger")


@pytest.mark.parametrize("area", [None, "outside", "E99999999"])
def test_all_four_childrens_teams_are_shown_while_the_area_is_not_known(area: str | None) -> None:
    assert set(CHILDRENS_TEAMS) <= set(slugs_for([Risk.CHILD], area))


@pytest.mark.parametrize("district", District)
def test_a_known_area_keeps_to_its_childrens_team(district: District) -> None:
    shown = set(slugs_for([Risk.CHILD, Risk.SUICIDE], district.value))

    assert shown & set(CHILDRENS_TEAMS) == {CHILDRENS_TEAM_OF[district]}
    assert {"childline", "samaritans"} <= shown


def test_the_childrens_teams_are_those_that_the_directory_says_cover_the_area() -> None:
    engine = create_engine("sqlite://")
    model.Base.metadata.create_all(engine)
    with Session(engine) as session:
        starter.fill(session)
        session.flush()
        cards = service_cards(session, CHILDRENS_TEAMS, at=datetime.now(UTC), live=False)
    coverage = {card.slug: set(card.coverage) for card in cards}

    for district, slug in CHILDRENS_TEAM_OF.items():
        assert district.value in coverage[slug]
    engine.dispose()


def test_what_the_engine_marks_leads_where_no_card_for_it_stands() -> None:
    said = [ASKS, weighed("emergency")]

    assert risks_heard((), said) == (Risk.EMERGENCY,)
    assert risks_heard((), [ASKS, weighed("suicide")], below=STANDS) == (Risk.SUICIDE,)
    assert risks_heard((), [weighed("emergency")], below=STANDS) == (Risk.EMERGENCY,)


def test_a_question_about_safety_below_its_card_brings_no_second_one_unless_something_leads() -> None:
    led = Utterance(kind=Kind.CRISIS, risks=(Risk.EMERGENCY,))
    said = [ASKS, weighed("emergency")]

    assert risks_heard((), said, below=STANDS) == ()
    assert risks_heard((), [led, *said], below=STANDS) == (Risk.EMERGENCY,)
    assert risks_heard((Risk.EMERGENCY,), said, below=STANDS) == (Risk.EMERGENCY,)
