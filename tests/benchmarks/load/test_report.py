"""What a run of the load tells, and what it refuses to tell."""

import os
import subprocess
import sys
import time
from collections import Counter
from dataclasses import replace
from random import Random

import pytest

from benchmarks.load import report
from benchmarks.load.__main__ import arguments
from benchmarks.load.chats import SignpostChat
from benchmarks.load.figures import Slope
from benchmarks.load.loads import Load, Terms
from benchmarks.load.memory import Soak
from benchmarks.load.report import Machine, Measured, this_machine
from benchmarks.load.systems import System
from benchmarks.load.visits import Recording, Turn


QUIET = Machine("2026-11-27 12:00 UTC", "a processor", cores=4, usable=2, memory_gb=8, load=2.0)
TERMS = Terms([Recording("one", "crisis", (Turn("Yes", is_typed=False),) * 5)], Random(1))
LOAD = Load(10, 200, 0.05, 0.29, Counter(), 0.002, 0.1, {"web": 0.5, "engine-0": 0.9}, cpu_a_turn=0.03)
MEASURED = Measured("Signpost", 12.0, at_rest={"web": 100.0}, greatest=LOAD, people=LOAD)


def test_a_busy_machine_is_told_loudly_and_a_quiet_one_is_not() -> None:
    busy = "\n".join(replace(QUIET, load=2.01).lines())

    assert "THESE FIGURES ARE NOT TO BE PUBLISHED" in busy
    assert "PUBLISHED" not in "\n".join(QUIET.lines())
    assert "2026-11-27 12:00 UTC; a processor, 2 of 4 cores, 8 GB" in busy


def test_this_machine_knows_itself() -> None:
    here = this_machine()

    assert here.processor
    assert here.cores >= here.usable >= 1
    assert here.memory_gb > 0.1


def test_the_comparison_has_the_rate_the_limit_and_the_cost() -> None:
    head, _, row = report.comparison([MEASURED], TERMS, core_hour=0.36)

    # 200 turns in 10 s, of five turns a conversation; 5,000 turns at 0.03 s; 150 s of 0.36 an hour.
    assert "greatest turns/s, p95 ≤ 300 ms" in head
    assert row == (
        "| Signpost | 20.0 | 4.00 | 50 | 290 | 0 of 200 | engine-0 0.90 | 150 | 0.0150 | 12.0 | 2.0, 0.10 |"
    )


def test_what_was_refused_has_no_figure() -> None:
    late = replace(MEASURED, greatest=None, people=None, refused={"the greatest rate": "late"})

    [*_, row] = report.comparison([late], TERMS, core_hour=None)
    [*_, crowd] = report.crowds([late], 50)

    assert row.startswith("| Signpost | refused: the generator was late | – |")
    assert crowd.startswith("| Signpost | refused: the generator was late | – |")


def test_a_system_below_the_lowest_rate_is_told_as_that() -> None:
    [*_, row] = report.comparison([replace(MEASURED, greatest=None)], TERMS, core_hour=None)

    assert row.startswith("| Signpost | below 2.0 | – |")


def test_memory_is_told_as_extrapolated() -> None:
    one = replace(MEASURED, after={"web": 130.0}, for_each_open={"web": Slope(0.02, 0.001)})

    told = "\n".join(report.memory([one], 500))

    assert "Extrapolated to 10,000 open conversations from 500" in told
    assert "| Signpost | web | 100 | 130 | 200 ± 10 |" in told


def test_a_soak_counts_its_errors_and_says_when_it_was_too_short_for_slopes() -> None:
    load = replace(LOAD, failed=Counter({"no answer": 2, "status 500": 1}))
    short = Soak(load, 60.0, {"web": Slope(12.34, 1.0)})

    told = "\n".join(report.soaked(short, name="Signpost", minutes=2))

    assert "failed: 2 no answer, 1 status 500." in told
    assert "| web | +12.3 ± 1.0 |" in told
    assert "Too short" in told
    assert "Too short" not in "\n".join(report.soaked(replace(short, left_out=1800), name="", minutes=90))


def test_what_a_process_started_counts_as_its_own() -> None:
    burn = "import time; until = time.process_time() + 0.3\nwhile time.process_time() < until: pass\n"
    code = (
        f"import subprocess, sys, time; subprocess.Popen([sys.executable, '-c', {burn + 'time.sleep(60)'!r}])"
    )
    parent = subprocess.Popen([sys.executable, "-c", f"{code}; time.sleep(60)"], start_new_session=True)
    system = System("", lambda: SignpostChat(1), {"parent": parent.pid}, 0)
    try:
        until = time.monotonic() + 60
        while system.cpu_seconds()["parent"] < 0.3 and time.monotonic() < until:
            time.sleep(0.05)
        used, memory = system.cpu_seconds()["parent"], system.memory_mb()["parent"]
    finally:
        os.killpg(parent.pid, 9)
        parent.wait()

    assert 0.3 <= used < 10
    assert memory > 10  # two interpreters


@pytest.mark.parametrize(
    "given",
    [
        ["--engines", "0"],
        ["--people", "ten"],
        ["--hurry", "0"],
        ["--core-hour", "nan"],
        ["--soak", "1"],
        ["--open", "4"],
    ],
)
def test_an_odd_argument_is_refused_before_anything_is_started(given: list[str]) -> None:
    with pytest.raises(SystemExit):
        arguments(given)


def test_one_two_and_four_engines_beside_the_peer_unless_asked_otherwise() -> None:
    usual, asked = arguments([]), arguments(["--engines", "2", "--no-peer", "--soak", "30"])

    assert (usual.engines, usual.no_peer, usual.people, usual.soak) == ([1, 2, 4], False, 50, None)
    assert (asked.engines, asked.no_peer, asked.soak) == ([2], True, 30.0)
