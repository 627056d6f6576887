"""The imported postcode table: the council each full postcode lies in, once an operator has loaded one."""

import csv
import gzip
import os
import zlib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import structlog

from directory.places.postcode_files import COUNCIL, Postcode


HEADER = ["sector", "council", "units"]
UNREADABLE = (OSError, EOFError, ValueError, zlib.error, csv.Error)


@dataclass(frozen=True)
class Row:
    """The postcodes of one sector that lie in one council."""

    council: str  # GSS code
    units: str  # "AA AB": the last two letters of each, which keeps the table small in memory


class PostcodeTable:
    """One stored table, read when it is first asked; without a file it knows nothing."""

    def __init__(self, path: Path | None) -> None:
        self._path = path

    def councils_of(self, sector: str, unit: str) -> tuple[str, ...]:
        """The GSS codes of the councils a postcode ("WR2 5", "AA") lies in: one, or none where unknown."""
        return tuple(row.council for row in self._rows.get(sector, ()) if unit in row.units)

    @cached_property
    def _rows(self) -> Mapping[str, tuple[Row, ...]]:
        if self._path is None:
            return {}
        try:
            return _read(self._path)
        except FileNotFoundError:
            return {}
        except UNREADABLE:
            # The built-in sectors still answer: a damaged table must not silence the chat.
            structlog.get_logger().warning("postcode_table_unreadable")
            return {}


_in_use = PostcodeTable(None)


def use_table(path: Path | None) -> None:
    """Look full postcodes up in the table at this path from now on; it need not exist."""
    global _in_use
    _in_use = PostcodeTable(path)


def councils_of(sector: str, unit: str) -> tuple[str, ...]:
    """What the table in use says of a postcode."""
    return _in_use.councils_of(sector, unit)


def write_table(path: Path, postcodes: Iterable[Postcode]) -> int:
    """Store postcodes in place of the last table and say how many; a failure leaves the last one there."""
    units: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for each in postcodes:
        units[each.sector][each.council].add(each.unit)
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f"{path.name}.new")
    try:
        _write(unfinished, units)
        os.replace(unfinished, path)
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise
    return sum(len(each) for councils in units.values() for each in councils.values())


def _write(file: Path, units: Mapping[str, Mapping[str, set[str]]]) -> None:
    with file.open("wb") as raw:
        with gzip.open(raw, "wt", encoding="ascii", newline="") as text:
            rows = csv.writer(text)
            rows.writerow(HEADER)
            for sector in sorted(units):
                for council in sorted(units[sector]):
                    rows.writerow([sector, council, " ".join(sorted(units[sector][council]))])
        raw.flush()
        os.fsync(raw.fileno())


def _read(path: Path) -> dict[str, tuple[Row, ...]]:
    rows: dict[str, tuple[Row, ...]] = {}
    with gzip.open(path, "rt", encoding="ascii", newline="") as text:
        lines = csv.reader(text)
        if next(lines, None) != HEADER:
            raise ValueError("not a postcode table")
        for sector, council, units in lines:
            if not COUNCIL.fullmatch(council):
                raise ValueError("not a postcode table")
            rows[sector] = (*rows.get(sector, ()), Row(council, units))
    return rows
