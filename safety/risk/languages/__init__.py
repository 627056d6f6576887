"""Danger told in the other languages of the interface, by fixed phrases; never read by a native reader."""

from safety.risk.languages.hearing import Told, told_in


__all__ = ["Told", "told_in"]
