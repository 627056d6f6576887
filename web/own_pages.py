"""A form of the public's that only our own pages may send: nobody reports through somebody else's browser."""

from fastapi import Depends, HTTPException, Request


OURS = frozenset({"same-origin", "none"})  # none: typed or opened by the person
NOT_OURS = "This form was sent by another site. Open our page and send it from there."


def is_from_our_pages(request: Request) -> bool:
    """Whether a browser sent this from one of our pages, or the person asked for it themselves."""
    # Browsers set it themselves and pages cannot; what is no browser does not send it.
    return request.headers.get("sec-fetch-site", "none") in OURS


def _check_sender(request: Request) -> None:
    if not is_from_our_pages(request):
        raise HTTPException(403, NOT_OURS)


FROM_OUR_PAGES = Depends(_check_sender)
