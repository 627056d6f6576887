"""What an import does, or would do: one line for each row, and why a row is refused."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from directory.history import Change


class Outcome(StrEnum):
    """What becomes of one row."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    GONE = "gone"  # in the directory and not in the file; it stays as it is
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
    LIFELINE = "A lifeline. A file cannot change how people reach it, or whom it is for. Change it by hand."
    LIFELINE_NEW = "A lifeline that is not in the directory. A file cannot bring one. Add it by hand."
    FORMULA = "The cell begins like a formula of a spreadsheet (=, +, -, @ or a tab)."
    TOO_LONG = "Longer than a cell of the directory may be."
    UNKNOWN_SERVICE = "No service of ours has this slug, and a new one needs a name and an organization."
    ID_DIFFERS = "The id and the slug belong to different services."
    NOT_A_CHOICE = "Not one of the words that this column takes."
    NOT_A_WHOLE_NUMBER = "Not a whole number."
    NOT_A_MOMENT = "Not a moment as the export writes it."
    NOT_AN_ID = "Not an id as the export writes it."
    HOURS_TEXT = "Not hours as the export writes them, such as: MO,TU 09:00-17:00, bank holidays closed."
    TOO_MANY_CELLS = "More cells than there are headings."


class FileFault(StrEnum):
    """Why a whole spreadsheet is refused; the value is the sentence that the operator reads."""

    EMPTY = "There is no row with headings."
    UTF_16 = 'The file is saved as UTF-16 (Excel\'s "Unicode text"). Save it as "CSV UTF-8" or as a workbook.'
    NOT_UTF_8 = 'The file is not UTF-8. Excel\'s plain "CSV" is not. Save it as "CSV UTF-8" or as a workbook.'
    NUL = "The file holds a NUL character, which no text has."
    SEPARATOR = 'The columns are not separated by commas. Save it as "CSV UTF-8" or as a workbook.'
    QUOTES = "A quotation mark is opened and not closed, or a cell is longer than a cell may be."
    UNKNOWN_HEADING = "Not a heading that we know. Copy the headings from an export."
    REPEATED_HEADING = "The heading stands there twice."
    BLANK_HEADING = "There is something below a heading that is blank."
    MISSING_HEADING = "The heading is needed and not there."
    TOO_MANY_ROWS = "More rows than we read at once (5,000). Split the file."
    TOO_MANY_COLUMNS = "More columns than we read (300)."
    TOO_SLOW = "The file took longer to read than we wait (20 seconds)."
    TOO_LARGE = "The file is larger than we read (5 MB, and 64 MB once a workbook is unpacked)."
    NOT_A_WORKBOOK = "Not an Excel workbook (.xlsx), or a broken one."
    NO_KIND = "Not a file that we read: JSON, CSV or an Excel workbook (.xlsx)."


@dataclass(frozen=True)
class FileRefusal:
    """One thing that is wrong with a whole file, and where: a heading or a line."""

    where: str
    fault: FileFault


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
    details: tuple[Change, ...] = ()  # what changes, such as "name" or "contact Day line: number"
    refusals: tuple[Refusal, ...] = ()

    @property
    def changes(self) -> tuple[str, ...]:
        """The names of what changes."""
        return tuple(each.field for each in self.details)


@dataclass(frozen=True)
class Report:
    """All rows; a file with one refused row is refused as a whole."""

    rows: tuple[Row, ...]

    @property
    def accepted(self) -> bool:
        """Whether no row is refused."""
        return all(row.outcome is not Outcome.REFUSED for row in self.rows)

    @property
    def changes_something(self) -> bool:
        """Whether any row is new or changed."""
        return bool(self.count(Outcome.NEW) + self.count(Outcome.CHANGED))

    def count(self, outcome: Outcome) -> int:
        """How many rows have this outcome."""
        return Counter(row.outcome for row in self.rows)[outcome]
