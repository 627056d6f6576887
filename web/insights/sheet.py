"""A released table as a CSV file that a spreadsheet opens without harm."""

import csv
import io

from usage.release import ReleasedTable
from vocabulary.pathway import Traffic
from web.insights.labels import ALL, AREA_NAMES, NEED_NAMES, figure_words


STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
HEADINGS = ("first day", "last day", "data", "need", "area", "visits")
DATA_NAMES = {Traffic.REAL: "real", Traffic.TEST: "test", Traffic.DEMO: "SYNTHETIC DEMONSTRATION"}


def to_csv(table: ReleasedTable) -> str:
    """One line for each figure, totals included, in CSV as RFC 4180 has it."""
    held = io.StringIO()
    writer = csv.writer(held, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    start = (table.period.first.isoformat(), table.period.last.isoformat(), DATA_NAMES[table.traffic])
    for need in (*table.rows, None):
        for area in (*table.columns, None):
            names = (NEED_NAMES[need] if need else ALL, AREA_NAMES[area] if area else ALL)
            words = figure_words(table.figure(need, area)).replace(",", "")
            writer.writerow([safe_cell(value) for value in (*start, *names, words)])
    return held.getvalue()


def safe_cell(value: str) -> str:
    """The value, with an apostrophe before it when a spreadsheet would take it for a formula."""
    return f"'{value}" if value.startswith(STARTS_A_FORMULA) else value
