"""One figure on a page: its headline, picture, table, what changed, and how it was made."""

from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response

from usage.release import Offer
from web.database import Database
from web.insights import charts, grid
from web.insights.answering import Answer
from web.insights.asked import BadQuestion
from web.insights.door import Analyst, Held, answer_to, insights_page, offered_now, refusal
from web.insights.headlines import headline
from web.insights.views import VIEWS, Dates, ViewName
from web.service_names import service_names


router = APIRouter(prefix="/insights", include_in_schema=False)
MOST_CHANGES = 12
FILE_WORDS = {"csv": "CSV", "xlsx": "Excel", "parquet": "Parquet", "png": "Picture (PNG)"}


@router.get("/{view}")
def show_figure(request: Request, view: ViewName, held: Held, member: Analyst, session: Database) -> Response:
    """A figure, for the period and part that the address chooses."""
    offered = offered_now(held, session)
    fields = fields_of(view)
    try:
        found = answer_to(request, held, session, offered, view=view, by=member.id)
    except BadQuestion as error:
        about = {"view": view, "shape": VIEWS[view], "fields": fields}
        return refusal(request, held, error, "figure.html", offered=offered, **about)
    values = _values(found, service_names(session)) if found else {}
    return _page(request, held, offered, view=view, fields=fields, **values)


def fields_of(view: ViewName) -> tuple[str, ...]:
    """The fields of a figure's form."""
    shape = VIEWS[view]
    weeks = ("weeks",) if shape.dates is Dates.WEEKS else ()
    why = ("why",) if shape.of_one_stage else ()
    return ("period", *weeks, *why, *shape.filters)


def _page(
    request: Request, held: Held, offered: Offer, *, view: ViewName, fields: tuple[str, ...], **values: Any
) -> Response:
    return insights_page(
        request,
        held,
        "figure.html",
        offered=offered,
        view=view,
        shape=VIEWS[view],
        fields=fields,
        files=FILE_WORDS,
        **values,
    )


def _values(found: Answer, services: dict[str, str]) -> dict[str, Any]:
    """What the template writes of an answer."""
    choices, compared = found.question.choices, found.comparison
    changes = grid.differences(found, services)
    return {
        "answer": found,
        "table": found.table,
        "chosen": choices,
        "query": urlencode(choices),
        "headline": headline(found, services),
        "picture": charts.as_data(charts.svg_of(found, services)) if charts.has_figures(found) else None,
        "leaves_out": charts.leaves_out(found),
        "grid": grid.grid_of(found, services),
        "hidden": grid.hidden_words(found.table),
        "compared": compared,
        "changes": changes[:MOST_CHANGES],
        "more_changes": max(0, len(changes) - MOST_CHANGES),
        "noise": grid.noise_count(compared) if compared and compared.before else 0,
    }
