"""Tests of checking: what may be stored, and what is wrong with the rest."""

import pytest

from directory.checking import BadValue, Fault, checked_address, checked_values
from directory.fields import Values
from directory.model import Contact, Phone, Service
from directory.terms import Caller, ContactChannel, HoursBasis, ServiceStatus, Verification


def a_line(number: str = "01952 385385") -> Contact:
    return Contact(
        channel=ContactChannel.PHONE,
        phones=[Phone(number=number)],
        hours_basis=HoursBasis.SERVICE,
        verified=Verification.PERSON,
        minimum_age=11,
    )


def a_page() -> Contact:
    return Contact(
        channel=ContactChannel.WEBSITE,
        url="https://a.example",
        hours_basis=HoursBasis.UNKNOWN,
        verified=Verification.PERSON,
    )


def a_service() -> Service:
    return Service(
        name="A", description="Helps.", status=ServiceStatus.ACTIVE, caller=Caller.ANYONE, public=True
    )


@pytest.mark.parametrize(
    ("owner", "typed", "stored"),
    [
        (a_line(), {"number": " 01132403040 "}, {"number": "0113 240 3040"}),
        (a_page(), {"url": " https://b.example/a?b=c#d "}, {"url": "https://b.example/a?b=c#d"}),
        (a_page(), {"email": "help@b.example"}, {"email": "help@b.example"}),
        (a_line(), {"minimum_age": "09", "maximum_age": ""}, {"minimum_age": "9", "maximum_age": None}),
        (a_line(), {"note": "  "}, {"note": None}),
        (a_service(), {"needs": "housing, cuckooing:1,housing"}, {"needs": "cuckooing:1,housing"}),
        (a_service(), {"areas": "west-mercia,E06000020"}, {"areas": "E06000020,west-mercia"}),
        (a_service(), {"shows_on_bill": "no", "capacity_on": "2026-11-20"}, None),
    ],
)
def test_a_good_value_is_tidied(owner: Contact | Service, typed: Values, stored: Values | None) -> None:
    assert checked_values(owner, typed) == (typed if stored is None else stored)


@pytest.mark.parametrize(
    ("owner", "field", "value", "fault"),
    [
        (a_line(), "number", "", Fault.MISSING),
        (a_line(), "number", "12", Fault.NOT_A_NUMBER),
        (a_line(), "number", "+33 1 42 68 53 00", Fault.FOREIGN_NUMBER),
        (a_line(), "number", "0906 123 4567", Fault.COSTLY_NUMBER),
        (a_line("999"), "number", "0113 240 3040", Fault.FIXED_NUMBER),
        (a_page(), "url", None, Fault.MISSING),
        (a_page(), "email", "help", Fault.NOT_AN_EMAIL),
        (a_page(), "email", "a b@c.example", Fault.NOT_AN_EMAIL),
        (a_page(), "email", f"{'x' * 250}@c.example", Fault.TOO_LONG),
        (a_line(), "minimum_age", "-1", Fault.NOT_AN_AGE),
        (a_line(), "minimum_age", "121", Fault.NOT_AN_AGE),
        (a_line(), "minimum_age", "١٢", Fault.NOT_AN_AGE),
        (a_line(), "maximum_age", "10", Fault.AGES_CROSSED),
        (a_line(), "hours", "9 to 5", Fault.NOT_HOURS),
        (a_line(), "hours", "MO 29:00-17:00, bank holidays closed", Fault.NOT_HOURS),
        (a_line(), "hours", "MO 09:00-09:00, bank holidays closed", Fault.NOT_HOURS),
        (a_line(), "hours_basis", "sometimes", Fault.NOT_ON_THE_LIST),
        (a_line(), "areas", "Telford", Fault.NOT_ON_THE_LIST),
        (a_line(), "areas", ",", Fault.NOT_ON_THE_LIST),
        (a_line(), "name", "x" * 256, Fault.TOO_LONG),
        (a_service(), "name", " ", Fault.MISSING),
        (a_service(), "description", None, Fault.MISSING),
        (a_service(), "description", "x" * 4001, Fault.TOO_LONG),
        (a_service(), "caller", "", Fault.MISSING),
        (a_service(), "needs", "", Fault.MISSING),
        (a_service(), "areas", None, Fault.MISSING),
        (a_line(), "hours_basis", None, Fault.MISSING),
        (a_service(), "needs", "gardening", Fault.NOT_ON_THE_LIST),
        (a_service(), "needs", "cuckooing:x", Fault.NOT_ON_THE_LIST),
        (a_service(), "leaves_voicemail", "maybe", Fault.NOT_ON_THE_LIST),
        (a_service(), "capacity_on", "2026-02-30", Fault.NOT_A_DATE),
        (a_service(), "caller", "nobody", Fault.NOT_ON_THE_LIST),
    ],
)
def test_a_bad_value_is_refused_at_its_field(
    owner: Contact | Service, field: str, value: str | None, fault: Fault
) -> None:
    with pytest.raises(BadValue) as refused:
        checked_values(owner, {field: value})

    assert (refused.value.field, refused.value.fault) == (field, fault)


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "ftp://a.example",
        "//a.example",
        "a.example",
        "https://",
        "https://localhost",
        "https://a.example:8080",
        "https://a.example:x",
        "https://user:word@a.example",
        "https://a example",
        "https://a.example/\x00",
        "https://[::1",
    ],
)
def test_an_address_that_no_card_may_carry_is_refused(text: str) -> None:
    with pytest.raises(BadValue) as refused:
        checked_address(text)

    assert refused.value.fault is Fault.NOT_AN_ADDRESS


def test_an_address_of_many_lines_is_refused() -> None:
    with pytest.raises(BadValue) as refused:
        checked_address("https://a.example/" + "x" * 500)

    assert refused.value.fault is Fault.TOO_LONG


def test_a_refusal_holds_no_part_of_the_value() -> None:
    with pytest.raises(BadValue) as refused:
        checked_values(a_line(), {"number": "secret words"})

    assert "secret" not in str(refused.value)


@pytest.mark.parametrize("owner", [a_line(), a_service()])
def test_a_field_that_nobody_edits_is_no_field(owner: Contact | Service) -> None:
    with pytest.raises(KeyError):
        checked_values(owner, {"slug": "x"})
