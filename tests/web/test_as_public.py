"""Cards for staff are those of the chat."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from directory.model import Service
from directory.terms import Reason
from tests.directory.conftest import starter, starter_url  # noqa: F401 - fixtures
from tests.directory.factories import TELFORD, TUESDAY_NIGHT, TUESDAY_NOON
from tests.web.page_reader import Page
from web.as_public import public_cards


def _ids(session: Session, *slugs: str) -> list[str]:
    return [session.scalars(select(Service.id).where(Service.slug == slug)).one() for slug in slugs]


def test_the_cards_come_in_the_order_asked_for_and_without_the_unseen(starter: Session) -> None:  # noqa: F811
    ids = _ids(starter, "shout", "climb-west-mercia", "samaritans")
    starter.get_one(Service, ids[1]).public = False

    cards = public_cards(starter, ids, at=TUESDAY_NOON, live=False)

    assert [each.id for each in cards] == [ids[0], ids[2]]
    assert "116 123" in cards[1].html


def test_a_card_says_why_and_what_is_open_at_the_moment(starter: Session) -> None:  # noqa: F811
    (key,) = _ids(starter, "citizens-advice")
    reasons = {key: [Reason.NATIONAL]}
    noon, night = (
        public_cards(starter, [key], at=at, live=False, area=TELFORD, reasons=reasons)[0]
        for at in (TUESDAY_NOON, TUESDAY_NIGHT)
    )
    by_day, by_night = (Page(f"<body>{each.html}</body>") for each in (noon, night))

    assert "Why this one" in by_day.text
    assert by_day.one("p", class_="open").text != by_night.one("p", class_="open").text


def test_a_card_holds_no_form(starter: Session) -> None:  # noqa: F811
    (key,) = _ids(starter, "samaritans")

    assert "<form" not in public_cards(starter, [key], at=TUESDAY_NOON, live=False)[0].html


def test_text_of_an_entry_is_never_markup(starter: Session) -> None:  # noqa: F811
    (key,) = _ids(starter, "samaritans")
    starter.get_one(Service, key).name = "<script>alert(1)</script>"

    assert "<script" not in public_cards(starter, [key], at=TUESDAY_NOON, live=False)[0].html
