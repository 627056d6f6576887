"""The public's chat behind its routes: takes turns, forgets, and notes what the page reports."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from time import monotonic

from signpost import tracing
from usage.log import UsageLog
from vocabulary.pathway import Channel
from vocabulary.risks import Risk
from vocabulary.words import speaking, words
from web import metrics
from web.chat import choices, danger_buttons, languages, screening, tries, typed
from web.chat.conversation import Conversation, UnknownConversation
from web.chat.danger_buttons import DangerButton
from web.chat.forgetting import Forgetting
from web.chat.noting import WHETHER_IT_HELPED, UnknownService, check_can_tell, event_of
from web.chat.openings import Openings, is_unguessable
from web.chat.rates import Limiter, TooManyMessages
from web.chat.registry import ConversationBusy, ConversationsAway, Registry
from web.chat.reporting import Reporting, UnknownSubject
from web.chat.schema import ChatAnswer, EventRequest, Kind, Message, MessageRequest
from web.chat.turn import FOR_CARDS, FORGOTTEN, MOST_SECONDS, Means, Turn
from web.chat.typed import Typed
from web.metrics import Instead
from web.networks import network_of
from web.resources import Resources


AT_ONCE = 0.05  # seconds to wait where the fixed card alone is the answer


@dataclass(frozen=True)
class Heard:
    """One request as it was read, before its conversation is looked at."""

    asked: MessageRequest  # under its own id: web.chat.tries
    message: Typed | None
    button: DangerButton | None
    risks: tuple[Risk, ...]
    until: float  # seconds of the monotonic clock


@dataclass(frozen=True)
class Chat:
    """Everything the chat's routes need, made once when the process starts."""

    resources: Resources
    means: Means
    registry: Registry
    limiter: Limiter
    openings: Openings
    forgetting: Forgetting
    reporting: Reporting
    usage: UsageLog

    async def take(self, request: MessageRequest, *, address: str, channel: Channel) -> ChatAnswer:
        """The answer to one turn from a network address, and through which door of ours; counted and timed.

        A danger button is answered in a new conversation when its own is gone. Raises UnknownConversation,
        UnknownChoice, and TooManyMessages unless danger was heard.
        """
        with tracing.span(tracing.Step.REQUEST), metrics.turn_timed():
            return await self._take(request, address=address, channel=channel)

    async def _take(self, request: MessageRequest, *, address: str, channel: Channel) -> ChatAnswer:
        heard = self._hear(request)
        conversation = await self._find(request, must_be_there=heard.button is None)
        kept = self._kept(heard, conversation)
        if kept is not None:
            return kept
        welcome = self._is_welcome(conversation, address)
        if not (welcome or heard.risks):
            metrics.count_refused()
            raise TooManyMessages
        if conversation is None:
            own_id = heard.asked.id if is_unguessable(request.id) else None
            conversation = await self._open(own_id, address, channel) if welcome else self._nobodys()
        try:
            within = self._time_to_wait(heard) if welcome else AT_ONCE
            async with self.registry.hold(conversation, within=within) as held:
                return await self._answer(heard, held, Turn.answer if welcome else Turn.only_crisis_card)
        except ConversationBusy:
            metrics.count_fixed_card(Instead.WAITING)
            how = Turn.answer_for_another if welcome else Turn.only_crisis_card
            return await self._answer(heard, conversation, how)

    def _hear(self, request: MessageRequest) -> Heard:
        until = monotonic() + MOST_SECONDS
        button = danger_buttons.pressed(request, secret=self.means.secret)
        return Heard(
            asked=tries.with_own_id(request, secret=self.means.secret),
            message=typed.read(request.text) if request.text is not None else None,
            button=button,
            # As typed: the screen undoes disguises itself.
            risks=(button.risk,) if button else screening.risks_in(request.text or ""),
            until=until,
        )

    async def _answer(
        self, heard: Heard, conversation: Conversation, how: Callable[[Turn], Awaitable[ChatAnswer]]
    ) -> ChatAnswer:
        asked = heard.asked
        if heard.button:
            asked = self._offered_again(heard.button, asked, conversation)
        asked = self._as_pressed(asked, heard, conversation)
        self._listen(asked, conversation)
        message = None if asked.choice else heard.message
        turn = Turn(self.means, conversation, asked, message, heard.risks, until=heard.until)
        with speaking(conversation.language, easy=conversation.easy):
            return await how(turn)

    def _as_pressed(self, asked: MessageRequest, heard: Heard, conversation: Conversation) -> MessageRequest:
        """The request as a press of the button whose label was typed; danger is heard as it was typed."""
        pressed = choices.pressed_in_words(conversation, asked.text or "") if not heard.risks else None
        return asked.model_copy(update={"choice": pressed, "text": None}) if pressed else asked

    def _time_to_wait(self, heard: Heard) -> float:
        """Seconds for an earlier turn to end: as long as the engine may take, as far as time is left."""
        return max(AT_ONCE, min(self.means.patience, heard.until - monotonic() - FOR_CARDS))

    def _listen(self, asked: MessageRequest, conversation: Conversation) -> None:
        """Notes in which words to answer; what a request leaves open stays as it was."""
        if asked.locale is not None:
            conversation.language = languages.wanted(asked.locale, unread=self.means.unread)
        if asked.easy_read is not None:
            conversation.easy = asked.easy_read
        payload = conversation.offered.get(asked.choice or "", ("", ""))[0]
        conversation.language = languages.picked(payload) or conversation.language

    async def find(self, token: str) -> Conversation:
        """The open conversation of a token, to be looked at. Raises UnknownConversation."""
        return await self.registry.find(token, self.resources.clock())

    async def forget(self, token: str) -> None:
        """Forgets a conversation here at once, and in the engine, which is asked on every call anew.

        Raises UnknownConversation when the token is made up.
        """
        sender = self.registry.sender_of(token)
        # A turn under way would make the engine remember again.
        async with self.registry.forget(token):
            await self.forgetting.forget(sender)

    async def note(self, request: EventRequest, *, address: str) -> None:
        """Records what a page at a network address reports, once a visit.

        Raises UnknownConversation, UnknownService, ToldAlready, ConversationsAway, and TooManyMessages, with
        which events are counted.
        """
        conversation = await self.find(request.conversation)
        if not self._is_welcome(conversation, address):
            raise TooManyMessages
        if request.event not in WHETHER_IT_HELPED:
            self.usage.record(event_of(conversation, request, self.resources))
            return
        try:
            async with self.registry.hold(conversation, within=MOST_SECONDS) as held:
                self.usage.record(event_of(held, request, self.resources))
                held.helped = request.event
        except ConversationBusy:
            raise ConversationsAway from None

    async def report(self, request: EventRequest, *, address: str) -> None:
        """Takes in that something is wrong with a service that the conversation was shown.

        Raises UnknownConversation, UnknownService, TooManyReports, ReportingUnavailable, ConversationsAway.
        """
        check_can_tell(await self.find(request.conversation), request)
        assert request.service is not None
        assert request.fault is not None
        try:
            await self.reporting.take(
                request.service, fault=request.fault, contact_id=request.contact, address=address
            )
        except UnknownSubject:
            raise UnknownService from None

    async def _find(self, request: MessageRequest, *, must_be_there: bool) -> Conversation | None:
        try:
            return None if request.conversation is None else await self.find(request.conversation)
        except UnknownConversation:
            if must_be_there:
                raise
            return None

    def _offered_again(
        self, button: DangerButton, asked: MessageRequest, conversation: Conversation
    ) -> MessageRequest:
        """The request as a press of this button in this conversation, which may have forgotten it."""
        offered = choices.offer(
            conversation,
            secret=self.means.secret,
            payload=button.payload,
            key=button.words,
            label=button.label,
        )
        return asked.model_copy(update={"conversation": conversation.token, "choice": offered.choice})

    def _kept(self, heard: Heard, conversation: Conversation | None) -> ChatAnswer | None:
        """The answer to an earlier try that said the same under the same id; once forgotten, that it is.

        A browser sends an old turn again where somebody goes back to it. Danger is answered every time.
        """
        if conversation is None or heard.asked.id is None:
            return None
        if heard.asked.id in conversation.spent and not heard.risks:
            forgotten = Message(kind=Kind.TEXT, text=words(FORGOTTEN))
            return ChatAnswer(conversation=conversation.token, messages=(forgotten,))
        return conversation.answers.get(heard.asked.id)

    async def _open(self, own_id: str | None, address: str, channel: Channel) -> Conversation:
        return await self.openings.find_or_open(
            turn=own_id, network=network_of(address), channel=channel, now=self.resources.clock()
        )

    def _nobodys(self) -> Conversation:
        """Beyond the limit a conversation that is kept would take the room of somebody else's."""
        return Conversation.of_nobody(self.resources.clock())

    def _is_welcome(self, conversation: Conversation | None, address: str) -> bool:
        today = self.resources.clock().date()
        key = conversation.sender if conversation else ""
        try:
            self.limiter.count(conversation=key, address=address, today=today)
        except TooManyMessages:
            return False
        return True
