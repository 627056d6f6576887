"""What an import does, or would do: one line for each row, and why a row is refused."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """What becomes of one row."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


class Fault(StrEnum):
    """Why a row is refused; the value is the sentence that the operator reads."""

    SHAPE = "Not as the format says."
    MISSING = "Needed, and not there."
    UNKNOWN_FIELD = "A field that we do not know. Is it misspelt?"
    TWICE = "The same service stands in the file twice."
    ID_TAKEN = "The id belongs to something else in the directory."
    SLUG_TAKEN = "Another service has this slug."
    SLUG_DIFFERS = "The service with this id has another slug."
    NOT_PUBLIC = "The service is in the directory but not public, so a public file cannot change it."
    STALE = "Somebody changed the service after this file was made. Export it again."
    ORGANIZATION_DIFFERS = "The organization is in the directory with other details. Change it there."
    LOCATION_DIFFERS = "A file cannot change where a service is given. Change it in the directory."
    DERIVED = "This is taken from the contacts. Change the contact instead."
    AGES = "The minimum age is above the maximum age."
    NOT_REACHABLE = "A contact needs one number, one e-mail address or one web address, as its channel says."
    NOT_A_NUMBER = "Not a telephone number of the United Kingdom."
    FOREIGN_NUMBER = "A telephone number of another country."
    COSTLY_NUMBER = "A telephone number that costs a caller more than usual."
    WEB_ADDRESS = "A web address starts with https:// or http:// and has no spaces."
    EMAIL = "Not an e-mail address."
    HOURS = "Hours that nobody could keep: without a day, ending as they begin, or valid backwards."
    AREA = "Not an area that we know."
    TERM = "Not a term of our taxonomies."


@dataclass(frozen=True)
class Refusal:
    """One thing that is wrong with a row, and where in it."""

    where: str
    fault: Fault


@dataclass(frozen=True)
class Row:
    """One row of the file, counted from 1."""

    number: int
    slug: str | None
    outcome: Outcome
    changes: tuple[str, ...] = ()  # what changes, such as "name" or "contact Day line: number"
    refusals: tuple[Refusal, ...] = ()


@dataclass(frozen=True)
class Report:
    """All rows; a file with one refused row is refused as a whole."""

    rows: tuple[Row, ...]

    @property
    def accepted(self) -> bool:
        """Whether no row is refused."""
        return all(row.outcome is not Outcome.REFUSED for row in self.rows)

    def count(self, outcome: Outcome) -> int:
        """How many rows have this outcome."""
        return Counter(row.outcome for row in self.rows)[outcome]
