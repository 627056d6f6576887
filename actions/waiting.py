"""Which of the needs that were told comes next, once services for the first were shown; pure."""

from collections.abc import Sequence

from vocabulary.needs import Need


# Help with the first of these can wait least. Danger now is left out: its card has said what it can.
URGENCY = (
    Need.OVERDOSE,
    Need.FEELINGS_SUICIDE,
    Need.SEXUAL_VIOLENCE,
    Need.DOMESTIC_ABUSE,
    Need.CRIMINAL_EXPLOITATION_CHILD,
    Need.MISSING,
    Need.THREATS_VIOLENCE,
    Need.WORRIED_ABOUT_YOUNG_PERSON,
    Need.CRIMINAL_EXPLOITATION_ADULT,
    Need.CUCKOOING,
    Need.SPIKING,
    Need.HOUSING,
    Need.DRUG_DEBT,
    Need.HATE_MATE_CRIME,
    Need.ARRESTED_LEGAL,
    Need.OWN_DRUG_USE,
    Need.FAMILY_DRUG_USE,
    Need.BEREAVEMENT,
    Need.ROBBERY_BURGLARY,
    Need.MONEY_HELP,
    Need.DEALING_NEAR_HOME,
    Need.RIGHTS_COURT_COMPENSATION,
    Need.REPORT_CRIME,
)
# What the classifier hears as two is one matter to the person; help for one is help for the other.
ONE_MATTER = (
    {Need.CRIMINAL_EXPLOITATION_CHILD, Need.CRIMINAL_EXPLOITATION_ADULT, Need.WORRIED_ABOUT_YOUNG_PERSON},
    {Need.CUCKOOING, Need.DEALING_NEAR_HOME, Need.REPORT_CRIME},
    {Need.CUCKOOING, Need.HATE_MATE_CRIME},
    {Need.OVERDOSE, Need.OWN_DRUG_USE, Need.FAMILY_DRUG_USE},
    {Need.OVERDOSE, Need.BEREAVEMENT},
    {Need.DRUG_DEBT, Need.MONEY_HELP},
    {Need.SEXUAL_VIOLENCE, Need.SPIKING},
    {Need.WORRIED_ABOUT_YOUNG_PERSON, Need.MISSING, Need.FAMILY_DRUG_USE},
)


def waiting_needs(told: Sequence[Need], settled: Sequence[Need]) -> tuple[Need, ...]:
    """What was told and is not yet answered, the most urgent first."""
    return by_urgency([need for need in told if not is_one_matter(need, settled)])


def by_urgency(needs: Sequence[Need]) -> tuple[Need, ...]:
    """Needs in the order in which help with them can wait least, each once."""
    return tuple(need for need in URGENCY if need in needs)


def is_one_matter(need: Need, others: Sequence[Need]) -> bool:
    """Whether a need is the same matter as one of the others, or that need itself."""
    return need in others or any(need in matter and matter.intersection(others) for matter in ONE_MATTER)


def with_told(told: Sequence[Need], heard: Sequence[Need]) -> tuple[Need, ...]:
    """Every need of the chat, once those just heard are known; the same matter does not stand twice."""
    leading, others = heard[:1], heard[1:]
    further = [need for need in others if not is_one_matter(need, leading)]
    return tuple(dict.fromkeys((*told, *leading, *further)))
