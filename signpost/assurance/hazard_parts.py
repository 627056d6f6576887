"""Parts of documents that are made from the hazard log and the figures."""

from collections.abc import Iterable, Mapping

from signpost.assurance.document import Part, Section, Table
from signpost.assurance.figures import Figure
from signpost.assurance.hazards import Control, Hazard, Risk
from signpost.assurance.scales import MEANING, Likelihood, Severity, rating


def matrix_section() -> Section:
    """How a risk is rated."""
    rows = tuple(
        (likelihood.value, *(str(rating(severity, likelihood)) for severity in Severity))
        for likelihood in reversed(Likelihood)
    )
    return Section(
        heading="How risks are rated",
        parts=(
            "By the matrix of the guidance to DCB0129, as in [NHS England's own hazard logs]"
            "(https://github.com/NHSDigital/IOPS-FHIR-Simplifier-Backup): severity across, likelihood down. "
            "A fault of software meets many people, so what can kill is called catastrophic, also where one "
            "person would die.",
            Table(columns=("", *(severity.value for severity in Severity)), rows=rows),
            tuple(f"{number}: {meaning}" for number, meaning in sorted(MEANING.items(), reverse=True)),
        ),
    )


def overview_section(hazards: Iterable[Hazard]) -> Section:
    """All hazards on one screen, the worst that is left first."""
    rows = tuple(
        (each.title, str(each.initial.rating), str(each.residual.rating), each.owner.value)
        for each in hazards
    )
    return Section(
        heading="Hazards",
        parts=(Table(columns=("Hazard", "Risk before controls", "Risk that is left", "Owner"), rows=rows),),
    )


def hazard_section(hazard: Hazard, figures: Mapping[str, Figure]) -> Section:
    """One hazard in full."""
    measured = tuple(_figure_words(figures[name]) for name in hazard.figures)
    return Section(
        heading=hazard.title,
        level=3,
        parts=(
            hazard.hazard,
            f"**Causes.** {' '.join(hazard.causes)}",
            f"**Effects.** {' '.join(hazard.effects)}",
            f"**Before controls:** {_risk_words(hazard.initial)}.",
            Table(columns=("Control", "Tests", "Evidence"), rows=tuple(map(_control_row, hazard.controls))),
            *(("**Measured:**", measured) if measured else ()),
            f"**What is left:** {_risk_words(hazard.residual)}. {hazard.why}",
            f"**For the {hazard.owner.value}, who owns this hazard:**",
            hazard.left_to_do,
        ),
    )


def risks_table(hazards: Iterable[Hazard]) -> tuple[Part, ...]:
    """Risk by risk before controls, as step 5 of the ICO's template asks for it."""
    rows = tuple(
        (
            f"{each.title}: {each.hazard} {' '.join(each.effects)}",
            each.initial.likelihood.value,
            each.initial.severity.value,
            str(each.initial.rating),
        )
        for each in hazards
    )
    columns = (
        "Source of risk and effect on people",
        "Likelihood of harm",
        "Severity of harm",
        "Overall risk",
    )
    return (Table(columns=columns, rows=rows),)


def measures_table(hazards: Iterable[Hazard]) -> tuple[Part, ...]:
    """Measures and what is left, as step 6 of the ICO's template asks for it."""
    rows = tuple(
        (
            each.title,
            " ".join(control.what for control in each.controls),
            "reduced" if each.residual.rating < each.initial.rating else "accepted",
            f"{each.residual.rating}: {each.why}",
        )
        for each in hazards
    )
    columns = ("Risk", "Measures", "Effect on risk", "Residual risk")
    return (Table(columns=columns, rows=rows),)


def figures_table(figures: Iterable[Figure]) -> tuple[Part, ...]:
    """Every figure with its aim, and whether it is met."""
    rows = tuple(
        (each.what, each.value, each.aim, "met" if each.is_met else "**missed**", each.measured)
        for each in figures
    )
    return (Table(columns=("Measured", "Figure", "Aim", "", "When"), rows=rows),)


def _control_row(control: Control) -> tuple[str, str, str]:
    return (control.what, "<br>".join(f"`{test}`" for test in control.tests), f"`{control.evidence}`")


def _risk_words(risk: Risk) -> str:
    return f"{risk.severity.value}, likelihood {risk.likelihood.value}, risk {risk.rating}"


def _figure_words(figure: Figure) -> str:
    said = "met" if figure.is_met else "**missed**"
    return f"{figure.what}: {figure.value}; aim {figure.aim}: {said} (`{figure.source}`)"
