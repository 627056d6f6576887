"""What must never leave is in no export, no import page's rows and no log, whatever is exported."""

import io
import logging
import zipfile

import pytest
from sqlalchemy import select

from directory.feeds import bringing, undoing
from directory.feeds.exporting import Format, write_export
from directory.feeds.files import read_file
from directory.model import (
    Address,
    ChangeSetRow,
    Contact,
    Location,
    Service,
    ServiceAtLocation,
    UnverifiedContact,
)
from directory.terms import ContactChannel, Verification
from tests.directory.feeds.conftest import APPROVER, AT, MANAGER, VIEW, Desk


MARKER = "MARKERTEXT"
SLUG = "worcester-city-housing"


def _plant(desk: Desk) -> None:
    """A refuge's address and everything that is for staff alone, each with the marker."""
    with desk.sessions.begin() as session:
        service = session.scalars(select(Service).where(Service.slug == SLUG)).one()
        address = Address(address_1=MARKER, city=MARKER, state_province=MARKER, postal_code="WR1 1AA")
        refuge = Location(name=MARKER, description=MARKER, redacted=True, note=MARKER, addresses=[address])
        service.service_at_locations.append(ServiceAtLocation(location=refuge, description=MARKER))
        service.assurer_email = f"{MARKER}@example.org"
        service.staff_notes = service.decisions = service.capacity = service.referral = MARKER
        service.unverified_contacts.append(UnverifiedContact(kind="phone", value=MARKER))
        service.contacts[0].note = MARKER
        for values in ({"withdrawn_at": AT}, {"verified": Verification.CODE_ONLY}):
            given = {"verified": Verification.OWN_PAGE, **values}
            hidden = Contact(
                channel=ContactChannel.EMAIL, name=MARKER, email=MARKER, last_modified=AT, **given
            )
            service.contacts.append(hidden)


def _unpacked(kind: Format, content: bytes) -> bytes:
    if kind is not Format.XLSX:
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return b"".join(archive.read(name) for name in archive.namelist())


@pytest.mark.parametrize("kind", list(Format))
def test_a_withheld_address_and_staffs_notes_leave_in_no_kind_of_file(
    desk: Desk, kind: Format, caplog: pytest.LogCaptureFixture
) -> None:
    _plant(desk)
    caplog.set_level(logging.DEBUG)

    with desk.sessions() as session:
        content = write_export(session, VIEW, kind).content

    assert SLUG.encode() in _unpacked(kind, content)
    assert MARKER.encode() not in _unpacked(kind, content)
    assert MARKER not in caplog.text


@pytest.mark.parametrize("kind", list(Format))
def test_an_import_keeps_them_through_apply_and_undo_and_shows_none(desk: Desk, kind: Format) -> None:
    _plant(desk)
    with desk.sessions.begin() as session:
        content = write_export(session, VIEW, kind).content
        name = b"Worcester City Council"
        assert name in content or kind is Format.XLSX
        brought = read_file(session, f"a.{kind.value}", content, at=AT)
        assert len(brought.candidates) == 80
        key = bringing.propose(session, brought, by=MANAGER, at=AT).id
    with desk.sessions() as session:
        rows = session.scalars(select(ChangeSetRow).where(ChangeSetRow.change_set_id == key)).all()
        assert [row.outcome for row in rows] == []  # a round trip changes nothing


def test_a_change_beside_them_keeps_them_where_nobody_looks(desk: Desk) -> None:
    _plant(desk)
    feed = desk.export()
    next(row for row in feed["contents"] if row["signpost"]["slug"] == SLUG)["name"] = "Another name"

    desk.take(feed)

    with desk.sessions() as session:
        row = session.scalars(select(ChangeSetRow).where(ChangeSetRow.slug == SLUG)).one()
        assert MARKER not in str((row.proposed, row.changes, row.refusals))
        service = session.scalars(select(Service).where(Service.slug == SLUG)).one()
        assert service.staff_notes == MARKER
        assert any(each.location.redacted for each in service.service_at_locations)
        undoing.undo(session, row.change_set_id, by=APPROVER, at=AT)
        assert service.staff_notes == MARKER
        assert any(each.location.redacted for each in service.service_at_locations)
