"""Known weaknesses that we live with for now: each with why it cannot be reached, and until when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from security.locked import plain


FILE = Path(__file__).parent / "findings.yml"
LONGEST_WHY = 400  # characters


@dataclass(frozen=True)
class Accepted:
    """One weakness of one locked version."""

    package: str
    version: str
    ids: frozenset[str]  # CVE, GHSA and PYSEC numbers of the same
    why: str  # why it cannot be reached here
    source: str  # where it was read
    until: date  # the last day it is accepted


@dataclass(frozen=True)
class Found:
    """One weakness that an advisory service reports for one locked version."""

    package: str
    version: str
    ids: frozenset[str]


def read_accepted(path: Path = FILE) -> list[Accepted]:
    """The accepted findings, in the order of the file."""
    listed = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [
        Accepted(
            package=plain(each["package"]),
            version=str(each["version"]),
            ids=frozenset(each["ids"]),
            why=each["why"].strip(),
            source=each["source"],
            until=each["until"],
        )
        for each in listed
    ]


def complaints(accepted: Sequence[Accepted], *, locked: Mapping[str, str], today: date) -> list[str]:
    """What is wrong with the accepted findings themselves; no service is needed to tell."""
    said = []
    for each in accepted:
        name = f"{each.package} {each.version}: {', '.join(sorted(each.ids))}"
        if locked.get(each.package) != each.version:
            said.append(
                f"{name} is accepted, but the lock has {locked.get(each.package, 'no such package')}."
            )
        if each.until < today:
            said.append(f"{name} was accepted until {each.until}. Look at it again.")
    return said


def unknown(found: Sequence[Found], accepted: Sequence[Accepted]) -> list[Found]:
    """What is reported and was never accepted for this version."""
    return [each for each in found if not any(_covers(one, each) for one in accepted)]


def _covers(accepted: Accepted, found: Found) -> bool:
    same = (accepted.package, accepted.version) == (found.package, found.version)
    return same and bool(accepted.ids & found.ids)
