"""The coverage as a CSV file: a line for each need, district and hour of the week."""

import csv
import io

from directory.coverage import HOURS, WEEK_HOURS, Coverage
from vocabulary.words import words
from web.admin.week_words import NAMES, answer_at


HEADINGS = ("need", "need in words", "district", "district in words", "day", "hour", "somebody answers")


def to_csv(coverage: Coverage) -> str:
    """The lines, in CSV as RFC 4180 has it; every text is ours, so none can be a formula."""
    held = io.StringIO()
    writer = csv.writer(held, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    for need, row in coverage.cells.items():
        for district, cell in row.items():
            start = (need.value, words(need.words), district.value, words(district.words))
            for hour in range(WEEK_HOURS):
                when = (NAMES[hour // HOURS], f"{hour % HOURS:02}:00")
                writer.writerow((*start, *when, answer_at(cell, hour).value))
    return held.getvalue()
