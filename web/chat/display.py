"""How the chat's page is shown: by itself, or in a frame on a partner's page."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request

from web.security_headers import FRAME


PAGE = "/chat"


@dataclass(frozen=True)
class Display:
    """What every part of one page has to know of it."""

    base: str = PAGE  # where its forms go: an answer from elsewhere could not be shown in the frame

    @property
    def is_framed(self) -> bool:
        """Whether another site's page stands around it."""
        return self.base == FRAME


def display_of(request: Request) -> Display:
    """The display that a request's address asks for (a FastAPI dependency)."""
    return Display(FRAME if request.url.path.startswith(FRAME) else PAGE)


ThisDisplay = Annotated[Display, Depends(display_of)]
