"""What the web process counts: turns, how long they take, and what the fixed cards had to stand in for.

Dangers are not counted. A counter that is read every few seconds tells when one person was in danger, and of
what; beside any other record of that moment it points at them. docs/decisions/0012.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from time import perf_counter

from prometheus_client import Counter, Gauge, Histogram

from signpost.metrics import TURN_SECONDS, new_registry


class EngineFault(StrEnum):
    """How the engine failed to answer; the codes of web.chat.engine."""

    SLOW = "slow"
    UNREACHABLE = "unreachable"
    REFUSED = "refused"
    UNREADABLE = "unreadable"
    NOTHING_SAID = "nothing-said"
    BUSY = "busy"


class Instead(StrEnum):
    """Why a fixed card was shown where an answer should have been."""

    ENGINE = "engine"  # it did not answer
    WAITING = "waiting"  # an earlier turn of the same conversation did not end
    CONVERSATIONS = "conversations"  # Redis, where they are kept, did not answer
    DIRECTORY = "directory"  # its database did not answer


class SecurityEvent(StrEnum):
    """What of staff's doors is counted and logged (web.security_events); nobody of the public is in it."""

    SIGNED_IN = "signed-in"  # by the right password, a code or a passkey, or a provider
    SIGN_IN_REFUSED = "sign-in-refused"
    TOO_MANY_TRIES = "too-many-tries"
    SECOND_FACTOR_REFUSED = "second-factor-refused"
    CODE_USED_AGAIN = "code-used-again"
    PROOF_REFUSED = "proof-refused"  # asked again who they are, and wrong
    PROVIDER_REFUSED = "provider-refused"  # single sign-on that cannot be believed
    NOT_SIGNED_IN = "not-signed-in"  # a staff page without a session, or after it
    TOO_EARLY = "too-early"  # a staff page before the second factor
    ROLE_REFUSED = "role-refused"
    FORM_REFUSED = "form-refused"  # a change without the token of its session
    KEY_REFUSED = "key-refused"  # of a notebook
    METHOD_REFUSED = "method-refused"  # an address that does not take this method
    PEOPLE_READ = "people-read"  # somebody looked at the pages about staff


REGISTRY = new_registry()
_TURNS = Histogram(
    "signpost_turn_seconds",
    "Turns of the chat, and the seconds from request to answer.",
    buckets=TURN_SECONDS,
    registry=REGISTRY,
)
_REFUSED = Counter("signpost_turns_refused", "Turns beyond the limit of messages.", registry=REGISTRY)
_ENGINE_FAULTS = Counter(
    "signpost_engine_failures", "Calls that the engine did not answer.", ["kind"], registry=REGISTRY
)
_FIXED_CARDS = Counter(
    "signpost_fixed_cards",
    "Turns that a fixed card answered because another part did not.",
    ["instead_of"],
    registry=REGISTRY,
)
_MAIL_FAILURES = Counter(
    "signpost_mail_failures", "E-mails that could not be handed over.", registry=REGISTRY
)
_SECURITY_EVENTS = Counter(
    "signpost_security_events", "Sign-ins and what staff's doors refused.", ["kind"], registry=REGISTRY
)
OPEN_CONVERSATIONS = Gauge("signpost_open_conversations", "Conversations kept in memory.", registry=REGISTRY)
EVENTS_LOST = Gauge(
    "signpost_usage_events_lost", "Usage events lost since the start: a full disk.", registry=REGISTRY
)
DIRECTORY_READ = Gauge(
    "signpost_directory_read_timestamp_seconds", "When the directory was last read.", registry=REGISTRY
)
# Each series is there from the start, so that the first failure is an increase like any other.
for _fault in EngineFault:
    _ENGINE_FAULTS.labels(_fault)
for _why in Instead:
    _FIXED_CARDS.labels(_why)
for _event in SecurityEvent:
    _SECURITY_EVENTS.labels(_event)


@contextmanager
def turn_timed() -> Iterator[None]:
    """Times one turn that is answered; one that is refused or raises counts for nothing here."""
    started = perf_counter()
    yield
    _TURNS.observe(perf_counter() - started)


def count_refused() -> None:
    """One message too many was refused."""
    _REFUSED.inc()


def count_engine_fault(code: str) -> None:
    """The engine did not answer; a code that is not on the list counts as unreadable."""
    fault = EngineFault(code) if code in set(EngineFault) else EngineFault.UNREADABLE
    _ENGINE_FAULTS.labels(fault).inc()


def count_fixed_card(instead_of: Instead) -> None:
    """A fixed card stood in for a part that did not answer."""
    _FIXED_CARDS.labels(instead_of).inc()


def count_mail_failure() -> None:
    """An e-mail could not be handed over."""
    _MAIL_FAILURES.inc()


def count_security_event(event: SecurityEvent) -> None:
    """Somebody signed in, or was refused at a staff door."""
    _SECURITY_EVENTS.labels(event).inc()
