"""What a file does to the directory: exactly what its report says, all of it or nothing."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session, sessionmaker

from directory import editing, starter
from directory.editing import Editor
from directory.feeds import importing
from directory.feeds.exporting import export_services
from directory.feeds.report import Fault, Outcome
from directory.lifelines import is_lifeline
from directory.model import Base, Contact, Metadata, Organization, Service, ServiceArea
from directory.starter import loading
from directory.terms import Verification
from tests.directory.feeds.conftest import AT, VIEW, Desk, row_of
from tests.directory.two_people import change_number


NOWHERE = {"id": str(uuid4()), "name": "Nowhere", "signpost": {"code": "E99"}}
LIFELINE = "telford-family-connect-children"
CHILDLINE, LOCAL, HOUSING = "childline", "worcester-city-housing", "herefordshire-housing-solutions"


def _service(session: Session, slug: str) -> Service:
    return session.scalars(select(Service).where(Service.slug == slug)).one()


def _everything(desk: Desk) -> list[tuple[Any, ...]]:
    """Each row of each table."""
    with desk.sessions() as session:
        tables = (each for each in Base.metadata.sorted_tables if not each.name.startswith("change_set"))
        return [tuple(row) for table in tables for row in session.execute(select(table))]


def _new_row(feed: dict[str, Any], **values: Any) -> dict[str, Any]:
    row = dict(row_of(feed, CHILDLINE)) | {"id": str(uuid4())}
    row["signpost"] = row["signpost"] | {"slug": "a-new-service"}
    for name in (
        "contacts",
        "attributes",
        "url",
        "email",
        "languages",
        "funding",
        "cost_options",
        "schedules",
    ):
        row.pop(name, None)
    areas = [{"id": str(uuid4()), "name": "England", "signpost": {"code": "national"}}]
    return row | {"service_areas": areas} | values


def test_an_export_taken_in_again_changes_nothing(desk: Desk) -> None:
    before = _everything(desk)

    report = desk.take(desk.export())

    assert report.accepted
    assert report.count(Outcome.UNCHANGED) == len(report.rows) == 80
    assert _everything(desk) == before


def test_an_empty_directory_filled_from_an_export_exports_the_same(
    desk: Desk, sessions: sessionmaker[Session]
) -> None:
    feed, elsewhere = desk.export(), Desk(sessions)
    feed["contents"] = [row for row in feed["contents"] if not is_lifeline(row["signpost"]["slug"])]
    with sessions.begin() as session:
        loading._fill_taxonomies(session)

    report = elsewhere.take(feed)

    assert report.count(Outcome.NEW) == len(feed["contents"]) == 59
    assert [_without_dates(row) for row in elsewhere.export()["contents"]] == [
        _without_dates(row) for row in feed["contents"]
    ]
    assert elsewhere.take(elsewhere.export()).count(Outcome.UNCHANGED) == 59


def _without_dates(row: dict[str, Any]) -> dict[str, Any]:
    del row["last_modified"], row["signpost"]["checked"]
    for contact in row.get("contacts", []):
        del contact["signpost"]["checked"]
    return row


def test_nothing_that_a_file_brings_is_confirmed(desk: Desk, sqlite_url: str) -> None:
    feed = desk.export()
    row = _new_row(feed, assured_date="2026-11-24", contacts=[_contact(confirmed=True)])
    row["signpost"]["confirmed"] = True
    feed["contents"].append(row)

    desk.take(feed)

    with desk.sessions() as session:
        service = _service(session, "a-new-service")
        assert service.assured_date is None
        assert service.contacts[0].confirmed_on is None
        assert service.contacts[0].verified is Verification.PERSON


def _contact(number: str = "01432 261546", **more: Any) -> dict[str, Any]:
    ours = {"channel": "phone", "hours": "unknown"} | more
    return {
        "id": str(uuid4()),
        "name": "Line",
        "phones": [{"id": str(uuid4()), "number": number}],
        "signpost": ours,
    }


@pytest.mark.parametrize(
    "change",
    [
        lambda row: row["contacts"][0]["phones"][0].update(number="01432 261546"),
        lambda row: [row.pop("contacts"), row.pop("url", None), row.pop("email", None)],
        lambda row: row["contacts"].append(_contact()),
        lambda row: row["contacts"][0]["signpost"].update(hours="unknown"),
        lambda row: row.update(status="inactive"),
        lambda row: row.update(minimum_age=16),
        lambda row: row.update(schedules=[_hours()]),
        lambda row: row["service_areas"].pop(),
        lambda row: row["attributes"].pop(),
    ],
)
def test_how_a_lifeline_is_reached_and_whom_it_is_for_no_file_changes(
    desk: Desk, change: Callable[[dict[str, Any]], object]
) -> None:
    before = _everything(desk)

    row = desk.take_changed(LIFELINE, change)

    assert {each.fault for each in row.refusals} == {Fault.LIFELINE}
    assert _everything(desk) == before


def test_the_words_about_a_lifeline_a_file_may_change(desk: Desk) -> None:
    assert desk.take_changed(LIFELINE, lambda row: row.update(name="Another")).outcome is Outcome.CHANGED


def test_a_file_cannot_bring_a_lifeline(desk: Desk) -> None:
    feed = desk.export()
    with desk.sessions.begin() as session:
        session.delete(_service(session, LIFELINE))

    row = desk.take({"contents": [row_of(feed, LIFELINE)]}).rows[0]

    assert [each.fault for each in row.refusals] == [Fault.LIFELINE_NEW]


def test_a_dry_run_says_what_would_happen_and_writes_nothing(desk: Desk) -> None:
    before, feed = _everything(desk), desk.export()
    row_of(feed, LOCAL)["name"] = "Another name"
    feed["contents"].append(_new_row(feed))

    report = desk.take(feed, dry_run=True)

    assert (report.count(Outcome.CHANGED), report.count(Outcome.NEW)) == (1, 1)
    assert _everything(desk) == before


def test_one_refused_row_keeps_the_whole_file_out(desk: Desk) -> None:
    before, feed = _everything(desk), desk.export()
    row_of(feed, LOCAL)["name"] = "Another name"
    row_of(feed, CHILDLINE)["status"] = "unheard of"

    report = desk.take(feed)

    assert not report.accepted
    assert (report.count(Outcome.CHANGED), report.count(Outcome.REFUSED)) == (1, 1)
    assert _everything(desk) == before


def test_a_failure_half_way_leaves_nothing_behind(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    before, feed = _everything(desk), desk.export()
    for slug in (LOCAL, CHILDLINE):
        row_of(feed, slug)["name"] = "Another name"
    feed["contents"].append(_new_row(feed))
    add_history, calls = importing.add_history, []

    def break_the_second(*given: Any) -> None:
        calls.append(given)
        if len(calls) > 1:
            raise RuntimeError("the power went")
        add_history(*given)

    monkeypatch.setattr(importing, "add_history", break_the_second)
    with pytest.raises(RuntimeError):
        desk.take(feed)

    assert len(calls) == 2
    assert _everything(desk) == before


def test_a_changed_field_is_written_with_its_history(desk: Desk) -> None:
    row = desk.take_changed(LOCAL, lambda row: row.update(name="Another name"))

    assert (row.outcome, row.changes) == (Outcome.CHANGED, ("name",))
    with desk.sessions() as session:
        change = session.scalars(select(Metadata)).one()
        assert _service(session, LOCAL).name == "Another name"
        assert (change.field_name, change.replacement_value, change.updated_by_name) == (
            "name",
            "Another name",
            "A Manager",
        )
        assert (change.reason or "").startswith("import ")


def test_a_changed_number_is_no_longer_confirmed(desk: Desk) -> None:
    with desk.sessions.begin() as session:
        contact = _service(session, LOCAL).contacts[0]
        editing.confirm_contact(session, contact.id, by=Editor("7", "A Manager"), at=AT)

    row = desk.take_changed(LOCAL, lambda row: row["contacts"][0]["phones"][0].update(number="01432 261546"))

    assert row.outcome is Outcome.CHANGED
    with desk.sessions() as session:
        contact = _service(session, LOCAL).contacts[0]
        assert contact.phones[0].number == "01432 261546"
        assert (contact.confirmed_on, contact.confirmed_by) == (None, None)
        assert contact.read_on == AT.date()


def test_a_contact_that_the_file_lacks_is_withdrawn_and_one_that_was_never_shown_stays(desk: Desk) -> None:
    with desk.sessions.begin() as session:
        service = _service(session, LOCAL)
        hidden = Contact(
            channel=service.contacts[0].channel, verified=Verification.CODE_ONLY, last_modified=AT, position=9
        )
        service.contacts.append(hidden)
        session.flush()
        hidden_id, shown_ids = hidden.id, {each.id for each in service.contacts} - {hidden.id}

    desk.take_changed(LOCAL, lambda row: [row.pop("contacts"), row.pop("url", None), row.pop("email", None)])

    with desk.sessions() as session:
        contacts = {each.id: each for each in _service(session, LOCAL).contacts}
        assert contacts[hidden_id].withdrawn_at is None
        assert all(contacts[key].withdrawn_at == AT for key in shown_ids)
        done = session.scalars(select(Metadata.last_action_type)).all()
        assert set(done) == {"withdraw"}


def test_coverage_that_nobody_knows_stays_beside_coverage_that_changes(desk: Desk) -> None:
    with desk.sessions.begin() as session:
        team = _service(session, LOCAL)
        team.service_areas.append(ServiceArea(code="check-area", name="Not yet known"))

    desk.take_changed(
        LOCAL, lambda row: row["service_areas"][0].update(name="Telford", signpost={"code": "E06000020"})
    )

    with desk.sessions() as session:
        codes = {each.code for each in _service(session, LOCAL).service_areas}
        assert codes == {"check-area", "E06000020"}


@pytest.mark.parametrize("name", ["schedules", "attributes", "service_areas", "cost_options"])
def test_each_list_of_a_service_can_be_shortened_and_stays_so(desk: Desk, name: str) -> None:
    row = desk.take_changed(HOUSING, lambda row: row[name].pop())

    assert row.changes == (name,)
    feed = desk.export()
    assert desk.take(feed).count(Outcome.UNCHANGED) == 80


def test_a_file_made_before_somebody_edited_cannot_undo_the_edit(desk: Desk) -> None:
    feed = desk.export()
    with desk.sessions.begin() as session:
        phone = _service(session, LOCAL).contacts[0].phones[0]
        change_number(session, phone.id, "01432 261546", by=Editor("7", "M"), at=AT)

    report = desk.take(feed, at=AT + timedelta(hours=1))

    refusals = [each for row in report.rows for each in row.refusals]
    assert [(each.where, each.fault) for each in refusals] == [("last_modified", Fault.STALE)]


def test_a_file_made_before_a_withdrawal_cannot_bring_the_contact_back(desk: Desk) -> None:
    feed = desk.export()
    with desk.sessions.begin() as session:
        contact_id = _service(session, LOCAL).contacts[0].id
        editing.withdraw_contact(session, contact_id, by=Editor("7", "M"), at=AT)

    row_of(feed, LOCAL)["contacts"][0]["name"] = "Back again"
    report = desk.take(feed, at=AT + timedelta(hours=1))

    assert Fault.STALE in [each.fault for row in report.rows for each in row.refusals]


def test_two_new_services_share_a_new_organization(desk: Desk) -> None:
    feed = desk.export()
    organization = {"id": str(uuid4()), "name": "A new charity", "description": "It helps."}
    rows = [_new_row(feed, organization=organization), _new_row(feed, organization=organization)]
    rows[1]["signpost"] = rows[1]["signpost"] | {"slug": "a-second-one"}
    rows[1]["service_areas"] = []
    feed["contents"] += rows

    report = desk.take(feed)

    assert report.count(Outcome.NEW) == 2
    with desk.sessions() as session:
        wanted = select(func.count(Organization.id)).where(Organization.name == "A new charity")
        assert session.scalar(wanted) == 1


@pytest.mark.parametrize(
    ("values", "where", "fault"),
    [
        ({"name": None}, "name", Fault.SHAPE),
        ({"name": "   "}, "name", Fault.SHAPE),
        ({"name": "nul\0"}, "name", Fault.SHAPE),
        ({"description": "\ud800"}, "description", Fault.SHAPE),
        ({"naem": "x"}, "naem", Fault.UNKNOWN_FIELD),
        ({"id": "7"}, "id", Fault.SHAPE),
        ({"last_modified": "2026-11-23T00:00:00"}, "last_modified", Fault.SHAPE),
        ({"minimum_age": 18, "maximum_age": 17}, "minimum_age", Fault.AGES),
        ({"minimum_age": -1}, "minimum_age", Fault.SHAPE),
        ({"url": "https://elsewhere.example"}, "url", Fault.DERIVED),
        ({"service_areas": [NOWHERE]}, "service_areas.0", Fault.AREA),
        ({"contacts": [_contact("07400 123456")]}, None, None),
        ({"contacts": [_contact("+1 212 555 0100")]}, "contacts.0.phones", Fault.FOREIGN_NUMBER),
        ({"contacts": [_contact("0909 879 0000")]}, "contacts.0.phones", Fault.COSTLY_NUMBER),
        ({"contacts": [_contact("ring us")]}, "contacts.0.phones", Fault.NOT_A_NUMBER),
        ({"contacts": [_contact(channel="email")]}, "contacts.0", Fault.NOT_REACHABLE),
        ({"contacts": [_contact(url="https://both.example")]}, "contacts.0", Fault.NOT_REACHABLE),
        ({"contacts": [_contact(channel="pigeon")]}, "contacts.0.signpost.channel", Fault.SHAPE),
    ],
)
def test_what_is_wrong_with_a_row_is_said_with_its_place(
    desk: Desk, values: dict[str, Any], where: str | None, fault: Fault | None
) -> None:
    feed = {"contents": [_new_row(desk.export(), **values)]}

    refusals = desk.take(feed).rows[0].refusals

    expected = [] if where is None else [(where, fault)]
    assert [(each.where, each.fault) for each in refusals] == expected


def _hours(**values: Any) -> dict[str, Any]:
    ours = {"bank_holidays": "closed"}
    shape = {"id": str(uuid4()), "byday": "MO", "opens_at": "09:00", "closes_at": "17:00", "signpost": ours}
    return shape | values


@pytest.mark.parametrize(
    ("values", "accepted"),
    [
        ({}, True),
        ({"opens_at": "00:00", "closes_at": "00:00"}, True),
        ({"opens_at": "22:00", "closes_at": "06:00"}, True),
        ({"opens_at": "09:00", "closes_at": "09:00"}, False),
        ({"byday": "MONDAY"}, False),
        ({"byday": ""}, False),
        ({"byday": "2MO"}, False),
        ({"byday": "2MO", "freq": "MONTHLY"}, True),
        ({"freq": "DAILY"}, False),
        ({"opens_at": "25:00"}, False),
        ({"opens_at": "09:00Z", "closes_at": "17:00Z"}, False),
        ({"valid_from": "2026-12-01", "valid_to": "2026-11-01"}, False),
        ({"valid_from": "2026-02-30"}, False),
    ],
)
def test_hours_that_nobody_could_keep_are_refused(desk: Desk, values: dict[str, Any], accepted: bool) -> None:
    feed = {"contents": [_new_row(desk.export(), schedules=[_hours(**values)])]}

    assert desk.take(feed).accepted is accepted


def test_ids_and_slugs_of_something_else_are_refused(desk: Desk) -> None:
    feed = desk.export()
    theirs = row_of(feed, CHILDLINE)
    stolen = [
        _new_row(feed, signpost=theirs["signpost"]),
        _new_row(feed, id=theirs["id"]),
        _new_row(feed, contacts=[_contact() | {"id": theirs["contacts"][0]["id"]}]),
        _new_row(feed, service_areas=theirs["service_areas"]),
        _new_row(feed, attributes=[{**theirs["attributes"][0], "id": str(uuid4())}]),
    ]
    stolen[-1]["attributes"][0]["taxonomy_term"] = {
        **theirs["attributes"][0]["taxonomy_term"],
        "id": str(uuid4()),
    }

    faults = [desk.take({"contents": [row]}).rows[0].refusals[0].fault for row in stolen]

    assert faults == [
        Fault.SLUG_TAKEN,
        Fault.SLUG_DIFFERS,
        Fault.ID_TAKEN,
        Fault.ID_TAKEN,
        Fault.TERM,
    ]


def test_a_service_that_stands_in_the_file_twice_is_refused_the_second_time(desk: Desk) -> None:
    feed = desk.export()
    feed["contents"].append(row_of(feed, CHILDLINE))

    report = desk.take(feed)

    assert [row.number for row in report.rows if row.refusals] == [81]


def test_a_public_file_cannot_change_what_is_not_public(desk: Desk) -> None:
    feed = desk.export()
    with desk.sessions.begin() as session:
        _service(session, CHILDLINE).public = False

    faults = [each.fault for row in desk.take(feed).rows for each in row.refusals]

    assert faults == [Fault.NOT_PUBLIC]


def test_locations_and_organizations_are_not_changed_by_a_file(desk: Desk) -> None:
    place = desk.take_changed(HOUSING, lambda row: row.pop("service_at_locations"))
    who = desk.take_changed(CHILDLINE, lambda row: row["organization"].update(name="Somebody else"))

    assert [each.fault for each in place.refusals] == [Fault.LOCATION_DIFFERS]
    assert [each.fault for each in who.refusals] == [Fault.ORGANIZATION_DIFFERS]


def test_an_export_holds_every_public_service_as_one_page(desk: Desk) -> None:
    with desk.sessions() as session:
        feed = export_services(session, VIEW)

    assert (feed["total_items"], feed["size"], feed["total_pages"], feed["last_page"]) == (80, 80, 1, True)


def test_an_import_on_either_database_writes_the_same(sessions: sessionmaker[Session]) -> None:
    desk = Desk(sessions)
    with sessions.begin() as session:
        starter.fill(session)

    row = desk.take_changed(
        LOCAL,
        lambda row: [
            row["contacts"].append(_contact()),
            row["attributes"].pop(),
            row.update(schedules=[_hours()]),
        ],
    )

    assert row.outcome is Outcome.CHANGED
    assert "contact Line: number" in row.changes
    assert desk.take(desk.export()).count(Outcome.UNCHANGED) == 80
