"""What is wrong with a value, as a form says it."""

from collections.abc import Mapping

from directory.checking import LONGEST_ADDRESS, LONGEST_NAME, LONGEST_WORDS, OLDEST, BadValue, Fault
from web.admin.value_words import FIELDS


NO_NUMBER = "Enter a telephone number, such as 01952 385385 or 116 123"
WORDS: Mapping[Fault, str] = {
    Fault.NOT_A_NUMBER: NO_NUMBER,
    Fault.FOREIGN_NUMBER: "Enter a number of the United Kingdom",
    Fault.COSTLY_NUMBER: "Enter a number that costs no more than usual. "
    "This is a premium, personal or pager number",
    Fault.FIXED_NUMBER: "This number is fixed by law and cannot be changed. "
    "If the contact is wrong, withdraw it now",
    Fault.NOT_AN_ADDRESS: "Enter a whole web address, such as https://www.example.org/help",
    Fault.NOT_AN_EMAIL: "Enter an e-mail address, such as help@example.org",
    Fault.NOT_AN_AGE: f"Enter an age in whole years, from 0 to {OLDEST}, or leave it empty",
    Fault.AGES_CROSSED: "The oldest age must not be below the youngest",
    Fault.NOT_HOURS: "These hours cannot be kept. Change the hours instead",
    Fault.NOT_A_DATE: "Enter a real date",
    Fault.NOT_ON_THE_LIST: "Choose from the list",
    Fault.ALREADY_THERE: "This is in the directory already. Find it there, and confirm it or put it back",
}
LONGEST = {"name": LONGEST_NAME, "email": LONGEST_NAME, "url": LONGEST_ADDRESS}


def say_fault(error: BadValue) -> str:
    """The sentence for a value that may not be stored."""
    if error.fault is Fault.TOO_LONG:
        return f"{FIELDS[error.field]}: write at most {LONGEST.get(error.field, LONGEST_WORDS)} characters"
    if error.fault is Fault.MISSING:
        return NO_NUMBER if error.field == "number" else f"Enter: {FIELDS[error.field].lower()}"
    return WORDS[error.fault]
