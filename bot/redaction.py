"""Empties an event of what the person said, in place, keeping what the dialogue needs."""

from rasa.shared.constants import ASSISTANT_ID_KEY
from rasa.shared.core.events import BotUttered, Event, UserUttered
from rasa.shared.nlu.constants import INTENT, METADATA_MODEL_ID


EMPTY = ""
KEPT_METADATA = frozenset({METADATA_MODEL_ID, ASSISTANT_ID_KEY, "utter_action"})


def redact(event: Event) -> None:
    """Empty one event in place: never removed, since Rasa finds new events by counting them.

    Of a user's event the intent stays; text, entities, rivals, the message's id and metadata go.
    Of the bot's own event the name of the response stays, for the rules; what was shown goes.
    """
    event.metadata = {key: value for key, value in event.metadata.items() if key in KEPT_METADATA}
    if isinstance(event, UserUttered):
        event.text = EMPTY
        event.entities = []
        event.message_id = None
        event.parse_data = {INTENT: event.intent, "entities": [], "text": EMPTY}
    if isinstance(event, BotUttered):
        event.text = None
        event.data = {}
