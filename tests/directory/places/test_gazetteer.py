"""The gazetteer's data hold together, and a slip of one letter does not lead to another district."""

import json
from collections import Counter
from collections.abc import Iterator
from random import Random

from directory.places import find_place
from directory.places.gazetteer import DATA, OUTSIDE, fold, gazetteer
from directory.places.names import LONGEST_NAME
from vocabulary.areas import District


ROWS = json.loads(DATA.read_text(encoding="utf-8"))["names"]
CODES = {*District, OUTSIDE}


def test_every_name_lies_in_districts_that_exist_and_stands_there_once() -> None:
    assert [row for row in ROWS if not row["in"] or not set(row["in"]) <= CODES] == []
    assert [name for name, times in Counter(fold(row["name"]) for row in ROWS).items() if times > 1] == []


def test_no_name_has_more_words_than_are_looked_at() -> None:
    assert [row["name"] for row in ROWS if len(fold(row["name"]).split()) > LONGEST_NAME] == []


def test_no_name_is_both_ours_and_elsewhere() -> None:
    assert gazetteer().names.keys() & gazetteer().elsewhere.keys() == set()


def test_a_force_is_one_that_the_councils_have() -> None:
    known = gazetteer()

    assert {force for force in known.elsewhere.values() if force} <= set(known.forces.values())


def test_every_border_town_is_elsewhere_and_near_districts_of_ours() -> None:
    known = gazetteer()

    assert known.near.keys() <= known.elsewhere.keys()
    assert {code for codes in known.near.values() for code in codes} <= set(District)


def test_every_name_means_what_its_row_says() -> None:
    for row in ROWS:
        place = find_place(row["name"], asked=True)
        meant = {place.gss} if place.gss else {candidate.gss for candidate in place.candidates}

        assert meant == set(row["in"]) - {OUTSIDE}, row["name"]
        assert (place.status == "inside") == (len(row["in"]) == 1 and OUTSIDE not in row["in"]), row["name"]


def test_every_town_elsewhere_is_outside() -> None:
    for name, force in gazetteer().elsewhere.items():
        place = find_place(name, asked=True)

        assert (place.status, place.force) == ("outside", force), name


def _slips(name: str) -> Iterator[str]:
    """A letter lost, doubled or changed with its neighbour."""
    for place in range(1, len(name)):
        yield name[:place] + name[place + 1 :]
        yield name[:place] + name[place] + name[place:]
        yield name[: place - 1] + name[place] + name[place - 1] + name[place + 1 :]


def test_of_slips_of_one_letter_almost_none_is_taken_for_another_district() -> None:
    random, wrong, right, tried = Random(7), [], 0, 0
    certain = [row for row in ROWS if len(row["in"]) == 1 and OUTSIDE not in row["in"]]
    for row in random.sample(certain, 300):
        name = fold(row["name"])
        for slip in random.sample(list(_slips(name)), 3):
            place, tried = find_place(slip, asked=True), tried + 1
            right += place.gss == row["in"][0]
            if place.status == "outside" or (place.gss and place.gss != row["in"][0]):
                wrong.append((name, slip))

    assert len(wrong) / tried <= 0.01, wrong
    assert right / tried >= 0.9
