"""What becomes of each row of a file: new, changed, unchanged or refused, and why."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from directory import model
from directory.feeds.checking import check_service
from directory.feeds.comparing import all_of, contact_changes, named, same_places, service_changes
from directory.feeds.known import Known
from directory.feeds.report import Fault, Outcome, Refusal, Row
from directory.history import Change
from directory.hsds import shapes, writing
from directory.lifelines import is_lifeline


# How a lifeline is reached, whether it runs and whom it is for: only people change that, one by one.
KEPT_OF_A_LIFELINE = frozenset(
    "schedules status minimum_age maximum_age service_areas attributes caller for_whom not_for".split()
)


@dataclass(frozen=True)
class ContactWork:
    """One contact to add, to change, or (with no shape) to withdraw."""

    id: str
    shape: shapes.Contact | None
    position: int
    changes: tuple[Change, ...]
    name: str  # as a report calls it


@dataclass(frozen=True)
class Judged:
    """A row, and the work that it makes when the file is accepted."""

    row: Row
    shape: shapes.Service | None = None
    service: model.Service | None = None
    changes: tuple[Change, ...] = ()
    contacts: tuple[ContactWork, ...] = ()


def judge(number: int, shape: shapes.Service, known: Known) -> Judged:
    """The judgement on one row that has the right shape."""
    service = known.services.get(str(shape.id))
    refusals = (*check_service(shape), *_check_known(shape, known))
    if service is None and is_lifeline(shape.signpost.slug):
        refusals = (*refusals, Refusal("signpost.slug", Fault.LIFELINE_NEW))
    if refusals:
        return refused(number, shape.signpost.slug, refusals)
    if service is None:
        return _new(number, shape)
    return _compared(number, shape, service, known)


def refused(number: int, slug: str | None, refusals: tuple[Refusal, ...]) -> Judged:
    """A row that is refused."""
    return Judged(Row(number, slug, Outcome.REFUSED, refusals=refusals))


def _check_known(shape: shapes.Service, known: Known) -> Iterator[Refusal]:
    """Whether the row fits what the directory has."""
    key, slug = str(shape.id), shape.signpost.slug
    service = known.services.get(key)
    if service is not None and service.slug != slug:
        yield Refusal("signpost.slug", Fault.SLUG_DIFFERS)
    if service is not None and not service.public:
        yield Refusal("id", Fault.NOT_PUBLIC)
    if known.slugs.get(slug, key) != key:
        yield Refusal("signpost.slug", Fault.SLUG_TAKEN)
    for number, contact in enumerate(shape.contacts or ()):
        if known.contacts.get(str(contact.id), key) != key:
            yield Refusal(f"contacts.{number}.id", Fault.ID_TAKEN)
    for number, attribute in enumerate(shape.attributes or ()):
        if (str(attribute.taxonomy_term.id), attribute.taxonomy_term.term) not in known.terms:
            yield Refusal(f"attributes.{number}.taxonomy_term", Fault.TERM)
    yield from _check_organization(shape.organization, known)


def _check_organization(shape: shapes.Organization, known: Known) -> Iterator[Refusal]:
    by_id = known.organizations.get(str(shape.id))
    found = by_id or known.organizations.get(shape.name)
    if found is not None and writing.organization_shape(found) != shape:
        yield Refusal("organization", Fault.ORGANIZATION_DIFFERS)


def _new(number: int, shape: shapes.Service) -> Judged:
    work = tuple(
        ContactWork(str(each.id), each, place, tuple(contact_changes(None, each)), _name(each))
        for place, each in enumerate(shape.contacts or ())
    )
    changes = all_of(shape)
    row = Row(number, shape.signpost.slug, Outcome.NEW, details=_told(changes, work))
    return Judged(row, shape, changes=tuple(changes), contacts=work)


def _compared(number: int, shape: shapes.Service, service: model.Service, known: Known) -> Judged:
    in_file = {str(each.id) for each in shape.contacts or ()}
    now = writing.service_shape(service, shown=known.shown | in_file)
    slug = service.slug
    if not same_places(now, shape):
        return refused(number, slug, (Refusal("service_at_locations", Fault.LOCATION_DIFFERS),))
    changes = service_changes(now, shape)
    if now.organization.id != shape.organization.id:
        changes.append(Change("organization_id", str(now.organization.id), str(shape.organization.id)))
    contacts = _contact_work(now, shape)
    if not changes and not contacts:
        return Judged(Row(number, slug, Outcome.UNCHANGED))
    if _milliseconds(now.last_modified) > _milliseconds(shape.last_modified):
        return refused(number, slug, (Refusal("last_modified", Fault.STALE),))
    kept = tuple(_kept_of_lifeline(shape, changes, contacts)) if is_lifeline(slug) else ()
    if kept:
        return refused(number, slug, kept)
    row = Row(number, slug, Outcome.CHANGED, details=_told(changes, contacts))
    return Judged(row, shape, service, tuple(changes), contacts)


def _contact_work(now: shapes.Service, shape: shapes.Service) -> tuple[ContactWork, ...]:
    """The contacts that differ; one that the public sees and the file lacks is withdrawn."""
    before = {each.id: each for each in now.contacts or ()}
    work = [
        ContactWork(str(each.id), each, place, tuple(contact_changes(before.get(each.id), each)), _name(each))
        for place, each in enumerate(shape.contacts or ())
    ]
    kept = {each.id for each in shape.contacts or ()}
    gone = [
        ContactWork(str(key), None, 0, (), _name(each)) for key, each in before.items() if key not in kept
    ]
    return (*(each for each in work if each.changes), *gone)


def _kept_of_lifeline(
    shape: shapes.Service, changes: list[Change], contacts: tuple[ContactWork, ...]
) -> Iterator[Refusal]:
    places = {str(each.id): number for number, each in enumerate(shape.contacts or ())}
    for work in contacts:
        place = places.get(work.id)
        yield Refusal("contacts" if place is None else f"contacts.{place}", Fault.LIFELINE)
    for change in changes:
        if change.field in KEPT_OF_A_LIFELINE:
            yield Refusal(change.field, Fault.LIFELINE)


def _told(changes: Sequence[Change], contacts: tuple[ContactWork, ...]) -> tuple[Change, ...]:
    told = list(changes)
    for each in contacts:
        if each.shape is None:
            told.append(Change(f"contact {each.name}: withdrawn", each.name, None))
        else:
            told += named(each.changes, of=f"contact {each.name}: ")
    return tuple(told)


def _name(contact: shapes.Contact) -> str:
    return contact.name or str(contact.id)


def _milliseconds(moment: datetime) -> int:
    """A file has its moments in milliseconds."""
    return int(moment.timestamp() * 1000)
