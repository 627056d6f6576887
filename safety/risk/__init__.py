"""The risk screen: finds danger in a message by patterns that can be explained."""

from safety.risk.screen import Finding, denied, explain, screen


__all__ = ["Finding", "denied", "explain", "screen"]
