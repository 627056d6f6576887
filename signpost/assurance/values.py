"""The values that stand in the documents: what the installation's settings and the code say."""

from collections.abc import Mapping

from signpost.operating_body import LawfulBasis, OperatingBody
from usage.disclosure import POLICY


NOT_SET = "not set yet"
PREPARED = "27 November 2026"  # when the documents were last read through as a whole
CONVERSATION_MINUTES = 30  # web.chat.conversation.IDLE; a test compares them
BASES: Mapping[LawfulBasis, str] = {
    LawfulBasis.PUBLIC_TASK: "it is a task in the public interest that the law gives us "
    "(UK GDPR, Article 6(1)(e))",
    LawfulBasis.LEGITIMATE_INTERESTS: "our legitimate interest in helping people who were harmed, "
    "which we have weighed against yours (UK GDPR, Article 6(1)(f))",
}


def values_of(body: OperatingBody, *, usage_days: int, address: str = "") -> dict[str, str]:
    """Each value by its name; what the organisation has not said is "not set yet".

    `usage_days` is how long raw usage events are kept; `address` is where people find the chat.
    """
    return {
        "controller": body.name or NOT_SET,
        "contact": body.contact or NOT_SET,
        "dpo": body.dpo or NOT_SET,
        "lawful_basis": BASES[body.lawful_basis] if body.lawful_basis else NOT_SET,
        "address": address or NOT_SET,
        "prepared": PREPARED,
        "conversation_minutes": str(CONVERSATION_MINUTES),
        "usage_days": str(usage_days),
        "threshold": str(POLICY.threshold),
    }
