"""The monthly statement as a PDF: one page of A4, tagged for screen readers (PDF/UA-1), its chart as lines.

The words are those of the page on the site. Typst sets them, without a system library or a system font.
"""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Final

from usage.release import POLICY
from web.insights import labels
from web.insights.statement import Statement


TEMPLATE = Path(__file__).resolve().parents[1] / "templates" / "insights" / "statement.typ"
STANDARD: Final = "ua-1"
LEFT = 3  # parts: how many of them stand in the first column
METHOD = (
    f"Figures count visits, not people. “{labels.FEW.capitalize()}” stands for any number below "
    f"{POLICY.threshold}, none included. All others are changed by up to {POLICY.largest_noise} by chance "
    f"and rounded to the nearest {POLICY.base}, to protect each visit, so parts need not add up. A visit "
    "with two needs counts under each and once in the total. A change is told only where it is larger than "
    "this protection and chance make in 19 of 20 cases; everything else is “only noise”, which does not "
    "prove that nothing changed. Weeks run from Monday to Sunday, and belong to the month of their "
    "Thursday, within quarters of 13 weeks. Why something changed, the figures cannot say."
)
MADE_UP = "made up for a demonstration or a test, about no real person"


def statement_pdf(statement: Statement) -> bytes:
    """The statement as a file; what is not real is marked at its top and its foot."""
    import font_lato  # type: ignore[import-untyped]
    import typst

    fonts = typst.Fonts(include_system_fonts=False, font_paths=[font_lato.font_directory])
    made = typst.compile(
        TEMPLATE.read_bytes(),
        format="pdf",
        font_paths=fonts,
        ignore_system_fonts=True,
        sys_inputs={"said": json.dumps(_said(statement)), "chart": statement.picture},
        pdf_standards=[STANDARD],
    )
    assert isinstance(made, bytes)  # of one file; pictures of pages would be a list
    return made


def _said(statement: Statement) -> dict[str, object]:
    """Every word of the page."""
    mark = labels.TRAFFIC_WORDS.get(statement.traffic)
    parts = [{"title": each.title, "said": each.said, "grid": asdict(each.grid)} for each in statement.parts]
    return {
        "title": f"Monthly statement: {statement.title}",
        "name": statement.title,
        "mark": f"{mark[0].upper()}{mark[1:]}: {MADE_UP}" if mark else "",
        "few": labels.FEW,
        "dates": statement.dates,
        "headline": statement.headline,
        "compared": statement.compared,
        "chart": {"title": statement.chart_title, "words": statement.chart_words},
        "left": parts[:LEFT],
        "right": parts[LEFT:],
        "hidden": statement.hidden,
        "method": METHOD,
    }
