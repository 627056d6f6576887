"""The glossary: what each word and figure of the site means, with the numbers of disclosure control."""

from fastapi import APIRouter, Request, Response

from web.database import Database
from web.insights.door import Analyst, Held, insights_page, offered_now


router = APIRouter(prefix="/insights/glossary", include_in_schema=False)


@router.get("")
def show_glossary(request: Request, held: Held, _member: Analyst, session: Database) -> Response:
    """Every word that the figures use."""
    return insights_page(request, held, "glossary.html", offered=offered_now(held, session))
