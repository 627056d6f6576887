"""Writes a message in the characters it was meant in, so that no detail hides behind how it was typed."""

import unicodedata


JOINERS = "\u200c\u200d"  # hold emoji and the letters of some scripts together
INVISIBLE = {"Cf", "Cs"}
JOINED = {"Lo", "Lm", "Mn", "Mc", "Me", "So", "Sk", "Sm"}  # emoji, their marks, and letters without case


def plain(text: str) -> str:
    """The message with digits, full-width letters and dashes as on a keyboard, and nothing invisible.

    A joiner stays where it holds an emoji or a word together. Never longer than the message, and idempotent.
    """
    seen = drop_stray_joiners("".join(each for each in text if each in JOINERS or not _is_invisible(each)))
    return "".join(_folded(each) for each in seen)


def drop_stray_joiners(text: str) -> str:
    """The message with joiners only where they join; between digits or Latin letters they hide something."""
    around = zip(f" {text[:-1]}", text, f"{text[1:]} ", strict=False)
    return "".join(each for before, each, after in around if each not in JOINERS or _joins(before, after))


def _joins(before: str, after: str) -> bool:
    return all(not each.isascii() and unicodedata.category(each) in JOINED for each in (before, after))


def _is_invisible(character: str) -> bool:
    return unicodedata.category(character) in INVISIBLE


def _folded(character: str) -> str:
    if character.isascii():
        return character
    if unicodedata.category(character) == "Pd" or character == "\N{MINUS SIGN}":
        return "-"
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    folded = unicodedata.normalize("NFKC", character)
    return folded if len(folded) == 1 else character
