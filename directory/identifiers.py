"""Every record's id: a UUID made from our own slug, so that it is the same in each installation."""

from uuid import UUID, uuid5


NAMESPACE = UUID("6f1d1c6e-1f0a-5c0e-9a57-5d6a6b0c51d9")


def identifier(kind: str, slug: str) -> str:
    """The id of the record of this kind ("service", "contact", …) with this slug."""
    return str(uuid5(NAMESPACE, f"{kind}/{slug}"))
