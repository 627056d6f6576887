"""How large the public's pages are written: a closed list, as a page carries the choice in its forms."""

from enum import StrEnum


class TextSize(StrEnum):
    """One size, on top of what the browser is set to."""

    USUAL = "usual"
    LARGER = "larger"
    LARGEST = "largest"

    @property
    def words(self) -> str:
        """The catalogue id of its words."""
        return f"size.{self.value}"
