"""Reads danger words that were starred out, run together, typed with digits or misspelt by a letter."""

import re
from functools import cache


# Words that a misspelling or a disguise is read as. Never a word that is common in another meaning.
DANGER_WORDS = (
    "suicide suicidal overdose overdosed overdosing unconscious unresponsive breathing breathe bleeding "
    "ambulance naloxone narcan stabbed stabbing strangled strangling kidnapped kidnap machete threatening "
    "seizure paracetamol methadone heroin cocaine diazepam pregabalin tablets collapsed choking hanging "
    "kill killing killed murder die dying dead death knife gun rape raped raping stab shoot shot blood "
    "drugs pills cutting hang jump hurt harm myself himself herself themselves police exploited grooming"
).split()
# Joined-up letters are cut into these; the danger words are added to them.
_SMALL_WORDS = (
    "i im ive id to my me he she they we it is am a an the want wanna gonna going will just please help and "
    "on in of off self end life all now tonight no not cant dont wont be here them him her his has have got "
    "need us you u so feel like think about with took taken too much many wake up over dose bleeding anymore"
).split()
# Real words one letter away from a danger word: never "corrected".
_REAL_WORDS = frozenset(
    "breeding bleating overdone overdue breather breathed breaths strange stranger heroine heroines handing "
    "hinging banging ranging hangings choosing chocking tablet cluttering putting cuttings tablets seizures "
    "collapses collapse stubbed stabbing grabbed slabbed shaking choked treating threading killings hunging "
    "halting charging changing longing suicides overdoses police polite policy themselves clanging hugging "
    "hanging swinging cutting curtting gutting nutting jutting strangles strangler exploiter exploits".split()
)
_DIGIT_LETTERS = str.maketrans("0134579@$!|€£", "oieastgasilel")
_MASKED = re.compile(r"[^\W\d_][\w*@$!|#%€£.+-]{0,30}[^\W\d_]|[\w*@$!|#%€£]{2,30}")
_STARS = re.compile(r"[*#%_.+-]+")
_SHORTEST_TYPO = 7
_LONGEST_TYPO = 14


def reveal(text: str) -> str:
    """The text with every disguised or misspelt danger word written out; other words are untouched."""
    return _MASKED.sub(lambda match: _reading(match.group()), text)


def _reading(token: str) -> str:
    if token.isalpha():
        return _spelt(token)
    if token.isdigit() or not any(character.isalpha() for character in token):
        return token
    return _unmasked(token)


def _unmasked(token: str) -> str:
    """A token with stars, digits or signs inside, read as the danger word it stands for, if one fits."""
    letters = token.translate(_DIGIT_LETTERS)
    bare = _STARS.sub("", letters)
    if bare in _danger() and len(bare) > 2:
        return bare
    if "*" not in token and "#" not in token:
        return token
    # Each star stands for one letter. "s**t" is a swear word far more often than it is "shot".
    fitting = (word for word in DANGER_WORDS if word != "shot" and _fits(letters, word))
    return next(fitting, token)


def _fits(masked: str, word: str) -> bool:
    return (
        len(masked) == len(word)
        and masked[0] == word[0]
        and all(sign in ("*", "#", letter) for sign, letter in zip(masked, word, strict=True))
    )


def _spelt(token: str) -> str:
    if token in _danger() or token in _REAL_WORDS:
        return token
    if len(token) > _LONGEST_TYPO:
        return _cut(token) if len(token) <= 40 else token
    if len(token) >= _SHORTEST_TYPO - 1:
        found = _near().get(token) or next((_near()[one] for one in _shorter(token) if one in _near()), None)
        if found and _is_one_slip(token, found):
            return found
    return _cut(token) if len(token) >= 6 else token


def _cut(token: str) -> str:
    """Words run together ("killmyself") cut apart, when the cut uses known words only and one is a danger."""
    best: list[list[str] | None] = [[]] + [None] * len(token)
    for end in range(1, len(token) + 1):
        for start in range(max(0, end - 12), end):
            before = best[start]
            if before is None or token[start:end] not in _known():
                continue
            held = best[end]
            if held is None or len(before) + 1 < len(held):
                best[end] = [*before, token[start:end]]
    words = best[-1]
    return " ".join(words) if words and len(words) > 1 and _danger() & set(words) else token


def _is_one_slip(token: str, word: str) -> bool:
    """One letter wrong, missing, doubled, or two swapped; the first letter is right."""
    if token[0] != word[0] or abs(len(token) - len(word)) > 1:
        return False
    if len(token) == len(word):
        wrong = [place for place in range(len(word)) if token[place] != word[place]]
        swapped = len(wrong) == 2 and wrong[1] == wrong[0] + 1 and sorted(token) == sorted(word)
        return len(wrong) <= 1 or swapped
    longer, shorter = (token, word) if len(token) > len(word) else (word, token)
    return shorter in _shorter(longer)


def _shorter(token: str) -> list[str]:
    return [token[:place] + token[place + 1 :] for place in range(len(token))]


@cache
def _danger() -> frozenset[str]:
    return frozenset(DANGER_WORDS)


@cache
def _known() -> frozenset[str]:
    return frozenset(_SMALL_WORDS) | _danger()


@cache
def _near() -> dict[str, str]:
    """Every danger word of seven letters or more, by itself and by each form with one letter missing."""
    long_words = [word for word in DANGER_WORDS if len(word) >= _SHORTEST_TYPO]
    return {form: word for word in long_words for form in [word, *_shorter(word)]}
