"""Tests of step 0017: what was applied stays applied, and no feed is read for which nobody answers."""

import sqlalchemy as sa

import migrations
from signpost.database import make_engine


MOMENT = "2026-11-24 10:00:00"
SETS = """INSERT INTO change_set (id, kind, source, digest, "by", by_name, at, new_count, changed_count,
    unchanged_count, gone_count, refused_count, applied_at, applied_by, applied_by_name, version)
    VALUES ('{0}', 'import', 'services.json', 'digest', '7', 'Ana', '2026-11-24 10:00:00', 0, 1, 0, 0, 0,
    {1}, {2}, {3}, 1)"""
FEED = f"""INSERT INTO feed (id, url, every_hours, added_by_name, added_at)
    VALUES ('feed', 'https://directory.example.org', 24, 'Ana', '{MOMENT}')"""


def _fill(url: str) -> None:
    with make_engine(url).begin() as connection:
        connection.execute(sa.text(SETS.format("applied", f"'{MOMENT}'", "'8'", "'Ben'")))
        connection.execute(sa.text(SETS.format("waiting", "NULL", "NULL", "NULL")))
        connection.execute(sa.text(FEED))


def test_who_applied_a_set_is_who_approved_it_and_a_feed_waits_for_a_keeper(database_url: str) -> None:
    migrations.upgrade(database_url, "0016")
    _fill(database_url)

    migrations.upgrade(database_url, "0017")

    with make_engine(database_url).connect() as connection:
        sets = connection.execute(
            sa.text("SELECT id, approved_by, approved_by_name, approved_at IS NULL, live_at FROM change_set")
        )
        assert {row[0]: tuple(row)[1:] for row in sets} == {
            "applied": ("8", "Ben", False, None),
            "waiting": (None, None, True, None),
        }
        feed = connection.execute(sa.text("SELECT paused, changed_by, due_at IS NULL FROM feed")).one()
        assert (bool(feed[0]), feed[1], bool(feed[2])) == (True, "command line", False)


def test_what_is_approved_and_not_applied_waits_again_when_the_step_is_taken_back(database_url: str) -> None:
    migrations.upgrade(database_url, "0016")
    _fill(database_url)
    migrations.upgrade(database_url, "0017")
    with make_engine(database_url).begin() as connection:
        connection.execute(
            sa.text(
                f"UPDATE change_set SET approved_by = '8', approved_at = '{MOMENT}', live_at = '{MOMENT}'"
                " WHERE id = 'waiting'"
            )
        )

    migrations.downgrade(database_url, "0016")

    with make_engine(database_url).connect() as connection:
        sets = connection.execute(sa.text("SELECT id, applied_by, applied_at IS NULL FROM change_set"))
        found = {row[0]: (row[1], bool(row[2])) for row in sets}
        assert found == {"applied": ("8", False), "waiting": (None, True)}
