"""Counts what a backtracking matcher does, so that a slow pattern fails by count and not by a clock."""

import re._constants as op  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Callable, Iterator
from typing import Any


class Steps:
    """A small backtracking matcher over Python's own parse of a pattern; every node tried is a step."""

    def __init__(self, pattern: str, limit: int) -> None:
        self._tree = list(parser.parse(pattern))
        self._limit = limit
        self.taken = 0

    def search(self, text: str) -> bool:
        """Whether the pattern is found; raises OverflowError beyond the limit of steps."""
        return any(
            next(self._match(self._tree, 0, text, start), None) is not None for start in range(len(text) + 1)
        )

    def _match(self, nodes: list[Any], place: int, text: str, at: int) -> Iterator[int]:
        self.taken += 1
        if self.taken > self._limit:
            raise OverflowError(self.taken)
        if place == len(nodes):
            yield at
            return
        kind, value = nodes[place]
        for end in self._node(kind, value, text, at):
            yield from self._match(nodes, place + 1, text, end)

    def _node(self, kind: Any, value: Any, text: str, at: int) -> Iterator[int]:
        if kind in (op.LITERAL, op.NOT_LITERAL, op.ANY, op.IN):
            if at < len(text) and _fits(kind, value, text[at]):
                yield at + 1
        elif kind is op.BRANCH:
            for branch in value[1]:
                yield from self._match(list(branch), 0, text, at)
        elif kind is op.SUBPATTERN:
            yield from self._match(list(value[3]), 0, text, at)
        elif kind is op.MAX_REPEAT:
            yield from self._repeat(list(value[2]), value[0], int(value[1]), text, at)
        elif kind is op.AT:
            yield from _at(value, text, at)
        elif kind in (op.ASSERT, op.ASSERT_NOT):
            yield from self._look(kind, value, text, at)
        else:
            raise NotImplementedError(str(kind))

    def _repeat(self, body: list[Any], least: int, most: int, text: str, at: int) -> Iterator[int]:
        if most:
            for end in self._match(body, 0, text, at):
                if end > at:
                    yield from self._repeat(body, max(0, least - 1), most - 1, text, end)
        if not least:
            yield at

    def _look(self, kind: Any, value: Any, text: str, at: int) -> Iterator[int]:
        direction, body = value
        start = at if direction > 0 else at - 1  # every look-behind of ours is one character wide
        found = start >= 0 and next(self._match(list(body), 0, text, start), None) is not None
        if found is (kind is op.ASSERT):
            yield at


def _at(value: Any, text: str, at: int) -> Iterator[int]:
    before = at > 0 and _is_word(text[at - 1])
    after = at < len(text) and _is_word(text[at])
    here = {op.AT_BEGINNING: at == 0, op.AT_END: at == len(text), op.AT_BOUNDARY: before != after}
    if here[value]:
        yield at


def _fits(kind: Any, value: Any, letter: str) -> bool:
    if kind is op.ANY:
        return letter != "\n"
    if kind is op.IN:
        negated = value[0][0] is op.NEGATE
        return negated != any(_in_set(item, letter) for item in value if item[0] is not op.NEGATE)
    return (letter == chr(value)) is (kind is op.LITERAL)


def _in_set(item: tuple[Any, Any], letter: str) -> bool:
    kind, value = item
    if kind is op.LITERAL:
        return letter == chr(value)
    if kind is op.RANGE:
        return value[0] <= ord(letter) <= value[1]
    return _CATEGORIES[value](letter)


def _is_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


_CATEGORIES: dict[Any, Callable[[str], bool]] = {
    op.CATEGORY_WORD: _is_word,
    op.CATEGORY_NOT_WORD: lambda letter: not _is_word(letter),
    op.CATEGORY_DIGIT: str.isdigit,
    op.CATEGORY_SPACE: str.isspace,
}
