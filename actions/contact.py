"""A number, an address or opening times of a service that is on show."""

import re
from collections.abc import Sequence
from datetime import date

from rasa_sdk.events import EventType, SlotSet

from actions import utterance
from actions.days import hear_day, name_of
from actions.ordinals import place_in, points_back
from actions.safe_action import SafeAction, Turn
from actions.services import ANY_CRIME, AT_ONCE, context_of, find_fitting
from actions.what_next import ask_what_next
from directory.day_words import say_day
from directory.named import named_services
from directory.opening_hours import LONDON
from directory.search import LineHours, hours_of_day


_BEST = re.compile(r"\bbest\b", re.IGNORECASE)  # they stand in that order


class ActionGiveContactDetails(SafeAction):
    """Shows the service that is asked about: by its place on show, or by its name."""

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_give_contact_details"

    def act(self, turn: Turn) -> list[EventType]:
        """Shows its card again."""
        spoken_of = show_asked(turn, words="services.contact")
        return [*_go_on(turn), *spoken_of]


class ActionGiveOpeningTimes(SafeAction):
    """Shows when the service that is asked about is open."""

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_give_opening_times"

    def act(self, turn: Turn) -> list[EventType]:
        """Says the hours of the day that was named, and shows the card."""
        today = turn.runtime.clock().astimezone(LONDON).date()
        day = hear_day(turn.message.typed, today=today)
        asked = _asked(turn)
        if day:
            _say_hours(turn, day, asked)
        _show(turn, asked, words="services.hours")
        return [*_go_on(turn), *_spoken_of(asked)]


def _go_on(turn: Turn) -> list[EventType]:
    if not turn.in_form:
        ask_what_next(turn)
    return []


def _spoken_of(asked: Sequence[str]) -> list[EventType]:
    """The one service that was asked about is what "it" means from now on."""
    return [SlotSet("spoken_of", asked[0])] if len(asked) == 1 else []


def _say_hours(turn: Turn, day: date, services: Sequence[str]) -> None:
    """The hours of that day of every line of the services that are asked about."""
    now, live, area = turn.runtime.clock(), turn.runtime.settings.live, turn.answers.district
    with turn.runtime.sessions() as session:
        lines = [
            line
            for service in services
            for line in hours_of_day(session, service, day=day, at=now, live=live, area=area)
        ]
    said = dict.fromkeys(_line(line, named=len(services) > 1) for line in lines)  # two ways may be one number
    if said:
        turn.say("text.day_hours", day=f"@{name_of(day)}", lines="\n".join(said))


def _line(line: LineHours, *, named: bool) -> str:
    """When a line answers, with its service's name where there are several."""
    parts = (line.service if named else "", line.value or line.label)
    return f"{', '.join(part for part in parts if part)}: {say_day(line.hours)}".removeprefix(": ")


def show_asked(turn: Turn, *, words: str) -> list[EventType]:
    """Shows the services that are asked about: one by place or name, all on show, or what fits so far.

    Returns what is to be remembered of it.
    """
    asked = _asked(turn)
    _show(turn, asked, words=words)
    return _spoken_of(asked)


def _show(turn: Turn, ids: Sequence[str], *, words: str) -> None:
    if not ids and turn.answers.needs:
        ids = [match.id for match in find_fitting(turn, first=AT_ONCE)[:AT_ONCE]]
    if not ids:
        turn.respond("utter_no_service_on_show")
        utterance.show_lifelines(turn.dispatcher, ANY_CRIME)
        return
    services = [{"id": service, "why": []} for service in ids]
    turn.dispatcher.utter_message(
        json_message={"kind": "services", "words": words, "services": services, **context_of(turn)}
    )


def _asked(turn: Turn) -> list[str]:
    on_show: Sequence[str] = turn.slot("shown") or ()
    place = 0 if _BEST.search(turn.message.typed) else place_in(turn.message.typed, of=len(on_show))
    if place is not None and on_show:
        return [on_show[place]]
    with turn.runtime.sessions() as session:
        settings, now = turn.runtime.settings, turn.runtime.clock()
        named = named_services(session, turn.message.typed, at=now, live=settings.live)
    last = turn.slot("spoken_of")
    if last and not named and points_back(turn.message.typed):
        return [last]
    return named or list(on_show)
