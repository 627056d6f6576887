"""What a chat is for people who hear it: axe, live regions, and whether the focus stays with the person."""

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]

from benchmarks.others.chats import Chat, Where
from benchmarks.others.table import Column
from benchmarks.others.visits import DESK, PHONE, SETTLED, Stage


# Counts the moments in which the answer comes into a live region, through every open shadow root.
HEARD = """
window.heard = 0;
const LIVE = "[aria-live]:not([aria-live=off]), [role=log]:not([aria-live]), [role=status], [role=alert]";
const lives = (node) => {
  for (let at = node; at; at = at.parentNode ?? at.host) if (at.matches?.(LIVE)) return true;
  return false;
};
const watch = (root) => new MutationObserver((records) => {
  for (const { addedNodes, target, type } of records)
    for (const node of type === "characterData" ? [target] : addedNodes)
      if (node.textContent.includes(window.awaited) && lives(node)) window.heard += 1;
}).observe(root, { subtree: true, childList: true, characterData: true });
watch(document);
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (how) {
  const root = attach.call(this, how);
  watch(root);
  return root;
};
"""
REGIONS = """() => {
  const all = (root) => [...root.querySelectorAll("*")].flatMap(
    (each) => each.shadowRoot ? [each, ...all(each.shadowRoot)] : [each]);
  const found = all(document).map((each) => [each.getAttribute("role"), each.getAttribute("aria-live")])
    .filter(([role, live]) => live || ["log", "status", "alert"].includes(role))
    .map(([role, live]) => [role && `role=${role}`, live && `aria-live=${live}`].filter(Boolean).join(" "));
  return [...new Set(found)];
}"""
FOCUSED = """() => {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  window.before = window.before ?? at;
  return at === window.before;
}"""


def judge(stage: Stage, chat: Chat) -> Column:
    """All of it."""
    return {**_by_axe(stage, chat), **_aloud(stage, chat), "focus stays": _focus(stage, chat)}


def _by_axe(stage: Stage, chat: Chat) -> Column:
    found = {}
    for viewport in (PHONE, DESK):
        with stage.page(viewport=viewport) as page:
            where = stage.opened(chat, page)
            chat.say(where)
            chat.hear(where)
            page.wait_for_timeout(SETTLED)
            ids = [each for part in {page, where} for each in violations(part)]
        found[f"axe violations at {viewport['width']} px"] = f"{len(ids)} {', '.join(ids)}".strip()
    return found


def violations(where: Where) -> list[str]:
    """The rules that axe finds broken in a page or a frame."""
    return [each["id"] for each in Axe().run(where).response["violations"]]


def _aloud(stage: Stage, chat: Chat) -> Column:
    with stage.page() as page:
        page.add_init_script(HEARD)
        where = stage.opened(chat, page)
        where.evaluate("(text) => { window.awaited = text; }", _text(chat))
        chat.say(where)
        chat.hear(where)
        page.wait_for_timeout(SETTLED)
        regions, heard = where.evaluate(REGIONS), where.evaluate("window.heard")
    return {
        "live regions": ", ".join(regions) or "none",
        "the answer comes into a live region": f"yes, {heard} ×" if heard else "no",
    }


def _focus(stage: Stage, chat: Chat) -> str:
    """In the box after Enter, and then on what the person went on to before the answer came."""
    with stage.page() as page:
        where = stage.opened(chat, page)
        chat.say(where)
        page.wait_for_timeout(100)
        where.evaluate(FOCUSED)
        chat.hear(where)
        page.wait_for_timeout(SETTLED)
        in_box = where.evaluate(FOCUSED)
    return f"in the box {_yes(in_box)}; elsewhere {_yes(_elsewhere(stage, chat))}"


def _elsewhere(stage: Stage, chat: Chat) -> bool:
    with stage.page() as page:
        where = stage.opened(chat, page)
        chat.say(where)
        where.locator(chat.elsewhere).focus()
        where.evaluate(FOCUSED)
        chat.hear(where)
        page.wait_for_timeout(SETTLED)
        return bool(where.evaluate(FOCUSED))


def _text(chat: Chat) -> str:
    return chat.said.split('"')[1]


def _yes(is_so: bool) -> str:
    return "yes" if is_so else "no"
