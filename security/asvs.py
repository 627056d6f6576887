"""Where Signpost stands by OWASP's ASVS: read from asvs.yml, written to docs/security/asvs.md.

Run `python -m security.asvs` after a change; a test holds that the page is the one the data make.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import yaml

from security.locked import ROOT


FILE = Path(__file__).parent / "asvs.yml"
PAGE = ROOT / "docs" / "security" / "asvs.md"
CHAPTERS = {
    1: "Architecture",
    2: "Authentication",
    3: "Sessions",
    4: "Access",
    5: "Input and output",
    6: "Cryptography",
    7: "Errors and logs",
    8: "Data",
    9: "Communication",
    10: "Malicious code",
    11: "Business logic",
    12: "Files",
    13: "API",
    14: "Configuration",
}
HEAD = "| | Level | About | State | Shown by, or why |\n|---|---|---|---|---|"
OPENING = """# OWASP ASVS 4.0.3, levels 1 and 2

Made from `security/asvs.yml` by `python -m security.asvs`. The numbers and levels are those of
[OWASP](https://github.com/OWASP/ASVS/tree/master/4.0); the words are ours and short, so read the text there.
Nobody outside the project has checked this. "Met" means that the tests named show it, or that it can be read
off the file named. What `deploy/` shows holds where that is used: another proxy has to do the same.
"""


class State(StrEnum):
    """Where we stand by one requirement."""

    MET = "met"
    NOT_MET = "not met"
    NOT_APPLICABLE = "not applicable"


@dataclass(frozen=True)
class Requirement:
    """One requirement: met by tests or by what can be read, otherwise with the reason why not."""

    id: str  # V2.1.1
    level: int  # 1 or 2: the lowest that asks for it
    about: str
    state: State
    tests: tuple[str, ...]  # tests/….py::test_…
    read: tuple[str, ...]  # paths of the repository
    why: str

    @property
    def chapter(self) -> int:
        """The number of its chapter."""
        return int(self.id.removeprefix("V").partition(".")[0])


def read_requirements(path: Path = FILE) -> list[Requirement]:
    """Every requirement, in the standard's order."""
    return [
        Requirement(
            id=each["id"],
            level=each["level"],
            about=each["about"],
            state=State(each["state"]),
            tests=tuple(each.get("tests", ())),
            read=tuple(each.get("read", ())),
            why=each.get("why", ""),
        )
        for each in yaml.safe_load(path.read_text(encoding="utf-8"))
    ]


def write_page(requirements: Sequence[Requirement]) -> str:
    """The page in Markdown: how many of each level are met, then a table for each chapter."""
    parts = [OPENING, _summary(requirements)]
    for number, name in CHAPTERS.items():
        rows = [_row(each) for each in requirements if each.chapter == number]
        parts.append("\n".join([f"## V{number} {name}\n", HEAD, *rows, ""]))
    return "\n".join(parts)


def _summary(requirements: Sequence[Requirement]) -> str:
    lines = ["| Level | Met | Not met | Not applicable |", "|---|---|---|---|"]
    for level in (1, 2):
        states = [each.state for each in requirements if each.level == level]
        counts = (states.count(state) for state in State)
        lines.append(f"| {level} | {' | '.join(str(count) for count in counts)} |")
    return "\n".join(lines) + "\n"


def _row(each: Requirement) -> str:
    shown = ", ".join(f"`{one}`" for one in (*each.tests, *each.read)) or each.why
    state = f"**{each.state}**" if each.state is State.NOT_MET else each.state.value
    return f"| {each.id} | {each.level} | {each.about} | {state} | {shown} |"


if __name__ == "__main__":
    PAGE.write_text(write_page(read_requirements()), encoding="utf-8")
