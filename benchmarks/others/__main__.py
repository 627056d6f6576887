"""`python -m benchmarks.others`: our chat beside three others, and our way out beside GOV.UK's.

Brings the pinned packages by npm, serves each on this machine, and prints what it found as Markdown. With the
names of chats it measures only these; `exit` stands for the comparison of the ways out.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from benchmarks.others import access, burden, exits, packages, patience, strictness, ways_out
from benchmarks.others.chats import Chat, chats
from benchmarks.others.ours import our_chat
from benchmarks.others.serving import serving
from benchmarks.others.site import Site
from benchmarks.others.table import Column, as_table
from benchmarks.others.visits import ALONE, Stage
from benchmarks.weight import TOGETHER
from tests.browser.conftest import ARGUMENTS, CHROMIUM
from tests.running import free_port
from web.embed.snippet import snippet


Measure = Callable[[Stage, Chat], Column]
MEASURES: Sequence[Measure] = (
    burden.weigh,
    burden.look_at_the_device,
    strictness.hold,
    access.judge,
    ways_out.find,
)


def main(chosen: Sequence[str]) -> None:
    """Measures the chosen, or everything, and prints it."""
    wanted = [chat for chat in chats() if not chosen or chat.name in chosen]
    with stage() as (browser, on):
        print(_heading(browser))
        if wanted:
            columns = {chat.name: _column(on, chat) for chat in wanted}
            print(f"\n{as_table(columns, corner='the chat')}")
            print(f"\n{as_table(patience.wait(on, wanted), corner='on a slow phone')}")
        if not chosen or "exit" in chosen:
            print(f"\n{as_table(exits.compare(on), corner='the way out')}")


@contextmanager
def stage() -> Iterator[tuple[Browser, Stage]]:
    """A browser, our chat and the site with the others; the two know each other's origins."""
    modules = packages.installed()
    site_port, our_port = free_port(), free_port()
    site_at, ours_at = f"http://127.0.0.1:{site_port}", f"http://localhost:{our_port}"
    site = Site(modules, partner=ours_at, launcher=snippet(ours_at, []))
    with (
        tempfile.TemporaryDirectory(prefix="signpost-") as home,
        our_chat(Path(home), partner=site_at, port=our_port),
        serving(site.app(), host="127.0.0.1", port=site_port),
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=CHROMIUM, args=[*ARGUMENTS, *TOGETHER, ALONE]) as browser,
    ):
        yield browser, Stage(browser, ours_at, site_at)


def _column(on: Stage, chat: Chat) -> Column:
    found: dict[str, str] = {"version": packages.versions().get(chat.package, "this tree")}
    for measure in MEASURES:
        print(f"{chat.name}: {measure.__name__}", file=sys.stderr)
        found |= measure(on, chat)
    return found


def _heading(browser: Browser) -> str:
    named = ", ".join(f"{name} {version}" for name, version in packages.versions().items())
    return f"{datetime.now(UTC):%d %B %Y}; Chromium {browser.version}; {named}"


if __name__ == "__main__":
    main(sys.argv[1:])
