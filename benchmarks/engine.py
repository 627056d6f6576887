"""Our conversation engine beside a freshly trained `rasa init` bot: same machine, same run, same messages.

Measured of each: cold start, memory, turns a second and their 95th percentile with eight people at
once, and what one turn costs at turn 5 and at turn 200 of a conversation. Ours includes the action
server and the directory; the peer has neither.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import count
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

import requests

from benchmarks.installation import OurEngine, running_engine


PEOPLE = 8
SECONDS = 20.0
TURNS_OF_A_VISIT = 6
LONG_CONVERSATION = 200
MESSAGES = (
    "they've taken over my flat and I owe them money",
    "no",
    "I live in Telford",
    "it's for me",
    "what else is there",
    "thank you",
)
READY_WITHIN = 240.0


@dataclass(frozen=True)
class Figures:
    """What one engine did."""

    training_s: float
    cold_start_s: float
    memory_mb: float
    turns_per_s: float
    p50_ms: float
    p95_ms: float
    turn_5_ms: float
    turn_200_ms: float


@dataclass(frozen=True)
class Peer:
    """The `rasa init` bot while it runs."""

    pid: int
    training_s: float
    cold_start_s: float


@dataclass(frozen=True)
class Door:
    """Where an engine takes messages; `header` opens it."""

    url: str
    header: dict[str, str]

    def say(self, session: requests.Session, sender: str, message: str) -> float:
        """Seconds until the answer to one message."""
        started = time.perf_counter()
        # As web.chat sends it: typed words, and the visit under which the actions write usage events.
        known = {"typed": True, "visit": uuid5(NAMESPACE_URL, sender).hex}
        body = {"sender": sender, "message": message, "metadata": known}
        session.post(self.url, json=body, headers=self.header, timeout=60).raise_for_status()
        return time.perf_counter() - started


def measure(door: Door, *, training: float, cold_start: float, pids: list[int]) -> Figures:
    """Everything but training and start, of an engine that is running."""
    with requests.Session() as session:
        for place, message in enumerate(MESSAGES * 3):
            door.say(session, f"warming-up-{place // TURNS_OF_A_VISIT}", message)
    memory = sum(resident_mb(pid) for pid in pids)
    took = crowd(door)
    early, late = long_conversation(door)
    return Figures(
        training_s=round(training, 1),
        cold_start_s=round(cold_start, 1),
        memory_mb=round(memory),
        turns_per_s=round(len(took) / SECONDS, 1),
        p50_ms=round(1000 * statistics.median(took), 1),
        p95_ms=round(1000 * statistics.quantiles(took, n=20)[-1], 1),
        turn_5_ms=round(1000 * early, 1),
        turn_200_ms=round(1000 * late, 1),
    )


def crowd(door: Door) -> list[float]:
    """Every turn's seconds, with all people talking without a pause for the same time."""
    until = time.perf_counter() + SECONDS
    with ThreadPoolExecutor(PEOPLE) as people:
        talks = [people.submit(_talk, door, person, until) for person in range(PEOPLE)]
        return [seconds for talk in talks for seconds in talk.result()]


def _talk(door: Door, person: int, until: float) -> list[float]:
    took: list[float] = []
    with requests.Session() as session:
        for turn in count():
            if time.perf_counter() > until:
                return took
            sender = f"person-{person}-visit-{turn // TURNS_OF_A_VISIT}"
            took.append(door.say(session, sender, MESSAGES[turn % TURNS_OF_A_VISIT]))
    return took


def long_conversation(door: Door) -> tuple[float, float]:
    """The median turn around turn 5 and around turn 200 of one conversation, seconds."""
    with requests.Session() as session:
        took = [
            door.say(session, "one-long-conversation", MESSAGES[turn % TURNS_OF_A_VISIT])
            for turn in range(LONG_CONVERSATION + TURNS_OF_A_VISIT)
        ]
    return statistics.median(took[2 : 2 + TURNS_OF_A_VISIT]), statistics.median(took[-TURNS_OF_A_VISIT:])


def resident_mb(pid: int) -> float:
    """The memory a process holds now."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


def measure_ours(folder: Path) -> Figures:
    """Our engine with its action server, on an installation of its own."""
    with running_engine(folder) as ours:
        assert isinstance(ours, OurEngine)
        door = Door(ours.url, {"Authorization": f"Bearer {ours.token}"})
        return measure(door, training=ours.training_s, cold_start=ours.cold_start_s, pids=[ours.pid])


def measure_peer(folder: Path, port: int) -> Figures:
    """The bot that `rasa init` makes, trained and served as its documentation says."""
    with running_peer(folder, port) as peer:
        door = Door(f"http://127.0.0.1:{port}/webhooks/rest/webhook", {})
        return measure(door, training=peer.training_s, cold_start=peer.cold_start_s, pids=[peer.pid])


@contextmanager
def running_peer(folder: Path, port: int) -> Iterator[Peer]:
    """The bot that `rasa init` makes in this new folder, freshly trained, on a port of this machine."""
    quiet = {**os.environ, "RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3"}
    rasa = [sys.executable, "-m", "rasa"]
    folder.mkdir()
    subprocess.run(
        [*rasa, "init", "--no-prompt", "--init-dir", str(folder)], env=quiet, check=True, capture_output=True
    )
    shutil.rmtree(folder / "models", ignore_errors=True)
    shutil.rmtree(folder / ".rasa", ignore_errors=True)
    started = time.perf_counter()
    subprocess.run([*rasa, "train", "--quiet"], cwd=folder, env=quiet, check=True, capture_output=True)
    training = time.perf_counter() - started
    with _serving([*rasa, "run", "--port", str(port), "-i", "127.0.0.1"], folder, quiet) as process:
        cold_start = wait_for(f"http://127.0.0.1:{port}/webhooks/rest/")
        yield Peer(process.pid, training, cold_start)


@contextmanager
def _serving(
    command: list[str], folder: Path, environment: dict[str, str]
) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield process
    finally:
        process.terminate()
        process.wait(30)


def wait_for(url: str) -> float:
    """Seconds from now until an address answers."""
    started = time.perf_counter()
    while time.perf_counter() - started < READY_WITHIN:
        try:
            if requests.get(url, timeout=2).ok:
                return time.perf_counter() - started
        except requests.RequestException:
            time.sleep(0.1)
    raise TimeoutError(url)


def table(ours: Figures, peer: Figures) -> str:
    """Both engines' figures and their ratio, as Markdown."""
    rows = ["| measure | Signpost | `rasa init` | ratio |", "|---|---:|---:|---:|"]
    for name, value in asdict(ours).items():
        other = asdict(peer)[name]
        rows.append(f"| {name} | {value} | {other} | {value / other if other else 0:.2f} |")
    return "\n".join(rows)


def main(out: Path = Path("var/benchmarks/engine.json")) -> None:
    """Print the table; write the figures as JSON."""
    with tempfile.TemporaryDirectory() as folder:
        ours = measure_ours(Path(folder) / "ours")
        peer = measure_peer(Path(folder) / "peer", port=5990)
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps({"signpost": asdict(ours), "rasa_init": asdict(peer)}, indent=2))
    print(table(ours, peer))
    print(f"\nWritten to {out}.")


if __name__ == "__main__":
    main()
