"""The gazetteer: what each postcode district, sector and place name can mean."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from unicodedata import normalize

from vocabulary.areas import District


DATA = Path(__file__).with_name("gazetteer.json")
OUTSIDE = "outside"
CERTAIN = 0.99  # share of live postcodes from which one council is taken without asking


@dataclass(frozen=True)
class Gazetteer:
    """Everything the data file says, by the key it is looked up with."""

    councils: Mapping[str, str]  # GSS code -> name, border councils included
    forces: Mapping[str, str]  # GSS code of a border council -> its police force
    outcodes: Mapping[str, Mapping[str, float]]  # "TF1" -> share of postcodes by council
    border: frozenset[str]  # outcodes that cross the force's border
    sectors: Mapping[str, Mapping[str, float]]  # "B45 8" -> share of postcodes by council
    names: Mapping[str, tuple[str, ...]]  # folded place name -> GSS codes, "outside" among them
    common: frozenset[str]  # folded names that are also everyday words or people's names
    elsewhere: Mapping[str, str | None]  # folded name of a place elsewhere -> its force where known
    near: Mapping[str, tuple[str, ...]]  # folded name of a town across the border -> districts near it


@cache
def gazetteer() -> Gazetteer:
    """The project's own gazetteer, read once."""
    data = json.loads(DATA.read_text(encoding="utf-8"))
    return Gazetteer(
        councils=data["councils"],
        forces=data["forces"],
        outcodes={code: row["shares"] for code, row in data["outcodes"].items()},
        border=frozenset(code for code, row in data["outcodes"].items() if row["border"]),
        sectors=data["sectors"],
        names={fold(row["name"]): tuple(row["in"]) for row in data["names"]},
        common=frozenset(fold(row["name"]) for row in data["names"] if row.get("common")),
        elsewhere={fold(name): force for name, force in data["outside"].items()},
        near={fold(name): tuple(codes) for name, codes in data["near"].items()},
    )


def fold(name: str) -> str:
    """A place name without case, wide letters, apostrophes, hyphens and doubled spaces, for comparing."""
    plain = (
        normalize("NFKC", name)
        .casefold()
        .replace("’", "")
        .replace("'", "")
        .replace("-", " ")
        .replace(".", " ")
    )
    return " ".join(plain.split())


def is_inside(gss: str) -> bool:
    """Whether a GSS code is one of West Mercia's nine districts."""
    return gss in set(District)
