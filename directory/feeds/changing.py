"""Writes what a file changes of a service, and the history of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from directory import model
from directory.feeds.judging import ContactWork, Judged
from directory.feeds.report import Outcome
from directory.history import Act, Action, Approval, Change, Editor, record
from directory.hsds import records
from directory.hsds.records import Reading
from directory.hsds.writing import UNKNOWN_AREA


WITHDRAWN = "withdrawn_at"


@dataclass(frozen=True)
class Importer:
    """Who brought a file and who agreed, when, and the reason that all its history rows share."""

    by: Editor
    at: datetime
    reason: str
    approval: Approval | None = None


def change_service(session: Session, judged: Judged, importer: Importer) -> None:
    """Make one row's changes in the session; parts that the public never sees stay."""
    service, shape = judged.service, judged.shape
    assert service is not None
    assert shape is not None
    reading = Reading(importer.at, keep_ids=False)
    for name, value in records.service_values(shape).items():
        setattr(service, name, value)
    changed = {change.field for change in judged.changes}
    for name, parts in records.parts_of(shape, reading).items():
        if name in changed:
            _replace(session, service, name, parts)
    if "organization_id" in changed:
        service.organization = _organization(session, judged)
    service.last_modified = importer.at
    for work in judged.contacts:
        _change_contact(service, work, reading)


def add_history(session: Session, judged: Judged, importer: Importer) -> None:
    """One edit for the service, where its own fields changed, and one for each contact."""
    if judged.shape is None:
        return
    service_id = str(judged.shape.id)
    action = Action.CREATE if judged.row.outcome is Outcome.NEW else Action.UPDATE
    if judged.changes:
        record(session, _act(importer, action, service_id), judged.changes)
    for work in judged.contacts:
        gone = work.shape is None
        changes: Sequence[Change] = work.changes
        if gone:
            changes = [Change(WITHDRAWN, None, importer.at.isoformat())]
        done = Action.WITHDRAW if gone else action
        record(session, _act(importer, done, service_id, contact_id=work.id), changes)


def withdraw_gone(session: Session, judged: Judged, importer: Importer) -> None:
    """Only take out of view the contacts that a row lacks, with their history."""
    gone = tuple(work for work in judged.contacts if work.shape is None)
    assert judged.service is not None
    for work in gone:
        _change_contact(judged.service, work, Reading(importer.at, keep_ids=False))
    session.flush()
    add_history(session, replace(judged, changes=(), contacts=gone), importer)


def _replace(session: Session, service: model.Service, name: str, parts: list[object]) -> None:
    owned = getattr(service, name)
    hidden = [each for each in owned if getattr(each, "code", None) == UNKNOWN_AREA]
    owned[:] = hidden
    session.flush()  # the old terms go before the new come: a term is said once of a service
    owned.extend(parts)


def _change_contact(service: model.Service, work: ContactWork, reading: Reading) -> None:
    contact = next((each for each in service.contacts if each.id == work.id), None)
    if work.shape is None:
        assert contact is not None
        contact.withdrawn_at = contact.last_modified = reading.at
        return
    if contact is None:
        service.contacts.append(records.new_contact(work.shape, work.position, reading))
        return
    records.fill_contact(contact, work.shape, reading)


def _organization(session: Session, judged: Judged) -> model.Organization:
    assert judged.shape is not None
    shape = judged.shape.organization
    found = session.get(model.Organization, str(shape.id)) or session.scalar(
        select(model.Organization).where(model.Organization.name == shape.name)
    )
    return found or records.new_organization(shape)


def _act(importer: Importer, action: Action, service_id: str, *, contact_id: str | None = None) -> Act:
    return Act(
        by=importer.by,
        at=importer.at,
        action=action,
        service_id=service_id,
        resource_type="contact" if contact_id else "service",
        resource_id=contact_id or service_id,
        reason=importer.reason,
        approval=importer.approval,
    )
