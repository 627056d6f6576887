"""Tests of the migrations: one head, up and down on both databases, and nothing missing or extra."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect
from sqlalchemy.orm import Session

import migrations
from directory.model import Base, Service
from directory.starter import fill
from migrations.models import metadata
from signpost.database import make_engine


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    engine = make_engine(database_url)
    yield engine
    engine.dispose()


def revisions() -> list[str]:
    script = ScriptDirectory.from_config(migrations.configuration("sqlite://"))
    return [each.revision for each in script.walk_revisions()][::-1]


def test_there_is_one_line_of_numbered_steps() -> None:
    files = sorted(path.name for path in (Path(migrations.__file__).parent / "versions").glob("[0-9]*.py"))
    assert [name[:4] for name in files] == revisions()


def test_a_database_that_was_never_migrated_has_no_revision(database_url: str) -> None:
    assert migrations.current(database_url) is None


def test_each_step_goes_up_and_down_again(database_url: str, engine: Engine) -> None:
    for revision in revisions():
        migrations.upgrade(database_url, revision)
        assert migrations.current(database_url) == revision
    for revision in [*revisions()[-2::-1], "base"]:
        migrations.downgrade(database_url, revision)
    assert migrations.current(database_url) is None
    assert inspect(engine).get_table_names() == ["alembic_version"]
    migrations.upgrade(database_url)


def test_the_steps_make_what_the_models_say(database_url: str, engine: Engine) -> None:
    migrations.upgrade(database_url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata()) == []


def test_upgrading_keeps_what_is_stored(database_url: str, engine: Engine) -> None:
    migrations.upgrade(database_url)
    with Session(engine) as session:
        fill(session)
        session.commit()
    migrations.upgrade(database_url)
    with Session(engine) as session:
        assert session.query(Service).count() == 90


def test_a_password_with_a_percent_sign_is_taken_as_it_is(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / '100%25.sqlite'}"
    migrations.upgrade(url)
    assert migrations.current(url) == revisions()[-1]


def test_the_directory_s_tables_are_named_as_hsds_names_them() -> None:
    hsds = (
        "accessibility address attribute contact cost_option funding language location metadata "
        "organization organization_identifier phone schedule service service_area "
        "service_at_location taxonomy taxonomy_term"
    )
    assert set(hsds.split()) <= set(Base.metadata.tables)
