"""Spreadsheets that are wrong are refused with the place; those that are right are read as they are."""

import csv
import io
import time
import zipfile
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from directory.feeds import xlsx_reading
from directory.feeds.cells import Formula, guarded, unguarded, writable
from directory.feeds.csv_reading import read_csv
from directory.feeds.exporting import _write_csv, _write_xlsx
from directory.feeds.files import MOST_BYTES, read_file
from directory.feeds.parsing import FeedError, NotATable
from directory.feeds.report import Fault, FileFault, Outcome
from directory.feeds.tables import MOST_ROWS, Line, read_lines
from directory.feeds.xlsx_reading import read_xlsx
from tests.directory.feeds.conftest import AT, Desk


TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
SLUG = "worcester-city-housing"


def _lines(content: bytes) -> list[Line]:
    rows = read_xlsx(content) if content.startswith(b"PK") else read_csv(content)
    return read_lines(rows, is_known=lambda text: text in {"slug", "name"}, needed=("slug",))


def _faults(content: bytes) -> list[tuple[str, FileFault]]:
    with pytest.raises(NotATable) as caught:
        _lines(content)
    return [(each.where, each.fault) for each in caught.value.refusals]


@pytest.mark.parametrize(
    ("content", "where", "fault"),
    [
        (b"", "", FileFault.EMPTY),
        (b"\n\n", "", FileFault.EMPTY),
        ("slug\nx\n".encode("utf-16"), "", FileFault.UTF_16),
        ("slug\nx\n".encode("utf-16-le"), "line 1", FileFault.UTF_16),
        ("slug,name\nx,Café\n".encode("cp1252"), "line 2", FileFault.NOT_UTF_8),
        (b"slug,name\nx,a\0b\n", "line 2", FileFault.NUL),
        (b"slug;name\nx;y\n", "", FileFault.SEPARATOR),
        (b"slug\tname\nx\ty\n", "", FileFault.SEPARATOR),
        (b'slug,name\nx,"open\n', "line 2", FileFault.QUOTES),
        (b"name\nx\n", "slug", FileFault.MISSING_HEADING),
        (b"slug,nmae\nx,y\n", "nmae", FileFault.UNKNOWN_HEADING),
        (b"slug,name,Name\nx,y,z\n", "name", FileFault.REPEATED_HEADING),
        (b"slug,,name\nx,y,z\n", "column 2", FileFault.BLANK_HEADING),
        (b"slug" + b",name" * 400, "", FileFault.TOO_MANY_COLUMNS),
    ],
)
def test_what_is_wrong_with_a_csv_is_said_with_its_place(
    content: bytes, where: str, fault: FileFault
) -> None:
    assert (where, fault) in _faults(content)


def test_a_byte_order_mark_and_the_writing_of_headings_do_not_matter() -> None:
    lines = _lines("\ufeff SLUG ,Name\r\nx,Café\r\n\r\n".encode())

    assert lines == [Line(2, {"slug": "x", "name": "Café"})]


def test_a_sheet_of_fifty_thousand_rows_is_refused_soon_with_the_limit() -> None:
    content = b"slug,name\n" + b"x,y\n" * 50_000
    began = time.monotonic()

    assert _faults(content) == [(f"row {MOST_ROWS + 2}", FileFault.TOO_MANY_ROWS)]
    assert time.monotonic() - began < 5


def test_a_workbook_of_fifty_thousand_rows_is_refused_soon_with_the_limit() -> None:
    content = _workbook([["slug", "name"], *[["x", "y"]] * 50_000])
    began = time.monotonic()

    assert _faults(content) == [(f"row {MOST_ROWS + 2}", FileFault.TOO_MANY_ROWS)]
    assert time.monotonic() - began < 20


def test_reading_stops_when_the_time_is_over() -> None:
    ticks = iter(range(0, 1000, 15))
    with pytest.raises(NotATable) as caught:
        read_lines(
            read_csv(b"slug\n" + b"x\n" * 9),
            is_known=lambda _text: True,
            needed=(),
            clock=lambda: float(next(ticks)),
        )

    assert caught.value.refusals[0].fault is FileFault.TOO_SLOW


def _workbook(rows: Sequence[Sequence[object]]) -> bytes:
    book, made = Workbook(write_only=True), io.BytesIO()
    sheet = book.create_sheet()
    for row in rows:
        sheet.append(row)
    book.save(made)
    return made.getvalue()


def test_the_cells_of_a_workbook_are_read_as_a_person_sees_them() -> None:
    lines = _lines(_workbook([["slug", "name"], ["x", 18.0], [None, None], ["y", AT.replace(tzinfo=None)]]))

    assert [(line.number, line.cells["name"]) for line in lines] == [(2, "18"), (4, "2026-11-24T10:00:00")]


def _repacked(change: bytes) -> bytes:
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(_workbook([["slug"], ["x"]]))) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content.replace(b"<worksheet", change + b"<worksheet", 1))
    return made.getvalue()


def test_a_workbook_that_unpacks_to_too_much_or_declares_entities_is_not_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    entities = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>'
    assert _faults(_repacked(entities)) == [("", FileFault.NOT_A_WORKBOOK)]
    monkeypatch.setattr(xlsx_reading, "MOST_UNPACKED", 3_000_000)
    bomb = _repacked(b"<!--" + b" " * 4_000_000 + b"-->")
    assert len(bomb) < 100_000
    assert _faults(bomb) == [("", FileFault.TOO_LARGE)]


@pytest.mark.parametrize("cut", [10, 100, 1000, -30])
def test_half_a_workbook_is_refused(cut: int) -> None:
    assert _faults(_workbook([["slug"], ["x"]])[:cut]) == [("", FileFault.NOT_A_WORKBOOK)]


