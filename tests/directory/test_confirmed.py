"""Which entries count as confirmed."""

from datetime import date

from sqlalchemy.orm import Session

from directory.confirmed import count_confirmed
from directory.model import Service


def test_an_entry_counts_once_whether_it_or_its_contacts_were_confirmed(starter: Session) -> None:
    found = [each for each in starter.query(Service) if len(each.contacts) > 1]
    assert count_confirmed(starter) == 0

    found[0].assured_date = date(2026, 11, 24)
    for contact in (*found[0].contacts, *found[1].contacts):
        contact.confirmed_on = date(2026, 11, 24)
    starter.flush()

    assert count_confirmed(starter) == 2
