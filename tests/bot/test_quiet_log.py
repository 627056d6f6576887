"""A line of the log says where in the code, never what was said."""

import logging
import subprocess
import sys
from pathlib import Path

import pytest

from bot import quiet_log


ROOT = Path(__file__).parents[2]


def _line(name, message, error=None, level=logging.ERROR):
    info = (type(error), error, None) if error else None
    record = logging.LogRecord(name, level, "/x/processor.py", 42, message, None, info)
    return quiet_log.CodesOnly().format(record)


def test_our_own_lines_are_repeated():
    assert _line("bot.channel", "A turn failed.").endswith("ERROR bot.channel A turn failed.")


@pytest.mark.parametrize("name", ["rasa.core.processor", "sanic.root", "asyncio", "root", "botocore"])
def test_other_lines_are_a_place_in_the_code(name):
    line = _line(name, "Sender abc said MARKER-TEXT")

    assert line.endswith(f"ERROR {name} processor.py:42")


def test_exceptions_are_named_with_their_causes_and_not_told():
    try:
        try:
            raise ValueError("MARKER-TEXT")
        except ValueError as cause:
            raise RuntimeError("MARKER-TEXT too") from cause
    except RuntimeError as error:
        line = _line("rasa.core.processor", "Failed: MARKER-TEXT", error)

    assert line.endswith("processor.py:42 <- RuntimeError <- ValueError")


def test_being_ready_is_told():
    assert _line("root", "Rasa server is up and running.", level=logging.INFO).endswith("INFO root ready")


def test_a_process_that_logs_so_writes_no_words():
    code = (
        "import logging, logging.config; from bot import quiet_log;"
        "logging.config.dictConfig(quiet_log.settings());"
        "logging.getLogger('rasa.core').warning('MARKER-TEXT')"
    )

    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)

    assert "WARNING rasa.core <string>.py:1" in told.stderr
    assert "MARKER" not in told.stderr + told.stdout
