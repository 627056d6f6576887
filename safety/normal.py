"""Folds the disguises of a message away, so that a danger word is seen however it was typed."""

import re
import unicodedata

from safety.disguise import reveal


# Cyrillic and Greek letters that look like Latin ones, in lower case (the fold comes after casefold).
_LOOK_ALIKES = str.maketrans(
    {
        pair[0]: pair[1]
        for pair in (
            "аa вb еe кk мm нh оo рp сc тt уy хx іi јj ѕs ԁd ԛq ԝw гr пn ьb ѵv ӏl һh "
            "αa βb εe ιi κk νv οo ρp τt υu χx ωw ηn ɑa єe ıi łl øo đd ɡg ɩi ʏy"
        ).split()
    }
)
_APOSTROPHES = re.compile(r"[’‘ʼ´`′＇']")
_SPACED_OUT = re.compile(r"(?<![^\W_])[^\W\d_](?:[ ._*/|~-]{1,3}[^\W\d_]){3,}(?![^\W_])")
_LONG_LETTER = re.compile(r"([^\W\d_])\1{2,}")
_WHITESPACE = re.compile(r"\s+")


def normalise(text: str) -> str:
    """The message in plain lower letters: one form for what people and filters write in many.

    Compatibility forms (full-width, styled), accents, zero-width and direction marks, look-alike
    letters, spaced-out and starred danger words, drawn-out letters, apostrophes and whitespace are
    folded. Linear in the length of the text; never raises, whatever the code points.
    """
    folded = _letters(text)
    folded = _APOSTROPHES.sub("", folded)
    folded = _SPACED_OUT.sub(_joined, folded)
    folded = _LONG_LETTER.sub(r"\1", folded)
    return _WHITESPACE.sub(" ", reveal(folded)).strip()


def _letters(text: str) -> str:
    """Lower-case base letters; marks, format characters, controls and lone surrogates are gone."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    parts = unicodedata.normalize("NFD", plain)
    kept = (_character(character) for character in parts)
    return unicodedata.normalize("NFKC", "".join(kept)).translate(_LOOK_ALIKES)


def _character(character: str) -> str:
    category = unicodedata.category(character)
    if character.isspace():
        return " "
    return "" if category in {"Mn", "Me", "Cf", "Cs", "Cc"} else character


def _joined(match: re.Match[str]) -> str:
    """Spaced-out letters as a word; a wider gap was the space between two words."""
    words = re.split(r" {2,}|[ ]?[/|~][ ]?", match.group())
    return " ".join(re.sub(r"[\W_]", "", word) for word in words)
