"""A form of the public's that only our own pages may send: nobody reports through somebody else's browser."""

from fastapi import Depends, HTTPException, Request


OURS = frozenset({"same-origin", "none"})  # none: typed or opened by the person
NOT_OURS = "This form was sent by another site. Open our page and send it from there."


def _check_sender(request: Request) -> None:
    # Browsers set it themselves and pages cannot; what is no browser does not send it.
    if request.headers.get("sec-fetch-site", "none") not in OURS:
        raise HTTPException(403, NOT_OURS)


FROM_OUR_PAGES = Depends(_check_sender)
