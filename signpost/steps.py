"""The steps before the processes start, each shown while it runs, each saying what to do when it fails."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from rich.console import Console


Result = TypeVar("Result")


class StepFailed(RuntimeError):
    """A step did not work; the message says what failed and what to do next."""


@contextmanager
def step(console: Console, title: str, *, next_if_failed: str) -> Iterator[None]:
    """Shows a step as it runs; what goes wrong becomes StepFailed with the next thing to do."""
    console.print(f"[bold]{title}[/bold] …", highlight=False)
    try:
        yield
    except StepFailed:
        raise
    except Exception as error:  # every failure of a step is told to the operator, none is hidden
        raise StepFailed(f"{title}: {type(error).__name__}: {error}\n{next_if_failed}") from error


def run_step(console: Console, title: str, action: Callable[[], Result], *, next_if_failed: str) -> Result:
    """Runs one function as a step and returns what it returns."""
    with step(console, title, next_if_failed=next_if_failed):
        return action()
