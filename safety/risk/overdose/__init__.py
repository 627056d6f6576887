"""Signs that someone may be poisoned now."""

from safety.risk.overdose import body, poison, taken


PATTERNS = (*body.PATTERNS, *poison.PATTERNS, *taken.PATTERNS)
