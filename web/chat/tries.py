"""Which tries are one turn: those that carry the same id and say the same."""

import hashlib
import hmac
from collections.abc import Iterable

from web.chat.schema import MessageRequest


PURPOSE = b"chat.turn:"


def with_own_id(request: MessageRequest, *, secret: bytes) -> MessageRequest:
    """The request under an id that stands for its id and what it says; one without an id stays without.

    Other words under an id that was used before are thus a turn of their own: nobody's danger is answered
    with what was kept for something else. The id is a keyed hash, so that no words are kept with an answer.
    """
    if request.id is None:
        return request
    told = "\x00".join(_told((request.id, request.text, request.choice)))
    key = hmac.new(secret, PURPOSE + told.encode("utf-8", "surrogatepass"), hashlib.sha256)
    return request.model_copy(update={"id": key.hexdigest()})


def _told(parts: Iterable[str | None]) -> Iterable[str]:
    """The length before each part, so that no two requests are told alike."""
    for part in parts:
        yield "-" if part is None else f"{len(part)}:{part}"
