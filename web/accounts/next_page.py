"""Where a person goes after signing in: a page of ours that they asked for, never another site."""

import re


START = "/staff"
OURS = re.compile(r"/(admin|insights|staff)(/[A-Za-z0-9_-]+)*(\.[a-z]+|/)?(\?[A-Za-z0-9_.~%&=+-]*)?")


def next_page(asked: str) -> str:
    """The page that was asked for when it is a staff page of this site, else the staff start page."""
    return asked if OURS.fullmatch(asked) and not asked.startswith("/staff/sign") else START
