"""Cells of a spreadsheet: text that begins like a formula never goes out unguarded, and never comes in.

https://owasp.org/www-community/attacks/CSV_Injection
"""

import re


# Full-width forms count too: some spreadsheets take them for the usual ones.
LIKE_A_FORMULA = re.compile(r"\s*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
GUARDED = re.compile(r"'+\s*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")
A_NUMBER = re.compile(r"\+[0-9 ()]{6,30}")  # +44 1952 385385, as people write it


class Formula(ValueError):
    """A cell that a spreadsheet might run; it holds nothing of the cell."""


CANNOT_BE_WRITTEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # in the XML of a workbook


def writable(text: str) -> str:
    """The text as both kinds of spreadsheet can hold it."""
    return CANNOT_BE_WRITTEN.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def guarded(text: str) -> str:
    """The text as a cell that is never run; `unguarded` gives the text back."""
    return f"'{text}" if LIKE_A_FORMULA.match(text) or GUARDED.match(text) else text


def unguarded(cell: str) -> str:
    """The text of a cell without the guard. Raises Formula for one that begins like a formula."""
    if GUARDED.match(cell):
        return cell[1:]
    if LIKE_A_FORMULA.match(cell) and cell.strip() and not A_NUMBER.fullmatch(cell.strip()):
        raise Formula("formula")
    return cell
