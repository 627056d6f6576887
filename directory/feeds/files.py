"""A file as it was sent -> its rows, by what it is: Open Referral UK JSON, CSV or an Excel workbook."""

import hashlib
from collections.abc import Iterable
from datetime import datetime
from pathlib import PurePosixPath

from sqlalchemy.orm import Session

from directory.feeds.bringing import Brought
from directory.feeds.csv_reading import read_csv
from directory.feeds.importing import Candidate
from directory.feeds.parsing import NotATable, read_rows, read_service
from directory.feeds.report import FileFault
from directory.feeds.sheet_rows import NEEDED, is_known_heading, read_sheet
from directory.feeds.tables import Stored, read_lines
from directory.feeds.xlsx_reading import read_xlsx


MOST_BYTES = 5 * 1024 * 1024
PACKED = b"PK"  # how a workbook begins, whatever its name says
OLD_WORKBOOK = b"\xd0\xcf\x11\xe0"


def read_file(session: Session, name: str, content: bytes, *, at: datetime) -> Brought:
    """The rows of a file; the session is only read. Raises parsing.FeedError."""
    if len(content) > MOST_BYTES:
        raise NotATable(FileFault.TOO_LARGE)
    ending = PurePosixPath(name).suffix.casefold()
    if content.startswith(PACKED):
        return _read_table(session, name, content, read_xlsx(content), at)
    if content.startswith(OLD_WORKBOOK) or ending in (".xlsx", ".xls"):
        raise NotATable(FileFault.NOT_A_WORKBOOK)
    if ending == ".csv":
        return _read_table(session, name, content, read_csv(content), at)
    if ending in (".json", "") or content.lstrip()[:1] in (b"{", b"["):
        return read_json_file(name, content)
    raise NotATable(FileFault.NO_KIND)


def read_json_file(name: str, content: bytes) -> Brought:
    """The rows of a file of Open Referral UK JSON. Raises parsing.FeedError."""
    rows = read_rows(content)
    candidates = tuple(Candidate(number, read_service(row)) for number, row in enumerate(rows, start=1))
    return Brought(file_name(name), digest_of(content), candidates)


def file_name(name: str) -> str:
    """The name of a file without its folders and without what cannot be printed."""
    last = PurePosixPath(name.replace("\\", "/")).name
    return "".join(each for each in last if each.isprintable())[:200] or "file"


def digest_of(content: bytes) -> str:
    """By which a history names what was brought."""
    return hashlib.sha256(content).hexdigest()


def _read_table(
    session: Session, name: str, content: bytes, stored: Iterable[Stored], at: datetime
) -> Brought:
    lines = read_lines(stored, is_known=is_known_heading, needed=NEEDED)
    return Brought(file_name(name), digest_of(content), read_sheet(session, lines, at=at))
