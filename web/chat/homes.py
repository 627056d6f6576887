"""Where this web process keeps open conversations: in its memory, or in Redis where a setting names one."""

from dataclasses import dataclass

from signpost.redis_link import RedisLink
from signpost.scale import Scale
from signpost.shelf import Shelf
from web.chat import opening_notes, shared_registry
from web.chat.conversation import IDLE
from web.chat.memory_registry import MemoryRegistry
from web.chat.opening_notes import MemoryNotes, SharedNotes
from web.chat.openings import Openings
from web.chat.registry import Registry
from web.chat.shared_registry import SharedRegistry


@dataclass(frozen=True)
class Home:
    """Open conversations, and how a retried opening finds its own."""

    registry: Registry
    openings: Openings


def make_home(secret: bytes, scale: Scale) -> Home:
    """The home that the settings ask for; nothing is connected yet."""
    if not scale.is_shared:
        alone = MemoryRegistry(secret)
        return Home(alone, Openings(alone, MemoryNotes()))
    link = RedisLink(scale.redis_url)
    idle, kept = IDLE.total_seconds(), opening_notes.KEPT.total_seconds()
    shared = SharedRegistry(secret, Shelf(link, secret, purpose=shared_registry.PURPOSE, keep=idle))
    notes = SharedNotes(Shelf(link, secret, purpose=opening_notes.PURPOSE, keep=kept))
    return Home(shared, Openings(shared, notes))
