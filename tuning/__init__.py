"""Tunes the sentence encoder on the project's own messages; never part of the running service (README.md)."""
