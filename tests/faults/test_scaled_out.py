"""Two web processes and two engines over one Redis are one Signpost, also while a part of it is killed."""

import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import requests

from signpost.processes import wait_until_healthy
from tests.redis_server import running_redis
from tests.scaled_out import Door, ScaledOut, scaled_out
from tests.talking import FOLDER, Conversation, play


pytestmark = [pytest.mark.model, pytest.mark.slow]
PROMISED = 3.0  # seconds within which the fixed card answers
WARM_WITHIN = 90.0
BACK_WITHIN = 15.0  # seconds after which Redis, once there again, is of use again to every process
OPENING = {"conversation": None}
RECORDED = sorted((FOLDER / "happy_path").glob("*.yml"))[:4]
Seen = tuple[list[str], str, list[str], list[str]]  # kinds, text, services, buttons
TYPED = ["they've taken over my flat", "yes i am safe", "Hereford", "i am 30"]


@pytest.fixture(scope="module")
def system(tmp_path_factory: pytest.TempPathFactory, postgres_server: str) -> Iterator[ScaledOut]:
    from sqlalchemy import create_engine, text

    admin = create_engine(
        postgres_server.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT"
    )
    name = f"scaled_{uuid4().hex}"
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    url = postgres_server.replace("/postgres?", f"/{name}?")
    folder = tmp_path_factory.mktemp("scaled-out")
    with running_redis(folder) as redis, scaled_out(folder, redis, url) as running:
        _warm(running)
        yield running
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


def _warm(system: ScaledOut) -> None:
    """Every engine has answered every turn of TYPED once: its first ones take longer on a busy machine."""
    waiting = {name for name in system.processes if name.startswith("engine")}
    until = time.monotonic() + WARM_WITHIN
    while waiting:
        assert time.monotonic() < until, f"{waiting} did not answer"
        seen = _talk(door := system.both_doors(), TYPED)
        if not any("fallback" in kinds for kinds, *_ in seen):
            waiting.discard(system.engine_of(door.conversations[-1]).plan.name)


@pytest.fixture(scope="module")
def expected(system: ScaledOut) -> list[Seen]:
    """What one web process answers to TYPED, nothing else going on; the opening comes first."""
    seen = _talk(system.one_door(), TYPED)
    assert not any("fallback" in kinds for kinds, *_ in seen)
    assert seen[-1][2], "the last answer suggests services"
    return seen


@pytest.fixture(autouse=True)
def _everything_runs(system: ScaledOut) -> Iterator[None]:
    """Whatever a test killed is there again for the next, and every process has found that out."""
    until = time.monotonic() + WARM_WITHIN
    while not all(_goes_well(system) for _ in range(4)):
        assert time.monotonic() < until
    yield
    ended = [each for each in system.processes.values() if each.has_ended()]
    for each in ended:
        each.start()
    wait_until_healthy(ended)
    if ended:
        _warm(system)


def _talk(door: Door, texts: list[str]) -> list[Seen]:
    """What a person sees: kinds, text, services and buttons of every answer."""
    person, seen = Conversation(door), []
    for text in ["", *texts]:
        if text:
            person.type(text)
        labels = [choice["label"] for choice in person.choices]
        seen.append((person.kinds, person.text, person.names, labels))
    return seen


def test_turns_that_alternate_between_web_processes_are_answered_as_by_one(
    system: ScaledOut, expected: list[Seen]
) -> None:
    both = system.both_doors()

    assert _talk(both, TYPED) == expected
    assert len(set(both.asked)) == 2


@pytest.mark.parametrize("path", RECORDED, ids=lambda path: path.stem)
def test_a_recorded_conversation_goes_on_from_one_web_process_to_the_other(
    system: ScaledOut, path: Path
) -> None:
    """Buttons, forms and services that one process showed are known to the other."""
    play(Conversation(system.both_doors()), path)


def test_a_retry_of_one_turn_at_both_web_processes_at_once_is_one_turn(system: ScaledOut) -> None:
    person = Conversation(system.one_door())
    body = {"conversation": person.reply["conversation"], "text": TYPED[0], "id": uuid4().hex}
    answers = _at_once(system, body)

    assert answers[0] == answers[1]
    later = system.both_doors()
    assert [later.post("/api/chat/messages", body).json() for _ in range(2)] == [answers[0]] * 2


def test_an_opening_that_is_sent_to_both_web_processes_at_once_opens_one_conversation(
    system: ScaledOut,
) -> None:
    answers = _at_once(system, {"conversation": None, "id": uuid4().hex})

    assert answers[0] == answers[1]


def test_killing_the_engine_of_a_conversation_loses_nothing_that_was_answered(
    system: ScaledOut, expected: list[Seen]
) -> None:
    person = Conversation(system.both_doors())
    seen = []
    for number, text in enumerate(TYPED):
        if number == 2:
            _kill(system, person)
        started = time.monotonic()
        person.type(text)
        assert time.monotonic() - started < PROMISED
        seen.append((person.kinds, person.text, person.names))

    assert seen == [each[:3] for each in expected[1:]]


