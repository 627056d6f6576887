"""A refuge's address is planted, then every door is opened: it is on no page, in no file, answer or log."""

import io
import json
import logging
import zipfile
from collections.abc import Iterator
from typing import Any
from uuid import UUID

import pytest
from fastapi import FastAPI
from httpx2 import Response
from sqlalchemy import String, select
from sqlalchemy.orm import Session

from directory.approval.finding import open_proposals
from directory.assurance import make_link, name_assurer
from directory.feeds.exporting import Format
from directory.feeds.feeds import add_feed
from directory.history import Editor, history_of
from directory.model import (
    Accessibility,
    Address,
    Location,
    Service,
    ServiceAtLocation,
    Taxonomy,
    TaxonomyTerm,
)
from directory.model.declarative import Base
from tests.web.admin.conftest import Places, places_of
from tests.web.routes_of import staff_routes
from tests.web.staff_browser import StaffBrowser
from usage.model import Base as Usage
from vocabulary.areas import District
from vocabulary.needs import Need
from web.accounts.model import Staff
from web.accounts.roles import Role
from web.insights.model import Base as Insights


SOUGHT, MARKER, POSTCODE = "Marker-Refuge", "Marker-Refuge-7", "WR1 2LH"
NORTH, EAST = 52.18736, -2.22147
SLUG = "worcester-city-housing"
NEVER = (MARKER.casefold(), POSTCODE.casefold(), "wr12lh", str(NORTH), str(EAST))
PUBLIC = ("/", "/chat", "/services", "/services/a-to-z", f"/services/need/{Need.HOUSING}")
OF_SERVICE = (f"/services/{SLUG}", f"/services/{SLUG}/wrong", f"/services/{SLUG}/wrong/thanks")
LISTS = ("services", "taxonomies", "taxonomy_terms", "service_at_locations")
NEARBY: tuple[dict[str, str], ...] = (
    {},
    {"postcode": POSTCODE},
    {"postcode": POSTCODE, "proximity": "500000"},
    {"search": SOUGHT},
)
# Addresses that are not for somebody who is all the way in, or ask a provider elsewhere.
ELSEWHERE = frozenset(
    "/staff/sign-in /staff/second-step /staff/signed-out /staff/choose-password /staff/forgotten-password "
    "/staff/forgotten-password/sent /staff/single-sign-on /staff/single-sign-on/back "
    "/staff/security/code-app /staff/security/code-app/picture.svg".split()
)


def _marked(kind: type[Base], **given: Any) -> Any:
    """A record with the marker in every text that it can hold."""
    texts = {
        column.name: MARKER
        for column in kind.__table__.columns
        if isinstance(column.type, String) and not column.foreign_keys and not column.primary_key
    }
    return kind(**(texts | given))


def _plant(session: Session) -> set[str]:
    """A refuge of a service that is shown; returns the ids of its parts."""
    address = _marked(
        Address, id=str(UUID(int=71)), postal_code=POSTCODE, country="GB", address_type="physical"
    )
    access = _marked(Accessibility, id=str(UUID(int=72)))
    refuge = _marked(
        Location,
        id=str(UUID(int=73)),
        location_type="physical",
        latitude=NORTH,
        longitude=EAST,
        redacted=True,
        addresses=[address],
        accessibility=[access],
    )
    at = _marked(ServiceAtLocation, id=str(UUID(int=74)), location=refuge)
    service = session.scalars(select(Service).where(Service.slug == SLUG)).one()
    service.service_at_locations.append(at)
    return {address.id, access.id, refuge.id, at.id}


@pytest.fixture
def planted(browser: StaffBrowser) -> set[str]:
    """The ids of what was planted, in a directory whose every other table is there."""
    for base in (Usage, Insights):
        base.metadata.create_all(browser.held.sessions.kw["bind"])
    with browser.held.sessions.begin() as session:
        return _plant(session)


@pytest.fixture
def housing(browser: StaffBrowser, planted: set[str]) -> Places:
    """The service with the refuge."""
    return places_of(browser.held, SLUG)


