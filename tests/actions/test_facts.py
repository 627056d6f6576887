"""The facts told for a need: each has words, a source and a date, and is told only where it holds."""

import re
from datetime import date

import pytest
import textstat

from actions.facts import facts_by_need, facts_for
from tests.plain_words import FORBIDDEN, mean_sentence
from vocabulary.areas import District
from vocabulary.needs import Need
from vocabulary.substances import Substance
from vocabulary.words import words


FACTS = [fact for facts in facts_by_need().values() for fact in facts]
SHROPSHIRE = District.SHROPSHIRE.value


@pytest.mark.parametrize("need", Need)
def test_every_need_has_a_fact_that_can_be_told_anywhere(need: Need) -> None:
    assert facts_for(need, None)


def test_fact_ids_are_unique() -> None:
    assert len({fact.id for fact in FACTS}) == len(FACTS)


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.id)
def test_every_fact_has_words_a_source_and_a_date(fact) -> None:
    assert words(fact.words).strip()
    assert fact.source.strip()
    assert re.fullmatch(r"https://[\w.-]+/\S+", fact.url)
    assert isinstance(fact.read, date)
    assert fact.read >= date(2026, 11, 23)


def test_a_local_fact_is_told_only_in_its_district() -> None:
    everywhere = facts_for(Need.DEALING_NEAR_HOME, None)

    in_shropshire = facts_for(Need.DEALING_NEAR_HOME, SHROPSHIRE)

    assert set(in_shropshire) > set(everywhere)
    assert facts_for(Need.DEALING_NEAR_HOME, District.TELFORD_AND_WREKIN.value) == everywhere


def test_a_fact_about_drink_or_benzos_is_left_out_where_only_other_drugs_were_named() -> None:
    everything = facts_for(Need.OWN_DRUG_USE, None)

    assert facts_for(Need.OWN_DRUG_USE, None, taken=[Substance.OTHER]) == ()
    assert facts_for(Need.OWN_DRUG_USE, None, taken=[Substance.ALCOHOL, Substance.OTHER]) == everything[:1]
    assert facts_for(Need.OWN_DRUG_USE, None, taken=[Substance.BENZOS]) == everything[1:]
    assert len(everything) == 2


def test_a_fact_about_no_substance_is_told_whatever_is_taken() -> None:
    assert facts_for(Need.CUCKOOING, None, taken=[Substance.OTHER]) == facts_for(Need.CUCKOOING, None)


def test_no_words_are_told_twice_for_one_need() -> None:
    for need in Need:
        for area in (None, "outside", *(district.value for district in District)):
            told = [words(key) for key in facts_for(need, area)]
            assert len(told) == len(set(told))


def test_help_without_the_police_is_told_first_where_it_is_sourced() -> None:
    for need in (Need.CUCKOOING, Need.DRUG_DEBT, Need.THREATS_VIOLENCE, Need.DOMESTIC_ABUSE):
        assert "without telling the police" in words(facts_for(need, None)[0])


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.id)
def test_facts_are_written_plainly(fact) -> None:
    text = words(fact.words)

    assert mean_sentence(text) <= 15
    assert "!" not in text
    assert not FORBIDDEN.search(text)


def test_facts_can_be_read_at_nine() -> None:
    everything = " ".join(words(key) for key in dict.fromkeys(fact.words for fact in FACTS))

    # A school grade plus five is an age. This index counts letters: those that count syllables
    # need a dictionary that textstat would fetch from the internet.
    assert textstat.automated_readability_index(everything) + 5 <= 9


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.id)
def test_no_fact_advises_on_law_or_money_or_says_when_the_new_act_starts(fact) -> None:
    text = words(fact.words).lower()

    assert not re.search(
        r"you have a defence|won.t be charged|plead|you will get £|you should pay|don.t pay", text
    )
    assert not re.search(r"crime and policing act|in force|2026", text)
