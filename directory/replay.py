"""Which answers a change would alter: the saved journeys before it and after it, and the change undone."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.orm import Session

from directory.cards import COSTS
from directory.eligibility import shown_contacts
from directory.enquiry import Enquiry
from directory.journeys import Journey, saved_journeys
from directory.languages import LANGUAGES
from directory.opening_hours import LONDON
from directory.ranking import SHOWN_AT_FIRST, Match
from directory.record import ServiceRecord
from directory.snapshot import Snapshot, take_snapshot
from directory.terms import Reason


Extras = Mapping[str, tuple[object, ...]]
ApplyChange = Callable[[Session], None]


@dataclass(frozen=True)
class ChangedAnswer:
    """One journey whose answer differs: names shown before and after, and those with another card."""

    journey: Journey
    before: tuple[str, ...]
    after: tuple[str, ...]
    cards: tuple[str, ...]


@dataclass(frozen=True)
class Comparison:
    """What a change would do to the saved journeys."""

    asked: int
    changed: tuple[ChangedAnswer, ...]

    @property
    def left_without(self) -> tuple[ChangedAnswer, ...]:
        """Those that had an answer and would have none."""
        return tuple(each for each in self.changed if each.before and not each.after)


@dataclass(frozen=True)
class _Shown:
    """One service of an answer: what its card is made from, by which two are compared."""

    id: str
    name: str
    card: object


def compare(session: Session, apply_change: ApplyChange, *, at: datetime, live: bool) -> Comparison:
    """The answers before and after a change that `apply_change` makes in the session it is given.

    That session is another one, on a connection of its own, and is always rolled back: neither the change
    nor a commit within it outlasts this call. What the caller has not committed is not seen. `at` is aware.
    """
    bind = session.get_bind()
    with bind.engine.connect() as connection:
        outermost = connection.begin()
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("BEGIN")  # else its first savepoint would be the transaction itself
        try:
            with Session(connection, join_transaction_mode="create_savepoint") as trial:
                before = _answers(trial, at=at, live=live)
                apply_change(trial)
                trial.flush()
                trial.expire_all()
                after = _answers(trial, at=at, live=live)
        finally:
            outermost.rollback()
    return _compared(before, after)


def first_shown(matches: Sequence[Match]) -> Sequence[Match]:
    """What the chat shows at once: three, or all the children's teams that lead."""
    together = 0
    for match in matches:
        if Reason.CHILD_TEAM not in match.reasons:
            break
        together += 1
    return matches[: max(SHOWN_AT_FIRST, together)]


def _compared(before: Sequence[Sequence[_Shown]], after: Sequence[Sequence[_Shown]]) -> Comparison:
    journeys = saved_journeys()
    changed = [
        _changed(journey, old, new)
        for journey, old, new in zip(journeys, before, after, strict=True)
        if old != new
    ]
    return Comparison(len(journeys), tuple(changed))


def _changed(journey: Journey, old: Sequence[_Shown], new: Sequence[_Shown]) -> ChangedAnswer:
    cards = {each.id: each.card for each in old}
    return ChangedAnswer(
        journey,
        before=tuple(each.name for each in old),
        after=tuple(each.name for each in new),
        cards=tuple(each.name for each in new if each.id in cards and cards[each.id] != each.card),
    )


def _answers(session: Session, *, at: datetime, live: bool) -> list[list[_Shown]]:
    snapshot = take_snapshot(session, live=live)
    extras = _read_extras(session, [each.id for each in snapshot.services])
    return [_answer(snapshot, journey.enquiry(after=at), extras) for journey in saved_journeys()]


def _answer(snapshot: Snapshot, enquiry: Enquiry, extras: Extras) -> list[_Shown]:
    services = [snapshot.by_slug[match.slug] for match in first_shown(snapshot.find(enquiry))]
    return [_Shown(each.id, each.name, (_seen(each, enquiry), extras.get(each.id))) for each in services]


def _seen(service: ServiceRecord, enquiry: Enquiry) -> ServiceRecord:
    """The entry as far as somebody who asks can see it: with their contacts, without what only ranks it."""
    today = enquiry.at.astimezone(LONDON).date()
    contacts = shown_contacts(service, area=enquiry.area, age=enquiry.age, today=today)
    return replace(service, contacts=contacts, needs={}, not_for_needs=frozenset(), fallback=None)


def _read_extras(session: Session, ids: Sequence[str]) -> Extras:
    """The costs and languages of a card."""
    found: dict[str, list[object]] = defaultdict(list)
    for statement in (LANGUAGES, COSTS):
        for service_id, *said in session.execute(statement, {"keys": list(ids)}):
            found[service_id].append(tuple(said))
    return {service_id: tuple(said) for service_id, said in found.items()}
