"""A number, an address or opening times of a service that is on show."""

from collections.abc import Sequence
from datetime import date

from rasa_sdk.events import EventType

from actions.days import hear_day, name_of
from actions.ordinals import place_in
from actions.safe_action import SafeAction, Turn
from actions.what_next import ask_what_next
from directory.day_words import say_day
from directory.named import named_services
from directory.opening_hours import LONDON
from directory.search import hours_of_day


class ActionGiveContactDetails(SafeAction):
    """Shows the service that is asked about: by its place on show, or by its name."""

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_give_contact_details"

    def act(self, turn: Turn) -> list[EventType]:
        """Shows its card again."""
        return show_asked(turn, words="services.contact")


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
        return _show(turn, asked, words="services.hours")


def _say_hours(turn: Turn, day: date, services: Sequence[str]) -> None:
    """The hours of that day of every line of the services that are asked about."""
    now, live, area = turn.runtime.clock(), turn.runtime.settings.live, turn.answers.district
    with turn.runtime.sessions() as session:
        lines = [
            f"{line.value or line.label}: {say_day(line.hours)}".removeprefix(": ")
            for service in services
            for line in hours_of_day(session, service, day=day, at=now, live=live, area=area)
        ]
    if lines:
        turn.say("text.day_hours", day=f"@{name_of(day)}", lines="\n".join(lines))


def names_one_on_show(turn: Turn) -> bool:
    """Whether a message points at one of the services on show ("the third one")."""
    return place_in(turn.message.typed, of=len(turn.slot("shown") or ())) is not None


def show_asked(turn: Turn, *, words: str) -> list[EventType]:
    """Shows the cards of the services that are asked about: one by place or name, or all on show."""
    return _show(turn, _asked(turn), words=words)


def _show(turn: Turn, ids: Sequence[str], *, words: str) -> list[EventType]:
    if not ids and turn.answers.needs and turn.in_form:
        turn.say("text.not_yet_on_show")
    elif not ids:
        turn.respond("utter_no_service_on_show")
    else:
        services = [{"id": service, "why": []} for service in ids]
        enquiry = turn.enquiry
        turn.dispatcher.utter_message(
            json_message={
                "kind": "services",
                "words": words,
                "services": services,
                "area": enquiry.area,
                "age": enquiry.age.value if enquiry.age else None,
            }
        )
    if not turn.in_form:
        ask_what_next(turn)
    return []


def _asked(turn: Turn) -> list[str]:
    on_show: Sequence[str] = turn.slot("shown") or ()
    place = place_in(turn.message.typed, of=len(on_show))
    if place is not None:
        return [on_show[place]]
    with turn.runtime.sessions() as session:
        settings, now = turn.runtime.settings, turn.runtime.clock()
        named = named_services(session, turn.message.typed, at=now, live=settings.live)
    return named or list(on_show)
