"""How the engine logs: our own lines as written, everybody else's as a place in the code and no words.

Rasa puts what people say, slots and whole trackers into messages and exceptions. Its lines are
cut down to level, logger, line and the names of exceptions, which is enough to look the place up.
"""

import logging
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import structlog


OURS = ("bot", "safety", "vocabulary", "signpost")
HARMLESS = {
    "Rasa server is up and running.": "ready",
    "Bot loaded. Type a message and press enter (use '/stop' to exit): ": "ready",
}


class CodesOnly(logging.Formatter):
    """One line for each record: time, level, logger, and a code."""

    def format(self, record: logging.LogRecord) -> str:
        """The line; a message is repeated only when its logger is ours."""
        moment = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="seconds")
        parts = [moment, record.levelname, record.name, _told(record), *_exceptions(record)]
        return " ".join(parts)


def settings(level: str = "INFO") -> dict[str, Any]:
    """The logging of the engine's process, for logging.config.dictConfig: one handler, to stderr."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"codes": {"()": CodesOnly}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "codes"}},
        "root": {"level": level, "handlers": ["stderr"]},
    }


def quiet_structlog(level: int = logging.INFO) -> None:
    """Leads structlog's lines, which Rasa fills with texts, slots and trackers, through the handler above.

    Left alone, structlog prints every debug line to standard output: the person's words among them.
    """
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.stdlib.LoggerFactory(),
        processors=[structlog.stdlib.render_to_log_kwargs],
        cache_logger_on_first_use=True,
    )


def _told(record: logging.LogRecord) -> str:
    if record.name.split(".")[0] in OURS:
        return record.getMessage()
    return HARMLESS.get(str(record.msg), f"{record.module}.py:{record.lineno}")


def _exceptions(record: logging.LogRecord) -> Iterator[str]:
    error = record.exc_info[1] if record.exc_info else None
    while error is not None:
        yield f"<- {type(error).__name__}"
        error = error.__cause__ or error.__context__
