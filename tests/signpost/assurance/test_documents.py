"""The committed documents are as the data make them, and have the headings that their readers look for."""

import shutil
from pathlib import Path

import pytest

from signpost.assurance import documents, values
from signpost.assurance.reading import ROOT
from signpost.operating_body import LawfulBasis, OperatingBody
from tests.plain_words import FORBIDDEN, mean_sentence
from web.chat.conversation import IDLE


BODY = OperatingBody("Office of West", "help@west.example", "dpo@west.example", LawfulBasis.PUBLIC_TASK)
HEADINGS = {
    # The Information Commissioner's sample DPIA template
    "dpia": [
        "Submitting controller details",
        "Step 1: Identify the need for a DPIA",
        "Step 2: Describe the processing",
        "Describe the nature of the processing",
        "Describe the scope of the processing",
        "Describe the context of the processing",
        "Describe the purposes of the processing",
        "Step 3: Consultation process",
        "Step 4: Assess necessity and proportionality",
        "Step 5: Identify and assess risks",
        "Step 6: Identify measures to reduce risk",
        "Step 7: Sign off and record outcomes",
    ],
    # The two tiers of the Algorithmic Transparency Recording Standard
    "transparency": [
        "Tier 1: summary information",
        "Tier 2: owner and responsibility",
        "Tier 2: description and rationale",
        "Tier 2: decision-making process",
        "Tier 2: tool specification",
        "Tier 2: risks, mitigations and impact assessments",
    ],
    # GOV.UK's sample accessibility statement, made from the model that the law gives
    "accessibility": [
        "How accessible this website is",
        "Feedback and contact information",
        "Enforcement procedure",
        "Technical information about this website’s accessibility",
        "Compliance status",
        "Non-accessible content",
        "Non-compliance with the accessibility regulations",
        "Disproportionate burden",
        "Content that’s not within the scope of the accessibility regulations",
        "What we’re doing to improve accessibility",
        "Preparation of this accessibility statement",
    ],
}


def test_every_committed_document_is_as_the_data_make_it() -> None:
    assert documents.stale() == []


@pytest.mark.parametrize("name", [*documents.made()])
def test_a_document_that_was_changed_by_hand_or_is_gone_is_named(tmp_path: Path, name: str) -> None:
    shutil.copytree(ROOT / "content" / "assurance", tmp_path / "content" / "assurance")
    documents.write(tmp_path)
    assert documents.stale(tmp_path) == []

    (tmp_path / name).write_text((tmp_path / name).read_text() + "by hand")
    assert documents.stale(tmp_path) == [name]
    (tmp_path / name).unlink()
    assert documents.stale(tmp_path) == [name]


def test_a_changed_hazard_makes_its_documents_stale(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content" / "assurance", tmp_path / "content" / "assurance")
    documents.write(tmp_path)
    hazard = tmp_path / "content" / "assurance" / "hazards" / "re-identification.yml"
    hazard.write_text(hazard.read_text().replace("A figure points at a person", "A figure tells"))

    assert documents.stale(tmp_path) == [
        "docs/assurance/dpia.md",
        "docs/assurance/transparency.md",
        "docs/hazards.md",
    ]


@pytest.mark.parametrize("name", HEADINGS)
def test_a_document_has_the_headings_of_its_model_in_their_order(name: str) -> None:
    text = documents.made()[f"docs/assurance/{name}.md"]
    found = [line.lstrip("#").strip() for line in text.splitlines() if line.startswith("##")]

    assert [heading for heading in found if heading in HEADINGS[name]] == HEADINGS[name]


@pytest.mark.parametrize("name", ["privacy", "accessibility"])
def test_a_notice_says_who_runs_the_installation_or_that_nobody_is_set(name: str) -> None:
    def said(body: OperatingBody) -> str:
        return documents.public_document(name, body=body, usage_days=30, address="").model_dump_json()

    assert values.NOT_SET not in said(BODY)
    assert all(each in said(BODY) for each in ("Office of West", "help@west.example"))
    assert values.NOT_SET in said(OperatingBody())


def test_the_privacy_notice_tells_the_installations_own_days_and_basis() -> None:
    notice = documents.public_document("privacy", body=BODY, usage_days=41, address="").model_dump_json()

    assert "41 days" in notice
    assert "Article 6(1)(e)" in notice
    assert "dpo@west.example" in notice


def test_the_minutes_of_a_conversation_are_those_of_the_code() -> None:
    assert IDLE.total_seconds() == 60 * values.CONVERSATION_MINUTES


@pytest.mark.parametrize("name", ["privacy", "accessibility"])
def test_a_notice_for_the_public_is_plain(name: str) -> None:
    notice = documents.public_document(name, body=BODY, usage_days=90, address="")
    texts = [part for section in notice.sections for part in section.parts if isinstance(part, str)]

    assert "!" not in notice.model_dump_json()
    assert not FORBIDDEN.search(notice.model_dump_json())
    assert mean_sentence(" ".join(texts)) < 20
