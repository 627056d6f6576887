"""From a question to released figures: one table, beside the period before where there is one."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from usage.release import Comparison, RefusedRelease, ReleasedTable, compare, release
from web.insights.asked import Question, refused
from web.insights.views import Dates


@dataclass(frozen=True)
class Answer:
    """The figures of a question; all of them have passed disclosure control and are recorded."""

    question: Question
    table: ReleasedTable
    comparison: Comparison | None = None


def answer(session: Session, question: Question, *, by: str, at: datetime) -> Answer:
    """The figures of a question; the caller commits before it shows them. Raises BadQuestion."""
    try:
        if question.shape.dates is Dates.WEEKS:
            return Answer(question, release(session, question.request, by=by, at=at))
        found = compare(session, question.request, by=by, at=at)
    except RefusedRelease as error:
        raise refused(error, question.choices) from error
    return Answer(question, found.now, found)
