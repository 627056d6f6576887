"""Signs of a wish, a plan or an intent to die, one's own or another's; self-harm is taken as one."""

from safety.risk.suicide import absence, attempt, outright, plan, told, wish
from safety.risk.suicide.denied import is_only_denied


__all__ = ["PATTERNS", "is_only_denied"]

PATTERNS = (
    *absence.PATTERNS,
    *attempt.PATTERNS,
    *outright.PATTERNS,
    *plan.PATTERNS,
    *told.PATTERNS,
    *wish.PATTERNS,
)
