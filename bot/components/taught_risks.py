"""What the risk messages were taught to show, word for word: what is known need not be guessed."""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from bot.components.risk_scores import ORDER, Marks
from safety.normal import normalise
from vocabulary.risks import Risk


_WIDTH = 8  # bytes of a key: of a hundred thousand messages no two would share one


@dataclass(frozen=True)
class TaughtRisks:
    """The messages taught, as keys in order, and a row of marks for each, in the order of ORDER."""

    keys: NDArray[np.uint64]
    marks: Marks

    @classmethod
    def of(cls, taught: Iterable[tuple[str, Iterable[Risk]]]) -> "TaughtRisks":
        """From messages and what each shows. Of one taught twice, every danger counts."""
        known: dict[np.uint64, set[Risk]] = {}
        for text, risks in taught:
            known.setdefault(_key(text), set()).update(risks)
        keys = sorted(known)
        marks = [[risk in known[key] for risk in ORDER] for key in keys]
        return cls(np.array(keys, np.uint64), np.array(marks, bool).reshape(-1, len(ORDER)))

    def find(self, text: str) -> Marks | None:
        """What this very message shows; None where it was not taught."""
        key = _key(text)
        place = int(np.searchsorted(self.keys, key))
        is_known = place < len(self.keys) and self.keys[place] == key
        return self.marks[place] if is_known else None


def _key(text: str) -> np.uint64:
    """Of the words alone: case, spacing, marks and disguises make no other message."""
    words = "".join(letter if letter.isalnum() else " " for letter in normalise(text)).split()
    return np.uint64(int.from_bytes(blake2b(" ".join(words).encode(), digest_size=_WIDTH).digest(), "big"))
