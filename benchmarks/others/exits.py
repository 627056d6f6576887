"""The quick exit: ours beside GOV.UK's component, on the same slow weather page."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Page, Route

from benchmarks.others.access import violations
from benchmarks.others.chats import WORDS
from benchmarks.others.table import Column
from benchmarks.others.visits import DESK, PATIENCE, PHONE, Stage, asked_of, came_to, weighed
from tests.browser.conversing import open_chat
from tests.browser.leaving import uncovered
from tests.browser.weighing import total
from web.chat.view import AWAY


HELD = 700  # milliseconds that the weather page takes to come
# Whether words can be seen, and whether the page still holds them, typed or written.
HELD_IN = """(words) => {
  const boxes = [...document.querySelectorAll("textarea")].filter((box) => box.value.includes(words));
  const isSeen = document.body.innerText.includes(words) || boxes.some((box) => box.checkVisibility());
  return [isSeen, boxes.length > 0 || document.body.textContent.includes(words)];
}"""
LOOK = f"""(words) => new MutationObserver(() => console.log("seen", ...({HELD_IN})(words)))
  .observe(document.documentElement, {{ childList: true, subtree: true, attributes: true }})"""


@dataclass(frozen=True)
class Door:
    """A page with a way out and words on it."""

    name: str
    button: str
    enter: Callable[[Page], None]


def doors(stage: Stage) -> list[Door]:
    """Ours in a conversation, and GOV.UK's on a page with a form."""

    def ours(page: Page) -> None:
        open_chat(page, stage.ours)
        page.fill("#text", WORDS)
        page.click("#compose button")
        page.locator("#latest .is-you").wait_for()

    def theirs(page: Page) -> None:
        page.goto(f"{stage.site}/pages/exit-this-page")
        page.fill("#text", WORDS)

    return [
        Door("Signpost", "#leave", ours),
        Door("govuk-frontend", ".govuk-exit-this-page__button", theirs),
    ]


def compare(stage: Stage) -> Mapping[str, Column]:
    """Everything, for each."""
    return {door.name: _of(stage, door) for door in doors(stage)}


def _of(stage: Stage, door: Door) -> Column:
    return {
        **_by_button(stage, door),
        "Shift three times": _by_keys(stage, door, ["Shift"] * 3),
        "capital letters, four": _by_keys(stage, door, ["Shift+A"] * 4),
        "Escape three times": _by_keys(stage, door, ["Escape"] * 3),
        "without scripts": _without_scripts(stage, door),
        "first stop of the keyboard": _first_stop(stage, door),
        "button in sight, page scrolled to its end": _in_sight(stage, door),
        "bytes of the page with it": _bytes(stage, door),
        "axe violations at 320 px": _by_axe(stage, door),
    }


@contextmanager
def _inside(stage: Stage, door: Door, *, scripts: bool = True) -> Iterator[Page]:
    """On the page, words written, with an empty page before it in the history."""

    def weather(route: Route) -> None:
        page.wait_for_timeout(HELD)
        route.fulfill(content_type="text/html", body="<title>Weather</title>Sunny")

    with stage.page(scripts=scripts) as page:
        page.route(f"{AWAY}**", weather)
        page.goto("about:blank")
        door.enter(page)
        yield page


def _by_button(stage: Stage, door: Door) -> Column:
    with _inside(stage, door) as page:
        before, asked = page.evaluate("history.length"), asked_of(page)
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.evaluate(LOOK, WORDS)
        page.click(door.button)
        page.wait_for_url(f"{AWAY}**")
        longer = page.evaluate("history.length") - before
        told = [url.removeprefix(stage.ours) for url in asked if not url.startswith(AWAY)]
        page.go_back()
        back = _back(page)
    seen = [each.split()[1:] for each in said if each.startswith("seen ")][-1:] or [["?", "?"]]
    return {
        "while the weather page comes, the words can be seen": _answer(seen[0][0]),
        "and are still in the page": _answer(seen[0][1]),
        "entries added to the history": str(longer),
        "Back shows": back,
        "is told to forget": ", ".join(told) or "nobody",
    }


def _back(page: Page) -> str:
    page.wait_for_load_state()
    if page.url == "about:blank":
        return "an empty page"
    return _again(page)


def _again(page: Page) -> str:
    """A page shown again, and whether it has the words: the browser puts back what was typed."""
    _, holds = page.evaluate(HELD_IN, WORDS)
    return f"the page again, {'with' if holds else 'without'} the words"


def _by_keys(stage: Stage, door: Door, keys: list[str]) -> str:
    with _inside(stage, door) as page:
        for key in keys:
            page.keyboard.press(key)
        page.wait_for_timeout(3 * HELD)
        return "leaves" if page.url.startswith(AWAY) else "stays"


def _without_scripts(stage: Stage, door: Door) -> str:
    with _inside(stage, door, scripts=False) as page:
        asked = asked_of(page)
        page.click(door.button)
        page.wait_for_url(f"{AWAY}**")
        told = [url for url in asked if url.startswith(stage.ours)]
        page.go_back(timeout=PATIENCE)
        back = "an empty page" if page.url == "about:blank" else _again(page)
    return f"{'a link that forgets first' if told else 'a link'}; Back shows {back}"


def _first_stop(stage: Stage, door: Door) -> str:
    with _inside(stage, door) as page:
        page.evaluate("document.activeElement.blur(); getSelection().removeAllRanges(); scrollTo(0, 0)")
        page.reload()
        page.keyboard.press("Tab")
        return str(page.locator(":focus").inner_text()).strip()


def _in_sight(stage: Stage, door: Door) -> str:
    found = []
    for viewport in (PHONE, DESK):
        with _inside(stage, door) as page:
            page.set_viewport_size(viewport)
            page.evaluate("scrollTo(0, document.body.scrollHeight)")
            page.wait_for_timeout(200)
            found.append(f"{_answer(str(uncovered(page, door.button)).lower())} ({viewport['width']} px)")
    return ", ".join(found)


def _bytes(stage: Stage, door: Door) -> str:
    with stage.page() as page:
        came = came_to(page)
        door.enter(page)
        pieces = weighed(page, came)
    return f"{total(pieces):,} ({total(pieces, 'script'):,} scripts, {total(pieces, 'font'):,} fonts)"


def _by_axe(stage: Stage, door: Door) -> str:
    with _inside(stage, door) as page:
        found = violations(page)
    return f"{len(found)} {', '.join(found)}".strip()


def _answer(flag: str) -> str:
    return {"true": "yes", "false": "no"}.get(flag, "not measured")
