"""Whether a chat works without scripts, and under a policy that allows nothing unsafe."""

from collections import Counter

from playwright.sync_api import Error, Page

from benchmarks.others.chats import START, WORDS, Chat, Where
from benchmarks.others.site import STRICT
from benchmarks.others.table import Column
from benchmarks.others.visits import DESK, Stage


REFUSED = """
window.refused = [];
document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
  refused.push(`${effectiveDirective} ${blockedURI}`));
"""
SHORT = 8000  # milliseconds in which a chat answers, if it does
PLACE = (
    "(box) => { const { x, y, width, height } = box.getBoundingClientRect(); return [x, y, width, height]; }"
)


def hold(stage: Stage, chat: Chat) -> Column:
    """Both."""
    return {"without scripts": _without_scripts(stage, chat), "without unsafe-*": _under_policy(stage, chat)}


def _without_scripts(stage: Stage, chat: Chat) -> str:
    with stage.page(scripts=False) as page:
        page.set_default_timeout(SHORT)
        page.goto(f"{stage.origin(chat)}{chat.path}")
        link = page.locator(f'a[href^="{stage.ours}/chat"]')
        by_link = chat.path != "/chat" and link.count() > 0
        if by_link:
            link.first.click()
        if not page.locator(START).count():
            return "nothing is shown"
        return f"works{' by a plain link' * by_link}" if _exchange_by_form(page) else "does not answer"


def _exchange_by_form(page: Page) -> bool:
    """One exchange by forms alone. Only ours has any."""
    page.click(START)
    page.fill("#text", WORDS)
    page.click("#compose button")
    page.locator(f'#latest .is-you:has-text("{WORDS}")').wait_for()
    return bool(page.locator("#latest .message.is-us").count())


def _under_policy(stage: Stage, chat: Chat) -> str:
    """Ours sends a policy of its own with its page; the others stand on a page that has one."""
    is_page = chat.path == "/chat"
    usual = _place(stage, chat, "")
    with stage.page(viewport=DESK) as page:
        page.set_default_timeout(SHORT)
        page.add_init_script(REFUSED)
        try:
            where = stage.opened(chat, page, before="" if is_page else STRICT)
            box = where.locator(chat.box.split(" >>> ")[-1]).evaluate(PLACE)
            chat.say(where)
            chat.hear(where)
        except Error:
            return f"does not work; {_refusals(page, page)}"
        looks = "" if box == usual else ", its box in another place or size"
        return f"works{looks}; {_refusals(page, where)}"


def _place(stage: Stage, chat: Chat, before: str) -> list[float]:
    with stage.page(viewport=DESK) as page:
        where = stage.opened(chat, page, before=before)
        place: list[float] = where.locator(chat.box.split(" >>> ")[-1]).evaluate(PLACE)
        return place


def _refusals(page: Page, where: Where) -> str:
    refused: list[str] = [each for part in {page, where} for each in part.evaluate("window.refused")]
    if not refused:
        return "nothing refused"
    return "refused: " + ", ".join(f"{many} × {what}" for what, many in Counter(refused).items())
