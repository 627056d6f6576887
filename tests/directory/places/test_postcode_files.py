"""ONSPD and Code-Point Open are read for two columns; any other shape is refused by name."""

import zipfile
from pathlib import Path

import pytest

from directory.places.postcode_files import (
    NothingOfOurs,
    Postcode,
    TableError,
    UnexpectedShape,
    UnreadableFile,
    read_postcodes,
)


WORCESTER, MALVERN_HILLS, WYCHAVON = "E07000237", "E07000235", "E07000238"
IN_WORCESTER = Postcode("WR2 5", "AA", WORCESTER)
CODE_POINT = (
    f'"WR2 5AA",10,384000,254000,"E92000001","E19000002","E18000005","E10000034","{WORCESTER}","E05"\n'
)
CODE_POINT_HEADERS = "PC,PQ,EA,NO,CY,RH,LH,CC,DC,WC\n"


def _file(folder: Path, text: str, name: str = "table.csv") -> Path:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def _read(source: Path) -> list[Postcode]:
    return list(read_postcodes(source))


@pytest.mark.parametrize(
    "header",
    [
        "pcd,pcd2,pcds,dointr,doterm,oscty,oslaua",
        "PCD,PCD2,PCDS,DOINTR,DOTERM,OSCTY,OSLAUA",
        "\ufeffpcd,pcd2,pcds,dointr,doterm,oscty,oslaua",
        "pcd7,pcd8,pcds,dointr,doterm,cty25cd,lad25cd",
        "pcd7,pcd8,pcds,dointr,doterm,cty25cd,ladcd",
        "pcd,pcd2,pcdx,dointr,doterm,oscty,laua",
        "pcdx,pcd2,pcdy,dointr,doterm,oscty,laua",
    ],
)
def test_old_and_new_headers_of_onspd_are_known(tmp_path: Path, header: str) -> None:
    row = f'"WR2 5AA","WR2  5AA","WR2 5AA","198001","","E10000034","{WORCESTER}"'

    assert _read(_file(tmp_path, f"{header}\n{row}\n")) == [IN_WORCESTER]


def test_of_two_years_of_councils_the_newer_is_taken(tmp_path: Path) -> None:
    file = _file(tmp_path, f"pcds,lad24cd,lad25cd,lad24nm\nWR2 5AA,{WYCHAVON},{WORCESTER},Wychavon\n")

    assert _read(file) == [IN_WORCESTER]


def test_a_terminated_postcode_is_kept(tmp_path: Path) -> None:
    file = _file(tmp_path, f"pcds,doterm,oslaua\nWR2 5AA,199606,{WORCESTER}\n")

    assert _read(file) == [IN_WORCESTER]


def test_postcodes_that_cannot_concern_us_or_have_no_council_are_left_out(tmp_path: Path) -> None:
    rows = f"SW1A 1AA,E09000033\nWR2 5AB,\nWR2 5AD,E99999999\nBT1 1AA,N09000003\nWR2 5AA,{WORCESTER}\n"

    assert _read(_file(tmp_path, f"pcds,oslaua\n{rows}")) == [IN_WORCESTER]


def test_code_point_open_has_no_header_and_its_council_is_ninth(tmp_path: Path) -> None:
    unitary = 'HR1 1AA,10,350000,240000,E92000001,,,"","E06000019",E05\n'

    found = _read(_file(tmp_path, CODE_POINT + unitary))

    assert found == [IN_WORCESTER, Postcode("HR1 1", "AA", "E06000019")]


def _as_folder(folder: Path) -> Path:
    _file(folder, CODE_POINT, "codepo/Data/CSV/wr.csv")
    _file(folder, CODE_POINT.replace("WR2 5AA", "DY101AA"), "codepo/Data/CSV/dy.csv")
    _file(folder, CODE_POINT_HEADERS, "codepo/Doc/Code-Point_Open_Column_Headers.csv")
    return folder / "codepo"


def _as_zip(folder: Path) -> Path:
    packed = folder / "codepo_gb.ZIP"
    with zipfile.ZipFile(packed, "w") as archive:
        for file in sorted(_as_folder(folder).rglob("*.csv")):
            archive.write(file, file.relative_to(folder / "codepo"))
    return packed


@pytest.mark.parametrize("packed", [_as_folder, _as_zip])
def test_a_folder_or_zip_is_read_whole_but_for_its_documents(tmp_path: Path, packed: object) -> None:
    assert callable(packed)
    assert _read(packed(tmp_path)) == [Postcode("DY10 1", "AA", WORCESTER), IN_WORCESTER]


def test_a_changed_header_is_named_with_what_was_expected(tmp_path: Path) -> None:
    with pytest.raises(UnexpectedShape) as refusal:
        _read(_file(tmp_path, "postcode,council\nWR2 5AA,Worcester\n"))

    assert "table.csv: expected ONSPD's header with pcds" in str(refusal.value)
    assert "found postcode, council." in str(refusal.value)


@pytest.mark.parametrize("header", ["pcds,oscty", "oslaua,lat", CODE_POINT_HEADERS, ""])
def test_a_header_that_lacks_a_column_is_refused(tmp_path: Path, header: str) -> None:
    with pytest.raises(UnexpectedShape):
        _read(_file(tmp_path, f"{header}\nWR2 5AA,{WORCESTER}\n"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"WR2 5AA,{WORCESTER}\n", "found 2 columns without a header"),
        (f"pcds,oslaua\nWR2 5AA,{WORCESTER}\nWR2 5AB\n", "line 3: expected"),
        (
            "pcds,oslaua\nWR2 5AA,47UE\n",
            "line 2: expected a council's GSS code such as E07000237; found '47UE'",
        ),
        (f"pcds,oslaua\nWR2 5CC9,{WORCESTER}\nWR2 XXX,{WORCESTER}\n", "line 3: expected a full postcode"),
    ],
)
def test_a_row_that_does_not_fit_is_refused_by_its_line(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(UnexpectedShape, match=said):
        _read(_file(tmp_path, text))


@pytest.mark.parametrize("text", ["", "pcds,oslaua\n", "pcds,oslaua\nSW1A 1AA,E09000033\n"])
def test_a_file_without_a_postcode_of_ours_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(NothingOfOurs):
        _read(_file(tmp_path, text))


@pytest.mark.parametrize("encoding", ["utf-16", "latin-1"])
def test_another_encoding_is_refused(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "table.csv"
    file.write_bytes(f"pcds,oslaua,é\nWR2 5AA,{WORCESTER},é\n".encode(encoding))

    with pytest.raises(UnreadableFile, match="not UTF-8"):
        _read(file)


def test_a_damaged_zip_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    for source in (_file(tmp_path, "no zip", "codepo.zip"), tmp_path / "missing.csv"):
        with pytest.raises(TableError, match="cannot be read"):
            _read(source)
