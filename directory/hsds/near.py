"""Where a postcode lies, and which places are near it: in SQL, with nothing but plain arithmetic."""

from dataclasses import dataclass
from math import cos, radians

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session

from directory import model
from directory.hsds.published import View, offered
from directory.hsds.writing import UNKNOWN_AREA
from directory.places import find_place
from vocabulary.areas import Breadth


METRES_A_DEGREE = 111_195.0  # of latitude, on a sphere of the Earth's mean radius
UNIT_LETTERS = 2


class PostcodeNotPlaced(Exception):
    """No place in the directory tells where a postcode lies."""


@dataclass(frozen=True)
class Point:
    """A place on the map, in degrees (WGS 84)."""

    latitude: float
    longitude: float


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


def locate(session: Session, postcode: str, view: View) -> Point:
    """The middle of the places we tell of in a postcode, else in its sector, else in its district.

    Raises PostcodeNotPlaced.
    """
    whole = postcode.replace(" ", "").upper()
    sector = whole[:-UNIT_LETTERS] + "_" * UNIT_LETTERS  # "_" stands for any one character
    outcode = whole[: -UNIT_LETTERS - 1] + "_" * (UNIT_LETTERS + 1)
    for pattern in (whole, sector, outcode):
        found = session.execute(
            _middle(view).where(func.replace(func.upper(model.Address.postal_code), " ", "").like(pattern))
        ).one()
        if found.latitude is not None:
            return Point(found.latitude, found.longitude)
    raise PostcodeNotPlaced


def within(metres: int, of: Point) -> ColumnElement[bool]:
    """Locations at most so far away; exact to half a percent within 100 km, as the map is taken as flat."""
    north = (model.Location.latitude - of.latitude) * METRES_A_DEGREE
    east = (model.Location.longitude - of.longitude) * (METRES_A_DEGREE * cos(radians(of.latitude)))
    return north * north + east * east <= float(metres) ** 2


def _middle(view: View) -> Select[tuple[float | None, float | None]]:
    return (
        select(
            func.avg(model.Location.latitude).label("latitude"),
            func.avg(model.Location.longitude).label("longitude"),
        )
        .join(model.Address, model.Address.location_id == model.Location.id)
        .join(model.ServiceAtLocation, model.ServiceAtLocation.location_id == model.Location.id)
        .join(model.Service, model.Service.id == model.ServiceAtLocation.service_id)
        .where(
            model.Location.redacted.is_(False),
            model.Location.latitude.is_not(None),
            model.Location.longitude.is_not(None),
            *offered(view),
        )
    )
