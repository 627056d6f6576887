"""What the search form asks for. A postcode is looked up in memory and turned into a district at once."""

from dataclasses import dataclass
from datetime import datetime

from directory.browsing import Search
from directory.places import Place, code_postcodes, find_place
from vocabulary.areas import District
from vocabulary.needs import Need
from vocabulary.people import AgeBand
from vocabulary.risks import Risk, in_order
from vocabulary.words import words
from web.chat import screening, typed


NOWHERE = Place("none")
OUTSIDE = "outside"
DANGERS = {Need.DANGER_NOW: Risk.EMERGENCY, Need.OVERDOSE: Risk.OVERDOSE}


@dataclass(frozen=True)
class Asked:
    """A search as it was understood; nothing of the place is kept but the district."""

    need: Need | None = None
    age: AgeBand | None = None
    text: str = ""
    place: Place = NOWHERE
    unknown_place: str = ""  # what was typed for a place that we do not know, to be mended
    risks: tuple[Risk, ...] = ()

    @property
    def area(self) -> str | None:
        """The district's code, "outside", or None when it is not known."""
        return OUTSIDE if self.place.status == "outside" else self.place.gss

    @property
    def place_words(self) -> str:
        """What the form shows again: the district, never the postcode."""
        if self.area in set(District):
            return words(District(self.area).words)
        return words("known.outside") if self.area else self.unknown_place

    @property
    def is_empty(self) -> bool:
        """Whether nothing was asked for at all."""
        has_place = self.place is not NOWHERE or self.unknown_place
        return not (self.need or self.age or self.text or has_place)

    def search(self, at: datetime) -> Search:
        """The same for the directory."""
        return Search(self.need, self.area, self.age, self.text, at)


def read_asked(*, need: str, place: str, area: str, age: str, text: str) -> Asked:
    """What a sent form asks for; what is not one of the closed lists counts as not said."""
    chosen = Need(need) if need in set(Need) else None
    found = _place(place, area)
    heard = [*screening.risks_in(text), *screening.risks_in(place)]
    return Asked(
        need=chosen,
        age=AgeBand(age) if age in set(AgeBand) else None,
        text=code_postcodes(typed.read(text).text),
        place=found,
        unknown_place=code_postcodes(typed.read(place).text) if found.status == "none" else "",
        risks=of_need(chosen, heard),
    )


def of_need(need: Need | None, heard: list[Risk] | None = None) -> tuple[Risk, ...]:
    """The dangers that were heard, with the one that a need tells of by itself."""
    told = [DANGERS[need]] if need in DANGERS else []
    return in_order([*told, *(heard or [])])


def _place(place: str, area: str) -> Place:
    """The place that was chosen among several, or else the one that was typed."""
    if area == OUTSIDE:
        return Place("outside")
    if area in set(District):
        return Place("inside", gss=area)
    said = typed.read(place).text
    return find_place(code_postcodes(said), asked=True) if said else NOWHERE
