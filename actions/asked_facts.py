"""Questions that a fact of ours answers, whatever the need: each by the ids of its words; pure.

What no published source answers has no line here, and is not answered.
"""

import re


_WILL_I = r"\b(?:will|would|could|can|do|am|might|if|are)\b.{0,10}\b(?:i|we|me)\b.{0,25}\b"
_WHAT_IS = r"\bwhat(?:'?s| is| does| are)\b.{0,10}\b"
_ANSWERS = tuple(
    (re.compile(pattern, re.IGNORECASE), words)
    for pattern, words in (
        (rf"{_WHAT_IS}cuckoo", ("facts.cuckooing.2", "facts.cuckooing.3")),
        (rf"{_WHAT_IS}county lines?\b", ("facts.criminal-exploitation-child.3",)),
        (rf"{_WHAT_IS}section 45\b", ("facts.arrested-legal.2",)),
        (rf"{_WILL_I}(?:solicitor|lawyer|legal (?:advice|aid|help))\b", ("facts.arrested-legal.1",)),
        (
            rf"{_WILL_I}(?:in(?:to)? trouble|prison|jail|arrested|charged|criminal record)\b",
            ("facts.arrested-legal.1", "facts.arrested-legal.2"),
        ),
        (
            rf"(?:{_WILL_I}|\bhow\b.{{0,20}})compensation\b",
            ("facts.rights-court-compensation.2", "facts.rights-court-compensation.3"),
        ),
        (
            r"\b(?:will|does|do|is|are) (?:it|this|that|they|these)\b.{0,12}\b(?:cost|free|charge)\b"
            r"|\b(?:do|will|would) i (?:have|need) to pay (?:for (?:it|this|help)|anything)\b",
            ("facts.threats-violence.1",),
        ),
        (
            r"\b(?:will|would|can|could) (?:they|he|she|anyone|people)\b.{0,15}\b(?:know|find out|tell)\b"
            r".{0,10}\b(?:it was me|it'?s me|i (?:told|rang|called|reported)|who (?:told|rang|called))\b",
            ("facts.report-crime.1",),
        ),
    )
)


def facts_that_answer(text: str) -> tuple[str, ...]:
    """The ids of the words that answer a question in a text; empty where it asks none of these."""
    return next((words for pattern, words in _ANSWERS if pattern.search(text)), ())
