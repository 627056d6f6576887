"""`python -m benchmarks.run_without_log yes|no MODULE [ARGUMENTS]`: run a module without the log, or with it.

For benchmarks.logging_cost alone: the product has no such switch.
"""

import runpy
import sys

from usage.log import UsageLog


def main() -> None:
    """Run the module as `python -m` would, after taking the log away from it or not."""
    is_without, *sys.argv = sys.argv[1:]
    if is_without == "yes":
        UsageLog.record = lambda *_: None  # type: ignore[method-assign]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
