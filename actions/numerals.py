"""Ages in words as figures: "forty two" is 42, "in my fifties" is 55; pure."""

import re


_TEENS = "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_UNITS = "one two three four five six seven eight nine"
_YEARS = {word: 11 + step for step, word in enumerate(_TEENS.split())}
_YEARS |= {word: 20 + 10 * step for step, word in enumerate(_TENS.split())} | {"fourty": 40}
_ONES = {word: step for step, word in enumerate(_UNITS.split(), start=1)}
_PART_OF_TEN = {"early": 2, "mid": 5, "late": 8}
_NUMBER = re.compile(rf"\b({'|'.join(_YEARS)})(?:[\s-]+({'|'.join(_ONES)}))?\b", re.IGNORECASE)
_STEMS = "|".join(word.removesuffix("y") for word in _TENS.split())
_DECADE = re.compile(rf"\bin (?:my|his|her|their) (?:(early|mid|late)[\s-]+)?({_STEMS})ies\b", re.IGNORECASE)


def in_figures(text: str) -> str:
    """The text with its ages from eleven on in figures."""
    return _NUMBER.sub(_number, _DECADE.sub(_decade, text))


def _number(found: re.Match[str]) -> str:
    return str(_YEARS[found[1].lower()] + _ONES.get((found[2] or "").lower(), 0))


def _decade(found: re.Match[str]) -> str:
    """A year within it; plain "twenties" stays, since an age band ends in their midst."""
    part, ten = (found[1] or "").lower(), _YEARS[f"{found[2].lower()}y"]
    return found[0] if ten == 20 and part in ("", "mid") else str(ten + _PART_OF_TEN.get(part, 5))
