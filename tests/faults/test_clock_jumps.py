"""The system's clock jumps by a day, either way: nothing lives longer than promised, or is counted twice.

The clock goes in as the argument that each of these takes. What counts seconds within a process (the engine's
memory, time limits) uses the monotonic clock, which cannot jump.
"""

import asyncio
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session, sessionmaker

from signpost.daily import Daily
from signpost.database import make_engine
from tests.usage.factories import an_event, store
from usage.model import Base as UsageBase
from usage.model import CubeRow
from usage.roll_up import purge, roll_up
from usage.tabulate import EVERYBODY, from_body
from web.accounts import model, sessions
from web.accounts.attempts import MOST_FOR_ACCOUNT, WINDOW, note_attempt, source_of
from web.accounts.errors import TooManyAttempts
from web.accounts.roles import Role
from web.accounts.users import add_staff
from web.chat.conversation import IDLE, Conversation, UnknownConversation
from web.chat.memory_registry import MemoryRegistry


NOW = datetime(2026, 11, 24, 10, tzinfo=UTC)
DAY, MINUTE = timedelta(days=1), timedelta(minutes=1)
SECRET = b"a secret for tests"


@pytest.fixture
def staff(sqlite_url: str) -> sessionmaker[Session]:
    """The tables of staff."""
    engine = make_engine(sqlite_url)
    model.Base.metadata.create_all(engine)
    return sessionmaker(engine, expire_on_commit=False)


@pytest.fixture
def usage(sqlite_url: str) -> sessionmaker[Session]:
    """The tables of usage."""
    engine = make_engine(sqlite_url)
    UsageBase.metadata.create_all(engine)
    return sessionmaker(engine)


def _opened(registry: MemoryRegistry) -> Conversation:
    return asyncio.run(registry.open(NOW))


def _is_open(registry: MemoryRegistry, conversation: Conversation, at: datetime) -> bool:
    try:
        asyncio.run(registry.find(conversation.token, at))
    except UnknownConversation:
        return False
    return True


def test_forwards_a_conversation_ends_and_the_next_one_can_open() -> None:
    registry = MemoryRegistry(SECRET)
    before = _opened(registry)

    assert not _is_open(registry, before, NOW + DAY)
    after = asyncio.run(registry.open(NOW + DAY))
    assert _is_open(registry, after, NOW + DAY)


def test_backwards_a_conversation_goes_on_and_ends_half_an_hour_later() -> None:
    registry = MemoryRegistry(SECRET)
    used, forgotten = _opened(registry), _opened(registry)

    assert _is_open(registry, used, NOW - DAY)
    registry.count(NOW - DAY)
    assert _is_open(registry, used, NOW - DAY + IDLE - MINUTE)
    assert registry.count(NOW - DAY + IDLE) == 1  # the one that nobody used is gone, not a day later
    assert not _is_open(registry, forgotten, NOW - DAY + IDLE)
    assert registry.count(NOW - DAY + 2 * IDLE) == 0


@pytest.mark.parametrize(
    ("jump", "is_signed_in"),
    [(DAY, False), (-DAY, False), (-MINUTE, True), (MINUTE, True)],
    ids=["a day on", "a day back", "a minute back", "a minute on"],
)
def test_a_jump_by_a_day_signs_staff_out_and_a_corrected_minute_does_not(
    staff: sessionmaker[Session], jump: timedelta, *, is_signed_in: bool
) -> None:
    with staff.begin() as session:
        ann = add_staff(session, "ann@example.org", Role.MANAGER, "three random words", at=NOW)
        token = sessions.start_session(session, ann, at=NOW)

    with staff.begin() as session:
        found = sessions.current_staff(session, token, at=NOW + jump)
        anew = sessions.start_session(session, session.get_one(model.Staff, ann.id), at=NOW + jump)

    assert (found is not None) == is_signed_in
    with staff.begin() as session:
        assert sessions.current_staff(session, anew, at=NOW + jump + MINUTE) is not None


@pytest.mark.parametrize("jump", [DAY, -DAY], ids=["a day on", "a day back"])
def test_whoever_is_locked_out_is_so_for_no_longer_than_without_the_jump(
    staff: sessionmaker[Session], jump: timedelta
) -> None:
    source = source_of(SECRET, email="ann@example.org", address="192.0.2.7")
    for _ in range(MOST_FOR_ACCOUNT):
        note_attempt(staff, source, at=NOW)
    with pytest.raises(TooManyAttempts):
        note_attempt(staff, source, at=NOW)

    assert note_attempt(staff, source, at=NOW + jump + WINDOW)


def _counted(usage: sessionmaker[Session]) -> dict[date, int]:
    with usage() as session:
        rows = session.execute(select(CubeRow.week, CubeRow.body).where(CubeRow.name == EVERYBODY)).all()
    return {week: sum(cell.visits for cell in from_body(body).values()) for week, body in rows}


@pytest.mark.parametrize("jump", [DAY, -DAY], ids=["a day on", "a day back"])
@pytest.mark.parametrize("jumps_on", [0, 5, 6, 13, 20])  # from a Tuesday on: weeks begin and are due
def test_each_visit_is_counted_in_one_week_whichever_day_the_clock_jumps(
    usage: sessionmaker[Session], jumps_on: int, jump: timedelta
) -> None:
    """Three visits a day for four weeks; for one of these days the clock is wrong, then it is set right."""
    for day in range(28):
        now = NOW + day * DAY + (jump if day == jumps_on else timedelta())
        store(usage, [an_event(at=now) for _ in range(3)])
        roll_up(usage, at=now)
        purge(usage, days=21, at=now)

    roll_up(usage, at=NOW + 90 * DAY)

    assert sum(_counted(usage).values()) == 3 * 28


def test_the_daily_work_is_done_again_once_a_clock_that_was_ahead_is_right() -> None:
    done: list[date] = []
    today = iter([NOW, NOW + DAY, NOW, NOW + DAY, NOW + 2 * DAY])
    daily = Daily(lambda: done.append(date.min), done_on=(NOW - DAY).date(), tell=print)

    for moment in today:
        daily.look(moment.date())
        daily._background.join(10)

    assert len(done) == 3
