"""Showing the services that fit, three at a time, and the facts beside them."""

from collections.abc import Sequence

from rasa_sdk.events import EventType, SlotSet

from actions import utterance
from actions.aside_words import Aside
from actions.asides import aside_of
from actions.facts import facts_for
from actions.metrics import SEARCH_SECONDS
from actions.safe_action import SafeAction, Turn
from actions.what_next import ask_what_next
from directory.lifelines import CHILDREN_TEAMS
from directory.search import Match, OpenState, Reason, find_services, service_cards
from directory.why_nothing import WhyNothing, why_nothing
from signpost import tracing
from vocabulary.needs import Need
from vocabulary.pathway import Outcome, Step


AT_ONCE = 3
MOST_AT_ONCE = AT_ONCE + len(CHILDREN_TEAMS)
FACTS_AT_ONCE = 2
STANDING = {
    OpenState.OPEN: Outcome.OPEN,
    OpenState.CLOSED: Outcome.CLOSED,
    OpenState.UNKNOWN: Outcome.HOURS_UNKNOWN,
}
ABSENCE = {
    WhyNothing.UNCONFIRMED: Outcome.UNCONFIRMED,
    WhyNothing.HIDDEN: Outcome.HIDDEN,
    WhyNothing.NOTHING_LISTED: Outcome.NOTHING_LISTED,
}
ANY_CRIME = ("victim-support-national",)


class ActionShowServices(SafeAction):
    """The best services for the answers, and a fact or two for the need."""

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_show_services"

    leads = False  # the form's validation has led already
    yields = False

    def act(self, turn: Turn) -> list[EventType]:
        """Shows facts, services and what can be done next."""
        aside = aside_of(turn)
        if aside not in (None, Aside.BY_TEXT, Aside.FACT):  # the form had nothing to ask
            ask_what_next(turn)
            return []
        if not aside:
            _say_facts(turn)
        return _show(turn, offset=0)


class ActionMoreServices(SafeAction):
    """The next services of the same enquiry."""

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_more_services"

    def act(self, turn: Turn) -> list[EventType]:
        """Shows the next ones, or says that there are no more."""
        if not turn.answers.needs:
            turn.respond("utter_no_service_on_show")
            return []
        return _show(turn, offset=int(turn.slot("offset") or 0))


class ActionShowFacts(SafeAction):
    """The facts for the need, on request."""

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_show_facts"

    def act(self, turn: Turn) -> list[EventType]:
        """Shows the facts and what can be done next."""
        _say_facts(turn)
        if not turn.in_form:
            ask_what_next(turn)
        return []


def _say_facts(turn: Turn) -> None:
    for need in turn.answers.needs[:1]:
        for words in _facts(turn, need):
            utterance.say(turn.dispatcher, words, kind="facts")
            turn.record(Step.FACTS_READ)


def _facts(turn: Turn, need: Need) -> tuple[str, ...]:
    told = facts_for(need, turn.answers.district, taken=turn.answers.substances)
    return told[:FACTS_AT_ONCE]


def _show(turn: Turn, *, offset: int) -> list[EventType]:
    matches = find_fitting(turn, first=offset + MOST_AT_ONCE)
    shown = matches[offset : offset + _page(matches, offset)]
    if shown:
        words = "services.first" if offset == 0 else "services.more"
        utterance.show(turn.dispatcher, words, shown, **context_of(turn))
        for match in shown:
            turn.record(Step.SERVICES_SHOWN, service=match.id, outcome=STANDING[match.open])
    elif offset:
        turn.respond("utter_no_more_services")
    else:
        turn.respond("utter_no_service")
        utterance.show_lifelines(turn.dispatcher, ANY_CRIME)
        turn.record(Step.NO_MATCH, outcome=_why_nothing(turn))
    settled = (*turn.answers.settled, *turn.answers.needs[:1])
    if not turn.in_form:  # otherwise the open question follows by itself
        ask_what_next(turn, shown=True, settled=settled)
    slots = {
        "shown": [match.id for match in shown] or turn.slot("shown"),
        "spoken_of": None,
        "offset": offset + len(shown),
        "settled": [need.value for need in dict.fromkeys(settled)],
        "misunderstood": 0,
    }
    return [SlotSet(name, value) for name, value in slots.items()]


def _why_nothing(turn: Turn) -> Outcome:
    enquiry = turn.enquiry
    live, told = turn.runtime.settings.live, turn.answers.told
    with turn.runtime.sessions() as session:
        return ABSENCE[why_nothing(session, enquiry, live=live, against=told)]


def _page(matches: Sequence[Match], offset: int) -> int:
    """Three at a time; the children's teams that lead are shown together, however many."""
    together = 0
    for match in matches[offset:]:
        if Reason.CHILD_TEAM not in match.reasons:
            break
        together += 1
    return max(AT_ONCE, together)


def find_fitting(turn: Turn, *, first: int) -> list[Match]:
    """What fits the leading need and goes against none that was told; ways to write first where asked for.

    The `first` so many are enough, unless those that can be written to have to be looked for among all.
    """
    enquiry = turn.enquiry
    live, told = turn.runtime.settings.live, turn.answers.told
    enough = None if turn.answers.by_text else first
    with turn.runtime.sessions() as session:
        with tracing.span(tracing.Step.SEARCH), SEARCH_SECONDS.time():
            found = find_services(session, enquiry, live=live, first=enough, against=told)
        if not turn.answers.by_text:
            return found
        cards = service_cards(
            session,
            [match.id for match in found],
            at=enquiry.at,
            area=enquiry.area,
            age=enquiry.age,
            live=live,
        )
    written = {card.id for card in cards if card.text or card.textphones or card.webchat or card.email}
    return sorted(found, key=lambda match: match.id not in written)


def context_of(turn: Turn) -> dict[str, str | None]:
    """Which contacts of the services fit: for the area and the age that were told."""
    enquiry = turn.enquiry
    return {"area": enquiry.area, "age": enquiry.age.value if enquiry.age else None}
