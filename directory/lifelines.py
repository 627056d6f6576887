"""The one named list of services that are always shown where they fit."""

from vocabulary.needs import Need


CHILDREN_TEAMS = (
    "herefordshire-mash-children",
    "worcestershire-family-front-door",
    "shropshire-children-fpoc",
    "telford-family-connect-children",
)

ADULT_TEAMS = (
    "herefordshire-adult-safeguarding",
    "worcestershire-adult-safeguarding",
    "shropshire-adult-safeguarding",
    "telford-adult-safeguarding",
)

NATIONAL_LIFELINES = (
    "police-999",
    "emergency-sms-relay",
    "police-101-west-mercia",
    "nhs-111-mental-health",
    "victim-support-national",
    "samaritans",
    "shout",
    "childline",
    "safecall",
    "nspcc-helpline",
    "modern-slavery-helpline",
    "national-domestic-abuse-helpline",
    "rape-crisis-247",
)

EMERGENCY = "police-999"
EMERGENCY_BY_TEXT = "emergency-sms-relay"
FOR_EMERGENCIES = frozenset({Need.DANGER_NOW, Need.OVERDOSE})

LIFELINES = NATIONAL_LIFELINES + CHILDREN_TEAMS + ADULT_TEAMS


def is_lifeline(slug: str) -> bool:
    """Whether a service keeps its place when unconfirmed or overdue."""
    return slug in LIFELINES
