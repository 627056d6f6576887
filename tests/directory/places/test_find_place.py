"""Where people say they are, in the shapes they say it."""

import pytest

from directory.places import find_place, is_place_name
from vocabulary.areas import District


HEREFORDSHIRE, SHROPSHIRE, TELFORD = District.HEREFORDSHIRE, District.SHROPSHIRE, District.TELFORD_AND_WREKIN


@pytest.mark.parametrize(
    ("answer", "district"),
    [
        ("Telford", TELFORD),
        ("telford town centre", TELFORD),
        ("I'm in Hereford", HEREFORDSHIRE),
        ("near bridgnorth", SHROPSHIRE),
        ("kidderminstr", District.WYRE_FOREST),
        ("kiddy", District.WYRE_FOREST),
        ("shrewsbry", SHROPSHIRE),
        ("worcster", District.WORCESTER),
        ("Ross on Wye", HEREFORDSHIRE),
        ("ross", HEREFORDSHIRE),
        ("Bishop's Castle", SHROPSHIRE),
        ("bishops castle", SHROPSHIRE),
        ("newport shropshire", TELFORD),
        ("Rubery, Bromsgrove", District.BROMSGROVE),
        ("TF3", TELFORD),
        ("tf1 2", TELFORD),
        ("WR1", District.WORCESTER),
        ("HR1 2LX", HEREFORDSHIRE),
        ("sy11ab", SHROPSHIRE),
        ("wr1O 1aa", District.WYCHAVON),
        ("E07000239", District.WYRE_FOREST),
    ],
)
def test_an_answer_with_one_meaning_is_its_district(answer: str, district: District) -> None:
    place = find_place(answer, asked=True)

    assert (place.status, place.gss) == ("inside", district.value)


@pytest.mark.parametrize(
    ("answer", "offered"),
    [
        ("Wellington", {TELFORD, HEREFORDSHIRE}),
        ("harvington", {District.WYCHAVON, District.WYRE_FOREST}),
        ("Whitchurch", {SHROPSHIRE, HEREFORDSHIRE}),
        ("Newport", {TELFORD}),
        ("rubery", {District.BROMSGROVE}),
        ("B45", {District.BROMSGROVE}),
        ("B45 8", {District.BROMSGROVE}),
        ("WR5", {District.WORCESTER, District.MALVERN_HILLS, District.WYCHAVON}),
        ("HR9", {HEREFORDSHIRE}),
        ("B14 1", {District.BROMSGROVE}),
        ("Redditch or Evesham", {District.REDDITCH, District.WYCHAVON}),
    ],
)
def test_what_could_be_two_places_is_asked_about(answer: str, offered: set[District]) -> None:
    place = find_place(answer, asked=True)

    assert place.status == "ambiguous"
    assert {candidate.gss for candidate in place.candidates} == {district.value for district in offered}


@pytest.mark.parametrize(
    ("answer", "force"),
    [
        ("Birmingham", "West Midlands Police"),
        ("wolverhampton", "West Midlands Police"),
        ("Welshpool", "Dyfed-Powys Police"),
        ("London", None),
        ("SW1A 1AA", None),
        ("M1", None),
    ],
)
def test_a_place_elsewhere_is_outside_and_names_its_force_only_where_known(
    answer: str, force: str | None
) -> None:
    place = find_place(answer, asked=True)

    assert (place.status, place.force) == ("outside", force)


@pytest.mark.parametrize(
    "answer", ["rather not say", "no", "dunno", "the dog is well", "l8r", "", "🙂", "12345"]
)
def test_what_names_no_place_is_none(answer: str) -> None:
    assert find_place(answer, asked=True).status == "none"


@pytest.mark.parametrize(
    "sentence",
    [
        "my friend ross keeps stuff at mine",
        "lads from birmingham are in my house",
        "b4 i go out he checks my bag",
        "he gave me 2 g3 pills",
        "he came up from London with a bag",
        "hadley says i owe him",
        "theyve moved in and they wont leave",
    ],
)
def test_a_sentence_about_something_else_is_not_taken_for_an_address(sentence: str) -> None:
    assert find_place(sentence, asked=False).status == "none"


def test_a_sentence_that_says_where_it_happens_is_understood_unasked() -> None:
    place = find_place("they've taken over my flat in Telford and i owe them", asked=False)

    assert place.gss == TELFORD


def test_a_town_elsewhere_counts_unasked_only_where_the_person_lives_there() -> None:
    assert find_place("i live in birmingham", asked=False).status == "outside"
    assert find_place("i moved from birmingham, i live in ludlow", asked=False).gss == SHROPSHIRE


@pytest.mark.parametrize(
    "text",
    [
        "im 14 and they make me carry stuff on the train to hereford",
        "he gets sent to Worcester every weekend",
        "they drive her to Telford at night",
    ],
)
def test_where_somebody_is_sent_is_not_where_they_live(text: str) -> None:
    assert find_place(text, asked=False).status == "none"


@pytest.mark.parametrize("text", ["we live close to Ludlow", "we moved to Ludlow in May"])
def test_a_home_can_be_close_to_a_place_or_be_moved_to(text: str) -> None:
    assert find_place(text, asked=False).status == "inside"


@pytest.mark.parametrize(
    "words", ["Telford", "church stretton", "Ross-on-Wye", "shrewsbery", "Birmingham", "brum"]
)
def test_a_name_of_a_place_is_known_as_one_even_with_a_slip(words: str) -> None:
    assert is_place_name(words)


@pytest.mark.parametrize(
    "words", ["Zebedee", "marley", "harley", "charlie", "cuckoo", "I live in Telford", ""]
)
def test_a_name_of_a_person_and_a_sentence_are_no_name_of_a_place(words: str) -> None:
    assert not is_place_name(words)


@pytest.mark.parametrize(
    ("answer", "district"),
    [
        ("used to be in Redditch but they moved me to Ledbury in the spring", HEREFORDSHIRE),
        ("lived in Wolverhampton till june, now oakengates", TELFORD),
        ("i did live in Evesham, council put me in Redditch now", District.REDDITCH),
        ("ive lived in telford all my life but its hard now", TELFORD),
        ("i lived in ludlow", SHROPSHIRE),
        ("tf75", TELFORD),
        ("hr11", HEREFORDSHIRE),
    ],
)
def test_where_somebody_lived_before_does_not_count_beside_where_they_live_now(
    answer: str, district: District
) -> None:
    place = find_place(answer, asked=True)

    assert (place.status, place.gss) == ("inside", district.value)


def test_where_somebody_lived_before_is_no_answer_where_the_place_now_is_not_known() -> None:
    place = find_place("I grew up in Hereford but I'm living in Xanadu these days", asked=True)

    assert place.status != "inside"
