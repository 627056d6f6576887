"""What the screen says about a message, and how it explains itself."""

from safety.risk import Finding, explain, screen
from tests.safety.messages import everything
from vocabulary.risks import Risk


def test_a_finding_names_the_risk_and_the_pattern_only() -> None:
    found = explain("he's got a knife")

    assert Finding(Risk.EMERGENCY, "weapon-here", certain=False) in found


def test_a_sign_may_be_spread_over_two_sentences() -> None:
    assert Risk.OVERDOSE in screen("She took them all. Her lips are going blue.")


def test_an_age_may_stand_far_from_the_danger() -> None:
    text = "They have him in that house. It smells of weed. I hear shouting all night. He is 14."

    assert Risk.CHILD in screen(text)


def test_a_harmless_message_has_no_finding() -> None:
    assert explain("what time do you open") == []


def test_the_screen_is_the_findings_without_repeats() -> None:
    for text in everything()[::10]:
        assert set(screen(text)) == {finding.risk for finding in explain(text)}


def test_2000_characters_of_one_letter_are_screened() -> None:
    assert screen("a" * 2_000) == ()
