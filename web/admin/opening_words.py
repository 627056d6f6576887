"""Whether a line is open, as managers read it beside what victims see."""

from datetime import datetime

from directory.opening_hours import LONDON, Opening, OpenState
from web.admin.clock_times import say_time
from web.admin.hours_words import DAYS


def say_opening(opening: Opening, *, at: datetime) -> str:
    """One line, in UK time: "Open now until 8pm", "Closed, opens Monday 9am", "Hours not known"."""
    if opening.state is OpenState.UNKNOWN:
        return "Hours not known"
    if opening.state is OpenState.OPEN:
        if opening.always:
            return "Open now, 24 hours a day"
        return f"Open now until {_say_moment(opening.until, at)}" if opening.until else "Open now"
    return f"Closed, opens {_say_moment(opening.opens, at)}" if opening.opens else "Closed"


def _say_moment(moment: datetime, at: datetime) -> str:
    there = moment.astimezone(LONDON)
    ahead = (there.date() - at.astimezone(LONDON).date()).days
    said = say_time(there.time())
    if ahead == 0:
        return said
    if ahead == 1:
        return f"tomorrow {said}"
    return f"{DAYS[there.weekday()]} {said}" if ahead < 7 else f"{there.day} {there:%B} {said}"
