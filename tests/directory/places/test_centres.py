"""Where postcodes lie: compared with what is known of some of them from elsewhere."""

from math import cos, hypot, radians

import pytest

from directory.places import Point, centre_of
from directory.places.gazetteer import gazetteer


METRES_A_DEGREE = 111_195


def _metres(one: Point, other: Point) -> float:
    east = (one.longitude - other.longitude) * cos(radians(one.latitude))
    return hypot(one.latitude - other.latitude, east) * METRES_A_DEGREE


@pytest.mark.parametrize(
    ("postcode", "latitude", "longitude"),
    [
        ("HR1 2NG", 52.0541, -2.7161),  # Hereford Cathedral
        ("wr12lh", 52.1886, -2.2211),  # Worcester Cathedral
        ("  TF8 7 JP ", 52.6273, -2.4856),  # the Iron Bridge
    ],
)
def test_a_postcode_lies_where_what_it_is_known_for_stands(
    postcode: str, latitude: float, longitude: float
) -> None:
    found = centre_of(postcode)

    assert found is not None
    assert _metres(found, Point(latitude, longitude)) < 300


def test_a_newer_postcode_lies_in_the_middle_of_its_sector() -> None:
    known, newer = centre_of("HR1 2NG"), centre_of("HR1 2ZZ")

    assert known is not None
    assert newer is not None
    assert 0 < _metres(known, newer) < 2000


def test_elsewhere_a_postcode_lies_in_the_middle_of_its_district() -> None:
    found = centre_of("EC1A 1BB")

    assert found is not None
    assert found == centre_of("EC1A 9ZZ")
    assert _metres(found, Point(51.5190, -0.1000)) < 1000


@pytest.mark.parametrize("postcode", ["BT1 1AA", "ZZ1 1ZZ", "", "AA", "\x00"])
def test_where_nobody_knows_it_nothing_is_guessed(postcode: str) -> None:
    assert centre_of(postcode) is None


def test_every_district_and_sector_of_the_gazetteer_is_on_the_map() -> None:
    for outcode in gazetteer().outcodes:
        assert centre_of(f"{outcode} 0ZZ") is not None, outcode
    middle = Point(52.35, -2.55)  # of West Mercia
    for sector in gazetteer().sectors:
        found = centre_of(f"{sector}ZZ")
        assert found is not None
        assert _metres(found, middle) < 100_000, sector
