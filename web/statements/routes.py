"""The notices that the law asks a public service for, as pages like all others of the public's."""

from typing import Annotated

from fastapi import APIRouter, Depends
from fastapi.responses import HTMLResponse

from signpost.assurance.documents import public_document
from vocabulary.words import words
from web.chat.view import AWAY
from web.resources import Resources, resources
from web.statements.inline import inline, kind_of
from web.templating import environment


Held = Annotated[Resources, Depends(resources)]
STYLE = "/static/statements.css"

router = APIRouter(include_in_schema=False)


@router.get("/privacy")
def privacy(held: Held) -> HTMLResponse:
    """What is kept of a visit, who is responsible, and what a person may ask for."""
    return _show("privacy", held)


@router.get("/accessibility")
def accessibility(held: Held) -> HTMLResponse:
    """How far the pages can be used by everybody, and whom to tell of a fault."""
    return _show("accessibility", held)


def _show(name: str, held: Resources) -> HTMLResponse:
    settings = held.settings
    document = public_document(
        name, body=settings.body, usage_days=settings.usage_days, address=f"{settings.public_url}/chat"
    )
    values = {
        "words": words,
        "away": AWAY,
        "style": STYLE,
        "back": f"/{name}",  # where a page that the browser kept behind Back leads instead of itself
        "document": document,
        "inline": inline,
        "kind_of": kind_of,
    }
    return HTMLResponse(environment().get_template("statements/statement.html").render(values))
