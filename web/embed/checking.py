"""Whether a partner's page still holds the lines as they are to be copied today."""

from collections.abc import Iterator, Sequence
from html.parser import HTMLParser
from urllib.parse import urlsplit

from web.embed.launcher import integrity


class Held(HTMLParser):
    """The scripts and the addresses of links that a page's markup holds."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.scripts: list[dict[str, str]] = []
        self.links: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes one element."""
        given = {name: value or "" for name, value in attrs}
        if tag == "script":
            self.scripts.append(given)
        elif tag == "a":
            self.links.add(given.get("href", ""))


def faults(html: str, *, url: str, site: str, lines: str, hosts: Sequence[str]) -> Iterator[str]:
    """What is wrong with the page at this address, each as a sentence that says what to do.

    `site` is our address, `lines` what is to be copied, `hosts` the sites that may hold the chat.
    """
    held, due = Held(html), Held(lines)
    yield from _of_the_launcher(held, f"{site}/embed.js")
    if f"{site}/chat" not in held.links:
        yield f"It has no link to {site}/chat, which is all that is left where scripts do not run."
    missing = sorted(link for link in due.links - held.links if link.startswith(("tel:", "sms:")))
    if missing:
        yield f"These numbers are not on it: {', '.join(missing)}. Copy the lines again."
    origin = "{0.scheme}://{0.netloc}".format(urlsplit(url)).lower()
    if origin not in hosts:
        yield f"SIGNPOST_EMBED_HOSTS does not name {origin}: browsers show no frame there."


def _of_the_launcher(held: Held, address: str) -> Iterator[str]:
    launcher = next((each for each in held.scripts if each.get("src") == address), None)
    if launcher is None:
        yield f"It does not load {address}."
        return
    if launcher.get("integrity") != integrity():
        yield "Its integrity is not that of today's launcher: browsers refuse it. Copy the lines again."
    if launcher.get("crossorigin") != "anonymous":
        yield 'Its launcher lacks crossorigin="anonymous", without which browsers cannot compare the hash.'
