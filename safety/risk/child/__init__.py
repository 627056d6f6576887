"""Signs that a person under 18 is at risk, or is the one who writes."""

from safety.risk.child import others, speaking


PATTERNS = (*others.PATTERNS, *speaking.PATTERNS)
