"""Danger in what was typed, heard in bounded time: everybody else waits while a message is screened."""

import re

from safety import risk
from vocabulary.risks import Risk, in_order


MOST_CHARACTERS = 2000  # screened at the beginning, and as many at the end
MOST_SENTENCES = 50  # likewise; each is held against every pattern, so short ones cost as much as long ones
_END = re.compile(r"[.!?;]+")


def risks_in(text: str) -> tuple[Risk, ...]:
    """The dangers in a message, the leading one first.

    Of a message that is longer than people write, its beginning and its end are heard.
    """
    if len(text) <= MOST_CHARACTERS and len(_END.findall(text)) <= MOST_SENTENCES:
        return risk.screen(text)
    return in_order([*risk.screen(_beginning(text)), *risk.screen(_ending(text))])


def _beginning(text: str) -> str:
    part = text[:MOST_CHARACTERS]
    ends = [found.end() for found in _END.finditer(part)][:MOST_SENTENCES]
    return part[: ends[-1]] if len(ends) == MOST_SENTENCES else part


def _ending(text: str) -> str:
    part = text[-MOST_CHARACTERS:]
    ends = [found.end() for found in _END.finditer(part)][-MOST_SENTENCES - 1 :]
    return part[ends[0] :] if len(ends) > MOST_SENTENCES else part
