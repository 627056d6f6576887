"""What must never be in an answer, whatever was sent."""

from collections.abc import Iterable

from tests.hostile.attacks import MARK
from tests.web.page_reader import Element, Page


ADDRESSES = frozenset({"href", "src", "action", "formaction", "ping", "srcdoc", "data"})
INNER_WORDS = (
    "Traceback (most recent",
    "SIGNPOST_",
    "sqlalchemy",
    "root:x:0",
    "PRIVATE KEY",
    "uid=0",
)
LIVE_TAGS = frozenset({"iframe", "object", "embed", "base", "frame", "math", "svg", "audio", "video", "img"})


def told_secrets(answer: str, secrets: Iterable[str], *, sent: str = "") -> list[str]:
    """The secrets, others' words and inner workings in an answer that the sender did not write."""
    return [each for each in (*secrets, *INNER_WORDS) if each in answer and each not in sent]


def attackers_markup(html: str) -> list[str]:
    """The elements of a page that no page of ours has, or that carry the attacker's mark outside text."""
    return [f"<{each.tag} {each.attributes}>" for each in Page(html).elements if _is_attackers(each)]


def _is_attackers(element: Element) -> bool:
    names = element.attributes
    return (
        element.tag in LIVE_TAGS
        or (element.tag == "script" and not names.get("src", "").startswith("/static/"))
        or any(name.startswith("on") or MARK in name for name in names)
        or any(MARK in value for name, value in names.items() if name in ADDRESSES or name in {"style", "id"})
        or any(value.lower().lstrip().startswith(("javascript:", "data:text")) for value in names.values())
        or (element.tag == "meta" and MARK in names.get("content", ""))
    )
