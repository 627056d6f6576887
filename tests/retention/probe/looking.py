"""A thread in a process under test: makes half an hour short when asked to, and tells what its objects hold.

Only what can be reached is looked at: that is what Signpost promises of a running process. A file in the
folder of SIGNPOST_TEST_PROBE asks, named after what is asked and the process; standard library only.
"""

import gc
import json
import os
import re
import sys
import threading
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any


BACKWARDS = "kramqz"  # tests.retention.seeded.MARK, so written that the probe itself does not hold it
# As web.chat.tokens makes them, with the digit and the capital that a module's dotted name has not.
TOKEN = re.compile(r"(?<![\w.-])[\w-]{24}\.(?=\D*\d)(?=[^A-Z]*[A-Z])[\w-]{43}(?![\w.-])", re.ASCII)
EVERY = 0.2  # seconds
LONGEST = 100_000  # characters of a text that is searched for a token


def begin() -> None:
    """Starts the thread, where a test asks for it."""
    folder = os.environ.get("SIGNPOST_TEST_PROBE")
    if folder:
        threading.Thread(target=_serve, args=(Path(folder),), name="probe", daemon=True).start()


def _serve(folder: Path) -> None:
    while True:
        time.sleep(EVERY)
        for asked, do in (("shorten", _shorten), ("look", _look)):
            file = folder / f"{asked}-{os.getpid()}"
            if file.exists():
                file.unlink()
                answer = folder / f"{asked}-{os.getpid()}.new"
                answer.write_text(json.dumps(do()))
                answer.rename(folder / f"{asked}-{os.getpid()}.json")


def _shorten() -> list[str]:
    """What is kept for half an hour is kept no longer; who forgets it, and when, is left to the process."""
    registry = sys.modules.get("web.chat.memory_registry")
    if registry is not None:
        registry.IDLE = timedelta(0)  # type: ignore[attr-defined]
    for each in gc.get_objects():
        if type(each).__name__ == "ForgetfulTrackerStore":
            each._keep_seconds = 0.0
    return []


def _look() -> list[str]:
    """For each text that holds a marker or a token: what it is, and in what it lies."""
    gc.collect()
    texts = (each for each in _reachable() if isinstance(each, str | bytes | bytearray))
    return [_place(each) for each in texts if _tells(each)]


def _reachable() -> Iterator[Any]:
    """Every object that the collector knows, and what these hold: texts are not known to it by themselves."""
    seen: set[int] = set()
    waiting: list[Any] = gc.get_objects()
    while waiting:
        found = waiting.pop()
        if id(found) in seen or found is waiting:
            continue
        seen.add(id(found))
        yield found
        waiting += gc.get_referents(found)


def _tells(found: str | bytes | bytearray) -> bool:
    text = found if isinstance(found, str) else bytes(found).decode("latin-1")
    is_token = len(text) < LONGEST and TOKEN.search(text) is not None
    return BACKWARDS in text.lower()[::-1] or is_token


def _place(found: Any) -> str:
    """The kinds of what leads to it, never the text."""
    chain = [f"{type(found).__name__} of {len(found)}"]
    for _ in range(4):
        found = next((each for each in gc.get_referrers(found) if _is_telling(each)), None)
        if found is None:
            break
        chain.append(_name(found))
    return " in ".join(chain)


def _is_telling(holder: Any) -> bool:
    return type(holder).__name__ not in {"frame", "generator", "list_iterator"} and holder is not sys.modules


def _name(holder: Any) -> str:
    kind = f"{type(holder).__module__}.{type(holder).__name__}"
    if not isinstance(holder, dict):
        return kind
    return f"{kind}({', '.join(str(key)[:20] for key in list(holder)[:4])})"
