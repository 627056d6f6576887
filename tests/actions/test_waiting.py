"""What was told and not yet answered waits, the most urgent first."""

from actions.waiting import URGENCY, by_urgency, is_one_matter, waiting_needs, with_told
from vocabulary.needs import Need


def test_every_need_but_danger_now_has_its_place() -> None:
    assert set(URGENCY) == set(Need) - {Need.DANGER_NOW}
    assert len(URGENCY) == len(set(URGENCY))


def test_the_most_urgent_waits_first_and_what_is_settled_waits_no_more() -> None:
    told = (Need.CUCKOOING, Need.DRUG_DEBT, Need.DOMESTIC_ABUSE)

    assert waiting_needs(told, ()) == (Need.DOMESTIC_ABUSE, Need.CUCKOOING, Need.DRUG_DEBT)
    assert waiting_needs(told, (Need.CUCKOOING,)) == (Need.DOMESTIC_ABUSE, Need.DRUG_DEBT)
    assert waiting_needs(told, told) == ()


def test_danger_now_never_waits() -> None:
    assert by_urgency([Need.DANGER_NOW, Need.HOUSING]) == (Need.HOUSING,)


def test_one_matter_is_settled_once() -> None:
    assert is_one_matter(Need.DEALING_NEAR_HOME, (Need.CUCKOOING,))
    assert waiting_needs((Need.CUCKOOING, Need.DEALING_NEAR_HOME), (Need.CUCKOOING,)) == ()
    assert not is_one_matter(Need.DRUG_DEBT, (Need.CUCKOOING,))


def test_the_same_matter_is_not_told_twice() -> None:
    heard = (Need.CUCKOOING, Need.DEALING_NEAR_HOME, Need.DRUG_DEBT)

    assert with_told((Need.HOUSING,), heard) == (Need.HOUSING, Need.CUCKOOING, Need.DRUG_DEBT)
