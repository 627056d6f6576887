"""Files that are not feeds, and rows that are not services."""

import json

import pytest

from directory.feeds import parsing
from directory.feeds.parsing import NotAFeed, TooLarge, read_rows, read_service
from directory.feeds.report import Fault, Refusal


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"PK\x03\x04 a spreadsheet",
        b"not json",
        b'"text"',
        b"{}",
        b'{"contents": {}}',
        b'{"contents": [NaN]}',
        b"[" * 100_000,
        b"1" * 10_000,
    ],
)
def test_a_file_that_is_no_feed_is_refused_as_a_whole(content: bytes) -> None:
    with pytest.raises(NotAFeed):
        read_rows(content)


def test_a_file_that_is_too_large_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "MOST_BYTES", 10)

    with pytest.raises(TooLarge):
        read_rows(b"[" + b" " * 10 + b"]")


@pytest.mark.parametrize("content", [b"[]", b'{"contents": []}', b'\xef\xbb\xbf{"contents": []}'])
def test_a_page_a_bare_list_and_a_byte_order_mark_are_read(content: bytes) -> None:
    assert read_rows(content) == []


@pytest.mark.parametrize("row", [None, 7, "text", [], True])
def test_a_row_that_is_no_object_is_refused(row: object) -> None:
    assert read_service(row) == (Refusal("", Fault.SHAPE),)


def test_each_missing_field_is_named() -> None:
    refusals = read_service({"name": "A service"})

    assert isinstance(refusals, tuple)
    assert {each.where for each in refusals if each.fault is Fault.MISSING} >= {"id", "status", "signpost"}


def test_a_refusal_never_repeats_what_the_file_says() -> None:
    marker = "MARKER-TEXT"

    refusals = read_service(json.loads(f'{{"id": "{marker}", "status": "{marker}"}}'))

    assert marker not in str(refusals)
