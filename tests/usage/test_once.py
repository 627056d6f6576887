"""A row that is there already stays as it is."""

from sqlalchemy.orm import Session, sessionmaker

from usage.model import PublishedTable
from usage.once import insert_once


def test_the_first_row_of_a_key_stays(sessions: sessionmaker[Session]) -> None:
    for body in ("first", "second"):
        with sessions.begin() as session:
            session.execute(insert_once(session, PublishedTable), [{"name": "a", "body": body}])

    with sessions() as session:
        assert session.get_one(PublishedTable, "a").body == "first"
