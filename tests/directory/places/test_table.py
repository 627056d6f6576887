"""An imported table makes full postcodes exact; without it the built-in sectors answer."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from directory.places import code_postcodes, find_place, use_table
from directory.places.postcode_files import NothingOfOurs, Postcode
from directory.places.table import councils_of, write_table


WORCESTER, MALVERN_HILLS, DUDLEY, POWYS = "E07000237", "E07000235", "E08000027", "W06000023"
BORDER = [
    Postcode("WR2 5", "AA", WORCESTER),
    Postcode("WR2 5", "AB", MALVERN_HILLS),
    Postcode("DY9 0", "AA", DUDLEY),
    Postcode("SY15 6", "AA", POWYS),
]


@pytest.fixture
def table(tmp_path: Path) -> Iterator[Path]:
    """Where a table in use would lie; none is there yet."""
    path = tmp_path / "places" / "postcodes.csv.gz"
    use_table(path)
    yield path
    use_table(None)


@pytest.mark.parametrize(
    ("typed", "coded", "status"),
    [
        ("WR2 5AA", WORCESTER, "inside"),
        ("wr25ab", MALVERN_HILLS, "inside"),
        ("dy9-oaa", DUDLEY, "outside"),
        ("SY15 6AA", POWYS, "outside"),
    ],
)
def test_a_border_postcode_becomes_certain(table: Path, typed: str, coded: str, status: str) -> None:
    assert find_place(typed, asked=True).status == "ambiguous"
    write_table(table, BORDER)
    use_table(table)

    assert code_postcodes(f"i am at {typed} now") == f"i am at {coded} now"
    assert find_place(typed, asked=True) == find_place(coded, asked=True)
    assert find_place(coded, asked=True).status == status


def test_a_neighbours_code_tells_its_police_force(table: Path) -> None:
    write_table(table, BORDER)

    assert find_place(code_postcodes("DY9 0AA"), asked=True).force == "West Midlands Police"


def test_a_neighbours_code_that_a_person_typed_is_not_obeyed() -> None:
    assert code_postcodes(f"{DUDLEY} TF1 1AA") == " E06000020"


@pytest.mark.parametrize("typed", ["WR2 5AD", "TF1 1AA", "B45 8QQ", "SW1A 1AA"])
def test_a_postcode_that_the_table_lacks_is_answered_by_the_built_in_sectors(table: Path, typed: str) -> None:
    before = code_postcodes(typed), find_place(typed, asked=True)
    write_table(table, BORDER)
    use_table(table)

    assert (code_postcodes(typed), find_place(typed, asked=True)) == before


def test_a_postcode_in_two_councils_stays_a_question(table: Path) -> None:
    write_table(table, [*BORDER, Postcode("WR2 5", "AA", MALVERN_HILLS)])

    place = find_place("WR2 5AA", asked=True)

    assert {each.gss for each in place.candidates} == {WORCESTER, MALVERN_HILLS}


def test_the_table_is_read_once_and_only_when_asked(table: Path) -> None:
    write_table(table, BORDER)
    use_table(table)
    assert councils_of("WR2 5", "AA") == (WORCESTER,)

    table.unlink()

    assert councils_of("WR2 5", "AB") == (MALVERN_HILLS,)


def test_a_second_import_replaces_the_first(table: Path) -> None:
    assert write_table(table, BORDER) == 4
    assert write_table(table, [Postcode("WR2 5", "AB", WORCESTER)]) == 1

    assert councils_of("WR2 5", "AB") == (WORCESTER,)
    assert councils_of("WR2 5", "AA") == ()


def test_a_file_that_turns_out_wrong_leaves_the_last_table(table: Path) -> None:
    def broken() -> Iterator[Postcode]:
        yield Postcode("WR2 5", "AA", MALVERN_HILLS)
        raise NothingOfOurs("broken")

    write_table(table, BORDER)
    with pytest.raises(NothingOfOurs):
        write_table(table, broken())

    assert councils_of("WR2 5", "AA") == (WORCESTER,)


class _Killed(BaseException):
    """As if the process ended at once."""


@pytest.mark.parametrize("failure", [_Killed, OSError])
def test_a_crash_between_write_and_rename_leaves_the_last_table(
    table: Path, monkeypatch: pytest.MonkeyPatch, failure: type[BaseException]
) -> None:
    def fail(*_: object) -> None:
        raise failure

    write_table(table, BORDER)
    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", fail)
        with pytest.raises(failure):
            write_table(table, [Postcode("WR2 5", "AA", MALVERN_HILLS)])
    assert councils_of("WR2 5", "AA") == (WORCESTER,)

    write_table(table, [Postcode("WR2 5", "AB", WORCESTER)])

    assert list(table.parent.iterdir()) == [table]


@pytest.mark.parametrize("damage", [b"", b"not gzip", None])
def test_a_damaged_table_is_left_aside(
    table: Path, damage: bytes | None, capsys: pytest.CaptureFixture[str]
) -> None:
    write_table(table, BORDER)
    table.write_bytes(table.read_bytes()[:-12] if damage is None else damage)

    assert code_postcodes("WR2 5AA") == "WR2"
    assert "5AA" not in capsys.readouterr().out
