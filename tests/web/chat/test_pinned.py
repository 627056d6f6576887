"""Which numbers of a danger card stay in sight."""

from datetime import date

import pytest

from web.chat.pinned import pin
from web.chat.schema import Checked, Opening, OpenState, Phone, ServiceCard


EVERYWHERE, HERE, THERE = "All of the country", "Shropshire", "Herefordshire"


def a_card(name: str, *, where: str = EVERYWHERE, number: str | None = "116 123") -> ServiceCard:
    phones = (Phone(label=None, number=number, tel=number, hours=None),) if number else ()
    return ServiceCard(
        id=name,
        name=name,
        description=name,
        phones=phones,
        text=(),
        webchat=None,
        url="https://example.org",
        email=None,
        open=Opening(state=OpenState.OPEN, words="Open day and night"),
        cost=None,
        coverage=(where,),
        languages=(),
        checked=Checked(date=date(2026, 11, 23), confirmed=False),
        why=None,
        what_happens=None,
    )


@pytest.mark.parametrize(
    ("services", "first", "more"),
    [
        ([a_card("a"), a_card("b")], "ab", ""),
        ([a_card(name) for name in "abcde"], "abc", "de"),
        ([a_card("a"), a_card("b", where=HERE), a_card("c"), a_card("d")], "abc", "d"),
        ([a_card("a"), a_card("b", where=HERE), a_card("c", where=THERE), a_card("d")], "ad", "bc"),
        ([a_card("a"), a_card("b", number=None), a_card("c")], "ac", "b"),
        ([], "", ""),
    ],
)
def test_the_first_that_can_be_rung_stay_but_no_team_that_may_be_the_wrong_one(
    services: list[ServiceCard], first: str, more: str
) -> None:
    pinned = pin(services)

    assert "".join(card.name for card in pinned.first) == first
    assert "".join(card.name for card in pinned.more) == more
