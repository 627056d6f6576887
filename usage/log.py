"""The usage log: events go to a local spool at once, and from there to the database in the background.

An event counts as written when `record` returns: its line has been handed to the operating system in one
write, so a killed process loses nothing. The flusher forces each segment to the disk before it moves it,
once a second and not per line, so a power cut can cost the last second. An event's id is its primary key:
moving a segment twice does no harm.

A segment belongs to its writer for as long as that holds the file's lock. The system drops the lock when
the writer dies, however it dies; then any process's flusher may move the segment. Make one UsageLog in each
process, after forking.
"""

import atexit
import fcntl
import os
import secrets
import threading
from collections.abc import Iterable
from pathlib import Path

import structlog
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session, sessionmaker

from signpost.logs import told_of
from usage.event import BadEvent, UsageEvent, from_line, to_line
from usage.model import UsageRow
from usage.once import insert_once
from usage.rows import row_of


SECONDS_BETWEEN_FLUSHES = 1.0
SECONDS_TO_STOP = 10.0
ROWS_AT_ONCE = 500
_logger = structlog.get_logger(__name__)


class UsageLog:
    """Records events without ever raising or waiting for the database."""

    def __init__(self, spool_dir: Path, sessions: sessionmaker[Session]) -> None:
        self.dropped = 0  # events that a full or unwritable disk cost
        self.unreadable = 0  # spooled lines that are not events, such as the torn last line of a power cut
        self._told = 0  # how many of both the log of the process knows of
        self._spool_dir = spool_dir
        self._sessions = sessions
        self._writing = threading.Lock()  # held for one write or one change of segment, never longer
        self._moving = threading.Lock()
        self._segment: int | None = None
        self._stopping = threading.Event()
        self._flusher: threading.Thread | None = None

    @property
    def lost(self) -> int:
        """Events that were dropped or could not be read again, since the process started."""
        return self.dropped + self.unreadable

    def record(self, event: UsageEvent) -> None:
        """Put an event on the spool; what cannot be written is dropped and counted, and the chat goes on."""
        try:
            line = (to_line(event) + "\n").encode()
            with self._writing:
                self._write(line)
        except Exception:  # noqa: BLE001 - whatever is wrong with the log, a conversation must not notice
            self.dropped += 1

    def start(self) -> None:
        """Start the flusher; what an earlier process left on the spool is moved too."""
        if self._flusher is not None:
            return
        self._stopping.clear()
        self._flusher = threading.Thread(target=self._flush_until_stopped, name="usage-flusher", daemon=True)
        self._flusher.start()
        atexit.register(self.stop)

    def stop(self) -> None:
        """Stop the flusher after a last flush; what the database refuses waits on the spool for the next."""
        atexit.unregister(self.stop)
        self._stopping.set()
        if self._flusher is not None:
            self._flusher.join(SECONDS_TO_STOP)
            self._flusher = None
        else:
            self.flush()

    def flush(self) -> bool:
        """Move every segment that nobody writes any more to the database; False when some had to stay."""
        with self._moving:
            try:
                self._close_segment()
                for path in sorted(self._spool_dir.glob("*.jsonl")):
                    self._move(path)
            except (SQLAlchemyError, OSError) as error:
                _logger.warning("usage_flush_failed", **told_of(error))
                return False
            finally:
                self._tell_lost()
        return True

    def _tell_lost(self) -> None:
        if self.lost > self._told:
            self._told = self.lost
            _logger.warning("usage_events_lost", dropped=self.dropped, unreadable=self.unreadable)

    def _flush_until_stopped(self) -> None:
        while not self._stopping.wait(SECONDS_BETWEEN_FLUSHES):
            self.flush()
        self.flush()

    def _write(self, line: bytes) -> None:
        if self._segment is None:
            self._segment = _open_segment(self._spool_dir)
        end = os.fstat(self._segment).st_size
        try:
            written = os.write(self._segment, line)
        except OSError:
            written = 0
        if written != len(line):
            self._take_back(end)

    def _take_back(self, end: int) -> None:
        assert self._segment is not None
        self.dropped += 1
        os.ftruncate(self._segment, end)  # else the next event would be glued to half a line

    def _close_segment(self) -> None:
        with self._writing:
            segment, self._segment = self._segment, None
        if segment is not None:
            os.close(segment)

    def _move(self, path: Path) -> None:
        try:
            segment = os.open(path, os.O_RDWR)
        except FileNotFoundError:
            return  # another process's flusher was quicker
        with os.fdopen(segment, "rb") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return  # its writer lives
            os.fsync(file)
            self._store(file.read().decode(errors="replace").splitlines())
            path.unlink(missing_ok=True)

    def _store(self, lines: list[str]) -> None:
        events = list(self._readable(lines))
        with self._sessions.begin() as session:
            for first in range(0, len(events), ROWS_AT_ONCE):
                rows = [row_of(event) for event in events[first : first + ROWS_AT_ONCE]]
                session.execute(insert_once(session, UsageRow), rows)

    def _readable(self, lines: Iterable[str]) -> Iterable[UsageEvent]:
        for line in lines:
            try:
                yield from_line(line)
            except BadEvent:
                self.unreadable += 1


def _open_segment(spool_dir: Path) -> int:
    """A new file that is locked before any flusher can see its name."""
    spool_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = spool_dir / f"{secrets.token_hex(8)}.new"
    segment = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND, 0o600)
    fcntl.flock(segment, fcntl.LOCK_EX)
    path.rename(path.with_suffix(".jsonl"))
    return segment
