"""What the person has told, and forgetting it."""

from rasa_sdk.events import AllSlotsReset, EventType

from actions import utterance
from actions.answers import OUTSIDE, SKIPPED
from actions.safe_action import SafeAction, Turn
from actions.utterance import Choice
from vocabulary.areas import District
from vocabulary.pathway import Step
from vocabulary.people import AgeBand, Person


KNOWN = ("text.known", "text.known_two", "text.known_three", "text.known_four")
MOST_READ_BACK = len(KNOWN) - 1  # needs beside the first
NOT_TOLD = "@known.not_told"


class ActionTellWhatIsKnown(SafeAction):
    """Reads back the closed answers, with a way to change or forget each."""

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_tell_what_is_known"

    def act(self, turn: Turn) -> list[EventType]:
        """Tells needs, area, person and age."""
        first, *others = turn.answers.told or turn.answers.needs or (None,)
        utterance.ask(
            turn.dispatcher,
            KNOWN[len(others[:MOST_READ_BACK])],
            [
                Choice("choice.another_need", "/another_need"),
                Choice("choice.change_area", "/change_area"),
                Choice("choice.stop", "/stop_and_forget"),
            ],
            need=f"@{first.words}" if first else NOT_TOLD,
            area=_area(turn.answers.area),
            person=_person(turn.answers.person),
            age=_age(turn.answers.age),
            **{
                f"need{number}": f"@{need.words}"
                for number, need in enumerate(others[:MOST_READ_BACK], start=2)
            },
        )
        return []


class ActionForget(SafeAction):
    """Ends the visit and empties every slot."""

    def name(self) -> str:
        """The action's name in the domain."""
        return "action_forget"

    def act(self, turn: Turn) -> list[EventType]:
        """Says that it is forgotten."""
        turn.record(Step.ENDED)
        turn.respond("utter_forgotten")
        turn.respond("utter_ask_needs")
        return [{"event": "active_loop", "name": None, "timestamp": None}, AllSlotsReset()]


def _area(area: str | None) -> str:
    if area in set(District):
        return f"@{District(area).words}"
    return {OUTSIDE: "@known.outside", SKIPPED: "@known.skipped"}.get(area or "", NOT_TOLD)


def _person(person: str | None) -> str:
    return f"@person.{person}" if person in set(Person) else NOT_TOLD


def _age(age: str | None) -> str:
    return f"@{AgeBand(age).words}" if age in set(AgeBand) else NOT_TOLD
