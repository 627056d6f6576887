"""Cell-key perturbation: a little noise that is always the same for the same visits.

Every visit has a random record key from 0 to 255. The keys of a cell's visits, summed modulo 256, are its
cell key, and that alone chooses the noise. So a cell has one value however it is asked for, asking again
averages nothing out, and two cells that differ by one visit have unrelated noise: their difference proves
nothing.

Sources: B. Fraser and J. Wooton, "A proposed method for confidentialising tabular output to protect against
differencing" (Australian Bureau of Statistics, UNECE work session on confidentiality, 2005); the method and
the arithmetic are those of github.com/ONSdigital/cell-key-perturbation (Office for National Statistics),
whose own query is run beside ours in tests/usage/test_noise.py. The table of noise is ours.
"""

from functools import cache
from hashlib import sha256
from typing import NamedTuple


KEYS = 256
ROWS = 250  # counts that are so far apart share their noise, as the ONS's method reuses its rows
_STRIDE = (
    97  # shares no factor with the 255 keys that have noise, so that every row holds each noise as often
)


class Cell(NamedTuple):
    """How many visits, and the sum of their record keys."""

    visits: int
    key: int

    def joined(self, other: "Cell") -> "Cell":
        """Both cells' visits together; no visit may be in both."""
        return Cell(self.visits + other.visits, (self.key + other.key) % KEYS)


NOBODY = Cell(0, 0)


def noise(count: int, key: int, *, largest: int) -> int:
    """The noise of a cell: a whole number from -largest to largest, each about as often; key 0 has none.

    It depends on the count too, so that a visit whose own key is 0 moves it like any other.
    """
    if key % KEYS == 0:
        return 0
    row = (count - 1) % ROWS
    return _noises(largest)[(key + _STRIDE * row) % (KEYS - 1)]


@cache
def _noises(largest: int) -> tuple[int, ...]:
    """One noise for each key but 0, adding up to 0, in an order without any pattern."""
    each = KEYS // (2 * largest + 1)
    others = [value for value in range(-largest, largest + 1) if value for _ in range(each)]
    values = [0] * (KEYS - 1 - len(others)) + others
    shuffled = sorted(range(KEYS - 1), key=lambda place: sha256(f"noise {place}".encode()).digest())
    return tuple(values[place] for place in shuffled)


def rounded(count: int, base: int) -> int:
    """The nearest multiple of the base."""
    return base * ((count + base // 2) // base)


def perturbation(count: int, key: int, *, largest: int, threshold: int, base: int) -> int:
    """What to add to a count with this cell key; a count below the threshold is taken away as a whole.

    This is the entry of the table that the ONS's method calls a p-table.
    """
    if count < threshold:
        return -count
    return rounded(count + noise(count, key, largest=largest), base) - count
