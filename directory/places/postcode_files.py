"""The postcodes of West Mercia and its borders, read from an ONSPD or Code-Point Open file.

TableError
├── UnreadableFile   no such file, a damaged zip, or not UTF-8 text
├── UnexpectedShape  other columns than either publisher documents, or a row that does not fit them
└── NothingOfOurs    no postcode of West Mercia or its borders in it
"""

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import chain
from pathlib import Path, PurePath
from typing import IO

from directory.places.gazetteer import gazetteer


# ONSPD: pcds in every edition, pcd and pcd2 in older ones; oslaua until 2024, then laua or lad24cd.
POSTCODE_COLUMNS = ("pcds", "pcd", "pcd2")
COUNCIL_COLUMN = re.compile(r"oslaua|laua|lad(\d{2})?cd")
# Code-Point Open, without a header: PC, PQ, EA, NO, CY, RH, LH, CC, DC, WC. DC holds unitary authorities too.
CODE_POINT_COLUMNS = 10
CODE_POINT_COUNCIL = 8
EXPECTED = (
    "expected ONSPD's header with pcds, pcd or pcd2 and with oslaua, laua or lad…cd, "
    "or Code-Point Open's ten columns without a header (postcode first, admin district code ninth)"
)
LONGEST_FOUND = 300  # characters of a strange header that are shown

POSTCODE = re.compile(r"([A-Z]{1,2}[0-9][0-9A-Z]?)([0-9])([A-Z]{2})")
COUNCIL = re.compile(r"[EW]0[678]\d{6}")
NO_COUNCIL = re.compile(r"|[A-Z]9{8}")  # blank, or ONS's pseudo code: no council is given
# NotImplementedError: a zip packed in a way that Python does not know.
UNREADABLE = (
    OSError,
    EOFError,
    UnicodeDecodeError,
    NotImplementedError,
    zipfile.BadZipFile,
    zlib.error,
    csv.Error,
)


class TableError(Exception):
    """A file that cannot be taken; the message says what is wrong with it."""


class UnreadableFile(TableError):
    """No such file, a damaged zip, or not UTF-8 text."""


class UnexpectedShape(TableError):
    """Other columns than either publisher documents, or a row that does not fit them."""


class NothingOfOurs(TableError):
    """No postcode of West Mercia or its borders."""


@dataclass(frozen=True)
class Postcode:
    """One postcode of the table, live or terminated, and its council."""

    sector: str  # "WR2 5"
    unit: str  # "AA"
    council: str  # GSS code


@dataclass(frozen=True)
class Columns:
    """Where a file holds the two things we need."""

    postcode: int
    council: int


def read_postcodes(source: Path) -> Iterator[Postcode]:
    """The postcodes that can concern us in a CSV, or in all CSVs of a folder or zip. Raises TableError."""
    found = False
    try:
        for name, binary in _open_all(source):
            with closing(io.TextIOWrapper(binary, encoding="utf-8-sig", newline="")) as text:
                for postcode in _postcodes(name, text):
                    found = True
                    yield postcode
    except UNREADABLE as error:
        reason = (
            error.strerror if isinstance(error, OSError) and error.strerror else "not UTF-8 CSV, or damaged"
        )
        raise UnreadableFile(f"{source} cannot be read: {reason}.") from None
    if not found:
        raise NothingOfOurs(f"{source} holds no postcode of West Mercia or its borders with a council.")


def _open_all(source: Path) -> Iterator[tuple[str, IO[bytes]]]:
    if source.is_dir():
        files = {str(each.relative_to(source)): each for each in source.rglob("*")}
        for name in _tables(files):
            yield name, files[name].open("rb")
        return
    if source.suffix.lower() != ".zip":
        yield source.name, source.open("rb")
        return
    with zipfile.ZipFile(source) as archive:
        for name in _tables(archive.namelist()):
            yield name, archive.open(name)


def _tables(names: Iterable[str]) -> list[str]:
    """The CSVs in a "Data" folder where there is one: beside it lie lists of headers and of codes."""
    tables = sorted(name for name in names if name.lower().endswith(".csv"))
    data = [name for name in tables if "data" in PurePath(name.lower()).parts[:-1]]
    return data or tables


def _postcodes(name: str, text: io.TextIOWrapper) -> Iterator[Postcode]:
    rows = csv.reader(text)
    first = next(rows, None)
    if first is None:
        raise NothingOfOurs(f"{name} is empty.")
    columns = _columns(name, first)
    for row in chain([first] if _is_postcode(first) else [], rows):
        if len(row) <= max(columns.postcode, columns.council):
            raise UnexpectedShape(f"{name}, line {rows.line_num}: {EXPECTED}; found {len(row)} columns.")
        postcode = _ours(row[columns.postcode], row[columns.council].strip(), f"{name}, line {rows.line_num}")
        if postcode:
            yield postcode


def _columns(name: str, first: list[str]) -> Columns:
    if _is_postcode(first):
        if len(first) != CODE_POINT_COLUMNS:
            raise UnexpectedShape(f"{name}: {EXPECTED}; found {len(first)} columns without a header.")
        return Columns(postcode=0, council=CODE_POINT_COUNCIL)
    header = [each.strip().lower() for each in first]
    postcode = next((each for each in POSTCODE_COLUMNS if each in header), None)
    # An edition with two years' councils names the newer one later in order: lad24cd, lad25cd.
    council = max((each for each in header if COUNCIL_COLUMN.fullmatch(each)), default=None)
    if postcode is None or council is None:
        found = ", ".join(each if each.isprintable() else "?" for each in header)
        raise UnexpectedShape(f"{name}: {EXPECTED}; found {found[:LONGEST_FOUND] or 'a blank line'}.")
    return Columns(postcode=header.index(postcode), council=header.index(council))


def _is_postcode(row: list[str]) -> bool:
    return bool(row) and POSTCODE.fullmatch(_packed(row[0])) is not None


def _ours(written: str, council: str, where: str) -> Postcode | None:
    """The postcode of a row, unless it lies elsewhere or has no council."""
    packed = _packed(written)
    if packed[:-3] not in gazetteer().outcodes:
        return None
    parts = POSTCODE.fullmatch(packed)
    if parts is None:
        raise UnexpectedShape(f"{where}: expected a full postcode.")
    if NO_COUNCIL.fullmatch(council):
        return None
    if not COUNCIL.fullmatch(council):
        raise UnexpectedShape(
            f"{where}: expected a council's GSS code such as E07000237; found {council[:20]!r}."
        )
    return Postcode(sector=f"{parts[1]} {parts[2]}", unit=parts[3], council=council)


def _packed(written: str) -> str:
    return "".join(written.split()).upper()
