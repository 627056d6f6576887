"""Whether what a file or a feed brings shows people a telephone number that they have not seen before."""

from collections.abc import Iterable, Iterator

from directory.feeds.judging import Judged
from directory.history import Change
from directory.told_ways import TOLD, tells_a_way


NUMBER = "number"
WORDS = TOLD | {"title", "fees", "accreditations", "alert"}  # the last are words that only a file changes


def shows_a_new_number(judged: Iterable[Judged]) -> bool:
    """Whether any row has a new or another number, in the words that people read too."""
    return any(_tells(change) for each in judged for change in _changes(each))


def _changes(judged: Judged) -> Iterator[Change]:
    yield from judged.changes
    for work in judged.contacts:
        yield from work.changes


def _tells(change: Change) -> bool:
    if change.field == NUMBER:
        return change.after is not None
    return change.field in WORDS and tells_a_way(change.after)
