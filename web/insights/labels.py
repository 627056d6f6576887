"""The names of needs, areas, stages and weeks as analysts read them, and how a figure is written."""

from collections.abc import Mapping
from datetime import date, timedelta

from usage.release import (
    NOT_KNOWN,
    POLICY,
    SUPPRESSED,
    Breakdown,
    Figure,
    Hidden,
    Period,
    ReleasedTable,
    Span,
)
from vocabulary.areas import District
from vocabulary.needs import Need
from vocabulary.pathway import Channel, PartOfDay, Step, Traffic
from vocabulary.people import AgeBand
from vocabulary.risks import Risk


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
AGE_NAMES: dict[str, str] = {
    AgeBand.UNDER_18: "Under 18",
    AgeBand.FROM_18_TO_25: "18 to 25",
    AgeBand.FROM_26_TO_59: "26 to 59",
    AgeBand.FROM_60: "60 or over",
    NOT_KNOWN: "No age given",
}
PART_NAMES: dict[str, str] = {
    PartOfDay.NIGHT: "Night (midnight to 6am)",
    PartOfDay.MORNING: "Morning (6am to noon)",
    PartOfDay.AFTERNOON: "Afternoon (noon to 6pm)",
    PartOfDay.EVENING: "Evening (6pm to midnight)",
}
STAGE_NAMES: dict[str, str] = {
    Step.STARTED: "Started",
    Step.NEED_FOUND: "Need found",
    Step.AREA_GIVEN: "Area given",
    Step.AREA_SKIPPED: "Area not given",
    Step.FACTS_READ: "Facts read",
    Step.SERVICES_SHOWN: "Services shown",
    Step.CONTACT_OPENED: "Contact opened",
    Step.HELPED_YES: "Said it helped",
    Step.HELPED_NO: "Said it did not help",
    Step.ENDED: "Ended by the person",
    Step.NO_MATCH: "No service found",
    "no-match-nothing-listed": "No service exists",
    "no-match-hidden": "Only hidden services exist",
    "no-match-unconfirmed": "Only unconfirmed services exist",
    "only-closed": "Only closed services shown",
    Step.CLARIFIED: "Asked again",
    Step.NOT_UNDERSTOOD: "Not understood",
    Step.RISK_CARD: "Any risk card",
    f"{Step.RISK_CARD}-{Risk.OVERDOSE}": "Overdose",
    f"{Step.RISK_CARD}-{Risk.EMERGENCY}": "Emergency",
    f"{Step.RISK_CARD}-{Risk.SUICIDE}": "Suicide",
    f"{Step.RISK_CARD}-{Risk.CHILD}": "Child",
}
CHANNEL_NAMES: dict[str, str] = {
    Channel.WEB: "Web page",
    Channel.WEB_NO_SCRIPT: "Web page without JavaScript",
    Channel.WIDGET: "Widget on a partner's page",
    Channel.API: "API",
}
NAMES: Mapping[Breakdown, Mapping[str, str]] = {
    Breakdown.NEED: NEED_NAMES,
    Breakdown.AREA: AREA_NAMES,
    Breakdown.AGE: AGE_NAMES,
    Breakdown.PART: PART_NAMES,
    Breakdown.CHANNEL: CHANNEL_NAMES,
    Breakdown.STAGE: STAGE_NAMES,
}
AXIS_NAMES = {
    Breakdown.NEED: "Need",
    Breakdown.AREA: "Area",
    Breakdown.AGE: "Age",
    Breakdown.PART: "Time of day",
    Breakdown.CHANNEL: "Channel",
    Breakdown.STAGE: "What happened",
    Breakdown.SERVICE: "Service",
    Breakdown.WEEK: "Week from",
    Breakdown.ALL: "Visits",
}
SPAN_NAMES = {
    Span.QUARTER: "Quarters of 13 weeks",
    Span.MONTH: "Months of four or five weeks",
    Span.WEEK: "Weeks",
}
TRAFFIC_WORDS = {Traffic.DEMO: "synthetic data", Traffic.TEST: "test data"}
WEEKS_OF_A_MONTH = (4, 5)
TO_SECOND_THURSDAY = timedelta(days=10)  # the first may belong to the month before, where a quarter begins
ALL = "All visits"
FEW = f"fewer than {POLICY.threshold}"
FEW_SHORT = f"<{POLICY.threshold}"  # for the eye, in tables with many columns
WITHHELD = "withheld"
GONE = "A service that is no longer listed"


def name_of(axis: Breakdown, value: str, services: Mapping[str, str] | None = None) -> str:
    """What people call a value of a breakdown."""
    if axis is Breakdown.WEEK:
        return day_words(date.fromisoformat(value))
    if axis is Breakdown.SERVICE:
        return (services or {}).get(value, GONE)
    return NAMES[axis][value]


def file_names(table: ReleasedTable, services: Mapping[str, str]) -> dict[str, str]:
    """The names of a table's values for a file, where the heading tells what is not known."""
    shape = table.shape
    names = {value: name_of(shape.rows, value, services) for value in table.rows}
    if shape.columns is not Breakdown.WEEK:  # a week stays a date that a notebook can read
        names |= {value: name_of(shape.columns, value, services) for value in table.columns}
    names |= {value: name_of(axis, value, services) for axis, value in shape.filters.items()}
    return names | {NOT_KNOWN: "Not known"}


def figure_words(figure: Figure | None) -> str:
    """A figure as a table cell holds it: a number, or why there is none."""
    if figure is None:
        return "no figure"
    if isinstance(figure, Hidden):
        return FEW if figure is SUPPRESSED else WITHHELD
    return f"{figure:,}"


def day_words(day: date) -> str:
    """A day in words: "29 June 2026"."""
    return f"{day.day} {day:%B %Y}"


def period_words(period: Period, *, counted_from: date | None = None) -> str:
    """A period in words: "29 June to 27 September 2026 (13 weeks)".

    One that began before the first week with visits says so: "(5 of 13 weeks)".
    """
    first, last = period.first, period.last
    year = "" if first.year == last.year else f" {first.year}"
    weeks = "1 week" if period.weeks == 1 else f"{period.weeks} weeks"
    if counted_from is not None and first < counted_from:
        weeks = f"{Period(counted_from, last).weeks} of {weeks}"
    return f"{first.day} {first:%B}{year} to {last.day} {last:%B} {last.year} ({weeks})"


def choice_words(period: Period, *, counted_from: date | None = None) -> str:
    """A period of a list to choose from; a month goes by its name: "October 2026: 28 September to …"."""
    words = period_words(period, counted_from=counted_from)
    return f"{month_name(period)}: {words}" if period.weeks in WEEKS_OF_A_MONTH else words


def month_name(period: Period) -> str:
    """The month of a period of four or five weeks: "October 2026"."""
    return f"{period.first + TO_SECOND_THURSDAY:%B %Y}"


def part_words(table: ReleasedTable, choices: Mapping[str, str]) -> str:
    """The part of the visits that was chosen: "Cuckooing, Wyre Forest"; nothing for all of them."""
    chosen = [NAMES[Breakdown(name)][choices[name]] for name in NAMES if name in choices]
    why = table.shape.filters.get(Breakdown.STAGE)
    return ", ".join([*([STAGE_NAMES[why]] if why else []), *chosen])
