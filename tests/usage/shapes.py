"""Inner counts of small tables for Hypothesis, where subtraction is easiest."""

from hypothesis import strategies as st


COUNTS = st.one_of(st.integers(0, 14), st.integers(0, 60))


def tables(least: int = 2, most: int = 4) -> st.SearchStrategy[list[list[int]]]:
    """Tables of two to four rows and columns."""
    size = st.integers(least, most)
    return st.tuples(size, size).flatmap(
        lambda shape: st.lists(
            st.lists(COUNTS, min_size=shape[1], max_size=shape[1]), min_size=shape[0], max_size=shape[0]
        )
    )
