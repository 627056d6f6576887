"""The names of needs and areas as analysts read them, and how a figure is written."""

from usage.release import NOT_KNOWN, POLICY, SUPPRESSED, Figure, Hidden, Period, Span
from vocabulary.areas import District
from vocabulary.needs import Need


NEED_NAMES: dict[str, str] = {
    Need.DANGER_NOW: "Danger now",
    Need.CRIMINAL_EXPLOITATION_CHILD: "Criminal exploitation of a child",
    Need.CRIMINAL_EXPLOITATION_ADULT: "Criminal exploitation of an adult",
    Need.CUCKOOING: "Cuckooing",
    Need.DRUG_DEBT: "Drug debt",
    Need.THREATS_VIOLENCE: "Threats and violence",
    Need.ROBBERY_BURGLARY: "Robbery and burglary",
    Need.SPIKING: "Spiking",
    Need.DEALING_NEAR_HOME: "Dealing near home",
    Need.WORRIED_ABOUT_YOUNG_PERSON: "Worried about a young person",
    Need.MISSING: "Someone missing",
    Need.FAMILY_DRUG_USE: "A relative's drug use",
    Need.OWN_DRUG_USE: "Own drug use",
    Need.OVERDOSE: "Overdose",
    Need.BEREAVEMENT: "Bereavement",
    Need.FEELINGS_SUICIDE: "Feelings and suicide",
    Need.DOMESTIC_ABUSE: "Domestic abuse",
    Need.SEXUAL_VIOLENCE: "Sexual violence",
    Need.HOUSING: "Housing",
    Need.MONEY_HELP: "Money",
    Need.REPORT_CRIME: "Reporting a crime",
    Need.RIGHTS_COURT_COMPENSATION: "Rights, court and compensation",
    Need.ARRESTED_LEGAL: "Arrest and legal advice",
    Need.HATE_MATE_CRIME: "Hate and mate crime",
    NOT_KNOWN: "No need found",
}
AREA_NAMES: dict[str, str] = {
    District.HEREFORDSHIRE: "Herefordshire",
    District.SHROPSHIRE: "Shropshire",
    District.TELFORD_AND_WREKIN: "Telford and Wrekin",
    District.BROMSGROVE: "Bromsgrove",
    District.MALVERN_HILLS: "Malvern Hills",
    District.REDDITCH: "Redditch",
    District.WORCESTER: "Worcester",
    District.WYCHAVON: "Wychavon",
    District.WYRE_FOREST: "Wyre Forest",
    "outside": "Outside West Mercia",
    NOT_KNOWN: "No area given",
}
SPAN_NAMES = {Span.QUARTER: "Quarters of 13 weeks", Span.WEEK: "Weeks"}
ALL = "All visits"
FEW = f"fewer than {POLICY.threshold}"
WITHHELD = "withheld"


def figure_words(figure: Figure) -> str:
    """A figure as a table cell holds it: a number, or why there is none."""
    if isinstance(figure, Hidden):
        return FEW if figure is SUPPRESSED else WITHHELD
    return f"{figure:,}"


def period_words(period: Period) -> str:
    """A period in words: "29 June to 27 September 2026 (13 weeks)"."""
    first, last = period.first, period.last
    year = "" if first.year == last.year else f" {first.year}"
    weeks = "1 week" if period.weeks == 1 else f"{period.weeks} weeks"
    return f"{first.day} {first:%B}{year} to {last.day} {last:%B} {last.year} ({weeks})"


def headline(total: Figure, leading: list[tuple[str, int]]) -> str:
    """The table in a sentence: how many visits there were, and the needs brought most."""
    if total is SUPPRESSED:
        return f"There were {FEW} visits in this period."
    said = "The number of visits is withheld." if isinstance(total, Hidden) else f"About {total:,} visits."
    if not leading:
        return f"{said} No single need can be shown."
    needs = ", ".join(f"{name} (about {count:,})" for name, count in leading)
    return f"{said} Needs brought most: {needs}."
