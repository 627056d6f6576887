"""The door for partners: the launcher, and a page that shows it as a partner's visitors see it."""

from fastapi import APIRouter, Request, Response
from fastapi.staticfiles import StaticFiles

from safety import cards as fixed_cards
from vocabulary.words import words
from web.chat.doorway import ThisChat
from web.chat.listing import chosen
from web.chat.turn import FOR_CARDS
from web.embed import launcher
from web.embed.snippet import snippet
from web.resources import resources
from web.templating import page


router = APIRouter(include_in_schema=False)
files = StaticFiles(directory=launcher.FOLDER)


@router.api_route("/embed.js", methods=["GET", "HEAD"])
async def send_launcher(request: Request) -> Response:
    """The launcher, for every partner the same."""
    answer = await files.get_response(launcher.FILE, request.scope)
    answer.headers.update(launcher.HEADERS)
    return answer


@router.get("/")
async def show_partners_page(request: Request, chat: ThisChat) -> Response:
    """The three doors, and a partner's page as a demonstration, with what to copy from it."""
    numbers = await chat.means.listing.fixed(within=FOR_CARDS)
    national = chosen(numbers, fixed_cards.FALLBACK.services)
    return page(
        request,
        "embed/partner.html",
        words=words,
        shown=snippet("", national),
        to_copy=snippet(resources(request).settings.public_url, national),
    )
