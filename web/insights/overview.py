"""The analysts' start page: the main numbers with what changed, how visits developed, and every figure."""

from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request, Response

from usage.release import Breakdown, Offer
from web.database import Database
from web.insights import charts, grid, labels
from web.insights.answering import Answer, answer
from web.insights.asked import FILTERS, BadQuestion, Question, read_question
from web.insights.door import Analyst, Held, insights_page, offered_now, refusal
from web.insights.headlines import headline
from web.insights.views import VIEWS, Dates, ViewName
from web.service_names import service_names


router = APIRouter(prefix="/insights", include_in_schema=False)
FIELDS = ("period", *FILTERS)
SHOWN = (ViewName.FUNNEL, ViewName.UNMET, ViewName.UNDERSTANDING, ViewName.OVER_TIME)
DRAWN = (ViewName.OVER_TIME, ViewName.FUNNEL)
# The main numbers: which row of which figure, and what stands before it.
NUMBERS = (
    (ViewName.FUNNEL, None, "Visits"),
    (ViewName.FUNNEL, "services-shown", "Were shown services"),
    (ViewName.FUNNEL, "contact-opened", "Opened a contact"),
    (ViewName.FUNNEL, "helped-yes", "Said it helped"),
    (ViewName.UNMET, "no-match", "Found no service"),
    (ViewName.UNMET, "only-closed", "Saw only closed services"),
    (ViewName.UNDERSTANDING, "not-understood", "Were not understood"),
)


@dataclass(frozen=True)
class Number:
    """One main number."""

    name: str
    words: str
    before: str
    change: str
    href: str


@router.get("")
def show_overview(request: Request, held: Held, member: Analyst, session: Database) -> Response:
    """The main numbers of a period, and where each figure is."""
    offered = offered_now(held, session)
    try:
        answers = _answers(request, held, session, offered, by=member.id)
    except BadQuestion as error:
        return refusal(request, held, error, "overview.html", offered=offered, fields=FIELDS)
    session.commit()  # before anything is shown: a release that was not recorded did not happen
    values = _values(answers, service_names(session)) if answers else {}
    return insights_page(request, held, "overview.html", offered=offered, fields=FIELDS, **values)


def _answers(
    request: Request, held: Held, session: Database, offered: Offer, *, by: str
) -> dict[ViewName, Answer]:
    pairs = request.query_params.multi_items()
    found = {}
    for view in SHOWN:
        question = read_question(pairs, view, offered=offered, traffic=held.settings.traffic)
        if question is not None:
            found[view] = answer(session, _in_all(question), by=by, at=held.clock())
    return found


def _in_all(question: Question) -> Question:
    """The question for one column of figures: the main numbers leave the rest to the figure's own page."""
    if question.shape.dates is Dates.WEEKS:
        return question
    return replace(question, request=replace(question.request, columns=Breakdown.ALL))


def _values(answers: dict[ViewName, Answer], services: dict[str, str]) -> dict[str, Any]:
    first, compared = answers[ViewName.FUNNEL].question, answers[ViewName.FUNNEL].comparison
    return {
        "chosen": first.choices,
        "period": first.period,
        "before": compared.before.period if compared and compared.before else None,
        "part": labels.part_words(answers[ViewName.FUNNEL].table, first.choices),
        "numbers": [_number(answers[view], row, name) for view, row, name in NUMBERS],
        "figures": [
            {
                "view": view,
                "title": VIEWS[view].title,
                "headline": headline(answers[view], services),
                "picture": charts.as_data(charts.svg_of(answers[view], services)),
                "href": href_of(view, first),
            }
            for view in DRAWN
            if charts.has_figures(answers[view])
        ],
        "links": [(shape.title, shape.question, href_of(view, first)) for view, shape in VIEWS.items()],
    }


def href_of(view: ViewName, question: Question) -> str:
    """The address of a figure for the same period and, as far as it has those filters, the same part."""
    taken = {"period", *VIEWS[view].fitting(question.choices)}
    return f"/insights/{view}?{urlencode({k: v for k, v in question.choices.items() if k in taken})}"


def _number(found: Answer, row: str | None, name: str) -> Number:
    compared = found.comparison
    assert compared is not None
    return Number(
        name,
        labels.figure_words(found.table.figure(row, None)),
        labels.figure_words(compared.earlier(row, None)) if compared.before else "",
        grid.change_words(compared, row, None) if compared.before else "",
        href_of(found.question.view, found.question),
    )