def test_killing_a_web_process_loses_nothing_that_was_answered(
    system: ScaledOut, expected: list[Seen]
) -> None:
    person = Conversation(Door(system.web_ports[:1]))
    person.type(TYPED[0])
    gone = system.processes["web-0"].process
    gone.kill()
    gone.wait()
    person.system = Door(system.web_ports[1:])  # as a proxy does when the first one does not answer

    for text, seen in zip(TYPED[1:], expected[2:], strict=True):
        person.type(text)
        assert (person.kinds, person.text, person.names) == seen[:3]


def test_killing_an_engine_in_the_middle_of_a_turn_costs_at_most_that_turn(
    system: ScaledOut, expected: list[Seen]
) -> None:
    person = Conversation(system.both_doors())
    person.type(TYPED[0])
    person.type(TYPED[1])
    threading.Timer(0.004, _kill, (system, person)).start()
    person.type(TYPED[2])
    _say_again(person, TYPED[2])
    person.type(TYPED[3])

    assert person.names == expected[4][2]
    assert person.kinds == expected[4][0]


def test_killing_a_web_process_in_the_middle_of_a_turn_costs_the_time_its_lock_may_last(
    system: ScaledOut, expected: list[Seen]
) -> None:
    """The page sends the turn again, and a proxy asks the other process."""
    person = Conversation(system.one_door())
    person.type(TYPED[0])
    person.type(TYPED[1])
    gone = system.processes["web-0"].process
    threading.Timer(0.004, gone.kill).start()
    body = {"conversation": person.reply["conversation"], "text": TYPED[2], "id": uuid4().hex}
    with suppress(requests.RequestException):  # answered just before it died, or not
        person.system.post("/api/chat/messages", body)
    gone.wait()
    person.system = Door(system.web_ports[1:])
    person.send(body)
    _say_again(person, TYPED[2])
    person.type(TYPED[3])

    assert person.names == expected[4][2]


def _say_again(person: Conversation, text: str) -> None:
    """Told that it did not work, the person says it again, until it does."""
    tries = 1
    while "fallback" in person.kinds:
        assert tries < 4
        time.sleep(1.5)
        person.type(text)
        tries += 1


def test_redis_and_the_logs_hold_no_word_and_no_token_and_forgetting_leaves_nothing(
    system: ScaledOut,
) -> None:
    system.redis.empty()
    door = system.both_doors()
    person = Conversation(door)
    person.type("MARKERTEXT they've taken over my flat, my name is MARKERNAME")
    token = person.reply["conversation"]
    everything = system.redis.everything()

    hidden = ("MARKER", token, token.split(".")[0], system.sender_of(token), "cuckooing", "taken over")
    assert everything
    assert not [each for each in hidden if each.encode() in everything]
    assert all(0 < seconds <= 1800 for seconds in system.redis.times_to_live())
    logs = b"".join(path.read_bytes() for path in system.processes["web-0"].log.parent.iterdir())
    assert not [each for each in hidden[:4] if each.encode() in logs]

    assert door.post("/api/chat/forget", {"conversation": token}).status_code == 204

    assert system.redis.everything() == b""
    for _ in range(2):
        again = door.post("/api/chat/messages", {"conversation": token, "text": "hello"})
        assert again.status_code == 404


@pytest.mark.parametrize("how", ["kill", "pause"])
def test_without_redis_everybody_is_answered_in_time_and_afterwards_all_is_well_again(
    system: ScaledOut, how: str
) -> None:
    before = Conversation(system.both_doors())
    before.type(TYPED[0])
    getattr(system.redis, how)()
    try:
        for door in (system.one_door(), system.both_doors()):
            opened, took = _timed(lambda door=door: Conversation(door))
            assert took < PROMISED
            assert "fallback" not in opened.kinds or how == "pause"
        _, took = _timed(lambda: before.type("yes i am safe"))
        assert took < PROMISED
        assert "fallback" in before.kinds
        _, took = _timed(lambda: before.type("he is outside my door with a knife"))
        assert took < PROMISED
        assert before.risk == "emergency"
    finally:
        system.redis.start() if how == "kill" else system.redis.go_on()
    until = time.monotonic() + BACK_WITHIN
    while not _goes_well(system):
        assert time.monotonic() < until
        time.sleep(0.5)


def _goes_well(system: ScaledOut) -> bool:
    """Whether no turn gets the fixed card; each of them is asked of another web process."""
    try:
        seen = _talk(system.both_doors(), TYPED[:2])
    except AssertionError:  # the conversation opened while Redis was away, and nobody kept it
        return False
    return not any("fallback" in kinds for kinds, *_ in seen)


def _kill(system: ScaledOut, person: Conversation) -> None:
    engine = system.engine_of(person.reply["conversation"])
    engine.process.kill()
    engine.process.wait()


def _timed(do: Any) -> tuple[Any, float]:
    started = time.monotonic()
    return do(), time.monotonic() - started


def _at_once(system: ScaledOut, body: dict[str, Any]) -> list[dict[str, Any]]:
    """One request sent to both web processes at the same moment."""
    answers: list[requests.Response] = []
    sending = [
        threading.Thread(
            target=lambda port=port: answers.append(Door([port]).post("/api/chat/messages", body))
        )
        for port in system.web_ports
    ]
    for each in sending:
        each.start()
    for each in sending:
        each.join()
    return [answer.json() for answer in answers]
