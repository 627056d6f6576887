"""The hazard log after DCB0129: what could hurt somebody, what stops it, and what is left."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Self

from pydantic import model_validator

from signpost.assurance.figures import Figure
from signpost.assurance.named_tests import is_there
from signpost.assurance.reading import DATA, Shape, read_shape
from signpost.assurance.scales import Likelihood, Owner, Severity, rating


class Risk(Shape):
    """How bad and how likely."""

    severity: Severity
    likelihood: Likelihood

    @property
    def rating(self) -> int:
        """1 to 5, 5 the worst."""
        return rating(self.severity, self.likelihood)


class Control(Shape):
    """What keeps a hazard from doing harm, the tests that hold it, and where it is written about."""

    what: str
    tests: tuple[str, ...]
    evidence: str  # a page or folder of the repository


class Hazard(Shape):
    """One hazard with its risk before and after its controls."""

    id: str
    title: str
    hazard: str
    causes: tuple[str, ...]
    effects: tuple[str, ...]
    initial: Risk
    controls: tuple[Control, ...]
    figures: tuple[str, ...] = ()
    residual: Risk
    why: str  # the residual risk in words, what falls short included
    left_to_do: tuple[str, ...]  # for the operating body, as no code can do it
    owner: Owner
    is_about_data: bool = False  # a risk to people's personal data, for the DPIA

    @model_validator(mode="after")
    def _controls_never_add_risk(self) -> Self:
        if self.residual.rating > self.initial.rating:
            raise ValueError("The residual risk is higher than the initial one")
        return self

    @property
    def tests(self) -> tuple[str, ...]:
        """Every test of every control, each once, in their order."""
        return tuple(dict.fromkeys(test for control in self.controls for test in control.tests))


def read_hazards(folder: Path = DATA / "hazards") -> tuple[Hazard, ...]:
    """Every hazard, the worst that is left first. Raises BadData."""
    found = [read_shape(path, Hazard) for path in sorted(folder.glob("*.yml"))]
    return tuple(sorted(found, key=lambda each: (-each.residual.rating, -each.initial.rating, each.id)))


def every_test(hazards: Iterable[Hazard]) -> tuple[str, ...]:
    """The tests of all hazards, each once, sorted."""
    return tuple(sorted({test for hazard in hazards for test in hazard.tests}))


def hazard_faults(hazards: Iterable[Hazard], *, figures: Mapping[str, Figure], root: Path) -> Iterator[str]:
    """A sentence for each hazard or control that lost what it rests on."""
    for hazard in hazards:
        if not hazard.controls:
            yield f"{hazard.id} has no control."
        for name in hazard.figures:
            if name not in figures:
                yield f"{hazard.id} rests on the figure {name}, which is not there."
        for control in hazard.controls:
            yield from _control_faults(hazard, control, root)


def _control_faults(hazard: Hazard, control: Control, root: Path) -> Iterator[str]:
    start = control.what.partition(".")[0]
    if not control.tests:
        yield f"{hazard.id}: '{start}' has no test."
    for test in control.tests:
        if not is_there(test, root=root):
            yield f"{hazard.id}: '{start}' rests on {test}, which is not there."
    if not (root / control.evidence).exists():
        yield f"{hazard.id}: '{start}' names {control.evidence}, which is not there."
