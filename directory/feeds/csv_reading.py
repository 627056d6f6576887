"""CSV as spreadsheets save it: UTF-8 with or without its mark; anything else is refused in a sentence."""

import codecs
import csv
import io
from collections.abc import Iterator

from directory.feeds.parsing import NotATable
from directory.feeds.report import FileFault
from directory.feeds.tables import Stored


UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_csv(content: bytes) -> Iterator[Stored]:
    """Each row with the number of the line where it begins. Raises NotATable, with the line."""
    text = _text(content)
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    number = 0
    while True:
        number += 1
        line = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error:
            raise NotATable(FileFault.QUOTES, f"line {line}") from None
        if cells is None:
            return
        yield Stored(number, cells)


def _text(content: bytes) -> str:
    """The text of the file; where it cannot be read, the line is said and nothing of it."""
    if content.startswith(UTF_16):
        raise NotATable(FileFault.UTF_16)
    if b"\0" in content:
        utf_16 = content[:200].count(b"\0") > len(content[:200]) // 4
        fault = FileFault.UTF_16 if utf_16 else FileFault.NUL
        raise NotATable(fault, f"line {_line_at(content, content.index(0))}")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotATable(FileFault.NOT_UTF_8, f"line {_line_at(content, error.start)}") from None


def _line_at(content: bytes, place: int) -> int:
    return content[:place].count(b"\n") + 1
