"""Signs of danger to life or liberty, now or within minutes."""

from safety.risk.emergency import arrival, assault, captivity, deadline, outright, signal, weapons


PATTERNS = (
    *arrival.PATTERNS,
    *assault.PATTERNS,
    *captivity.PATTERNS,
    *deadline.PATTERNS,
    *outright.PATTERNS,
    *signal.PATTERNS,
    *weapons.PATTERNS,
)
