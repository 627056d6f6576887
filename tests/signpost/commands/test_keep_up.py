"""The regular work runs by itself where something else starts the processes."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from migrations import upgrade


def test_it_works_from_the_start_until_it_is_told_to_stop(tmp_path: Path) -> None:
    upgrade(f"sqlite:///{tmp_path / 'signpost.sqlite'}")
    process = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-m", "signpost.cli", "upkeep"],
        env={**os.environ, "SIGNPOST_HOME": str(tmp_path), "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    told = [process.stdout.readline() for _ in range(2)]
    process.send_signal(signal.SIGTERM)
    rest, _ = process.communicate(timeout=20)

    assert "Rolling up the visits" in "".join(told)
    assert "Deleting what was logged" in "".join(told) + rest
    assert rest.endswith("Stopped.\n")
    assert process.returncode == 0
