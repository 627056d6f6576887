"""A time of day in the words of the catalogue, the same for every room."""

from datetime import time

from vocabulary.words import words


NOON, MIDNIGHT = time(12), time(0)
LAST_MINUTE = time(23, 59)


def say_time(moment: time) -> str:
    """A time of day: 9am, 5:30pm, midday, midnight."""
    if moment in {MIDNIGHT, LAST_MINUTE}:
        return words("time.midnight")
    if moment == NOON:
        return words("time.midday")
    return words(
        "time.am" if moment.hour < NOON.hour else "time.pm",
        hour=str((moment.hour - 1) % 12 + 1),
        minutes=f":{moment.minute:02}" if moment.minute else "",
        clock=f"{moment:%H:%M}",
    )
