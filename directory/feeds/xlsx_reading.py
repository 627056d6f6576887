"""Excel workbooks, read row by row from the first sheet; a formula stays a formula, and is refused later.

A workbook is a packed archive of XML: what it unpacks to is weighed before anything of it is read, and one
that declares entities is not read at all.
"""

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from directory.feeds.parsing import NotATable
from directory.feeds.report import FileFault
from directory.feeds.tables import MOST_COLUMNS, Stored


MOST_UNPACKED = 64 * 1024 * 1024
MOST_PARTS = 500
CHUNK = 1024 * 1024
DECLARES = (b"<!DOCTYPE", b"<!ENTITY")
NOT_UTF_8 = (b"\xff\xfe", b"\xfe\xff", b"\0")
# What zipfile and openpyxl let out when a workbook is broken.
BROKEN = (
    zipfile.BadZipFile,
    InvalidFileException,
    AttributeError,
    EOFError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
    zlib.error,
)


def read_xlsx(content: bytes) -> Iterator[Stored]:
    """Each row of the first sheet as text. Raises NotATable."""
    _weigh(content)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions that do not matter here
            book = load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
            sheet = book.worksheets[0]
            rows = sheet.iter_rows(max_col=MOST_COLUMNS + 1, values_only=True)
            for number, cells in enumerate(rows, start=1):
                yield Stored(number, _texts(cells))
    except BROKEN:
        raise NotATable(FileFault.NOT_A_WORKBOOK) from None


def _weigh(content: bytes) -> None:
    """Refuses an archive that unpacks to too much, or whose XML may call for more than it holds."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            if len(parts) > MOST_PARTS or sum(each.file_size for each in parts) > MOST_UNPACKED:
                raise NotATable(FileFault.TOO_LARGE)
            for part in parts:
                _check_part(archive, part)
    except NotATable:
        raise
    except BROKEN:
        raise NotATable(FileFault.NOT_A_WORKBOOK) from None


def _check_part(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    if not part.filename.endswith((".xml", ".rels", ".vml")):
        return
    with archive.open(part) as stream:  # zipfile gives no more than the size it says, and checks its sum
        tail = b""
        while chunk := stream.read(CHUNK):
            seen = tail + chunk
            if any(each in seen for each in DECLARES) or any(each in seen[:4] for each in NOT_UTF_8):
                raise NotATable(FileFault.NOT_A_WORKBOOK)
            tail = chunk[-16:]


def _texts(cells: Sequence[Any]) -> list[str]:
    """The cells up to the last one that is filled."""
    texts = [_text(cell) for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    return texts


def _text(value: Any) -> str:
    """A cell as text: whole numbers without a point, days and times as ISO has them."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, datetime | date):
        return value.isoformat()
    return f"{value:%H:%M}" if isinstance(value, time) else str(value)
