"""One turn on its way from a request to its answer, always within three seconds."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from time import monotonic

from directory import places
from safety import cards as fixed_cards
from safety import scrub
from vocabulary.risks import Risk
from vocabulary.words import danger_language, speaking, words
from web import metrics
from web.chat import choices, crisis, languages, render, repeats
from web.chat.conversation import Conversation
from web.chat.engine import OPENING, Engine, EngineUnavailable, Visit
from web.chat.listing import Listing, ListingUnavailable, chosen
from web.chat.schema import ChatAnswer, Choice, Kind, Message, MessageRequest, ServiceCard
from web.chat.typed import Fitness, Typed
from web.chat.utterance import Utterance
from web.metrics import Instead


MOST_SECONDS = 2.6  # the promise is three; the rest is for a busy machine
FORGOTTEN = "text.forgotten"  # what the engine says once it has forgotten
FOR_CARDS = 0.4  # kept back for the directory after the engine has had its time


@dataclass(frozen=True)
class Means:
    """What every turn works with."""

    engine: Engine
    listing: Listing
    secret: bytes  # signs choices
    patience: float  # seconds the engine may take
    unread: bool  # languages are offered before a native reader has read them


@dataclass
class Turn:
    """One request of one conversation; `until` is the moment by which it must be answered."""

    means: Means
    conversation: Conversation
    request: MessageRequest
    message: Typed | None
    risks: tuple[Risk, ...]
    until: float  # seconds of the monotonic clock

    async def only_crisis_card(self) -> ChatAnswer:
        """The fixed card alone: what danger gets even beyond the rate limit."""
        return self._finished(await self._with_fixed_cards([], failed=False), keep=False)

    async def answer_for_another(self) -> ChatAnswer:
        """The fixed card, while an earlier turn of the conversation hangs; it is not kept."""
        return self._finished(await self._with_fixed_cards([], failed=True), keep=False)

    async def answer(self) -> ChatAnswer:
        """The answer; the kept one when an earlier try of this turn was answered while this one waited."""
        kept = self.conversation.answers.get(self.request.id or "")
        return kept if kept is not None else await self._answer_alone()

    async def _answer_alone(self) -> ChatAnswer:
        if self._is_forgotten_for_now:
            metrics.count_fixed_card(Instead.CONVERSATIONS)
            return await self.answer_for_another()
        if self.message is not None and self.message.fitness is not Fitness.FIT:
            messages = await self._with_fixed_cards([self._cannot_read()], failed=False)
            return self._finished(messages)
        said, failed = (list(self.conversation.said), False) if self._is_again else await self._ask()
        if any(utterance.words == FORGOTTEN for utterance in said):
            self.conversation.empty()
        self.conversation.said = tuple(each for each in said if not each.weighed) or self.conversation.said
        messages, unlisted = await self._rendered(said)
        return self._finished(await self._with_fixed_cards(messages, said=said, failed=failed or unlisted))

    @property
    def _is_forgotten_for_now(self) -> bool:
        """Whether the home of the conversations is away, and this one is not new: nothing of it is known."""
        return not self.conversation.is_kept and self.request.conversation is not None

    @property
    def _is_again(self) -> bool:
        """Whether nothing new is said, so that the last is said again: in a language that was chosen now."""
        is_nothing = self.message is None and self.request.choice is None
        is_language = self.request.choice is not None and languages.picked(self._payload) is not None
        return bool(self.conversation.said) and (is_nothing or is_language)

    @property
    def _visit(self) -> Visit:
        spoken = self.conversation
        is_new = self.request.conversation is None
        return Visit(spoken.visit, spoken.channel, spoken.language, is_new=is_new)

    @cached_property
    def _payload(self) -> str:
        """What the pressed button says. Raises UnknownChoice."""
        return choices.payload(self.conversation, self.request.choice or "")

    async def _ask(self) -> tuple[list[Utterance], bool]:
        """What the engine says, and whether it failed to."""
        try:
            return await self._greeting() + await self._reply(), False
        except EngineUnavailable as error:
            metrics.count_engine_fault(error.code)
            metrics.count_fixed_card(Instead.ENGINE)
            return [], True

    async def _greeting(self) -> list[Utterance]:
        """The engine's first words; shortened when the first request already says something."""
        if self.request.conversation is not None:
            return []
        said = await self.means.engine.choose(
            self.conversation.sender, OPENING, visit=self._visit, patience=self._engine_time()
        )
        if self.message is None:
            return said
        return [each.model_copy(update={"choices": ()}) for each in said if each.kind is Kind.TEXT]

    async def _reply(self) -> list[Utterance]:
        sender = self.conversation.sender
        if self.request.choice is not None:
            return await self.means.engine.choose(
                sender, self._payload, visit=self._visit, patience=self._engine_time()
            )
        if self.message is None:
            return []
        risks = self._told_only_here()
        return await self.means.engine.say(
            sender, self._scrubbed, risks=risks, visit=self._visit, patience=self._engine_time()
        )

    @cached_property
    def _scrubbed(self) -> str:
        """The message without personal data, as the engine gets it; worked out once a turn."""
        text = self.message.text if self.message else ""
        return places.code_postcodes(scrub.scrub(text, is_place=places.is_place_name))

    def _heard_here(self, said: Sequence[Utterance]) -> tuple[Risk, ...]:
        """The risks of the screen here, unless the engine has weighed the same words.

        The engine runs the same screen and may find, from all it has learnt, that a pattern is mistaken.
        """
        return self._told_only_here() if any(each.weighed for each in said) else self.risks

    def _told_only_here(self) -> tuple[Risk, ...]:
        """The risks that the engine cannot find in the words it is given: a button's, or in scrubbed ones."""
        if self.message is None or self._scrubbed != self.message.text:
            return self.risks
        return ()

    async def _rendered(self, said: Sequence[Utterance]) -> tuple[list[Message], bool]:
        """The messages, and whether the services they name could not be read."""
        ids = [service.id for utterance in said for service in utterance.services]
        area = next((each.area for each in said if each.area), None)
        age = next((each.age for each in said if each.age), None)
        unlisted = False
        listed: render.Listed = {}
        try:
            listed = await self.means.listing.cards(ids, within=self._time_left(), area=area, age=age)
        except ListingUnavailable:
            metrics.count_fixed_card(Instead.DIRECTORY)
            unlisted = True
        messages = render.render(
            said,
            listed,
            conversation=self.conversation,
            secret=self.means.secret,
            unread=self.means.unread,
        )
        return messages, unlisted

    async def _with_fixed_cards(
        self, messages: list[Message], *, said: Sequence[Utterance] = (), failed: bool
    ) -> list[Message]:
        """The crisis card first where danger was heard; the fall-back card where nothing else answers."""
        risks = crisis.risks_heard(self._heard_here(said), said, below=self.conversation.pinned)
        fixed = [each for each in said if each.kind in {Kind.CRISIS, Kind.FALLBACK} and not each.weighed]
        buttons = self._buttons(fixed)
        numbers = await self._numbers() if risks or failed or fixed or not messages else {}
        area = next((each.area for each in said if each.kind is Kind.CRISIS), None)
        slugs = crisis.slugs_for(risks, area)
        leading = [self._crisis(risks, chosen(numbers, slugs), buttons)] if risks else []
        wanted = failed or any(each.kind is Kind.FALLBACK for each in fixed) or not (leading or messages)
        if not wanted:
            return leading + messages
        shown = [card.id for message in leading for card in message.services]
        asks = any(message.choices for message in messages)  # the question below offers its own
        rest = () if asks or (leading and buttons) else buttons or choices.last_offered(self.conversation)
        if not (rest or leading or asks):
            rest = (self._start_again(),)
        listed = chosen(numbers, fixed_cards.FALLBACK.services)
        return [*leading, crisis.fallback_message(listed, rest, shown=shown), *messages]

    def _start_again(self) -> Choice:
        """Never a dead end: where the engine has offered nothing yet, its opening can be asked for again."""
        key = "page.again"
        return choices.offer(
            self.conversation, secret=self.means.secret, payload=OPENING, key=key, label=words(key)
        )

    async def _numbers(self) -> render.Listed:
        """The fixed numbers, read once for all cards of an answer, in the words of those cards."""
        with speaking(danger_language()):
            return await self.means.listing.fixed(within=min(FOR_CARDS, self._time_left()))

    def _crisis(
        self, risks: Sequence[Risk], listed: Sequence[ServiceCard], buttons: tuple[Choice, ...]
    ) -> Message:
        message = crisis.crisis_message(risks, listed, buttons)
        self.conversation.pinned = message
        return message

    def _buttons(self, fixed: Sequence[Utterance]) -> tuple[Choice, ...]:
        said = [choice for utterance in fixed for choice in utterance.choices]
        return render.offered(said, conversation=self.conversation, secret=self.means.secret)

    def _cannot_read(self) -> Message:
        assert self.message is not None
        text = words(f"own.{self.message.fitness}")
        return Message(kind=Kind.TEXT, text=text, choices=choices.last_offered(self.conversation))

    def _finished(self, messages: Sequence[Message], *, keep: bool = True) -> ChatAnswer:
        varied = repeats.vary(self.conversation, messages)
        answer = ChatAnswer(conversation=self.conversation.token, messages=varied)
        self.conversation.last_choices = tuple(each.choice for one in varied for each in one.choices)
        self.conversation.shown.update(card.id for one in varied for card in one.services)
        if keep:
            self.conversation.keep_answer(self.request.id, answer)
        return answer

    def _engine_time(self) -> float:
        left = self._time_left() - FOR_CARDS
        return max(0.05, min(self.means.patience, left))

    def _time_left(self) -> float:
        return max(0.05, self.until - monotonic())
