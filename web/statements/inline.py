"""The few marks that the text of a notice may hold, as markup: links, and addresses for e-mail."""

import re
from typing import Literal

from markupsafe import Markup

from signpost.assurance.document import Part, Table


_MARK = re.compile(
    r"\[(?P<words>[^\]]+)\]\((?P<url>https://[^)\s]+)\)|(?P<email>[^@\s<>()]+@[^@\s<>()]+\.\w+)"
)


def inline(text: str) -> Markup:
    """The text, escaped, with `[words](https://…)` and addresses for e-mail as links."""
    parts, end = Markup(), 0
    for found in _MARK.finditer(text):
        parts += Markup.escape(text[end : found.start()]) + _link(found)
        end = found.end()
    return parts + Markup.escape(text[end:])


def kind_of(part: Part) -> Literal["paragraph", "table", "list"]:
    """Which element a part becomes."""
    if isinstance(part, str):
        return "paragraph"
    return "table" if isinstance(part, Table) else "list"


def _link(found: re.Match[str]) -> Markup:
    if found["email"]:
        return Markup('<a href="mailto:{0}">{0}</a>').format(found["email"])
    link = Markup('<a href="{}" rel="noreferrer noopener">{}</a>')
    return link.format(found["url"], found["words"])
