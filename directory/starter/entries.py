"""One entry of the data file as records of the directory."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Any

from directory.identifiers import identifier
from directory.model import (
    Address,
    Attribute,
    Contact,
    CostOption,
    Funding,
    Language,
    Location,
    Phone,
    Schedule,
    Service,
    ServiceArea,
    ServiceAtLocation,
    Source,
    TaxonomyTerm,
    UnverifiedContact,
)
from directory.model.taxonomies import NEEDS, NOT_FOR, ROLES
from directory.starter.area_names import AREA_NAMES
from directory.terms import (
    NUMBERED,
    Caller,
    Confidence,
    ContactChannel,
    HoursBasis,
    OnBankHolidays,
    ServiceStatus,
    Verification,
)


Entry = Mapping[str, Any]
Terms = Mapping[tuple[str, str], TaxonomyTerm]
SAME_NAMED = (
    "slug name description public minimum_age maximum_age caller_minimum_age for_whom not_for referral "
    "told_to_police what_happens"
).split()
GSS_URI = "http://statistics.data.gov.uk/id/statistical-geography/"


def make_service(entry: Entry, *, terms: Terms) -> Service:
    """The service of one entry with everything that hangs on it; its fallback is set later."""
    slug, provenance = entry["slug"], entry["provenance"]
    read_on = date.fromisoformat(provenance["read_on"])
    contacts = entry.get("contacts", [])
    return Service(
        id=identifier("service", slug),
        organization_id=identifier("organization", entry["organization"]),
        **{name: entry.get(name) for name in SAME_NAMED},
        status=ServiceStatus(entry["status"]),
        caller=Caller(entry["caller"]),
        fees=entry["cost"].get("words"),
        **_provenance(provenance),
        last_modified=_midnight(read_on),
        contacts=[_contact(slug, item, position=n, read_on=read_on) for n, item in enumerate(contacts)],
        schedules=_schedules(f"{slug}/schedule", entry),
        service_areas=_areas(f"{slug}/area", entry),
        attributes=_attributes(slug, entry, terms),
        languages=[_language(slug, name) for name in entry.get("languages", [])],
        cost_options=[_cost(slug, entry["cost"])],
        funding=_funding(slug, entry),
        service_at_locations=[
            _at_location(slug, item, n) for n, item in enumerate(entry.get("locations", []))
        ],
        sources=[_source(f"{slug}/source/{url}", url) for url in provenance.get("sources", [])],
        unverified_contacts=[
            _unverified(slug, item, n) for n, item in enumerate(entry.get("unverified_contacts", []))
        ],
    )


def _provenance(provenance: Entry) -> dict[str, Any]:
    return {
        "read_on": date.fromisoformat(provenance["read_on"]),
        "source_date": provenance.get("source_date"),
        "source_date_basis": provenance["source_date_basis"],
        "confidence": Confidence(provenance["confidence"]),
        "stale_risk": provenance["stale_risk"],
        "needs_human_check": provenance["needs_human_check"],
        "staff_notes": provenance.get("notes"),
        "decisions": "\n".join(provenance.get("decisions", [])) or None,
    }


def _contact(slug: str, item: Entry, *, position: int, read_on: date) -> Contact:
    key = f"{slug}/{item['key']}"
    channel = ContactChannel(item["channel"])
    contact = Contact(
        id=identifier("contact", key),
        position=position,
        channel=channel,
        name=item["label"],
        free=item.get("free"),
        note=item.get("note"),
        hours_basis=HoursBasis(item["hours"]),
        minimum_age=item.get("minimum_age"),
        maximum_age=item.get("maximum_age"),
        verified=Verification(item["verified"]),
        read_on=read_on,
        last_modified=_midnight(read_on),
        schedules=_schedules(f"{key}/schedule", item),
        service_areas=_areas(f"{key}/area", item),
        sources=[_source(f"{key}/source/{url}", url) for url in dict.fromkeys(item.get("sources", []))],
    )
    if channel in NUMBERED:
        contact.phones = [Phone(id=identifier("phone", key), number=item["value"])]
    elif channel is ContactChannel.EMAIL:
        contact.email = item["value"]
    else:
        contact.url = item["value"]
    return contact


def _schedules(key: str, owner: Entry) -> list[Schedule]:
    return [
        Schedule(
            id=identifier("schedule", f"{key}/{position}"),
            position=position,
            freq="WEEKLY",
            byday=item["byday"],
            opens_at=time.fromisoformat(item["opens_at"]),
            closes_at=time.fromisoformat(item["closes_at"]),
            bank_holidays=OnBankHolidays(item["bank_holidays"]),
        )
        for position, item in enumerate(owner.get("schedules", []))
    ]


def _areas(key: str, owner: Entry) -> list[ServiceArea]:
    return [
        ServiceArea(
            id=identifier("service-area", f"{key}/{code}"),
            code=code,
            name=AREA_NAMES.get(code, code),
            uri=GSS_URI + code if code.startswith("E0") else None,
        )
        for code in owner.get("service_areas", [])
    ]


def _attributes(slug: str, entry: Entry, terms: Terms) -> list[Attribute]:
    needs = [(NEEDS, item["need"], item.get("first_line")) for item in entry["needs"]]
    roles = [(ROLES, role, None) for role in entry.get("roles", [])]
    never = [(NOT_FOR, need, None) for need in entry.get("not_for_needs", [])]
    return [
        Attribute(
            id=identifier("attribute", f"{slug}/{taxonomy}/{term}"),
            taxonomy_term_id=terms[taxonomy, term].id,
            first_line=first_line,
        )
        for taxonomy, term, first_line in needs + roles + never
    ]


def _language(slug: str, name: str) -> Language:
    return Language(id=identifier("language", f"{slug}/{name}"), name=name)


def _cost(slug: str, cost: Entry) -> CostOption:
    return CostOption(
        id=identifier("cost-option", slug),
        option="Free" if cost["free"] else "May cost",
        currency="GBP" if cost["free"] else None,
        amount=Decimal(0) if cost["free"] else None,
        amount_description=cost.get("words"),
    )


def _funding(slug: str, entry: Entry) -> list[Funding]:
    return [Funding(id=identifier("funding", slug), source=entry["funding"])] if "funding" in entry else []


def _at_location(slug: str, item: Entry, position: int) -> ServiceAtLocation:
    key = f"{slug}/{position}"
    address = Address(
        id=identifier("address", key),
        address_1=item["address_1"],
        city=item["city"],
        state_province="England",
        postal_code=item.get("postal_code"),
    )
    location = Location(
        id=identifier("location", key),
        name=item["name"],
        redacted=item["redacted"],
        note=item.get("note"),
        addresses=[address],
    )
    return ServiceAtLocation(id=identifier("service-at-location", key), location=location)


def _source(key: str, url: str) -> Source:
    return Source(id=identifier("source", key), url=url)


def _unverified(slug: str, item: Entry, position: int) -> UnverifiedContact:
    key = identifier("unverified-contact", f"{slug}/{position}")
    return UnverifiedContact(id=key, kind=item["kind"], value=item["value"], note=item.get("note"))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=UTC)
