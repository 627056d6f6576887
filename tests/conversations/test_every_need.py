"""All 24 needs lead from a button to services, without a dead end on the way."""

import pytest

from tests.running import RunningSystem
from tests.talking import Conversation
from vocabulary.needs import Need
from vocabulary.words import words


pytestmark = pytest.mark.model
MENU = {
    "used": ("criminal-exploitation-adult", "cuckooing", "drug-debt", "hate-mate-crime"),
    "harm": (
        "threats-violence",
        "robbery-burglary",
        "domestic-abuse",
        "sexual-violence",
        "spiking",
        "dealing-near-home",
    ),
    "young": ("worried-about-young-person", "missing", "criminal-exploitation-child"),
    "drugs": ("own-drug-use", "family-drug-use", "overdose"),
    "feelings": ("feelings-suicide", "bereavement"),
    "home": ("housing", "money-help"),
    "police": ("report-crime", "rights-court-compensation", "arrested-legal"),
}
GROUP_OF = {slug: group for group, slugs in MENU.items() for slug in slugs}
LONGEST = 6  # questions at the most between a need and its services


def _open(person: Conversation, need: Need) -> None:
    if need is not Need.DANGER_NOW:
        person.choose(words(f"group.{GROUP_OF[need.value]}"))
    person.choose(words(need.words))


@pytest.mark.parametrize("need", Need)
def test_a_need_chosen_by_buttons_leads_to_services(system: RunningSystem, need: Need) -> None:
    person = Conversation(system)
    _open(person, need)
    if need in {Need.DANGER_NOW, Need.OVERDOSE}:  # the card for it stands alone until the person goes on
        person.choose("I can go on now")

    _skip_all(person)

    assert person.services, person.text
    assert any(service["phones"] or service["url"] or service["text"] for service in person.services)
    assert person.choices


def test_every_need_is_in_the_menu() -> None:
    assert {*GROUP_OF, Need.DANGER_NOW.value} == {need.value for need in Need}


def test_a_national_debt_line_is_never_offered_for_a_drug_debt(system: RunningSystem) -> None:
    person = Conversation(system)
    person.type("i owe my dealer two grand and they took over my flat")
    _skip_all(person)
    seen = list(person.names)

    for _ in range(10):
        if words("choice.more_services") not in [choice["label"] for choice in person.choices]:
            break
        person.choose(words("choice.more_services"))
        seen += person.names

    assert seen
    assert not {"National Debtline", "StepChange"} & set(seen)


def _skip_all(person: Conversation) -> None:
    for _ in range(LONGEST):
        if "services" in person.kinds:
            return
        labels = [choice["label"] for choice in person.choices]
        skips = [label for label in labels if label in {words("choice.skip"), words("choice.skip_area")}]
        assert skips, f"a dead end: {person.text}"
        person.choose(skips[0])
