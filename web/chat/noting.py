"""What a page reports of a visit, as an event of the usage log: a closed list, of what was shown."""

import hashlib

from usage.event import BadEvent, UsageEvent, usage_event
from vocabulary.pathway import Step
from web.chat.conversation import Conversation
from web.chat.registry import ConversationsAway
from web.chat.schema import Event, EventRequest
from web.resources import Resources


STEPS = {
    Event.CONTACT_OPENED: Step.CONTACT_OPENED,
    Event.HELPED_YES: Step.HELPED_YES,
    Event.HELPED_NO: Step.HELPED_NO,
}


WHETHER_IT_HELPED = frozenset({Event.HELPED_YES, Event.HELPED_NO})


class UnknownService(LookupError):
    """A service that this conversation was not shown."""


class ToldAlready(Exception):
    """The other answer to whether it helped, in one visit."""


def event_of(conversation: Conversation, request: EventRequest, resources: Resources) -> UsageEvent:
    """The event, whose id is the same for the same report of one visit.

    Raises UnknownService, ToldAlready and ConversationsAway.
    """
    check_can_tell(conversation, request)
    told = "\x00".join((conversation.visit, request.event, request.service or ""))
    try:
        return usage_event(
            visit=conversation.visit,
            step=STEPS[request.event],
            at=resources.clock(),
            traffic=resources.settings.traffic,
            channel=conversation.channel,
            service=request.service,
            id=hashlib.sha256(told.encode()).hexdigest()[:32],
        )
    except BadEvent:
        raise UnknownService from None


def check_can_tell(conversation: Conversation, request: EventRequest) -> None:
    """Raises UnknownService when nothing, or not this service, was shown, ToldAlready, ConversationsAway."""
    if not conversation.is_kept:
        raise ConversationsAway
    if request.service is not None and request.service not in conversation.shown:
        raise UnknownService
    if request.event not in WHETHER_IT_HELPED:
        return
    if not conversation.shown:
        raise UnknownService
    if conversation.helped not in {None, request.event}:
        raise ToldAlready
