"""The services of a file that the directory does not have yet."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.orm import Session

from directory import model
from directory.feeds.judging import Judged
from directory.feeds.known import Known
from directory.feeds.report import Outcome
from directory.hsds import records, shapes


Organizations = dict[str, model.Organization]


def make_new(judged: Sequence[Judged], known: Known, *, at: datetime) -> list[model.Service]:
    """The new services, each with its organization, which several may share; none is in a session yet."""
    organizations = dict(known.organizations)
    made = []
    for each in judged:
        if each.row.outcome is Outcome.NEW and each.shape is not None:
            service = records.new_service(each.shape, at=at)
            service.organization = _organization(each.shape.organization, organizations)
            made.append(service)
    return made


def forget(session: Session, made: Sequence[model.Service]) -> None:
    """What was made only to be judged is not stored; an organization that is there stays what it is."""
    for part in (part for service in made for part in _parts(service)):
        if part in session and not inspect(part).persistent:
            session.expunge(part)


def taken_ids(session: Session, made: Sequence[model.Service]) -> set[str]:
    """The slugs of new services that bring an id which another record, there or in the file, has already."""
    seen: dict[tuple[type, str], object] = {}
    taken = set()
    for service in made:
        for part in _parts(service):
            key = (type(part), part.id)
            shared = inspect(part).persistent or seen.get(key) is part
            if not shared and (key in seen or session.get(type(part), part.id) is not None):
                taken.add(service.slug)
            seen[key] = part
    return taken


def _parts(service: model.Service) -> list[Any]:
    """The service and everything that is stored with it."""
    state = inspect(service)
    return [service, *(each[0] for each in state.mapper.cascade_iterator("save-update", state))]


def _organization(shape: shapes.Organization, organizations: Organizations) -> model.Organization:
    found = organizations.get(str(shape.id)) or organizations.get(shape.name)
    if found is None:
        found = records.new_organization(shape)
        organizations[str(shape.id)] = organizations[shape.name] = found
    return found
