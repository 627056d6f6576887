"""A shortened conversation goes on as if nothing had been cut."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rasa.shared.core.events import ActiveLoop, ConversationPaused, SlotSet, UserUttered

from bot.compaction import compact
from tests.bot.conversations import a_blank, a_conversation, a_tracker, a_turn, an_opening


def _compacted(events, turns=4):
    return compact(events, a_blank(), keep_turns=turns)


@pytest.mark.parametrize("turns", [0, 1, 3, 4])
def test_a_short_conversation_is_left_alone(turns):
    events = a_conversation(turns)

    assert list(_compacted(events)) == events


@pytest.mark.parametrize("turns", [5, 6, 50, 200])
def test_slots_and_the_open_form_survive(turns):
    events = a_conversation(turns)

    before, after = a_tracker(events), a_tracker(_compacted(events))

    assert after.current_slot_values() == before.current_slot_values()
    assert after.active_loop_name == before.active_loop_name == "pathway_form"
    assert after.latest_action_name == before.latest_action_name


def test_two_hundred_turns_leave_as_many_events_as_five():
    five, two_hundred = _compacted(a_conversation(5)), _compacted(a_conversation(200))

    assert len(two_hundred) == len(five)


def test_the_last_turns_are_the_same_events():
    events = a_conversation(9)

    kept = _compacted(events)

    assert list(kept[-20:]) == events[-20:]
    assert sum(isinstance(event, UserUttered) for event in kept) == 4


def test_shortening_twice_changes_nothing():
    once = _compacted(a_conversation(30))

    assert _compacted(once) == once


def test_a_copy_of_the_shortened_tracker_has_the_same_state():
    tracker = a_tracker(_compacted(a_conversation(30)))

    copy = tracker.copy()  # what Rasa hands to every action

    assert copy.current_slot_values() == tracker.current_slot_values()
    assert copy.active_loop_name == tracker.active_loop_name


def test_a_pause_survives():
    events = [*an_opening(), *a_turn(1, ConversationPaused()), *a_conversation(6)[3:]]

    assert a_tracker(_compacted(events)).is_paused()


def test_the_beginning_is_dated_when_the_kept_part_starts():
    events = a_conversation(9)
    for event in events:
        event.timestamp = time.time() - 60

    kept = _compacted(events)

    assert {event.timestamp for event in kept} <= {event.timestamp for event in events}


_happenings = st.sampled_from(
    [
        [],
        [SlotSet("area", "E06000019")],
        [SlotSet("area", None)],
        [SlotSet("needs", ["cuckooing"])],
        [ActiveLoop("pathway_form")],
        [ActiveLoop(None)],
    ]
)


@settings(max_examples=60, deadline=None)
@given(turns=st.lists(_happenings, max_size=14), keep=st.integers(min_value=1, max_value=5))
def test_whatever_happened_the_state_is_the_same(turns, keep):
    events = an_opening()
    for number, happened in enumerate(turns):
        events += a_turn(number, *happened)

    before, after = a_tracker(events), a_tracker(_compacted(events, keep))

    assert after.current_slot_values() == before.current_slot_values()
    assert after.active_loop_name == before.active_loop_name
