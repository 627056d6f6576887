"""How every process logs: one JSON object a line, of closed keys whose values have closed forms.

Libraries put what people say into messages, exceptions and their arguments: Rasa logs texts and whole
trackers, rasa-sdk the request of a failed action. So nothing of a line is believed. Of our own lines an
event's name and the keys of FORMS are written, where the value has the key's form; of everybody else's only
where in the code they were logged. An exception is told by its kinds and by our own frames, never by its
text or a variable.
"""

import json
import logging
import logging.config
import re
import sys
import threading
import traceback
from collections.abc import Mapping, MutableMapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import structlog


ROOT = Path(__file__).resolve().parent.parent
OURS = frozenset(
    {"vocabulary", "safety", "directory", "usage", "actions", "bot", "web", "signpost", "migrations"}
)
NAME = re.compile(r"[A-Za-z_][\w.]{0,79}", re.ASCII)  # of an event, a logger, a class, an action
PLACE = re.compile(r"[\w./<>-]{1,120}:\d{1,6}", re.ASCII)
NUMBER = re.compile(r"-?\d{1,12}(\.\d{1,6})?", re.ASCII)
KIND = re.compile(r"[A-Za-z][A-Za-z_:-]*( [A-Za-z_:-]+){0,3}", re.ASCII)  # codes of our own failures
MARK = re.compile(r"[0-9a-f]{16}", re.ASCII)  # a keyed hash of a member of staff or of their network
WORDS = re.compile(r"[a-z]+(\.[a-z_]+){1,6}", re.ASCII)  # ids of our own words
# Every key that a line may hold beside time, level, process, logger and event. To add one, give its form, and
# look where its value comes from: it must be ours, never a person's.
FORMS: Mapping[str, re.Pattern[str]] = {
    "account": MARK,
    "action": NAME,
    "dropped": NUMBER,
    "error": NAME,
    "errors": NAME,  # several: an exception's kinds
    "frames": PLACE,  # several: where in our code it passed
    "kind": KIND,
    "network": MARK,
    "place": PLACE,
    "port": NUMBER,
    "seconds": NUMBER,
    "status": NUMBER,
    "unreadable": NUMBER,
    "words": WORDS,
}
FOREIGN = "foreign"  # the event of a line that is not ours
UNNAMED = "unnamed"  # the event of a line of ours that was not written as an event
READY = "Rasa server is up and running."
MOST_CAUSES = 8
_FACTS = "signpost_facts"


class ClosedLines(logging.Formatter):
    """Makes the line of one record; whatever is not on the list is dropped without a trace."""

    def __init__(self, process: str) -> None:
        super().__init__()
        self._process = process

    def format(self, record: logging.LogRecord) -> str:
        """One line of JSON."""
        moment = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line: dict[str, Any] = {"at": moment, "level": record.levelname.lower(), "process": self._process}
        line["logger"] = record.name if NAME.fullmatch(record.name) else FOREIGN
        line |= _own(record) if _is_ours(record.name) else _foreign(record)
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            line |= told_of(error)
        return json.dumps(line)


class WorthWriting(logging.Filter):
    """Leaves out what libraries tell of their work: a line a request would be the time of each turn."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether a record is ours, a warning, or tells that the engine is ready."""
        return record.levelno >= logging.WARNING or _is_ours(record.name) or str(record.msg) == READY


def configure(process: str, *, level: int = logging.INFO) -> None:
    """Leads every line of this process, by `logging` or structlog, to standard error in one form.

    Called once by the module that starts a process. Exceptions that nobody caught, in the main thread or
    another, are told in the same form: Python's own way would repeat their text.
    """
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {"closed": {"()": ClosedLines, "process": process}},
            "filters": {"worth": {"()": WorthWriting}},
            "handlers": {
                "stderr": {"class": "logging.StreamHandler", "formatter": "closed", "filters": ["worth"]}
            },
            "root": {"level": level, "handlers": ["stderr"]},
        }
    )
    logging.captureWarnings(capture=True)
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.stdlib.LoggerFactory(),
        processors=[_as_record],
        cache_logger_on_first_use=True,
    )
    sys.excepthook = lambda _kind, error, _trace: _uncaught(error)
    threading.excepthook = lambda told: _uncaught(told.exc_value)


def told_of(error: BaseException) -> dict[str, Any]:
    """An exception's kinds, its own first, and our frames as `file:line`, outermost first."""
    kinds: list[str] = []
    frames: list[str] = []
    cause: BaseException | None = error
    while cause is not None and len(kinds) < MOST_CAUSES:
        kinds.append(type(cause).__name__)
        frames = [*frames_of(cause), *frames]
        cause = cause.__cause__ or cause.__context__
    return {"errors": kinds, "frames": list(dict.fromkeys(frames))}


def frames_of(error: BaseException) -> list[str]:
    """Where in our own code an exception passed, outermost first, as `file:line`."""
    found = []
    for frame, line in traceback.walk_tb(error.__traceback__):
        path = Path(frame.f_code.co_filename)
        if ROOT in path.parents and ".venv" not in path.parts:
            found.append(f"{path.relative_to(ROOT)}:{line}")
    return found


def _is_ours(logger: str) -> bool:
    return logger.partition(".")[0] in OURS


def _own(record: logging.LogRecord) -> dict[str, Any]:
    facts: Mapping[str, Any] = getattr(record, _FACTS, {})
    event = str(facts.get("event", ""))
    kept = {key: value for key, value in facts.items() if key in FORMS and _fits(key, value)}
    return {"event": event if NAME.fullmatch(event) else UNNAMED, **kept}


def _fits(key: str, value: object) -> bool:
    """Whether a value has its key's form; a number is one whatever it was rounded to."""
    if isinstance(value, float):
        value = round(value, 6)
    if isinstance(value, list):
        return all(_fits(key, each) for each in value)
    return isinstance(value, str | int | float) and FORMS[key].fullmatch(str(value)) is not None


def _foreign(record: logging.LogRecord) -> dict[str, Any]:
    if str(record.msg) == READY:
        return {"event": "ready"}
    place = f"{record.module}.py:{record.lineno}"
    return {"event": FOREIGN, **({"place": place} if PLACE.fullmatch(place) else {})}


def _as_record(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    """structlog's event as the standard library's record; what it holds is judged by ClosedLines."""
    error = event.pop("exc_info", None)
    return {"msg": "", "extra": {_FACTS: dict(event)}, "exc_info": error}


def _uncaught(error: BaseException | None) -> None:
    if isinstance(error, KeyboardInterrupt):
        return
    structlog.get_logger("signpost.logs").critical("uncaught", exc_info=error)
