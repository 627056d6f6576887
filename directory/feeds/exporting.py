"""Every service that the public may see as one file: Open Referral UK JSON, CSV or an Excel workbook.

All three are made of the shapes of the public's view: what is withheld there is in none of them.
"""

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from sqlalchemy.orm import Session

from directory.feeds.cells import guarded, writable
from directory.feeds.columns import Json
from directory.feeds.contact_columns import PARTS, heading, write_contact
from directory.feeds.sheet_rows import COLUMNS, ID, LAST_MODIFIED, SLUG
from directory.feeds.vocabulary import Vocabulary, read_vocabulary
from directory.hsds import published
from directory.hsds.paging import page_of
from directory.hsds.published import View


FEWEST_GROUPS = 4
BOM = "\ufeff"  # without it Excel takes UTF-8 for something else


class Format(StrEnum):
    """The kinds of file, each with its ending and media type."""

    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"

    @property
    def media_type(self) -> str:
        """As HTTP calls it."""
        return MEDIA_TYPES[self]


MEDIA_TYPES = {
    Format.JSON: "application/json",
    Format.CSV: "text/csv; charset=utf-8",
    Format.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True)
class Export:
    """A file, and how many services are in it."""

    content: bytes
    count: int


def write_export(session: Session, view: View, kind: Format) -> Export:
    """The file of one kind."""
    feed = export_services(session, view)
    if kind is Format.JSON:
        text = json.dumps(feed, ensure_ascii=False, indent=1) + "\n"
        return Export(text.encode(), feed["total_items"])
    rows = _rows(feed["contents"], read_vocabulary(session))
    write = _write_csv if kind is Format.CSV else _write_xlsx
    return Export(write(rows), feed["total_items"])


def export_services(session: Session, view: View) -> dict[str, Any]:
    """One page that holds all the whole services, as JSON values."""
    services = published.read_all(session, view)
    return page_of(services, number=1, per_page=max(len(services), 1), total=len(services))


def _rows(services: Sequence[Json], known: Vocabulary) -> list[list[str]]:
    """The headings and a row for each service, every cell guarded."""
    groups = max([FEWEST_GROUPS, *(len(each.get("contacts") or ()) for each in services)])
    names = [SLUG, *COLUMNS, *(heading(n, part) for n in range(1, groups + 1) for part in PARTS)]
    return [[*names, ID, LAST_MODIFIED], *(_row(each, known, groups) for each in services)]


def _row(service: Json, known: Vocabulary, groups: int) -> list[str]:
    contacts = [write_contact(each) for each in service.get("contacts") or ()]
    contacts += [dict.fromkeys(PARTS, "")] * (groups - len(contacts))
    cells = [service["signpost"]["slug"], *(column.write(service, known) for column in COLUMNS.values())]
    cells += [group[part] for group in contacts for part in PARTS]
    return [guarded(writable(cell)) for cell in (*cells, service["id"], service["last_modified"])]


def _write_csv(rows: Sequence[Sequence[str]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return (BOM + text.getvalue()).encode()


def _write_xlsx(rows: Sequence[Sequence[str]]) -> bytes:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Services")
    sheet.freeze_panes = "B2"
    for number, row in enumerate(rows):
        sheet.append([_cell(sheet, text, bold=not number) for text in row])
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _cell(sheet: Any, text: str, *, bold: bool) -> WriteOnlyCell:
    """A cell that is text and stays text, whatever it looks like."""
    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    cell.number_format = "@"
    if bold:
        cell.font = Font(bold=True)
    return cell
