"""A released table as a file: CSV, a spreadsheet, or Parquet for notebooks.

One line for each figure, totals included. What is hidden has no number; the column `hidden` says why. Every
line says of which traffic it is, so that a demonstration stays one wherever it is pasted.
"""

import csv
import io
from collections.abc import Iterator, Mapping
from enum import StrEnum

from usage.breakdowns import Breakdown
from usage.disclosure import POLICY, SUPPRESSED, Figure, ReleasedTable
from vocabulary.pathway import Traffic


STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
TRAFFIC_NAMES = {Traffic.REAL: "real", Traffic.TEST: "test", Traffic.DEMO: "SYNTHETIC DEMONSTRATION"}
TOTAL_NAME = "total"
Cell = str | int | None


class FileKind(StrEnum):
    """A kind of file; the value is its ending."""

    CSV = "csv"
    XLSX = "xlsx"
    PARQUET = "parquet"

    @property
    def media_type(self) -> str:
        """What a web server says that it sends."""
        return _MEDIA_TYPES[self]


_MEDIA_TYPES = {
    FileKind.CSV: "text/csv; charset=utf-8",
    FileKind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    FileKind.PARQUET: "application/vnd.apache.parquet",
}


def to_file(table: ReleasedTable, kind: FileKind, *, names: Mapping[str, str] | None = None) -> bytes:
    """The table as the content of a file; `names` are what people call the values, where they are known."""
    lines = list(_lines(table, names or {}))
    return _WRITERS[kind](lines)


def safe_cell(value: Cell) -> Cell:
    """The value, with an apostrophe before it when a spreadsheet would take it for a formula."""
    return f"'{value}" if isinstance(value, str) and value.startswith(STARTS_A_FORMULA) else value


def _lines(table: ReleasedTable, names: Mapping[str, str]) -> Iterator[dict[str, Cell]]:
    """Every figure, with its headings as keys in the order of the columns."""
    shape = table.shape
    columns = (*table.columns, None) if shape.columns is not Breakdown.ALL else (None,)
    for row in (*table.rows, None):
        for column in columns:
            yield {
                "table": shape.subject,
                "data": TRAFFIC_NAMES[table.traffic],
                "first day": table.period.first.isoformat(),
                "last day": table.period.last.isoformat(),
                **{f"only {each}": names.get(value, value) for each, value in shape.filters.items()},
                shape.rows.value: names.get(row, row) if row else TOTAL_NAME,
                shape.columns.value: names.get(column, column) if column else TOTAL_NAME,
                **_figure(table.figure(row, column)),
            }


def _figure(figure: Figure) -> dict[str, Cell]:
    if isinstance(figure, int):
        return {"visits": figure, "hidden": ""}
    words = f"fewer than {POLICY.threshold}" if figure is SUPPRESSED else figure.value
    return {"visits": None, "hidden": words}


def _to_csv(lines: list[dict[str, Cell]]) -> bytes:
    held = io.StringIO()
    writer = csv.writer(held, lineterminator="\r\n")
    writer.writerow(lines[0])
    writer.writerows([safe_cell(value) for value in line.values()] for line in lines)
    return held.getvalue().encode()


def _to_xlsx(lines: list[dict[str, Cell]]) -> bytes:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("visits")
    sheet.append(list(lines[0]))
    for line in lines:
        sheet.append([safe_cell(value) for value in line.values()])
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


def _to_parquet(lines: list[dict[str, Cell]]) -> bytes:
    import pyarrow  # type: ignore[import-untyped]
    from pyarrow import parquet

    columns = {name: [line[name] for line in lines] for name in lines[0]}
    kinds = {name: pyarrow.int64() if name == "visits" else pyarrow.string() for name in columns}
    table = pyarrow.table(columns, schema=pyarrow.schema(list(kinds.items())))
    held = io.BytesIO()
    parquet.write_table(table, held)
    return held.getvalue()


_WRITERS = {FileKind.CSV: _to_csv, FileKind.XLSX: _to_xlsx, FileKind.PARQUET: _to_parquet}
