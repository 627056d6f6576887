"""A figure as a file: CSV, Excel or Parquet of its table, or its picture as PNG."""

from enum import StrEnum

from fastapi import APIRouter, Request, Response

from usage.release import FileKind, to_file
from vocabulary.pathway import Traffic
from web.database import Database
from web.insights import charts, labels
from web.insights.answering import Answer
from web.insights.asked import MESSAGES, BadQuestion, Fault
from web.insights.door import RECENTLY, Analyst, Held, answer_to, offered_now, refusal
from web.insights.figure_pages import fields_of
from web.insights.views import VIEWS, ViewName
from web.service_names import service_names


router = APIRouter(prefix="/insights", include_in_schema=False)


class Download(StrEnum):
    """A kind of file; the value is its ending."""

    CSV = "csv"
    XLSX = "xlsx"
    PARQUET = "parquet"
    PNG = "png"


@router.get("/{view}/files/{kind}", dependencies=RECENTLY)
def send_figure(
    request: Request, view: ViewName, kind: Download, held: Held, member: Analyst, session: Database
) -> Response:
    """The figure that a page with the same address shows, as a file."""
    offered = offered_now(held, session)
    try:
        found = answer_to(request, held, session, offered, view=view, by=member.id)
        if found is None:
            raise BadQuestion(Fault("period", MESSAGES["not-yet"]))
    except BadQuestion as error:
        about = {"view": view, "shape": VIEWS[view], "fields": fields_of(view)}
        return refusal(request, held, error, "figure.html", offered=offered, **about)
    return file_of(found, kind, service_names(session))


def file_of(found: Answer, kind: Download, services: dict[str, str]) -> Response:
    """An answer as a file to keep; its name and its content say when it is not real."""
    table = found.table
    if kind is Download.PNG:
        title = VIEWS[found.question.view].title
        part = labels.part_words(table, found.question.choices)
        content = charts.png_of(found, services, title=f"{title}: {part}" if part else title)
        media_type = "image/png"
    else:
        content = to_file(table, FileKind(kind.value), names=labels.file_names(table, services))
        media_type = FileKind(kind.value).media_type
    mark = "" if table.traffic is Traffic.REAL else f"{table.traffic}-"
    name = f"{mark}{found.question.view}-{table.period.first}-{table.period.last}.{kind}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=media_type, headers=headers)
