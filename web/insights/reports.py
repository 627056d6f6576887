"""Saved reports: questions that a person named to come back to, each seen by that person alone."""

from datetime import datetime
from urllib.parse import parse_qsl, urlencode

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from usage.release import Offer
from vocabulary.pathway import Traffic
from web.insights.asked import BadQuestion, Fault, read_question
from web.insights.model import LONGEST_NAME, SavedReport
from web.insights.views import ViewName


MOST_REPORTS = 50
NO_NAME = "Enter a name for the report"
LONG_NAME = f"The name must be {LONGEST_NAME} characters or fewer"
TOO_MANY = f"You have {MOST_REPORTS} reports already. Delete one first."


def save_report(
    session: Session,
    *,
    by: str,
    name: str,
    view: ViewName,
    query: str,
    offered: Offer,
    traffic: Traffic,
    at: datetime,
) -> SavedReport:
    """Keeps a question that can be asked; the caller commits. Raises BadQuestion."""
    kept = " ".join(name.split())
    if not kept or len(kept) > LONGEST_NAME:
        raise BadQuestion(Fault("name", LONG_NAME if kept else NO_NAME))
    question = read_question(parse_qsl(query, keep_blank_values=True), view, offered=offered, traffic=traffic)
    if len(reports_of(session, by)) >= MOST_REPORTS:
        raise BadQuestion(Fault("name", TOO_MANY))
    choices = dict(question.choices) if question else {}
    report = SavedReport(staff_id=by, name=kept, view=view.value, query=urlencode(choices), made_at=at)
    session.add(report)
    return report


def reports_of(session: Session, staff_id: str) -> list[SavedReport]:
    """A person's own reports, by name."""
    mine = select(SavedReport).where(SavedReport.staff_id == staff_id)
    return list(session.scalars(mine.order_by(func.lower(SavedReport.name), SavedReport.id)))


def delete_report(session: Session, report_id: str, *, by: str) -> bool:
    """Deletes a person's own report; says whether there was one. The caller commits."""
    report = session.get(SavedReport, report_id)
    if report is None or report.staff_id != by:
        return False
    session.delete(report)
    return True
