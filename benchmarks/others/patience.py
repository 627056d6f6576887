"""How long a slow phone waits: the same network and processor as benchmarks/weight.py."""

import statistics
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


def wait(stage: Stage, chat: Chat) -> Column:
    """Seconds from the address, as the median of several visits; presses on the way come at once."""
    visits = [_visit(stage, chat) for _ in range(TIMES)]
    first, box = (statistics.median(each[at] for each in visits) for at in (0, 1))
    return {
        "seconds until something can be pressed or typed in": f"{first:.1f}",
        "seconds until a message can be typed": f"{box:.1f}",
    }


def _visit(stage: Stage, chat: Chat) -> tuple[float, float]:
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
        return (first - began) / 1000, (_when(where, chat.box) - began) / 1000


def _when(where: Where, path: str) -> float:
    found = where.wait_for_function("(path) => window.useful?.[path]", arg=path, timeout=2 * PATIENCE)
    return float(found.json_value())
