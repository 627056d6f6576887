"""Service cards in words: opening times, coverage, reasons and how fresh the details are."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from directory import search
from vocabulary.areas import WORCESTERSHIRE, Breadth, District
from vocabulary.words import has_words, words
from web.chat.moments import closing_words, date_words, day_words, time_words
from web.chat.schema import Checked, Opening, OpenState, Phone, ServiceCard


MOST_REASONS = 3


def service_card(card: search.ServiceCard, *, now: datetime) -> ServiceCard:
    """A card of the directory as the contract has it, at a moment that is aware."""
    return ServiceCard(
        id=card.id,
        name=card.name,
        description=card.description,
        phones=(*_phones(card.phones, now), *_phones(card.textphones, now)),
        text=_phones(card.text, now),
        webchat=card.webchat.url if card.webchat else None,
        url=card.url,
        email=card.email,
        open=Opening(state=OpenState(card.open.state), words=_service_hours(card, now)),
        cost=words("card.free") if card.free else card.cost,
        coverage=coverage_words(card.coverage),
        languages=card.languages,
        checked=Checked(date=card.checked.date, confirmed=card.checked.confirmed),
        why=None,
        what_happens=card.what_happens,
    )


def opening_words(opening: search.Opening, *, now: datetime) -> str:
    """Whether and until when something is open, or when it opens next, in UK time."""
    if opening.state is search.OpenState.OPEN:
        if opening.always:
            return words("open.always")
        return words("open.now") if opening.until is None else closing_words(opening.until, now=now)
    if opening.state is search.OpenState.UNKNOWN:
        return words("open.unknown")
    if opening.opens is None:
        return words("open.closed")
    return words("open.opens", day=day_words(opening.opens, now=now), time=time_words(opening.opens))


def purpose_words(card: ServiceCard, phone: Phone) -> str:
    """What to do with a number or what it is for; empty where its service's name says it already.

    "Choose option 2" is said of a service's only number too, a bare "Helpline" is not.
    """
    label = phone.label or ""
    is_only = len(card.phones) + len(card.text) == 1
    if is_only and (" " not in label or label.casefold() in card.name.casefold()):
        return ""
    return label


def without_hours(card: ServiceCard) -> ServiceCard:
    """A card read some time ago: what was open then is not known now, day and night stays so."""
    if card.open.words == words("open.always"):
        return card
    unknown = Opening(state=OpenState.UNKNOWN, words=words("open.unknown"))
    phones, text = (
        tuple(each.model_copy(update={"hours": None}) for each in lines) for lines in (card.phones, card.text)
    )
    return card.model_copy(update={"open": unknown, "phones": phones, "text": text})


def coverage_words(codes: Iterable[str]) -> tuple[str, ...]:
    """The places that are covered, the widest name for each."""
    left = set(codes)
    wide = [breadth.value for breadth in (Breadth.NATIONAL, Breadth.FORCE) if breadth.value in left]
    if not wide and left >= set(District):
        wide = [Breadth.FORCE.value]
    if wide:
        return tuple(words(f"coverage.{each}") for each in wide)
    county: tuple[str, ...] = ()
    if left >= set(WORCESTERSHIRE):
        left -= set(WORCESTERSHIRE)
        county = (words("coverage.worcestershire"),)
    return (*sorted(words(district.words) for district in District if district in left), *county)


def why_words(reasons: Sequence[str]) -> str | None:
    """The first reasons as short sentences; a reason without words is left out."""
    known = [f"why.{reason}" for reason in reasons if has_words(f"why.{reason}")]
    return " ".join(words(each) for each in known[:MOST_REASONS]) or None


def checked_words(card: ServiceCard) -> str:
    """When the details were checked, and plainly so where no person of ours has confirmed them."""
    if card.checked.date is None:
        return words("card.unconfirmed.undated")
    key = "card.checked" if card.checked.confirmed else "card.unconfirmed"
    return words(key, date=date_words(card.checked.date))


def _service_hours(card: search.ServiceCard, now: datetime) -> str:
    said = opening_words(card.open, now=now)
    if not card.meanwhile:
        return said
    return f"{said}. {_meanwhile_words(card.meanwhile[0])}"


def _meanwhile_words(instead: search.Meanwhile) -> str:
    key = "open.wait.text" if instead.by_text else "open.wait"
    return words(key, name=instead.name, number=instead.number)


def _phones(lines: Sequence[search.Line], now: datetime) -> tuple[Phone, ...]:
    return tuple(
        Phone(
            id=line.id,
            label=line.label or None,
            number=line.number,
            tel=line.tel,
            hours=opening_words(line.opening, now=now),
        )
        for line in lines
    )
