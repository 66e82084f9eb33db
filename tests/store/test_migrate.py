"""A database comes to the newest tables with what is in it, all the way or not at all."""

import shutil
import subprocess
import sys

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.script import ScriptDirectory
from govcourse.store import Store, StoreError, migrate, open_store
from govcourse.store.tables import metadata


def test_the_newest_migration_by_its_file_s_name_is_alembic_s_head():
    assert ScriptDirectory(str(migrate.FOLDER)).get_heads() == [migrate.newest()]


def test_a_store_that_is_up_to_date_opens_without_alembic(tmp_path):
    url = f"sqlite:///{tmp_path / 'course.db'}"
    open_store(url).close()
    code = "import sys; from govcourse.store import open_store; open_store(sys.argv[1]); print('alembic' in sys.modules)"
    opened = subprocess.run([sys.executable, "-c", code, url], capture_output=True, text=True, check=True)
    assert opened.stdout.strip() == "False"


def test_the_course_knows_its_own_revisions_and_those_of_no_other():
    assert all(migrate.known(path.name[:4]) for path in (migrate.FOLDER / "versions").glob("*.py"))
    assert not any(migrate.known(other) for other in ("0000", "9999", "", None, 5, ["0001"]))


def test_the_migrations_make_the_tables_that_the_code_uses(any_store):
    found = sa.inspect(any_store.database.engine)
    for table in metadata.sorted_tables:
        columns = {column["name"] for column in found.get_columns(table.name)}
        assert columns == {column.name for column in table.columns}
    with any_store.database.engine.begin() as connection:
        assert connection.scalar(sa.text("SELECT version_num FROM alembic_version")) == migrate.newest()


def test_a_failed_migration_leaves_nothing_behind(tmp_path, monkeypatch):
    url = f"sqlite:///{tmp_path / 'course.db'}"
    real = command.upgrade

    def interrupted(config, revision):
        real(config, revision)
        raise sa.exc.OperationalError("", {}, Exception("database or disk is full"))

    monkeypatch.setattr(command, "upgrade", interrupted)
    with pytest.raises(StoreError, match="full"):
        open_store(url)
    monkeypatch.undo()
    open_store(url).close()


def test_a_store_of_a_newer_course_is_refused(tmp_path):
    url = f"sqlite:///{tmp_path / 'course.db'}"
    store = open_store(url)
    with store.database.engine.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num='9999'"))
    store.close()
    with pytest.raises(StoreError, match="newer version"):
        open_store(url)


def test_an_upgrade_keeps_the_data(tmp_path):
    url = f"sqlite:///{tmp_path / 'course.db'}"
    store = open_store(url)
    person = store.people.add()
    store.answers.save(person.id, "dtca", {"a": 1}, 0)
    migrate.upgrade(store.database.engine)
    assert store.answers.get(person.id, "dtca") == ({"a": 1}, 1)
    store.close()
    shutil.copy(tmp_path / "course.db", tmp_path / "copy.db")
    copy = open_store(f"sqlite:///{tmp_path / 'copy.db'}")
    assert copy.answers.of(person.id) == {"dtca": {"a": 1}}
    copy.close()


def test_a_store_of_the_first_version_is_migrated_with_its_data(tmp_path):
    url = f"sqlite:///{tmp_path / 'old.db'}"
    old = Store(url)
    migrate.upgrade(old.database.engine, "0001")
    person = old.people.add(name="Ann")
    old.answers.save(person.id, "dtca", {"items": {}}, 0)
    old.close()
    new = open_store(url)
    assert new.answers.get(person.id, "dtca") == ({"items": {}}, 1)
    assert new.certificates.issue(person.id, "Ann").code
    new.close()
