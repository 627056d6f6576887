"""The risk screen: finds danger in a message by patterns that can be explained."""

from safety.risk.screen import Finding, explain, screen


__all__ = ["Finding", "explain", "screen"]
