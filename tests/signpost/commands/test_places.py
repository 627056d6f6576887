"""`signpost directory places import` as an operator uses it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from directory.places import code_postcodes, use_table
from signpost.commands.directory import app
from signpost.settings import read_settings


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty home folder whose table is in use."""
    monkeypatch.setenv("SIGNPOST_HOME", str(tmp_path / "home"))
    use_table(read_settings().postcode_table)
    yield tmp_path / "home"
    use_table(None)


def _import(folder: Path, text: str) -> Result:
    file = folder / "table.csv"
    file.write_text(text, encoding="utf-8")
    return CliRunner().invoke(app, ["places", "import", str(file)])


def test_help_says_what_it_does_with_an_example() -> None:
    answer = CliRunner().invoke(app, ["places", "import", "--help"])

    assert "signpost directory places import codepo_gb.zip" in answer.output


def test_an_import_makes_a_border_postcode_certain(tmp_path: Path) -> None:
    answer = _import(tmp_path, "pcds,oslaua\nWR2 5AA,E07000237\nSW1A 1AA,E09000033\n")

    assert answer.exit_code == 0
    assert "1 postcodes loaded." in answer.output
    assert code_postcodes("WR2 5AA") == "E07000237"


@pytest.mark.parametrize("text", ["", "postcode,council\nWR2 5AA,Worcester\n"])
def test_a_wrong_file_is_refused_in_a_sentence_and_the_last_table_stays(
    tmp_path: Path, home: Path, text: str
) -> None:
    _import(tmp_path, "pcds,oslaua\nWR2 5AA,E07000237\n")
    before = read_settings().postcode_table.read_bytes()

    answer = _import(tmp_path, text)

    assert answer.exit_code == 1
    assert "table.csv" in answer.output
    assert "still in place" in answer.output
    assert read_settings().postcode_table.read_bytes() == before


def test_a_home_that_cannot_be_written_is_told_in_a_sentence(tmp_path: Path, home: Path) -> None:
    home.mkdir()
    (home / "places").write_text("a file where the folder belongs", encoding="utf-8")

    answer = _import(tmp_path, "pcds,oslaua\nWR2 5AA,E07000237\n")

    assert answer.exit_code == 1
    assert "cannot be written" in answer.output
