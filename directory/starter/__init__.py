"""The starter directory: 90 services from published pages, read on 23 November 2026, and its loader."""

from directory.starter.loading import fill


__all__ = ["fill"]
