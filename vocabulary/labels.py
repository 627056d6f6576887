"""What a message can be when it is not one of the needs."""

from enum import StrEnum


class Label(StrEnum):
    """One conversational label, as `signpost understand` prints it."""

    GREET = "greet"
    THANK = "thank"
    GOODBYE = "goodbye"
    AFFIRM = "affirm"
    DENY = "deny"
    RESTART = "restart"
    STOP_AND_FORGET = "stop_and_forget"
    ASK_HUMAN = "ask_human"
    ASK_BOT = "ask_bot"
    ASK_CONFIDENTIAL = "ask_confidential"
    ASK_CONTACT_DETAILS = "ask_contact_details"
    CHANGE_AREA = "change_area"
    PROFESSIONAL_ENQUIRY = "professional_enquiry"
    OUT_OF_SCOPE = "out_of_scope"
    GIVE_AREA = "give_area"
    SKIP = "skip"
    GO_BACK = "go_back"
    OPENING_TIMES = "opening_times"
    MORE_SERVICES = "more_services"
    WHAT_YOU_KNOW = "what_you_know"
    ASK_POLICE_TOLD = "ask_police_told"
    ASK_FAMILY_TOLD = "ask_family_told"
    ASK_WHAT_HAPPENS = "ask_what_happens"
    BEING_WATCHED = "being_watched"
    ABUSE = "abuse"

    @property
    def intent(self) -> str:
        """The Rasa intent behind the label: Rasa keeps the name "restart" for an action of its own."""
        return "start_again" if self is Label.RESTART else self.value


LABEL_OF_INTENT = {label.intent: label for label in Label}
