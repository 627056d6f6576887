"""What every `signpost` command has in common."""

import sys
from pathlib import Path

import pytest

from signpost import cli
from signpost.commands import up
from signpost.secrets import read_or_make_secret


COMMANDS = ("up", "migrate", "usage periods", "usage demo", "directory check", "users list", "chat")


def _run(command: str, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setattr(sys, "argv", ["signpost", *command.split()])
    monkeypatch.setattr(cli.logs, "configure", lambda _process: None)  # the tests' own log stays as it is
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert isinstance(ended.value.code, int)
    return ended.value.code


@pytest.mark.parametrize("command", COMMANDS)
def test_an_odd_setting_is_told_in_a_sentence_whatever_the_command(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SIGNPOST_PORT", "x")

    code = _run(command, monkeypatch)

    assert code == 1
    assert capsys.readouterr().err == "SIGNPOST_PORT has value 'x'. Not a whole number.\n"


def test_a_broken_secret_is_told_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets" / "engine").touch()
    monkeypatch.setattr(up, "_up", lambda: read_or_make_secret(tmp_path, "engine"))

    code = _run("up", monkeypatch)

    assert code == 1
    assert "64 hexadecimal digits" in capsys.readouterr().err
