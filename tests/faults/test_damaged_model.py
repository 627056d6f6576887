"""The model's file is damaged or half written: a running engine keeps its own, a restarted one refuses it.

Nobody is served a broken model: until the file is whole again, people get the fixed card.
"""

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.model_file import hash_of_model_in, model_in, write_hash
from signpost.processes import ENDED_FOR, Running
from tests.faults.people import SENTENCE, Outcome, Person
from tests.faults.supervised import Supervised
from tests.running import ROOT


pytestmark = [pytest.mark.model, pytest.mark.slow]
AT_MOST = 10.0  # seconds; the promise is three, a busy machine may add its own
[LAST_WORDS] = ENDED_FOR.values()


@pytest.fixture
def models(watched: Supervised, tmp_path: Path) -> Iterator[Path]:
    """A folder with the model, of a project from which the engine runs meanwhile."""
    project = tmp_path / "project"
    (project / "models").mkdir(parents=True)
    for name in ("endpoints.yml", "credentials.yml"):
        (project / name).symlink_to(ROOT / name)
    for of in (model_in, hash_of_model_in):
        shutil.copyfile(of(ROOT / "models"), of(project / "models"))
    rasa = watched.system.process("rasa")
    before = rasa.plan
    rasa.plan = replace(before, command=["env", "--chdir", str(project), *before.command])
    _kill(rasa)
    watched.heal()
    yield project / "models"
    rasa.plan = before


def _kill(rasa: Running) -> None:
    rasa.process.kill()
    rasa.process.wait()


@pytest.mark.parametrize("is_noted", [False, True], ids=["half written", "half written when it was noted"])
def test_a_half_written_model_is_never_served_and_a_whole_one_heals(
    watched: Supervised, models: Path, *, is_noted: bool
) -> None:
    whole, noted = model_in(models).read_bytes(), hash_of_model_in(models).read_bytes()
    model_in(models).write_bytes(whole[: len(whole) // 2])
    if is_noted:
        write_hash(models)
    person = Person(watched.system)
    served_before = person.find_services()

    watched.told.clear()
    _kill(watched.system.process("rasa"))
    while not any(LAST_WORDS in told for told in watched.told):
        told = person.open(again=False)
        assert told.outcome is Outcome.FIXED_CARD
        assert told.seconds < AT_MOST
    card = person.type(SENTENCE)
    (models / "whole").write_bytes(whole)
    os.replace(models / "whole", model_in(models))
    hash_of_model_in(models).write_bytes(noted)
    watched.heal()

    assert served_before
    assert card.outcome is Outcome.FIXED_CARD
    assert Person(watched.system).find_services()
