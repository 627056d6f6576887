"""What a chat costs: bytes on the wire by kind, requests, other hosts, and what stays on the device."""

from collections import Counter

from playwright.sync_api import Page

from benchmarks.others.chats import WORDS, Chat
from benchmarks.others.table import Column
from benchmarks.others.visits import SETTLED, Stage, asked_of, came_to, others_in, weighed
from tests.browser.weighing import total


KINDS = {
    "documents": ("document",),
    "scripts": ("script",),
    "styles": ("stylesheet",),
    "fonts": ("font",),
    "pictures": ("image",),
    "data": ("fetch", "xhr", "eventsource", "manifest", "ping", "other"),
}
KEPT = """async () => {
  const stores = { local: { ...localStorage }, session: { ...sessionStorage } };
  const bases = (await indexedDB.databases()).map((each) => each.name);
  return { local: Object.keys(stores.local), session: Object.keys(stores.session), bases,
    all: JSON.stringify(stores) };
}"""


def weigh(stage: Stage, chat: Chat) -> Column:
    """Of the chat opened until it can be typed in."""
    with stage.page() as page:
        came, asked = came_to(page), asked_of(page)
        stage.opened(chat, page)
        pieces = weighed(page, came)
    others = Counter(others_in(asked))
    by_kind = {f"bytes: {name}": f"{total(pieces, *kinds):,}" for name, kinds in KINDS.items()}
    return {
        "bytes in all": f"{total(pieces):,}",
        **by_kind,
        "requests": str(len(asked) - others.total()),
        "requests to other hosts": ", ".join(f"{many} ({host})" for host, many in others.items()) or "0",
    }


def look_at_the_device(stage: Stage, chat: Chat) -> Column:
    """What the browser holds after one exchange, and what a reload shows of it."""
    with stage.page() as page:
        where = stage.opened(chat, page)
        chat.say(where)
        chat.hear(where)
        kept = _kept(page)
        page.reload()
        page.wait_for_timeout(SETTLED)
        again = any(WORDS in frame.content() for frame in page.frames)
    return {**kept, "the words are on the page after a reload": "yes" if again else "no"}


def _kept(page: Page) -> Column:
    """Of the page's own origin; our frame on a partner's page has none, so that it cannot keep anything."""
    held = page.evaluate(KEPT)
    cookies = [each["name"] for each in page.context.cookies()]
    named = {"cookies": cookies, "localStorage": held["local"], "sessionStorage": held["session"]}
    return {
        **{store: ", ".join(names) or "0" for store, names in {**named, "IndexedDB": held["bases"]}.items()},
        "the words are in a store": "yes" if WORDS in held["all"] else "no",
    }
