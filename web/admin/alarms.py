"""Lifelines that need somebody today: hidden from people, or long overdue and shown by exception only."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy.orm import Session

from directory.freshness import overdue_lifelines
from directory.lifelines import LIFELINES
from directory.model import Service
from directory.reading import read_services, services_where
from web.admin.listing import Shown, shown_to_public


OF_LIFELINES = services_where(Service.slug.in_(LIFELINES))


class Alarm(StrEnum):
    """What is wrong with a lifeline, worst first."""

    NOT_SHOWN = "not-shown"
    OVERDUE = "overdue"


@dataclass(frozen=True)
class LifelineAlarm:
    """One lifeline and what is wrong with it."""

    id: str
    name: str
    alarm: Alarm


def lifeline_alarms(session: Session, *, live: bool, today: date) -> list[LifelineAlarm]:
    """The alarms of the day, those that the public cannot see first."""
    lifelines = read_services(session, OF_LIFELINES)
    overdue = set(overdue_lifelines(lifelines, today=today))
    hidden = {
        each.slug for each in lifelines if shown_to_public(each, live=live, today=today) is not Shown.YES
    }
    return [
        LifelineAlarm(each.id, each.name, alarm)
        for alarm, slugs in ((Alarm.NOT_SHOWN, hidden), (Alarm.OVERDUE, overdue - hidden))
        for each in lifelines
        if each.slug in slugs
    ]
