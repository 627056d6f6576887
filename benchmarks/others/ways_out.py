"""Whether a chat has a quick exit of its own: something to press, or Shift three times."""

import re

from benchmarks.others.chats import Chat, Where
from benchmarks.others.table import Column
from benchmarks.others.visits import SETTLED, Stage


NAMED = re.compile(r"\b(exit|leave|escape)\b", re.IGNORECASE)


def find(stage: Stage, chat: Chat) -> Column:
    """In the opened chat."""
    with stage.page() as page:
        where = stage.opened(chat, page)
        named = _controls(where)
        where.locator(chat.elsewhere).focus()
        for _ in range(3):
            page.keyboard.press("Shift")
        page.wait_for_timeout(SETTLED)
        left = not page.url.startswith(stage.origin(chat))
    return {"quick exit": f"{'a control' if named else 'no control'}, {'Shift' if left else 'no keys'}"}


def _controls(where: Where) -> int:
    """Links and buttons that are named for it."""
    return sum(where.get_by_role(role, name=NAMED).count() for role in ("link", "button"))
