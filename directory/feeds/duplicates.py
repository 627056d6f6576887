"""Services that may be the same: proposed by what they share, decided by a person."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import combinations
from urllib.parse import urlsplit

from rapidfuzz import fuzz
from sqlalchemy import select
from sqlalchemy.orm import Session

from directory import model
from directory.feeds.change_sets import NotFound, reason_of
from directory.feeds.report import Outcome
from directory.feeds.snapshots import take_snapshot
from directory.history import Act, Action, Change, Editor, record
from directory.lifelines import is_lifeline
from directory.phones import dial_digits
from directory.reading import read_services, services_where
from directory.record import ServiceRecord
from directory.terms import NUMBERED, ChangeSetKind, ServiceStatus


ALIKE = 88  # of 100 by rapidfuzz, of name and organization together
OFFERED = services_where(model.Service.public, model.Service.status == ServiceStatus.ACTIVE)
MERGED = "merged"  # the field under which the history names the other service


class Why(StrEnum):
    """What two services share."""

    NUMBER = "number"
    ADDRESS = "address"
    NAME = "name"


class Lifeline(Exception):
    """A lifeline is never merged away."""


class NotOffered(Exception):
    """People do not see the one that would be kept, so that both would be gone."""


@dataclass(frozen=True)
class Pair:
    """Two services that may be the same, by slug, and why."""

    first: ServiceRecord
    second: ServiceRecord
    why: tuple[Why, ...]


def find_pairs(session: Session) -> list[Pair]:
    """Every pair of services in view that nobody has called different, those that share most first."""
    said = select(model.NotDuplicates.first_id, model.NotDuplicates.second_id)
    different = {frozenset((row.first_id, row.second_id)) for row in session.execute(said)}
    found = []
    for first, second in combinations(read_services(session, OFFERED), 2):
        if frozenset((first.id, second.id)) not in different:
            why = tuple(_shared(first, second))
            if why:
                found.append(Pair(first, second, why))
    return sorted(found, key=lambda pair: (-len(pair.why), pair.first.slug, pair.second.slug))


def say_different(session: Session, one_id: str, other_id: str, *, by: Editor, at: datetime) -> None:
    """Remember that two services are not the same; the caller commits."""
    first, second = sorted((one_id, other_id))
    same = (model.NotDuplicates.first_id == first, model.NotDuplicates.second_id == second)
    if session.scalars(select(model.NotDuplicates).where(*same)).first() is None:
        said = {"said_by": by.id, "said_by_name": by.name, "said_at": at}
        session.add(model.NotDuplicates(first_id=first, second_id=second, **said))
        session.flush()


def merge(session: Session, *, keep: str, hide: str, by: Editor, at: datetime) -> model.ChangeSet:
    """Hide one service behind the other, which stands in for it everywhere; no number changes.

    It is a change set, and can be undone like an import. Raises NotFound, Lifeline, NotOffered.
    """
    kept, hidden = session.get(model.Service, keep), session.get(model.Service, hide)
    if kept is None or hidden is None or kept is hidden:
        raise NotFound("not-found")
    if is_lifeline(hidden.slug):
        raise Lifeline("lifeline")
    if not kept.public or kept.status is not ServiceStatus.ACTIVE:
        raise NotOffered("not-offered")
    leaning = session.scalars(select(model.Service).where(model.Service.fallback_id == hidden.id)).all()
    touched = [kept, hidden, *(each for each in leaning if each is not kept)]
    before = {each.id: take_snapshot(session, each.id) for each in touched}
    _lean_on(kept, hidden, leaning)
    for each in touched:
        each.last_modified = at
    session.flush()
    found = _change_set(session, kept, hidden, by, at)
    for number, each in enumerate(touched, start=1):
        _keep_row(session, found, each, number, before)
        _tell(session, found, each, kept if each is hidden else hidden)
    session.flush()
    return found


def _shared(first: ServiceRecord, second: ServiceRecord) -> Iterator[Why]:
    if _numbers(first) & _numbers(second):
        yield Why.NUMBER
    if _addresses(first) & _addresses(second):
        yield Why.ADDRESS
    named = fuzz.token_sort_ratio(_called(first), _called(second)) >= ALIKE
    if named and (first.areas & second.areas or not first.areas or not second.areas):
        yield Why.NAME


def _called(service: ServiceRecord) -> str:
    return re.sub(r"[^\w ]+", " ", f"{service.name} {service.organization}").casefold()


def _numbers(service: ServiceRecord) -> set[str]:
    return {dial_digits(each.value) for each in service.contacts if each.channel in NUMBERED and each.value}


def _addresses(service: ServiceRecord) -> set[str]:
    """Hosts with their paths: a whole council shares a host, so a bare one says nothing."""
    found = (urlsplit(each.value) for each in service.contacts if each.value.startswith("http"))
    parts = ((each.netloc.casefold().removeprefix("www."), each.path.rstrip("/")) for each in found)
    return {f"{host}{path}" for host, path in parts if path}


def _lean_on(kept: model.Service, hidden: model.Service, leaning: Sequence[model.Service]) -> None:
    for each in leaning:
        each.fallback = None if each is kept else kept
    if kept.fallback is None and hidden.fallback is not kept:
        kept.fallback = hidden.fallback
    hidden.status = ServiceStatus.INACTIVE
    hidden.fallback = kept
    there = {each.url for each in kept.sources}
    kept.sources += [model.Source(url=each.url) for each in hidden.sources if each.url not in there]


def _change_set(
    session: Session, kept: model.Service, hidden: model.Service, by: Editor, at: datetime
) -> model.ChangeSet:
    """A merge needs no second person, as no number and no hours change, and is applied at once."""
    found = model.ChangeSet(
        kind=ChangeSetKind.MERGE,
        source=f"{hidden.slug} into {kept.slug}"[:255],
        digest=(hidden.id + kept.id).replace("-", "")[:64],
        by=by.id,
        by_name=by.name,
        at=at,
        changed_count=2,
        approved_at=at,
        approved_by=by.id,
        approved_by_name=by.name,
        applied_at=at,
    )
    session.add(found)
    session.flush()
    return found


def _keep_row(
    session: Session,
    found: model.ChangeSet,
    service: model.Service,
    number: int,
    before: Mapping[str, object],
) -> None:
    found.rows.append(
        model.ChangeSetRow(
            number=number,
            service_id=service.id,
            slug=service.slug,
            outcome=Outcome.CHANGED.value,
            changes=[[MERGED, None, found.source]],
            before=before[service.id],
            after=take_snapshot(session, service.id),
        )
    )


def _tell(session: Session, found: model.ChangeSet, service: model.Service, other: model.Service) -> None:
    by = Editor(found.by, found.by_name)
    hides = service.status is ServiceStatus.INACTIVE
    action = Action.WITHDRAW if hides else Action.UPDATE
    act = Act(by, found.at, action, service.id, "service", service.id, f"{reason_of(found)}: {found.source}")
    record(session, act, [Change(MERGED, None, other.slug)])