@given(rows=st.lists(st.tuples(TEXT, TEXT), max_size=5))
@settings(deadline=None, max_examples=60)
def test_any_text_comes_back_from_both_kinds_of_file_as_it_went_out(rows: list[tuple[str, str]]) -> None:
    cells = [[writable(text) for text in row] for row in rows if writable(row[0])]
    guard = [["slug", "name"], *([guarded(text) for text in row] for row in cells)]

    for content in (_write_csv(guard), _write_xlsx(guard)):
        back = [[unguarded(text).strip() for text in line.cells.values()] for line in _lines(content)]
        assert back == cells


@given(text=TEXT)
@settings(deadline=None)
def test_a_guarded_cell_never_begins_like_a_formula(text: str) -> None:
    cell = guarded(text)

    assert not cell.lstrip().startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"))
    assert unguarded(cell) == text


@pytest.mark.parametrize("cell", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", " =1", "＝1"])
def test_a_cell_that_begins_like_a_formula_is_refused(cell: str) -> None:
    with pytest.raises(Formula):
        unguarded(cell)


@pytest.mark.parametrize("cell", ["+44 1952 385385", "a=b", "", "  ", "'quoted'"])
def test_a_number_with_its_country_and_plain_text_are_no_formulas(cell: str) -> None:
    assert unguarded(cell) == cell


@given(content=st.binary(max_size=300), ending=st.sampled_from(["csv", "xlsx", "json", "xls", ""]))
@settings(deadline=None, max_examples=150)
def test_no_bytes_break_the_reading(content: bytes, ending: str) -> None:
    for given_ in (content, b"PK\x03\x04" + content):
        try:
            list(read_xlsx(given_) if ending == "xlsx" else read_csv(given_))
        except FeedError:
            continue


def _changed(desk: Desk, heading: str, cell: str) -> bytes:
    from directory.feeds.exporting import Format, write_export
    from tests.directory.feeds.conftest import VIEW

    with desk.sessions() as session:
        rows = list(
            csv.reader(io.StringIO(write_export(session, VIEW, Format.CSV).content.decode("utf-8-sig")))
        )
    line = next(row for row in rows if row[0] == SLUG)
    line[rows[0].index(heading)] = cell
    made = io.StringIO()
    csv.writer(made).writerows([rows[0], line])
    return made.getvalue().encode()


@pytest.mark.parametrize(
    ("heading", "cell", "fault"),
    [
        ("name", "=1+1", Fault.FORMULA),
        ("name", "", Fault.MISSING),
        ("name", "x" * 300, Fault.SHAPE),
        ("status", "open", Fault.NOT_A_CHOICE),
        ("minimum age", "young", Fault.NOT_A_WHOLE_NUMBER),
        ("minimum age", "999", Fault.SHAPE),
        ("needs", "nonsense", Fault.TERM),
        ("areas", "E99", Fault.AREA),
        ("hours", "MO 9-5", Fault.HOURS_TEXT),
        ("hours", "MO 25:00-26:00", Fault.SHAPE),
        ("hours", "MO 09:00-09:00", Fault.HOURS),
        ("contact 1 value", "+1 212 555 0100", Fault.FOREIGN_NUMBER),
        ("contact 1 value", "0909 879 0000", Fault.COSTLY_NUMBER),
        ("contact 1 value", "ring us", Fault.NOT_A_NUMBER),
        ("contact 1 channel", "pigeon", Fault.NOT_A_CHOICE),
        ("contact 1 hours", "always", Fault.HOURS_TEXT),
        ("contact 1 id", "7", Fault.NOT_AN_ID),
        ("id", "7", Fault.NOT_AN_ID),
        ("id", "6f1d1c6e-1f0a-5c0e-9a57-5d6a6b0c51d9", Fault.ID_DIFFERS),
        ("last modified", "2020-01-01T00:00:00Z", None),
        ("last modified", "yesterday", Fault.SHAPE),
        ("slug", "no-such", Fault.SLUG_DIFFERS),
    ],
)
def test_what_is_wrong_with_a_cell_is_said_with_its_row_and_heading(
    desk: Desk, heading: str, cell: str, fault: Fault | None
) -> None:
    with desk.sessions() as session:
        brought = read_file(session, "a.csv", _changed(desk, heading, cell), at=AT)

    row = desk.take_brought(brought).rows[0]

    expected = [] if fault is None else [(heading, fault)]
    assert [(each.where, each.fault) for each in row.refusals] == expected
    assert row.number == 2


def test_a_new_service_needs_a_name_and_an_organization(desk: Desk) -> None:
    def take(text: str) -> list[Outcome]:
        with desk.sessions() as session:
            brought = read_file(session, "a.csv", text.encode(), at=AT)
        return [row.outcome for row in desk.take_brought(brought).rows]

    head = "slug,name,organization,description,contact 1 channel,contact 1 value\n"
    assert take(head + "a-new-one,,,,,\n") == [Outcome.REFUSED]
    assert take(head + "a-new-one,New,A body,Helps.,phone,01952 385385\n") == [Outcome.NEW]
    assert take(head + "a-new-one,New,A body,Helps.,phone,01952 385385\n") == [Outcome.CHANGED]


def test_a_file_that_is_larger_than_we_read_is_refused(desk: Desk) -> None:
    with desk.sessions() as session, pytest.raises(NotATable):
        read_file(session, "a.csv", b"x" * (MOST_BYTES + 1), at=AT)


def test_what_we_write_excel_keeps_as_text() -> None:
    sheet = load_workbook(io.BytesIO(_write_xlsx([["slug"], ["'=1+1"]]))).active

    assert (sheet["A2"].data_type, sheet["A2"].value) == ("s", "'=1+1")
