"""The page that confirms a whole service: what people see, and each field with the way to correct it."""

from dataclasses import dataclass

from fastapi import Request, Response
from sqlalchemy.orm import Session

from directory.model import Service
from directory.terms import WITHHELD_UNTIL_CONFIRMED
from web.admin.moment import Now
from web.admin.sections import SectionName
from web.admin.service_view import view_service
from web.as_public import public_cards
from web.templating import page


CHANGED = [{"text": "Somebody saved a change while you were reading", "href": "#details"}]
TO_CHECKS = "checks"  # from the list of checks one goes back to it, to the next one


@dataclass(frozen=True)
class Said:
    """One thing that the entry says, and the section in which it is corrected."""

    name: str
    value: str
    section: SectionName


def show_check(
    request: Request, service: Service, session: Session, now: Now, *, then: str = "", changed: bool = False
) -> Response:
    """The page; `changed` when somebody saved something else after it was first shown."""
    view = view_service(session, service.id, live=now.live, today=now.today)
    assert view is not None
    wanted = confirmed_with(service)
    cards = public_cards(session, [service.id], at=now.at, live=now.live)
    return page(
        request,
        "admin/check.html",
        status=409 if changed else 200,
        service=service,
        view=view,
        card=cards[0] if cards else None,
        said=said_of(service),
        contacts=[each for each in view.contacts if each.id in wanted],
        version=versions_of(service),
        then=then,
        errors=CHANGED if changed else [],
    )


def confirmed_with(service: Service) -> set[str]:
    """The ids of the contacts that are confirmed with the service: those that nothing withholds."""
    return {
        each.id
        for each in service.contacts
        if each.withdrawn_at is None and each.verified not in WITHHELD_UNTIL_CONFIRMED
    }


def said_of(service: Service) -> list[Said]:
    """What else the entry says to people."""
    fields = {
        ("Who it is for", SectionName.ELIGIBILITY): service.for_whom,
        ("Who it is not for", SectionName.ELIGIBILITY): service.not_for,
        ("What happens when somebody gets in touch", SectionName.AFTERWARDS): service.what_happens,
        ("What is told to the police", SectionName.AFTERWARDS): service.told_to_police,
    }
    return [Said(name, value, section) for (name, section), value in fields.items() if value]


def versions_of(service: Service) -> str:
    """Everything that confirming the service says is right, as one text that changes with any of it."""
    return "-".join(
        str(version) for version in (service.version, *(each.version for each in service.contacts))
    )


def read_then(said: object) -> str:
    """Where to go after confirming, from a closed list."""
    return TO_CHECKS if said == TO_CHECKS else ""
