"""The 24 needs a person can bring."""

from enum import StrEnum


class Need(StrEnum):
    """One need; the value is its slug, used in the directory, the dialogue and the log."""

    DANGER_NOW = "danger-now"
    CRIMINAL_EXPLOITATION_CHILD = "criminal-exploitation-child"
    CRIMINAL_EXPLOITATION_ADULT = "criminal-exploitation-adult"
    CUCKOOING = "cuckooing"
    DRUG_DEBT = "drug-debt"
    THREATS_VIOLENCE = "threats-violence"
    ROBBERY_BURGLARY = "robbery-burglary"
    SPIKING = "spiking"
    DEALING_NEAR_HOME = "dealing-near-home"
    WORRIED_ABOUT_YOUNG_PERSON = "worried-about-young-person"
    MISSING = "missing"
    FAMILY_DRUG_USE = "family-drug-use"
    OWN_DRUG_USE = "own-drug-use"
    OVERDOSE = "overdose"
    BEREAVEMENT = "bereavement"
    FEELINGS_SUICIDE = "feelings-suicide"
    DOMESTIC_ABUSE = "domestic-abuse"
    SEXUAL_VIOLENCE = "sexual-violence"
    HOUSING = "housing"
    MONEY_HELP = "money-help"
    REPORT_CRIME = "report-crime"
    RIGHTS_COURT_COMPENSATION = "rights-court-compensation"
    ARRESTED_LEGAL = "arrested-legal"
    HATE_MATE_CRIME = "hate-mate-crime"

    @property
    def intent(self) -> str:
        """The Rasa intent that reports this need: the slug with underscores."""
        return self.value.replace("-", "_")

    @property
    def words(self) -> str:
        """The catalogue id of the need's short name, as a button shows it."""
        return f"need.{self.value}"


BY_INTENT = {need.intent: need for need in Need}
