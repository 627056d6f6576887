"""A feed of another directory, in memory."""

import json
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

from directory.outbound import Fetched, Limits


BASE = "https://directory.example.org/v3"


class FakeFeed:
    """A feed in memory with so many services; tests spoil it. `asked` lists the addresses."""

    def __init__(self, count: int = 250) -> None:
        self.services = {str(uuid4()): {"name": f"Service {n}"} for n in range(count)}
        self.asked: list[str] = []
        self.spoilt: dict[str, Any] = {}

    def __call__(self, url: str, *, limits: Limits) -> Fetched:
        """The answer, as `outbound.fetch` gives it."""
        self.asked.append(url)
        assert limits.total <= 30
        parts = urlsplit(url)
        tail = parts.path.removeprefix("/v3/services").strip("/")
        answer = self._service(tail) if tail else self._page(int(parse_qs(parts.query)["page"][0]))
        spoilt = self.spoilt.get(url.removeprefix(BASE), answer)
        if isinstance(spoilt, Exception):
            raise spoilt
        body = spoilt if isinstance(spoilt, bytes) else json.dumps(spoilt).encode()
        return Fetched(200 if spoilt is not None else 404, url, body, (url,))

    def _page(self, number: int) -> Any:
        ids = list(self.services)
        found = [{"id": key} for key in ids[(number - 1) * 100 : number * 100]]
        pages = -(-len(ids) // 100)
        return {"total_items": len(ids), "total_pages": pages, "page_number": number, "contents": found}

    def _service(self, key: str) -> Any:
        return {"id": key, **self.services[key]} if key in self.services else None


def a_foreign_service(**more: Any) -> dict[str, Any]:
    """A service as another directory has it, with fields that we do not know."""
    return {
        "id": str(uuid4()),
        "name": "Drop-in for families",
        "description": "It helps.",
        "status": "active",
        "url": "https://families.example.org",
        "email": "hello@families.example.org",
        "assurer_email": "somebody@example.org",
        "interpretation_services": "BSL",
        "organization": {"id": str(uuid4()), "name": "Families First", "tax_status": "x"},
        "phones": [{"id": str(uuid4()), "number": "01952 385385", "extension": 7}],
        "schedules": [{"id": str(uuid4()), "byday": "MO", "opens_at": "09:00", "closes_at": "17:00", "x": 1}],
        "service_areas": [{"id": str(uuid4()), "name": "Herefordshire"}, {"id": "?", "name": "Narnia"}],
        **more,
    }


def feed_of(*services: dict[str, Any]) -> FakeFeed:
    """A feed that sends these services."""
    feed = FakeFeed(0)
    feed.services = {each["id"]: each for each in services}
    return feed