def _busy(browser: StaffBrowser, housing: Places) -> dict[str, str]:
    """Has the service in every list of work, and returns the values of the addresses' parameters."""
    browser.send(housing.number, number="01905 722590", reason="their page")
    browser.send(f"{housing.contact}/confirm")
    feed = json.loads(_exported(browser, Format.JSON).content)
    next(row for row in feed["contents"] if row["signpost"]["slug"] == SLUG)["name"] = "Another name"
    token = browser.open("/admin/imports").fields("/admin/imports")["form_token"]
    files = {"file": ("services.json", json.dumps(feed).encode())}
    brought = browser.client.post("/admin/imports", data={"form_token": token}, files=files)
    browser.client.post(f"/services/{SLUG}/wrong", data={"fault": "closed-or-moved"})
    by = Editor("staff-9", "second@signpost.example")
    with browser.held.sessions.begin() as session:
        service, other = (
            session.get_one(Service, housing.service_id),
            session.scalars(select(Service)).first(),
        )
        name_assurer(session, service, "desk@service.example", by=by, at=browser.held.clock())
        assert other is not None
        feed_id = add_feed(
            session, "https://example.org/v3", every_hours=24, by=by, at=browser.held.clock()
        ).id
        return {
            "feed_id": feed_id,
            "service_id": service.id,
            "contact_id": housing.contact_id,
            "phone_id": housing.phone_id,
            "proposal_id": open_proposals(session)[0].id,
            "change_id": history_of(session, service.id)[-1].change_id,
            "change_set_id": str(brought.headers["location"]).rsplit("/", 1)[1],
            "first_id": service.id,
            "second_id": other.id,
            "need": Need.HOUSING.value,
            "district": District.WORCESTER.value,
            "section": "eligibility",
            "view": "services",
            "kind": "csv",
            "staff_id": session.scalars(select(Staff.id)).one(),
            "token": make_link(session, browser.held.secret, service, by=by, at=browser.held.clock()),
            "taxonomy_id": session.scalars(select(Taxonomy.id)).first() or "",
            "term_id": session.scalars(select(TaxonomyTerm.id)).first() or "",
            "at_location_id": _told_at(session),
        }


def _told_at(session: Session) -> str:
    told = select(ServiceAtLocation.id).join(ServiceAtLocation.location).where(Location.redacted.is_(False))
    found = session.scalars(told).first()
    assert found is not None
    return found


def _exported(browser: StaffBrowser, kind: Format) -> Response:
    answer = browser.send("/admin/exports", kind=kind.value)
    assert "attachment" in answer.headers["content-disposition"]
    return answer


def _templates(app: FastAPI) -> set[str]:
    """Every address that gives something, as the routes themselves name it."""
    described = {path for path, methods in app.openapi()["paths"].items() if "get" in methods}
    staff = {route.path for route in staff_routes(app) if "GET" in route.methods}
    return (described | staff | {"/confirm/{token}", "/openapi.json"}) - ELSEWHERE


def _everything(
    browser: StaffBrowser, app: FastAPI, values: dict[str, str], planted: set[str]
) -> Iterator[tuple[str, Response]]:
    """Every answer there is, with the address that it was given at."""
    for path in (*PUBLIC, *OF_SERVICE, *(each.format(**values) for each in sorted(_templates(app)))):
        yield path, browser.client.get(path, follow_redirects=path == "/")
    for what in LISTS:
        for asked in NEARBY:
            yield f"{what} {asked}", browser.client.get(f"/directory/v3/{what}", params=asked)
    for what in ("service_at_locations", "services"):
        for key in planted:
            yield f"hidden {what} {key}", browser.client.get(f"/directory/v3/{what}/{key}")
    for sought in (SOUGHT, "housing in worcester"):
        yield f"search {sought}", browser.client.post("/services", data={"text": sought})
        yield f"find {sought}", browser.client.get("/admin/services", params={"q": sought})
    yield "chat", browser.client.post("/api/chat/messages", json={"text": "i need somewhere to live"})
    for kind in Format:
        yield f"export {kind}", _exported(browser, kind)


def _said(answer: Response) -> str:
    """The whole of an answer as text, unpacked where it is a workbook."""
    content = answer.content
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            content = b"".join(archive.read(name) for name in archive.namelist())
    return f"{answer.headers}{content.decode('utf-8', 'replace')}".casefold()


def _allowed(path: str) -> tuple[int, ...]:
    """What may come but 200: what is hidden is not there, and of no visits there are no figures."""
    if path.startswith("hidden "):
        return (404,)
    return (400, 401) if path.startswith("/insights/") else ()


@pytest.mark.slow
def test_a_redacted_address_leaves_by_no_door(
    browser: StaffBrowser, app: FastAPI, planted: set[str], housing: Places, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    browser.sign_in_as(Role.MANAGER)
    values = _busy(browser, housing)
    browser.sign_in_as(Role.ADMINISTRATOR)  # somebody else, whom every page is open to
    never = {*NEVER, *planted}

    with browser.client:
        answers = dict(_everything(browser, app, values, planted))

    refused = {path: found.status_code for path, found in answers.items() if found.status_code != 200}
    assert {path: status for path, status in refused.items() if status not in _allowed(path)} == {}
    leaked = {path: [each for each in never if each in _said(found)] for path, found in answers.items()}
    assert {path: found for path, found in leaked.items() if found} == {}
    assert SLUG in _said(answers[f"export {Format.CSV}"])
    logged = " ".join(
        each.getMessage() for each in caplog.records if each.name != "httpx2"
    )  # this test's own
    assert not [each for each in never if each in logged.casefold()]
    home = browser.held.settings.home
    written = [path for path in home.rglob("*") if path.is_file() and ".sqlite" not in path.name]
    assert not [path for path in written if MARKER.encode() in path.read_bytes()]
