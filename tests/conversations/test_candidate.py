"""Another model is tried on the recorded conversations before it serves anybody."""

import shutil
from pathlib import Path

import pytest

from bot.model_file import hash_of_model_in, model_in, write_hash
from tests.conversations.candidate import WRONG, lead_to, main, play_all
from tests.running import ROOT, RunningSystem, running_system
from tests.talking import recorded_conversations


pytestmark = pytest.mark.model
LEARNT_NOTHING = """turns:
  - say: "they've taken over my flat"
    expect: {says: ["words that no model brings"]}
"""


def test_what_does_not_go_as_written_is_named(system: RunningSystem, tmp_path: Path) -> None:
    odd = tmp_path / "user_hears_something_else.yml"
    odd.write_text(LEARNT_NOTHING, encoding="utf-8")

    wrong = play_all(system, [recorded_conversations()[0], odd])

    assert [line.split(":")[0] for line in wrong] == ["user_hears_something_else"]


def test_a_model_that_training_did_not_leave_there_is_not_even_started(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    model_in(tmp_path).write_bytes(b"half of it")
    write_hash(tmp_path)
    model_in(tmp_path).write_bytes(b"half")

    assert main(tmp_path) == WRONG
    assert "is not the model that training left" in capsys.readouterr().err


@pytest.mark.slow
def test_the_engine_that_is_asked_runs_the_other_model(tmp_path: Path) -> None:
    for of in (model_in, hash_of_model_in):
        shutil.copyfile(of(ROOT / "models"), of(_made(tmp_path / "other")))
    with running_system(tmp_path / "home") as running:
        lead_to(tmp_path / "other", running, tmp_path / "project")
        folder = Path(f"/proc/{running.process('rasa').process.pid}/cwd").readlink()

    assert (folder / "models").resolve() == tmp_path / "other"


def _made(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    return folder
