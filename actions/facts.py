"""Which facts to tell for a need, from the project's own content file."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from vocabulary.areas import District
from vocabulary.needs import Need
from vocabulary.substances import Substance


CONTENT = Path(__file__).resolve().parent.parent / "content" / "facts.yml"


@dataclass(frozen=True)
class Fact:
    """One fact with where and when it was read; `districts` is empty when it holds everywhere, and
    `substances` when it holds whatever is taken.
    """

    id: str
    words: str
    source: str
    url: str
    read: date
    districts: tuple[District, ...] = ()
    substances: tuple[Substance, ...] = ()

    def holds_in(self, area: str | None) -> bool:
        """Whether the fact can be told to someone in this district (a GSS code), or anywhere."""
        return not self.districts or area in self.districts

    def fits(self, taken: Collection[Substance]) -> bool:
        """Whether the fact is about what is taken; while nothing was named, it may be."""
        return not (self.substances and taken) or bool(set(self.substances).intersection(taken))


def facts_for(need: Need, area: str | None, *, taken: Collection[Substance] = ()) -> tuple[str, ...]:
    """The ids of the words to tell for a need, the first one first, each once.

    `area` is a GSS code or None. A fact of some districts is told only there; one about some substances is
    left out where only others were named.
    """
    told = (fact.words for fact in facts_by_need()[need] if fact.holds_in(area) and fact.fits(taken))
    return tuple(dict.fromkeys(told))


@cache
def facts_by_need() -> dict[Need, tuple[Fact, ...]]:
    """Every need's facts, read once. Raises KeyError, TypeError or ValueError when the file is wrong."""
    held = yaml.safe_load(CONTENT.read_text(encoding="utf-8"))
    return {need: tuple(_fact(row) for row in held[need.value]) for need in Need}


def _fact(row: dict[str, Any]) -> Fact:
    districts = tuple(District(code) for code in row.get("districts", ()))
    substances = tuple(Substance(name) for name in row.get("substances", ()))
    return Fact(**{**row, "districts": districts, "substances": substances})
