"""Tests of the starter directory: complete, faithful to its sources, and never over an edit."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session, sessionmaker

from directory.history import Editor
from directory.identifiers import identifier
from directory.lifelines import LIFELINES
from directory.model import Attribute, Contact, Phone, Service, UnverifiedContact
from directory.starter import fill
from directory.starter.loading import FOLDER, starter_services
from directory.terms import WITHHELD_UNTIL_CONFIRMED
from tests.directory.factories import READ_ON, TUESDAY_NOON
from tests.directory.two_people import change_number
from vocabulary.needs import Need


FACTS = Path(__file__).parents[3] / "../shared/domain/services.json"


@pytest.fixture(scope="module")
def facts() -> dict[str, dict[str, Any]]:
    if not FACTS.exists():
        pytest.skip("The collected facts are not beside the project.")
    return {entry["id"]: entry for entry in json.loads(FACTS.read_text(encoding="utf-8"))}


def entries() -> dict[str, Any]:
    return {entry["slug"]: entry for entry in starter_services()}


def test_all_90_services_are_there_and_80_are_for_the_public() -> None:
    assert len(entries()) == 90
    assert sum(entry["public"] for entry in entries().values()) == 80


def test_every_entry_tells_where_it_comes_from() -> None:
    for entry in entries().values():
        assert entry["provenance"]["read_on"] == READ_ON.isoformat()
        assert entry["provenance"]["confidence"] in {"high", "medium", "low"}
        if entry["public"] and not entry["provenance"].get("sources"):
            held_back = {contact["verified"] for contact in entry["contacts"]}
            assert held_back <= set(WITHHELD_UNTIL_CONFIRMED)


def test_every_lifeline_is_an_entry_for_the_public() -> None:
    assert all(entries()[slug]["public"] for slug in LIFELINES)


def test_every_need_has_services_to_try_first() -> None:
    first = {item["need"] for entry in entries().values() for item in entry["needs"] if "first_line" in item}
    assert first == set(Need)


def test_every_service_but_the_last_resort_has_another_to_fall_back_on() -> None:
    alone = [slug for slug, entry in entries().items() if entry.get("fallback") not in entries()]
    assert alone == ["police-999"]


def test_no_fallback_leads_back_to_itself() -> None:
    assert all(entry.get("fallback") != slug for slug, entry in entries().items())


def test_the_data_file_has_no_key_twice() -> None:
    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        assert max(Counter(key for key, _ in pairs).values(), default=1) == 1
        return dict(pairs)

    json.loads((FOLDER / "services.json").read_text(encoding="utf-8"), object_pairs_hook=unique)


def test_every_fact_of_the_sources_is_kept(facts: dict[str, dict[str, Any]]) -> None:
    assert entries().keys() == facts.keys()
    for slug, entry in entries().items():
        fact, provenance = facts[slug], entry["provenance"]
        assert entry["public"] == fact["show_to_public"]
        assert set(entry["service_areas"]) == set(fact["coverage"])
        assert set(fact["needs"]) <= {item["need"] for item in entry["needs"]}
        assert provenance.get("sources", []) == fact["source_urls"]
        assert provenance.get("source_date") == fact["source_date"]
        assert provenance["confidence"] == fact["confidence"]
        assert provenance.get("notes", "") == fact["notes"]


def test_every_contact_is_kept_with_how_it_was_verified(facts: dict[str, dict[str, Any]]) -> None:
    for slug, entry in entries().items():
        kept = {(item["channel"], item["value"], item["verified"]) for item in entry.get("contacts", [])}
        found = {(item["type"], item["value"], item["verified"]) for item in facts[slug]["contacts"]}
        assert kept - found <= {
            ("textphone", "18001 0300 123 2050", "one-page")
        }  # of Report Fraud, see below
        assert found - kept <= {("email", "jo@samaritans.org", "one-page")}
        leads = {item["value"] for item in entry.get("unverified_contacts", [])}
        assert {item["value"] for item in facts[slug]["unverified_contacts"]} <= leads


def test_only_languages_are_called_languages() -> None:
    told = {name for entry in entries().values() for name in entry.get("languages", [])}

    assert told
    assert not [name for name in told if not re.search(r"\bBSL\b|\blanguages\b", name)]


def test_every_other_way_to_talk_that_was_published_as_a_language_is_kept(
    facts: dict[str, dict[str, Any]],
) -> None:
    for slug, entry in entries().items():
        published = [each for each in facts[slug]["languages_accessibility"] or () if "unsourced" not in each]
        decided = " ".join(entry["provenance"].get("decisions", []))

        assert [
            each for each in published if each not in entry.get("languages", []) and each not in decided
        ] == []


@pytest.mark.parametrize(
    ("slug", "way"),
    [
        ("emergency-sms-relay", "Relay UK app"),
        ("police-101-west-mercia", "18001 101"),
        ("nhs-111-mental-health", "NHS 111 online"),
        ("national-domestic-abuse-helpline", "Live chat"),
        ("report-fraud", "18001 0300 123 2050"),
    ],
)
def test_a_way_to_talk_is_a_contact(slug: str, way: str) -> None:
    assert way in " ".join(f"{each['label']} {each['value']}" for each in entries()[slug]["contacts"])


def test_hours_are_as_published(facts: dict[str, dict[str, Any]]) -> None:
    for slug, entry in entries().items():
        published = facts[slug]["opening_hours"]
        times = [(item["opens_at"], item["closes_at"]) for item in entry.get("schedules", [])]
        if published is None:
            assert times == []
        elif published["always"]:
            assert times == [("00:00", "00:00")]
        else:
            assert times == [(item["open"], item["close"]) for item in published["periods"]]


def test_the_sentences_are_our_own(facts: dict[str, dict[str, Any]]) -> None:
    assert not [
        slug for slug, entry in entries().items() if entry["description"] == facts[slug]["description"]
    ]


@pytest.mark.parametrize("text", ["unsourced", "[M]", "0800 952 3000", "victimadviceline"])
def test_nothing_unsupported_is_in_the_words_for_the_public(text: str) -> None:
    public = (
        "name",
        "description",
        "what_happens",
        "told_to_police",
        "for_whom",
        "not_for",
        "contacts",
        "languages",
    )
    for entry in entries().values():
        shown = {key: entry.get(key) for key in public}
        for contact in shown["contacts"] or []:
            assert text not in f"{contact['label']} {contact['value']}"
        shown.pop("contacts")
        assert text not in json.dumps(shown, ensure_ascii=False)


def test_the_words_for_the_public_have_no_exclamation_mark() -> None:
    assert not [slug for slug, entry in entries().items() if "!" in entry["description"]]


def test_filling_twice_adds_nothing(sessions: sessionmaker[Session]) -> None:
    with sessions.begin() as session:
        assert fill(session) == 90
    with sessions.begin() as session:
        assert fill(session) == 0
        assert session.scalar(select(func.count()).select_from(Service)) == 90


def test_filling_again_never_overwrites_an_edit_and_brings_back_what_is_missing(
    sessions: sessionmaker[Session],
) -> None:
    phone = identifier("phone", "samaritans/phone-1")
    with sessions.begin() as session:
        fill(session)
        change_number(session, phone, "0113 240 3040", by=Editor("1", "Ana"), at=TUESDAY_NOON)
        session.delete(session.get_one(Service, identifier("service", "brake")))
    with sessions.begin() as session:
        assert fill(session) == 1
        assert session.get_one(Phone, phone).number == "0113 240 3040"


def test_leads_without_support_are_kept_apart_from_contacts(sessions: sessionmaker[Session]) -> None:
    with sessions.begin() as session:
        fill(session)
        leads = set(session.scalars(select(UnverifiedContact.value)))
        assert "0300 303 1984" in leads
        assert not leads & set(session.scalars(select(Phone.number))) - {"01905 768020"}
        assert session.scalar(select(func.count()).select_from(Contact)) == 130 + 1
        assert session.scalar(select(func.count()).select_from(Attribute).where(Attribute.first_line == 1))


def test_only_places_where_people_may_walk_in_are_not_redacted(sessions: sessionmaker[Session]) -> None:
    with sessions.begin() as session:
        fill(session)
        open_places = {
            service.slug
            for service in session.scalars(select(Service))
            for each in service.service_at_locations
            if not each.location.redacted
        }
    assert open_places == {"herefordshire-housing-solutions", "worcester-city-housing"}
