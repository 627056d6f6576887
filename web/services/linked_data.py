"""A service as schema.org describes one, for search engines: what its page says, and nothing more."""

from collections.abc import Iterator, Sequence
from typing import Any

from directory.told_places import ToldPlace
from web.chat.schema import Phone
from web.services.reading import Listed


def describe(service: Listed, places: Sequence[ToldPlace], *, url: str) -> dict[str, Any]:
    """The JSON-LD of a service's page."""
    card, details = service.card, service.details
    described: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Service",
        "name": card.name,
        "description": card.description,
        "url": url,
        "provider": {"@type": "Organization", "name": details.organization},
        "areaServed": [{"@type": "AdministrativeArea", "name": name} for name in card.coverage],
        "availableChannel": list(_channels(service)),
        "serviceLocation": [_place(each) for each in places],
        "availableLanguage": list(card.languages),
        "isAccessibleForFree": True if details.free else None,
        "audience": _audience(details.for_whom),
    }
    return {name: value for name, value in described.items() if value not in (None, [])}


def _channels(service: Listed) -> Iterator[dict[str, Any]]:
    card = service.card
    for phone in card.phones:
        yield {"@type": "ServiceChannel", "servicePhone": _contact_point(phone)}
    for phone in card.text:
        yield {"@type": "ServiceChannel", "serviceSmsNumber": _contact_point(phone)}
    for page in (card.webchat, card.url):
        if page:
            yield {"@type": "ServiceChannel", "serviceUrl": page}


def _contact_point(phone: Phone) -> dict[str, Any]:
    point = {"@type": "ContactPoint", "telephone": phone.number}
    return point | ({"contactType": phone.label} if phone.label else {})


def _place(place: ToldPlace) -> dict[str, Any]:
    address = {
        "@type": "PostalAddress",
        "streetAddress": place.address,
        "addressLocality": place.city,
        "addressCountry": "GB",
    }
    told = address | ({"postalCode": place.postcode} if place.postcode else {})
    return {"@type": "Place", "address": told} | ({"name": place.name} if place.name else {})


def _audience(for_whom: str | None) -> dict[str, Any] | None:
    return {"@type": "Audience", "audienceType": for_whom} if for_whom else None
