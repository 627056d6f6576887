"""What an action says: ids of words and of services, in the one shape every channel renders."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from rasa_sdk.executor import CollectingDispatcher

from directory.search import Match
from vocabulary.risks import Risk


def say(dispatcher: CollectingDispatcher, words: str, *, kind: str = "text", **values: str) -> None:
    """Says the words with this id; a value that starts with "@" is an id too."""
    dispatcher.utter_message(json_message={"kind": kind, "words": words, "values": values})


def respond(dispatcher: CollectingDispatcher, response: str) -> None:
    """Says a response of domain.yml."""
    dispatcher.utter_message(response=response)


@dataclass(frozen=True)
class Choice:
    """A button: the id of its words, the intent it stands for, and its closed values."""

    words: str
    payload: str
    entities: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)  # of its words


def ask(dispatcher: CollectingDispatcher, words: str, choices: Iterable[Choice], **values: str) -> None:
    """Asks the words with this id, offering buttons."""
    offered = [asdict(choice) for choice in choices]
    dispatcher.utter_message(
        json_message={"kind": "question", "words": words, "values": values, "choices": offered}
    )


def lead_with(dispatcher: CollectingDispatcher, risks: Sequence[Risk], *, area: str | None) -> None:
    """Puts the fixed card of the leading risk into the reply; an area keeps to its children's team."""
    dispatcher.utter_message(
        json_message={"kind": "crisis", "risks": [risk.value for risk in risks], "area": area}
    )


def show(dispatcher: CollectingDispatcher, words: str, matches: Sequence[Match], **context: Any) -> None:
    """Shows services by id, each with the reasons it was chosen; the channel makes the cards."""
    services = [{"id": match.id, "why": [reason.value for reason in match.reasons]} for match in matches]
    dispatcher.utter_message(
        json_message={"kind": "services", "words": words, "services": services, **context}
    )


def show_lifelines(
    dispatcher: CollectingDispatcher, slugs: Sequence[str], *, words: str = "services.people"
) -> None:
    """Shows services of the fixed list by their slugs."""
    services = [{"id": slug, "why": []} for slug in slugs]
    dispatcher.utter_message(json_message={"kind": "services", "words": words, "services": services})
