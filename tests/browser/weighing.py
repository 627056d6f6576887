"""What a page costs a phone: every request with its bytes on the wire, as Chromium counts them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from playwright.sync_api import Page, Request


@dataclass(frozen=True)
class Piece:
    """One answer: its kind, and its bytes as they came, packed and with their headers."""

    url: str
    kind: str
    body: int
    headers: int

    @property
    def bytes(self) -> int:
        """All of it."""
        return self.body + self.headers


@dataclass
class Scales:
    """Weighs all that a page asks for, its frames included, from now on."""

    page: Page
    came: list[Request] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("requestfinished", lambda request: self.came.append(request))

    def pieces(self) -> Sequence[Piece]:
        """What has come: not beacons, for which nobody waits, nor the icon, which is in the page itself."""
        self.page.wait_for_load_state("networkidle")
        awaited = [each for each in self.came if each.resource_type not in {"ping", "beacon"}]
        return [_weigh(each) for each in awaited if not each.url.startswith("data:")]


def _weigh(request: Request) -> Piece:
    sizes = request.sizes()
    return Piece(request.url, request.resource_type, sizes["responseBodySize"], sizes["responseHeadersSize"])


def total(pieces: Sequence[Piece], *kinds: str) -> int:
    """The bytes of all pieces, or of those of some kinds."""
    return sum(each.bytes for each in pieces if not kinds or each.kind in kinds)
