"""Shortens a long conversation to its last turns and the state they start from."""

from collections.abc import Iterator, Sequence

from rasa.shared.core.constants import ACTION_LISTEN_NAME, ACTION_SESSION_START_NAME
from rasa.shared.core.events import (
    ActionExecuted,
    ActiveLoop,
    ConversationPaused,
    Event,
    SessionStarted,
    SlotSet,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker


def compact(events: Sequence[Event], blank: DialogueStateTracker, *, keep_turns: int) -> tuple[Event, ...]:
    """The last `keep_turns` turns after events that set slots and loop as the older ones left them.

    `blank` is a new tracker of the domain, used up here to replay the older events. Replaying the
    result gives the same slots, active loop and pause as replaying all of `events`.
    """
    cut = _start_of_turn(events, keep_turns)
    if cut == 0:
        return tuple(events)
    for event in events[:cut]:
        blank.update(event)
    beginning = tuple(_state(blank))
    for event in beginning:
        event.timestamp = events[cut].timestamp
    return (*beginning, *events[cut:])


def _start_of_turn(events: Sequence[Event], keep_turns: int) -> int:
    """Where the oldest turn to keep starts: at the `action_listen` before the person spoke."""
    turns = [
        place - 1
        for place, event in enumerate(events)
        if place and isinstance(event, UserUttered) and _is_listen(events[place - 1])
    ]
    return turns[-keep_turns] if len(turns) > keep_turns else 0


def _is_listen(event: Event) -> bool:
    return isinstance(event, ActionExecuted) and event.action_name == ACTION_LISTEN_NAME


def _state(tracker: DialogueStateTracker) -> Iterator[Event]:
    yield ActionExecuted(ACTION_SESSION_START_NAME)
    yield SessionStarted()
    for name, slot in tracker.slots.items():
        if slot.value != slot.initial_value:
            yield SlotSet(name, slot.value)
    if tracker.active_loop_name:
        yield ActiveLoop(tracker.active_loop_name)
    if tracker.is_paused():
        yield ConversationPaused()
