"""Python runs this first in every process that has this folder on its path: nothing leaves the machine.

uvloop connects below Python's own sockets, where nothing is audited, so it is kept out.
"""

import os
import sys
from pathlib import Path

import outbound


def _note(told: str) -> bool:
    handle = os.open(os.environ["SIGNPOST_TEST_OUTBOUND"], os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    os.write(handle, f"{Path(sys.argv[0]).name} {told}\n".encode())
    os.close(handle)
    return True


sys.modules["uvloop"] = None  # type: ignore[assignment]
outbound.put_up(_note)
