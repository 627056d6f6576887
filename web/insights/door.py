"""What every page of the analysts' site needs: who asks, what is offered, and how figures are fetched."""

from typing import Annotated, Any

from fastapi import Depends, Request, Response

from usage.release import POLICY, Offer, Span, offer
from web.accounts.guard import StaffMember, recently_signed_in, require
from web.accounts.roles import Role
from web.database import Database
from web.insights import labels
from web.insights.answering import Answer, answer
from web.insights.asked import LISTS, BadQuestion, Fault, good_choices, period_value, read_question
from web.insights.views import VIEWS, ViewName
from web.resources import Resources, resources
from web.templating import page


Held = Annotated[Resources, Depends(resources)]
Analyst = Annotated[StaffMember, Depends(require(Role.ANALYST))]
RECENTLY = [
    Depends(recently_signed_in)
]  # what leaves the site is given to whoever has just shown who they are
FIELD_NAMES = {
    "need": ("Need", "All needs", labels.NEED_NAMES),
    "area": ("Area", "All areas", labels.AREA_NAMES),
    "age": ("Age of the person helped", "All ages", labels.AGE_NAMES),
    "part": ("Time of day", "All day", labels.PART_NAMES),
    "channel": ("Channel", "All channels", labels.CHANNEL_NAMES),
}
MOST_BESIDE = 5  # columns of a table that fits beside its picture, and has room for words
WEEKS_NAMES = {"13": "13 weeks", "26": "26 weeks", "52": "52 weeks"}


def offered_now(held: Resources, session: Database) -> Offer:
    """Which periods there are at this moment."""
    return offer(session, traffic=held.settings.traffic, at=held.clock())


def answer_to(
    request: Request, held: Resources, session: Database, offered: Offer, *, view: ViewName, by: str
) -> Answer | None:
    """The figures an address asks for, recorded for good; None before any week. Raises BadQuestion."""
    pairs = request.query_params.multi_items()
    question = read_question(pairs, view, offered=offered, traffic=held.settings.traffic)
    if question is None:
        return None
    found = answer(session, question, by=by, at=held.clock())
    session.commit()  # before anything is shown: a release that was not recorded did not happen
    return found


def insights_page(
    request: Request,
    held: Resources,
    template: str,
    *,
    offered: Offer,
    wrong: tuple[Fault, ...] = (),
    **values: Any,
) -> Response:
    """A page of the site; whatever is wrong with its address is said at the field it is about."""
    weeks = offered.periods[Span.WEEK]
    fields = {*values.get("fields", ()), "period"}
    common: dict[str, Any] = {
        "errors": [{"text": each.message, "href": _place_of(each, offered, fields)} for each in wrong],
        "wrong": {each.field: each.message for each in wrong if each.field},
        "chosen": good_choices(request.query_params.multi_items(), offered),
        "traffic": held.settings.traffic,
        "offered": offered,
        "counted_from": weeks[-1].first if weeks else None,
        "policy": POLICY,
        "views": VIEWS,
        "labels": labels,
        "period_value": period_value,
        "periods": [(labels.SPAN_NAMES[span], offered.periods[span]) for span in Span],
        "field_names": FIELD_NAMES,
        "lists": LISTS,
        "weeks_names": WEEKS_NAMES,
        "most_beside": MOST_BESIDE,
    }
    return page(request, f"insights/{template}", status=400 if wrong else 200, **(common | values))


def refusal(
    request: Request, held: Resources, error: BadQuestion, template: str, *, offered: Offer, **values: Any
) -> Response:
    """The page with its form and what is wrong, and without any figure."""
    return insights_page(request, held, template, offered=offered, wrong=error.faults, **values)


def _place_of(fault: Fault, offered: Offer, fields: set[str]) -> str:
    """Where an error leads: to its field, or to what stands in the form's place while there is none."""
    return (
        f"#{fault.field}" if fault.field in fields and (offered.weeks or fault.field == "name") else "#period"
    )
