"""Wishes, plans and attempts to die that are said outright: no past, told or learnt frame takes them back."""

from safety.risk.suicide.outright import attempt, live, means, told, wish


PATTERNS = (*wish.PATTERNS, *live.PATTERNS, *told.PATTERNS, *attempt.PATTERNS, *means.PATTERNS)
