"""Where a person is: a postcode, its first half, a town or a village -> a district of West Mercia."""

from directory.places import names, postcodes
from directory.places.answer import Candidate, Place, place_of
from directory.places.centres import Point, centre_of
from directory.places.names import is_place_name
from directory.places.postcodes import code_postcodes, without_postcodes
from directory.places.table import use_table


__all__ = [
    "Candidate",
    "Place",
    "Point",
    "centre_of",
    "code_postcodes",
    "find_place",
    "is_place_name",
    "use_table",
    "without_postcodes",
]


def find_place(text: str, *, asked: bool) -> Place:
    """The place a text speaks of.

    `asked` is true when the person answers "where do you live": then a bare or misspelt name counts.
    A GSS code, which `code_postcodes` puts where a full postcode stood, is understood literally.
    Two possible places are "ambiguous", with the districts to offer; nothing is guessed.
    """
    code = postcodes.GSS_CODE.search(text)
    if code:
        return place_of([code[0]])
    by_postcode = postcodes.find_postcode(text)
    if by_postcode is None and asked:
        by_postcode = postcodes.find_outside_district(text)
    if by_postcode is not None and by_postcode.status != "ambiguous":
        return by_postcode
    by_name = names.find_name(text, asked=asked)
    if by_postcode is None:
        return by_name
    # "B45, Rubery": a name may settle what a border postcode leaves open.
    offered = {candidate.gss for candidate in by_postcode.candidates}
    return by_name if by_name.gss in offered else by_postcode
