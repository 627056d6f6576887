"""Signs that someone may be poisoned now."""

from safety.risk.overdose import body, taken


PATTERNS = (*body.PATTERNS, *taken.PATTERNS)
