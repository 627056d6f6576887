"""Tests of adding an organization."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from directory.approval.organizations import add_organization
from directory.approval.proposing import Asking
from directory.chain import verify
from directory.checking import BadValue, Fault
from directory.model import Metadata, Organization
from tests.directory.approval.conftest import ANA
from tests.directory.factories import TUESDAY_NOON


VALUES = {"name": " New Paths ", "description": "Helps families.", "url": "https://example.org", "email": ""}


def _add(sessions: sessionmaker[Session], **changes: str) -> str:
    with sessions.begin() as session:
        return add_organization(session, VALUES | changes, Asking(ANA, TUESDAY_NOON, reason="their page")).id


def test_it_is_kept_with_who_added_it(sessions: sessionmaker[Session]) -> None:
    key = _add(sessions)

    with sessions() as session:
        found = session.get_one(Organization, key)
        assert (found.name, found.website, found.email) == ("New Paths", "https://example.org", None)
        rows = session.scalars(select(Metadata).where(Metadata.resource_id == key)).all()
        assert {row.field_name: row.updated_by for row in rows} == dict.fromkeys(
            ("name", "description", "url"), "staff-1"
        )
        assert verify(session).broken is None


@pytest.mark.parametrize(
    ("field", "value", "fault"),
    [
        ("name", " ", Fault.MISSING),
        ("name", "x" * 256, Fault.TOO_LONG),
        ("name", "PROVIDER OF A-SERVICE", Fault.ALREADY_THERE),
        ("description", "", Fault.MISSING),
        ("url", "example", Fault.NOT_AN_ADDRESS),
        ("email", "nobody", Fault.NOT_AN_EMAIL),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_kept(
    stored: sessionmaker[Session], field: str, value: str, fault: Fault
) -> None:
    with pytest.raises(BadValue) as refused:
        _add(stored, **{field: value})

    assert (refused.value.field, refused.value.fault) == (field, fault)
    with stored() as session:
        assert session.query(Organization).count() == 1
