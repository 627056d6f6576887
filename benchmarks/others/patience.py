"""How long a slow phone waits: the same network and processor as benchmarks/weight.py."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from string import Template

from benchmarks.others.chats import Chat, Where
from benchmarks.others.table import Column
from benchmarks.others.visits import PATIENCE, Stage
from benchmarks.weight import SLOW, SLOWER


TIMES = 3
NOTED = Template("""
window.useful = {};
const seek = (path) => path.split(" >>> ").reduce(
  (root, part) => (root?.shadowRoot ?? root)?.querySelector(part), document);
const look = () => {
  const isStyled = [...document.querySelectorAll("link[rel=stylesheet]")].every((link) =>
    link.sheet || new URL(link.href).hostname !== location.hostname);
  for (const path of $paths) {
    const found = seek(path);
    // The launcher takes no room itself: what is pressed stands in its closed shadow root.
    const isThere = found?.getBoundingClientRect().height || found?.localName === "signpost-launcher";
    if (isStyled && isThere && !found.disabled && !(path in useful)) {
      useful[path] = 0;
      requestAnimationFrame(() => requestAnimationFrame(() => {
        useful[path] = performance.timeOrigin + performance.now();
      }));
    }
  }
  requestAnimationFrame(look);
};
requestAnimationFrame(look);
""")


@dataclass(frozen=True)
class Waited:
    """Seconds of one visit: until the first thing to press, and until the box to type in."""

    first: float
    box: float


def wait(stage: Stage, chats: Sequence[Chat]) -> Mapping[str, Column]:
    """Seconds from the address, the fastest and the slowest of several visits; presses come at once.

    The chats take turns, so that whatever else the machine does falls on all of them. The fastest is the one
    to compare: other work can only add to it.
    """
    rounds = [{chat.name: _visit(stage, chat) for chat in chats} for _ in range(TIMES)]
    return {chat.name: _told([each[chat.name] for each in rounds]) for chat in chats}


def _told(visits: Sequence[Waited]) -> Column:
    return {
        "seconds until something can be pressed or typed in": _span([each.first for each in visits]),
        "seconds until a message can be typed": _span([each.box for each in visits]),
    }


def _span(seconds: Sequence[float]) -> str:
    return f"{min(seconds):.1f} to {max(seconds):.1f}"


def _visit(stage: Stage, chat: Chat) -> Waited:
    with stage.page() as page:
        page.set_default_navigation_timeout(2 * PATIENCE)
        page.add_init_script(NOTED.substitute(paths=[chat.first, chat.box]))
        phone = page.context.new_cdp_session(page)
        phone.send("Network.enable")
        phone.send("Network.emulateNetworkConditions", SLOW)
        phone.send("Emulation.setCPUThrottlingRate", SLOWER)
        page.goto(f"{stage.origin(chat)}{chat.path}", wait_until="commit")
        began = float(page.evaluate("performance.timeOrigin"))
        first = _when(page, chat.first)
        where = chat.reach(page)
        return Waited((first - began) / 1000, (_when(where, chat.box) - began) / 1000)


def _when(where: Where, path: str) -> float:
    found = where.wait_for_function("(path) => window.useful?.[path]", arg=path, timeout=2 * PATIENCE)
    return float(found.json_value())
