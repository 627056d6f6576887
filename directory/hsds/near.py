"""Which services and places are for, or near, a postcode: in SQL, with nothing but plain arithmetic.

HSDS-UK 3.0 has `postcode` ask for coverage and `proximity` for the distance from the postcode's centroid. A
place that may not be told is never looked at, so that no distance, however it is narrowed, says where it is.
"""

from math import cos, radians
from typing import Any

from sqlalchemy import ColumnElement, false, or_, select
from sqlalchemy.orm import Session

from directory import model
from directory.hsds.writing import UNKNOWN_AREA
from directory.places import Point, centre_of, find_place
from vocabulary.areas import Breadth


METRES_A_DEGREE = 111_195.0  # of latitude, on a sphere of the Earth's mean radius
TOLD = model.Location.redacted.is_(False)
ON_THE_MAP = model.Location.latitude.is_not(None) & model.Location.longitude.is_not(None)


def covering(postcode: str) -> ColumnElement[bool]:
    """Services whose coverage holds a postcode; those that tell no coverage are not left out."""
    place = find_place(postcode, asked=False)
    codes = [place.gss] if place.gss else [each.gss for each in place.candidates]
    wide = [Breadth.NATIONAL, Breadth.FORCE] if codes else [Breadth.NATIONAL]
    held = select(model.ServiceArea.service_id).where(model.ServiceArea.code.in_([*codes, *wide]))
    told = select(model.ServiceArea.service_id).where(
        model.ServiceArea.service_id.is_not(None), model.ServiceArea.code != UNKNOWN_AREA
    )
    return or_(model.Service.id.in_(held), model.Service.id.not_in(told))


def near(session: Session, postcode: str, metres: int) -> ColumnElement[bool]:
    """Told locations at most so far from the middle of a postcode; none where nobody knows where that is.

    One without coordinates lies where the postcode of its address does.
    """
    middle = centre_of(postcode)
    if middle is None:
        return false()
    by_address = select(model.Location.id, model.Address.postal_code).join(model.Location.addresses)
    there = [
        key
        for key, address in session.execute(by_address.where(TOLD, ~ON_THE_MAP))
        if (place := centre_of(address or ""))
        and _squared(place.latitude, place.longitude, middle) <= metres**2
    ]
    within = _squared(model.Location.latitude, model.Location.longitude, middle) <= float(metres) ** 2
    return TOLD & or_(within, model.Location.id.in_(there))


def _squared(latitude: Any, longitude: Any, of: Point) -> Any:
    """The square of the metres to a place, of numbers or of columns; to half a percent within 100 km."""
    north = (latitude - of.latitude) * METRES_A_DEGREE
    east = (longitude - of.longitude) * (METRES_A_DEGREE * cos(radians(of.latitude)))
    return north * north + east * east
