"""After many conversations, crashes included, nothing of what was said is left anywhere.

`make soak` holds a thousand conversations; the suite a part of them. Of a running process we promise what its
objects hold, and that it is replaced once a day (signpost.renewing): what was freed may linger until then.
"""

import os
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest
import requests

from signpost.backups import make_backup
from signpost.monitoring import Process
from signpost.processes import wait_until_healthy
from signpost.renewing import nobody_talks
from tests.faults.supervised import Supervised, supervised
from tests.retention.holding import Probe, count_in_memory
from tests.retention.seeded import MARK, Kept, hold_one
from tests.running import RunningSystem, running_system, three_free_ports
from tests.system.collector import Collector, collecting


pytestmark = [pytest.mark.model, pytest.mark.slow]
CONVERSATIONS = int(os.environ.get("SIGNPOST_TEST_CONVERSATIONS", "90"))
KILLED = ("web", "rasa", "actions")  # each while people talk
PEOPLE = 4  # at once
FORGOTTEN_WITHIN = 160.0  # seconds; an opening is kept for two minutes, so that it can be sent again
PROBE = Path(__file__).parent / "probe"


@dataclass
class Ended:
    """A system in which everybody has stopped talking, and everything that could have kept a word."""

    system: RunningSystem
    watch: Supervised
    collector: Collector
    kept: Kept
    probe: Probe
    metrics: str
    lingering: dict[str, int]  # markers in the memory of each process, freed or not


@pytest.fixture(scope="module")
def ended(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ended]:
    """Conversations are held while processes are killed; then their half hour passes."""
    home = tmp_path_factory.mktemp("retention")
    probe = Probe(home / "probe")
    for folder in (probe.folder, home / "tmp"):
        folder.mkdir()
    with pytest.MonkeyPatch.context() as environment, collecting() as collector:
        environment.setenv("SIGNPOST_TEST_PROBE", str(probe.folder))
        environment.setenv("TMPDIR", str(home / "tmp"))
        watched = {"SIGNPOST_METRICS_PORT": str(three_free_ports()), "SIGNPOST_TRACES_URL": collector.url}
        with (
            running_system(home, monitoring=watched, first_on_path=PROBE) as system,
            supervised(system) as watch,
        ):
            kept = _talk(watch)
            make_backup(system.settings.database_url, home / "backups", at=datetime.now(UTC))
            for each in system.processes:
                probe.shorten(each)
            metrics = _metrics(system)
            lingering = {each.plan.name: count_in_memory(each, MARK) for each in system.processes}
            yield Ended(system, watch, collector, kept, probe, metrics, lingering)


def _talk(watch: Supervised) -> Kept:
    kept, numbers, lock = Kept(), iter(range(CONVERSATIONS)), threading.Lock()

    def one_after_another() -> None:
        while True:
            with lock:
                number = next(numbers, None)
            if number is None:
                return
            hold_one(watch.system, Random(number), kept)

    talking = [threading.Thread(target=one_after_another) for _ in range(PEOPLE)]
    for each in talking:
        each.start()
    _kill_in_turn(watch, kept)
    for each in talking:
        each.join()
    watch.heal()
    return kept


def _kill_in_turn(watch: Supervised, kept: Kept) -> None:
    """Each process once, when so many more conversations have begun."""
    for number, name in enumerate(KILLED, start=1):
        while len(kept.markers) < number * CONVERSATIONS // (len(KILLED) + 1):
            time.sleep(0.02)
        watch.system.process(name).process.kill()
        watch.heal()


def _metrics(system: RunningSystem) -> str:
    ports = [system.settings.monitoring.port_of(each) for each in Process]
    return "".join(requests.get(f"http://127.0.0.1:{port}/metrics", timeout=10).text for port in ports)


def test_the_conversations_were_held(ended: Ended) -> None:
    assert len(set(ended.kept.markers)) == CONVERSATIONS
    assert len(ended.kept.tokens) >= CONVERSATIONS


def test_no_object_of_a_process_holds_a_word_or_a_token(ended: Ended) -> None:
    for each in ended.system.processes:
        assert ended.probe.held_after(each, seconds=FORGOTTEN_WITHIN) == [], each.plan.name


def test_no_file_holds_one(ended: Ended) -> None:
    """Database, spool, logs, secrets, temporary files and the backup."""
    written = list(ended.system.written_files())
    wanted = [MARK.encode(), *(token.encode().lower() for token in ended.kept.tokens)]

    assert {"backups", "log", "secrets"} <= {path.parent.name for path in written}
    assert [path for path in written if _holds(path.read_bytes(), wanted)] == []


def test_no_metric_and_no_span_holds_one(ended: Ended) -> None:
    sent = [*ended.collector.bodies, *(each.encode() for each in ended.collector.headers)]
    wanted = [MARK.encode(), *(token.encode().lower() for token in ended.kept.tokens)]

    assert len(ended.collector.spans) > CONVERSATIONS
    assert not any(_holds(each, wanted) for each in (*sent, ended.metrics.encode()))


def test_a_process_that_is_replaced_has_nothing_of_it_in_its_memory(ended: Ended) -> None:
    """All of the memory that it may write, freed or not."""
    engine = ended.system.process("rasa").plan.health
    assert nobody_talks(engine)  # as the daily replacement asks
    ended.watch.start_afresh()
    wait_until_healthy(ended.system.processes)

    assert {each.plan.name: count_in_memory(each, MARK) for each in ended.system.processes} == {
        "actions": 0,
        "rasa": 0,
        "web": 0,
    }


def _holds(content: bytes, wanted: list[bytes]) -> bool:
    content = content.lower()
    return any(each in content for each in wanted)
