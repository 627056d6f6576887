"""The names of needs and areas as analysts read them, and how a figure is written."""

from collections.abc import Mapping, Sequence
from datetime import date

from usage.release import NOT_KNOWN, POLICY, SUPPRESSED, Figure, Hidden, Period, ReleasedTable, Span
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
MOST_LEADING = 3


def figure_words(figure: Figure) -> str:
    """A figure as a table cell holds it: a number, or why there is none."""
    if isinstance(figure, Hidden):
        return FEW if figure is SUPPRESSED else WITHHELD
    return f"{figure:,}"


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


def headline(table: ReleasedTable, *, need: str | None, area: str | None) -> str:
    """The chosen part in a sentence: how many visits, and the needs or areas with most of them."""
    chosen = ", ".join(names[part] for names, part in ((NEED_NAMES, need), (AREA_NAMES, area)) if part)
    total = table.figure(need, area)
    if total is SUPPRESSED:
        return (
            f"{chosen}: {FEW} visits in this period."
            if chosen
            else f"There were {FEW} visits in this period."
        )
    said = "the number of visits is withheld." if isinstance(total, Hidden) else f"about {total:,} visits."
    said = f"{chosen}: {said}" if chosen else f"{said[0].upper()}{said[1:]}"
    if need and area:
        return said
    return f"{said} {_where_most(table, need) if need else _most_brought(table, area)}"


def hidden_words(table: ReleasedTable) -> str:
    """How many of the figures on the page are hidden, its totals told apart."""
    figures = [table.figure(need, area) for need in table.rows for area in table.columns]
    totals = [table.figure(need, None) for need in (*table.rows, None)]
    totals += [table.figure(None, area) for area in table.columns]
    share = f"{table.hidden_share * 100:.1f}%"
    return f"Hidden in this table: {_hidden_of(figures)} figures ({share}), and {_hidden_of(totals)} totals."


def _hidden_of(figures: Sequence[Figure]) -> str:
    return f"{sum(isinstance(figure, Hidden) for figure in figures)} of {len(figures)}"


def _most_brought(table: ReleasedTable, area: str | None) -> str:
    needs = {NEED_NAMES[need]: table.figure(need, area) for need in table.rows if need != NOT_KNOWN}
    return _leading(needs, "Needs brought most", none="No single need can be shown.")


def _where_most(table: ReleasedTable, need: str) -> str:
    areas = {AREA_NAMES[area]: table.figure(need, area) for area in table.columns if area != NOT_KNOWN}
    return _leading(areas, "Areas with most visits", none="No single area can be shown.")


def _leading(figures: Mapping[str, Figure], said: str, *, none: str) -> str:
    """The largest figures by name; a withheld one could be as large as any of them."""
    shown = {name: figure for name, figure in figures.items() if isinstance(figure, int)}
    if not shown:
        return none
    leading = sorted(shown, key=lambda name: -shown[name])[:MOST_LEADING]
    of_those = ", of those shown" if Hidden.WITHHELD in figures.values() else ""
    return f"{said}{of_those}: {', '.join(f'{name} (about {shown[name]:,})' for name in leading)}."
