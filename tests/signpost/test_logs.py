"""A line of a log says what happened and where in our code, never what was said."""

import json
import logging
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import pytest

from signpost import logs
from signpost.logs import ClosedLines, told_of


ROOT = Path(__file__).parents[2]
MARKER = "MARKER-TEXT"
FACTS = "signpost_facts"


def _line(logger: str, message: str = "", **facts: Any) -> dict[str, Any]:
    record = logging.LogRecord(logger, logging.ERROR, "/x/processor.py", 42, message, None, None)
    setattr(record, FACTS, facts)
    line: dict[str, Any] = json.loads(ClosedLines("web").format(record))
    return line


def _written(code: str) -> list[dict[str, Any]]:
    """The lines of a process that runs this code after it set up its log; it must not print anything else."""
    whole = "import logging, warnings, threading, structlog\nfrom signpost import logs\n" + textwrap.dedent(
        code
    )
    ran = subprocess.run([sys.executable, "-c", whole], capture_output=True, text=True, check=False, cwd=ROOT)
    assert MARKER not in ran.stderr + ran.stdout
    return [json.loads(line) for line in (ran.stdout + ran.stderr).splitlines()]


def test_an_event_of_ours_is_written_with_its_keys() -> None:
    line = _line("bot.channel", event="turn_slow", seconds=2.0)

    assert (line["event"], line["seconds"], line["process"]) == ("turn_slow", 2.0, "web")


@pytest.mark.parametrize(
    "key", ["text", "message", "sender", "token", "area", "address", "place_name", "need"]
)
def test_a_key_that_is_not_on_the_list_is_dropped(key: str) -> None:
    assert MARKER not in str(_line("bot.channel", event="turn_slow", **{key: MARKER}))


@pytest.mark.parametrize("key", sorted(logs.FORMS))
def test_a_value_that_has_not_the_form_of_its_key_is_dropped(key: str) -> None:
    assert key not in _line("web.chat", event="turn_slow", **{key: "he said: 07700 900123, 4 High Street"})


@pytest.mark.parametrize("key", sorted(logs.FORMS))
def test_a_thing_with_text_of_its_own_is_dropped(key: str) -> None:
    assert key not in _line("web.chat", event="turn_slow", **{key: {"said": MARKER}})


def test_an_event_that_is_a_sentence_is_not_repeated() -> None:
    assert _line("web.chat", event="They said MARKER TEXT")["event"] == "unnamed"


def test_a_plain_line_of_ours_is_not_repeated() -> None:
    record = logging.LogRecord("web.chat", logging.ERROR, "/x/a.py", 1, "said %s", (MARKER,), None)

    assert MARKER not in ClosedLines("web").format(record)


@pytest.mark.parametrize(
    "name", ["rasa.core.processor", "sanic.root", "asyncio", "root", "botocore", "webbing"]
)
def test_other_lines_are_a_place_in_the_code(name: str) -> None:
    line = _line(name, f"Sender abc said {MARKER}", event=MARKER, error="MARKER")

    assert (line["logger"], line["event"], line["place"]) == (name, "foreign", "processor.py:42")
    assert "MARKER" not in str(line)


def test_being_ready_is_told() -> None:
    assert _line("root", "Rasa server is up and running.")["event"] == "ready"


def test_an_exception_is_told_by_its_kinds_and_our_frames() -> None:
    def fail(said: str) -> None:
        try:
            raise ValueError(said)
        except ValueError as cause:
            raise RuntimeError(f"{said} too") from cause

    with pytest.raises(RuntimeError) as raised:
        fail(MARKER)
    told = told_of(raised.value)

    assert told["errors"] == ["RuntimeError", "ValueError"]
    assert all(each.startswith("tests/signpost/test_logs.py:") for each in told["frames"])
    assert told["frames"]
    assert MARKER not in str(told)


def test_frames_of_libraries_are_left_out() -> None:
    with pytest.raises(json.JSONDecodeError) as raised:
        json.loads("{")

    assert [each.partition(":")[0] for each in told_of(raised.value)["frames"]] == [
        "tests/signpost/test_logs.py"
    ]


def test_a_chain_of_exceptions_that_turns_in_a_circle_ends() -> None:
    first, second = ValueError(), KeyError()
    first.__cause__, second.__cause__ = second, first

    assert len(told_of(first)["errors"]) == logs.MOST_CAUSES


@pytest.mark.parametrize(
    "code",
    [
        "logging.getLogger('rasa.core').warning('MARKER-TEXT')",
        "structlog.get_logger('rasa.core').warning('MARKER-TEXT', text='MARKER-TEXT')",
        "structlog.get_logger().warning('event', text='MARKER-TEXT', error='MARKER-TEXT')",
        "warnings.warn('MARKER-TEXT')",
        "raise ValueError('MARKER-TEXT')",
        "threading.Thread(target=lambda: int('MARKER-TEXT')).start()",
        "try:\n    int('MARKER-TEXT')\nexcept ValueError:\n    structlog.get_logger().exception('failed')",
        "try:\n    int('MARKER-TEXT')\nexcept ValueError:\n    logging.exception('MARKER-TEXT')",
    ],
)
def test_whatever_a_process_logs_no_words_are_written(code: str) -> None:
    lines = _written("logs.configure('web')\n" + code)

    assert len(lines) == 1
    assert lines[0]["process"] == "web"


def test_an_uncaught_exception_is_told_by_its_kind() -> None:
    lines = _written("logs.configure('web')\nraise ValueError('MARKER-TEXT')")

    assert (lines[0]["event"], lines[0]["errors"]) == ("uncaught", ["ValueError"])


def test_what_libraries_tell_of_their_work_is_not_written() -> None:
    assert _written("logs.configure('web')\nlogging.getLogger('httpx').info('POST http://x')") == []


def test_lines_below_the_level_are_not_written() -> None:
    assert _written("logs.configure('web')\nstructlog.get_logger('web.x').debug('seen')") == []
