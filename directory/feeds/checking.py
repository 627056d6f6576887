"""What is wrong with a service of a file that its shape cannot say."""

import re
from collections.abc import Iterable, Iterator

from directory.feeds.report import Fault, Refusal
from directory.hsds import shapes
from directory.hsds.writing import first_value
from directory.phones import CostlyNumber, ForeignNumber, PhoneError, checked_number
from directory.terms import NUMBERED, ContactChannel
from vocabulary.areas import Breadth, District


DAYS = r"(?:MO|TU|WE|TH|FR|SA|SU)"
BYDAY = {
    "WEEKLY": re.compile(rf"{DAYS}(?:,{DAYS})*"),
    "MONTHLY": re.compile(rf"-?[1-5]?{DAYS}(?:,-?[1-5]?{DAYS})*"),
}
MIDNIGHT = "00:00"
AREA_CODES = {district.value for district in District} | {Breadth.FORCE, Breadth.NATIONAL}
OUTSIDE_AREA = re.compile(r"outside:[a-z]+(-[a-z]+)*")
WEB_ADDRESS = re.compile(r"https?://[\w-]+(\.[\w-]+)+\.?(:\d{1,5})?([/?#]\S*)?", re.I | re.A)
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def check_service(service: shapes.Service) -> Iterator[Refusal]:
    """Each thing that is wrong, and where."""
    contacts = service.contacts or ()
    if service.url != first_value(contacts, ContactChannel.WEBSITE):
        yield Refusal("url", Fault.DERIVED)
    if service.email != first_value(contacts, ContactChannel.EMAIL):
        yield Refusal("email", Fault.DERIVED)
    yield from _check_ages("minimum_age", service.minimum_age, service.maximum_age)
    yield from _check_schedules("schedules", service.schedules or ())
    yield from _check_areas("service_areas", service.service_areas or ())
    for number, contact in enumerate(contacts):
        yield from _check_contact(f"contacts.{number}", contact)
    if _repeats(each.id for each in contacts):
        yield Refusal("contacts", Fault.TWICE)
    if _repeats(each.taxonomy_term.id for each in service.attributes or ()):
        yield Refusal("attributes", Fault.TWICE)


def _check_contact(where: str, contact: shapes.Contact) -> Iterator[Refusal]:
    more = contact.signpost
    given = (bool(contact.phones), contact.email is not None, more.url is not None)
    numbered, by_email = more.channel in NUMBERED, more.channel is ContactChannel.EMAIL
    if given != (numbered, by_email, not numbered and not by_email) or len(contact.phones or ()) > 1:
        yield Refusal(where, Fault.NOT_REACHABLE)
    for phone in contact.phones or ():
        yield from _check_number(f"{where}.phones", phone.number, more.channel)
    if more.url is not None and not WEB_ADDRESS.fullmatch(more.url):
        yield Refusal(f"{where}.signpost.url", Fault.WEB_ADDRESS)
    if contact.email is not None and not EMAIL.fullmatch(contact.email):
        yield Refusal(f"{where}.email", Fault.EMAIL)
    yield from _check_ages(f"{where}.signpost.minimum_age", more.minimum_age, more.maximum_age)
    yield from _check_schedules(f"{where}.signpost.schedules", more.schedules or ())
    yield from _check_areas(f"{where}.signpost.service_areas", more.service_areas or ())


def _check_number(where: str, number: str, channel: ContactChannel) -> Iterator[Refusal]:
    try:
        checked_number(number, channel)
    except ForeignNumber:
        yield Refusal(where, Fault.FOREIGN_NUMBER)
    except CostlyNumber:
        yield Refusal(where, Fault.COSTLY_NUMBER)
    except PhoneError:
        yield Refusal(where, Fault.NOT_A_NUMBER)


def _check_ages(where: str, youngest: int | None, oldest: int | None) -> Iterator[Refusal]:
    if youngest is not None and oldest is not None and youngest > oldest:
        yield Refusal(where, Fault.AGES)


def _check_schedules(where: str, schedules: Iterable[shapes.Schedule]) -> Iterator[Refusal]:
    for number, each in enumerate(schedules):
        whole_day = f"{each.opens_at:%H:%M}" == MIDNIGHT
        backwards = each.valid_from and each.valid_to and each.valid_from > each.valid_to
        days = BYDAY[each.freq].fullmatch(each.byday or "") or (each.freq == "MONTHLY" and each.bymonthday)
        if not days or backwards or (each.opens_at == each.closes_at and not whole_day):
            yield Refusal(f"{where}.{number}", Fault.HOURS)
        elif each.opens_at.tzinfo or each.closes_at.tzinfo:
            yield Refusal(f"{where}.{number}", Fault.SHAPE)


def _check_areas(where: str, areas: Iterable[shapes.ServiceArea]) -> Iterator[Refusal]:
    for number, each in enumerate(areas):
        code = each.signpost.code
        if code not in AREA_CODES and not OUTSIDE_AREA.fullmatch(code):
            yield Refusal(f"{where}.{number}", Fault.AREA)


def _repeats(keys: Iterable[object]) -> bool:
    found = list(keys)
    return len(found) != len(set(found))
