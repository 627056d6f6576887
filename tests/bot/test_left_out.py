"""The engine runs without what it does not use, and says so to whatever would need it."""

import subprocess
import sys
from pathlib import Path

import pytest

from bot.left_out import LEFT_OUT


START = "from bot.left_out import leave_out, LeftOut\n"


def _run(script: str) -> str:
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", START + script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout.strip()


@pytest.mark.model
@pytest.mark.slow
def test_the_engine_has_not_loaded_it(engine):
    maps = Path(f"/proc/{engine.pid}/maps").read_text()

    assert "onnxruntime" in maps  # the engine's own libraries are listed
    assert "tensorflow" not in maps


@pytest.mark.slow
def test_a_component_that_needs_it_is_refused_with_what_to_do():
    told = _run(
        "leave_out()\n"
        "from rasa.nlu.classifiers.diet_classifier import DIETClassifier\n"
        "from rasa.utils.tensorflow.callback import RasaTrainingLogger\n"
        "try:\n    RasaTrainingLogger(1, silent=True)\n"
        "except LeftOut as error:\n    print(error)"
    )

    assert "bot/left_out.py" in told


@pytest.mark.parametrize("name", LEFT_OUT)
def test_its_classes_can_be_named_and_inherited_from_but_not_made(name):
    told = _run(
        f"print(leave_out())\nimport {name}\n"
        f"class Ours({name}.keras.callbacks.Callback): pass\n"
        "try:\n    Ours()\nexcept LeftOut:\n    print('refused')"
    )

    assert told.split() == ["True", "refused"]


def test_leaving_out_twice_is_once():
    assert _run("print(leave_out(), leave_out())") == "True True"


def test_it_cannot_be_left_out_once_it_is_there():
    assert _run(f"import sys\nsys.modules['{LEFT_OUT[0]}'] = sys\nprint(leave_out())") == "False"
