"""Notes the steps of a visit in the usage log: closed lists only, under a random key."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from actions.answers import OUTSIDE, Answers
from usage.event import usage_event
from vocabulary.pathway import Channel, Outcome, Step
from vocabulary.people import AgeBand
from vocabulary.risks import Risk


if TYPE_CHECKING:  # a turn records through this module
    from actions.safe_action import Turn


def record(
    turn: Turn,
    step: Step,
    *,
    answers: Answers | None = None,
    risk: Risk | None = None,
    service: str | None = None,
    outcome: Outcome | None = None,
) -> None:
    """Puts one event on the log's spool, under the visit's random key that the channel sends along.

    The event's id comes from the visit, the message, the step and what it is about, so that an action
    that runs twice for one message writes one event.
    """
    visit = turn.metadata.get("visit")
    if not visit:
        return
    known = answers or turn.answers
    need = next(iter(known.needs), None)
    turn.runtime.usage.record(
        usage_event(
            id=_event_id(visit, turn, step, need, risk, service),
            visit=visit,
            step=step,
            at=turn.runtime.clock(),
            traffic=turn.runtime.settings.traffic,
            channel=_channel(turn),
            need=need,
            area=OUTSIDE if known.area == OUTSIDE else known.district,
            age=AgeBand(known.age) if known.age in set(AgeBand) else None,
            risk=risk,
            service=service,
            outcome=outcome,
        )
    )


def _event_id(visit: str, turn: Turn, *about: object) -> str:
    message = turn.tracker.latest_message.get("message_id")
    return uuid5(NAMESPACE_URL, f"{visit}/{message}/{about}").hex


def _channel(turn: Turn) -> Channel:
    channel = turn.metadata.get("channel")
    return Channel(channel) if channel in set(Channel) else Channel.WEB
