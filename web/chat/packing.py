"""A conversation as JSON and back, for a home outside this process."""

from pydantic import TypeAdapter, ValidationError

from web.chat.conversation import Conversation


_SHAPE = TypeAdapter(Conversation)


def pack(conversation: Conversation) -> bytes:
    """Every field as JSON."""
    return _SHAPE.dump_json(conversation)


def unpack(packed: bytes) -> Conversation | None:
    """What was packed; None for what another version of us packed in a way that cannot be read here."""
    try:
        return _SHAPE.validate_json(packed)
    except ValidationError:
        return None
