"""Signs of danger to life or liberty, now or within minutes."""

from safety.risk.emergency import arrival, captivity, weapons


PATTERNS = (*arrival.PATTERNS, *weapons.PATTERNS, *captivity.PATTERNS)
