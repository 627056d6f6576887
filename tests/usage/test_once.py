"""A row that is there already stays as it is."""

from datetime import date

from sqlalchemy.orm import Session, sessionmaker

from usage.model import CubeRow
from usage.once import insert_once


KEY = {"traffic": "real", "name": "all", "week": date(2026, 1, 5)}


def test_the_first_row_of_a_key_stays(sessions: sessionmaker[Session]) -> None:
    for body in ("first", "second"):
        with sessions.begin() as session:
            session.execute(insert_once(session, CubeRow), [KEY | {"body": body}])

    with sessions() as session:
        assert session.get_one(CubeRow, KEY).body == "first"
