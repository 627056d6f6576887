"""Tests of sending: what is shown at once, what waits for a second person, and both in one form."""

import pytest
from sqlalchemy.orm import Session, sessionmaker

from directory.approval.errors import NothingToPropose
from directory.approval.proposing import Asking
from directory.approval.sending import Sent, send
from directory.approval.values import after_of
from directory.fields import Owner, Values
from directory.history import history_of
from directory.model import Contact, Service
from directory.saving import EditedMeanwhile
from tests.directory.approval.conftest import ANA, CONTACT, NEW, OLD, SERVICE, number_of
from tests.directory.factories import TUESDAY_NOON


def ana_sends(session: Session, owner_id: str, values: Values, *, seen: int | None = None) -> Sent:
    owner: Owner | None = session.get(Contact, owner_id) or session.get(Service, owner_id)
    assert owner is not None
    return send(session, owner, values, Asking(ANA, TUESDAY_NOON, seen, "their page"))


def test_words_that_need_nobody_are_shown_at_once(stored: sessionmaker[Session]) -> None:
    with stored.begin() as session:
        sent = ana_sends(session, SERVICE, {"description": "It listens."})

    with stored() as session:
        [row] = history_of(session, SERVICE)
        assert session.get_one(Service, SERVICE).description == "It listens."
    assert (sent.shown, sent.proposal) == (True, None)
    assert (row.previous_value, row.replacement_value, row.reason) == (
        "It helps.",
        "It listens.",
        "their page",
    )


@pytest.mark.parametrize(("owner", "values"), [(CONTACT, {"number": NEW}), (SERVICE, {"not_for": "Adults"})])
def test_what_people_rely_on_waits(
    stored: sessionmaker[Session], owner: str, values: dict[str, str | None]
) -> None:
    with stored.begin() as session:
        sent = ana_sends(session, owner, values)
        assert sent.proposal is not None

    with stored() as session:
        assert history_of(session, SERVICE) == []
        assert session.get_one(Service, SERVICE).not_for is None
    assert not sent.shown
    assert number_of(stored) == OLD


def test_of_a_form_with_both_each_goes_its_way(stored: sessionmaker[Session]) -> None:
    with stored.begin() as session:
        sent = ana_sends(session, SERVICE, {"name": "Another name", "not_for": "Adults", "referral": None})
        assert sent.proposal is not None
        waits = after_of(sent.proposal)

    with stored() as session:
        service = session.get_one(Service, SERVICE)
        assert (service.name, service.not_for) == ("Another name", None)
    assert (sent.shown, waits) == (True, {"not_for": "Adults"})


def test_what_is_there_already_is_not_sent(stored: sessionmaker[Session]) -> None:
    with stored() as session, pytest.raises(NothingToPropose):
        ana_sends(session, SERVICE, {"description": "It helps.", "not_for": ""})


def test_whoever_saw_an_older_version_sends_nothing(stored: sessionmaker[Session]) -> None:
    with stored() as session, pytest.raises(EditedMeanwhile):
        ana_sends(session, SERVICE, {"description": "It listens."}, seen=7)
