"""What a person asks the directory for."""

from dataclasses import dataclass
from datetime import datetime

from vocabulary.languages import Language
from vocabulary.needs import Need
from vocabulary.people import AgeBand, Person


# For these the person helped is a child, whatever else was said.
ABOUT_A_CHILD = frozenset({Need.CRIMINAL_EXPLOITATION_CHILD, Need.WORRIED_ABOUT_YOUNG_PERSON})


@dataclass(frozen=True)
class Enquiry:
    """Needs, the leading one first; where, how old and who is helped, absent when not said; and when.

    `area` is a district's GSS code, or any other code for a place outside West Mercia.
    `age` is that of the person helped, never of the caller. `at` is aware. `language` is one beside English
    that whoever asks has chosen: services that have it come sooner.
    """

    needs: tuple[Need, ...]
    area: str | None
    age: AgeBand | None
    person: Person | None
    at: datetime
    language: Language | None = None

    @property
    def child_concerned(self) -> bool:
        """Whether the person helped is under 18, so that the children's teams lead."""
        return self.age is AgeBand.UNDER_18 or any(need in ABOUT_A_CHILD for need in self.needs)
