"""A table of text, however it was stored: headings checked once, then line after line within limits."""

import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from directory.feeds.parsing import NotATable
from directory.feeds.report import FileFault, FileRefusal


MOST_ROWS = 5_000
MOST_COLUMNS = 300
MOST_SECONDS = 20.0
BLANK_ROWS_AT_THE_END = 2_000  # a sheet may say that it has a million rows


@dataclass(frozen=True)
class Line:
    """One row by its headings; `number` is the one that a spreadsheet shows."""

    number: int
    cells: Mapping[str, str]
    too_many: bool = False


@dataclass(frozen=True)
class Stored:
    """A row as it is stored, and its number."""

    number: int
    cells: Sequence[str]


def read_lines(
    stored: Iterable[Stored],
    *,
    is_known: Callable[[str], bool],
    needed: Sequence[str],
    clock: Callable[[], float] = time.monotonic,
) -> list[Line]:
    """Every line that is not blank. Raises NotATable, with all that is wrong with the headings at once."""
    rows = iter(stored)
    headings = _headings(rows)
    _check_headings(headings, is_known, needed)
    ends, lines, blank = clock() + MOST_SECONDS, list[Line](), 0
    for row in rows:
        if clock() > ends:
            raise NotATable(FileFault.TOO_SLOW)
        if not any(cell.strip() for cell in row.cells):
            blank += 1
            if blank > BLANK_ROWS_AT_THE_END:
                break
            continue
        blank = 0
        if len(lines) == MOST_ROWS:
            raise NotATable(FileFault.TOO_MANY_ROWS, f"row {row.number}")
        lines.append(_line(row, headings))
    return lines


def tidy_heading(text: str) -> str:
    """A heading without the differences that do not matter: case, underscores, spaces."""
    return re.sub(r"[\s_]+", " ", text).strip().casefold()


def _headings(rows: Iterator[Stored]) -> list[str]:
    first = next((row for row in rows if any(cell.strip() for cell in row.cells)), None)
    if first is None:
        raise NotATable(FileFault.EMPTY)
    if len(first.cells) > MOST_COLUMNS:
        raise NotATable(FileFault.TOO_MANY_COLUMNS)
    if len(first.cells) == 1 and re.search(r"[;\t]", first.cells[0]):
        raise NotATable(FileFault.SEPARATOR)
    found = [tidy_heading(cell) for cell in first.cells]
    while found and not found[-1]:
        found.pop()
    return found


def _check_headings(found: Sequence[str], is_known: Callable[[str], bool], needed: Sequence[str]) -> None:
    wrong = [
        FileRefusal(each[:80], FileFault.UNKNOWN_HEADING) for each in found if each and not is_known(each)
    ]
    repeated = sorted({each for each in found if each and found.count(each) > 1})
    wrong += [FileRefusal(each[:80], FileFault.REPEATED_HEADING) for each in repeated]
    wrong += [FileRefusal(each, FileFault.MISSING_HEADING) for each in needed if each not in found]
    wrong += [
        FileRefusal(f"column {n}", FileFault.BLANK_HEADING) for n, each in enumerate(found, 1) if not each
    ]
    if wrong:
        raise NotATable.of(wrong)


def _line(row: Stored, headings: Sequence[str]) -> Line:
    over = any(cell.strip() for cell in row.cells[len(headings) :])
    cells = (*row.cells, *("" for _ in headings))
    return Line(row.number, dict(zip(headings, cells, strict=False)), over)
