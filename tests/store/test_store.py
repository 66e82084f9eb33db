"""The store: an acknowledged answer is on disk, a stale save is refused, and trouble is told in words."""

import shutil
import sqlite3

import pytest
import sqlalchemy as sa
from govcourse.store import Stale, StoreError, open_store
from govcourse.store import sql as store_sql
from govcourse.store.tables import metadata


def test_an_answer_survives_a_restart(tmp_path):
    url = f"sqlite:///{tmp_path / 'course.db'}"
    first = open_store(url)
    person = first.add_participant()
    assert first.answer(person.id, "dtca") == ({}, 0)
    assert first.save(person.id, "dtca", {"items": {}}, 0) == 1
    first.close()
    second = open_store(url)
    assert second.participant(person.token).id == person.id
    assert second.answer(person.id, "dtca") == ({"items": {}}, 1)
    second.close()


def test_a_stale_save_is_refused_with_the_present_document(store):
    person = store.add_participant()
    store.save(person.id, "dtca", {"a": 1}, 0)
    for version in (0, 5):
        with pytest.raises(Stale) as error:
            store.save(person.id, "dtca", {"a": 2}, version)
        assert (error.value.answer, error.value.version) == ({"a": 1}, 1)
    assert store.save(person.id, "dtca", {"a": 3}, 1) == 2


def test_nobody_gets_in_with_a_wrong_token_or_code(store):
    store.add_participant()
    assert store.participant("wrong") is None
    assert store.resume("WRONGCODE1") is None
    assert store.room("NOROOM") is None
    assert not store.is_facilitator("NOROOM", "x")


def test_a_resume_code_is_read_as_people_type_it(store):
    person = store.add_participant(name="Ann")
    typed = f" {person.resume_code[:5].lower()}-{person.resume_code[5:]} "
    again = store.resume(typed)
    assert again.id == person.id and again.token != person.token
    assert store.participant(person.token) and store.participant(again.token)


def test_codes_have_no_look_alikes_and_tokens_are_not_stored(store):
    room, secret = store.add_room("Test", [1])
    assert len(room.code) == 6 and not set(room.code) & set("01OIL")
    assert store.is_facilitator(room.code.lower(), secret)
    person = store.add_participant(room.code)
    with store.engine.begin() as connection:
        everything = str([connection.execute(table.select()).all() for table in metadata.sorted_tables])
    assert secret not in everything and person.token not in everything


def test_the_migrations_make_the_tables_that_the_code_uses(store):
    found = sa.inspect(store.engine)
    for table in metadata.sorted_tables:
        columns = {column["name"] for column in found.get_columns(table.name)}
        assert columns == {column.name for column in table.columns}
    with store.engine.begin() as connection:
        assert connection.scalar(sa.text("SELECT version_num FROM alembic_version")) == store_sql.HEAD


def test_a_failed_migration_leaves_nothing_behind(tmp_path, monkeypatch):
    from govcourse.store import migrate

    url = f"sqlite:///{tmp_path / 'course.db'}"
    real = migrate.command.upgrade

    def interrupted(config, revision):
        real(config, revision)
        raise sa.exc.OperationalError("", {}, Exception("database or disk is full"))

    monkeypatch.setattr(migrate.command, "upgrade", interrupted)
    with pytest.raises(StoreError, match="full"):
        open_store(url)
    monkeypatch.undo()
    open_store(url).close()


def test_a_locked_database_is_told_and_nothing_is_lost(store):
    person = store.add_participant()
    store.save(person.id, "dtca", {"a": 1}, 0)
    blocker = sqlite3.connect(store.url.database, isolation_level=None)
    blocker.execute("BEGIN IMMEDIATE")
    pooled = store.engine.raw_connection()  # the one that the next save will use
    pooled.cursor().execute("PRAGMA busy_timeout=50")
    pooled.close()
    with pytest.raises(StoreError, match="in use by another program"):
        store.save(person.id, "dtca", {"a": 2}, 1)
    blocker.execute("ROLLBACK")
    blocker.close()
    assert store.answer(person.id, "dtca") == ({"a": 1}, 1)
    assert store.save(person.id, "dtca", {"a": 2}, 1) == 2


def test_a_full_disk_is_told_and_nothing_is_lost(store):
    person = store.add_participant()
    store.save(person.id, "dtca", {"a": 1}, 0)
    with store.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
        connection.rollback()
    with pytest.raises(StoreError, match="full"):
        store.save(person.id, "dtca", {"a": "x" * 100_000}, 1)
    assert store.answer(person.id, "dtca") == ({"a": 1}, 1)


def test_a_corrupt_database_is_told_and_kept(tmp_path):
    path = tmp_path / "course.db"
    path.write_bytes(b"this is not a database" * 500)
    before = path.read_bytes()
    with pytest.raises(StoreError, match="cannot be read. It was not changed"):
        open_store(f"sqlite:///{path}")
    assert path.read_bytes() == before


def test_a_damaged_database_is_told_and_kept(tmp_path):
    path = tmp_path / "course.db"
    store = open_store(f"sqlite:///{path}")
    person = store.add_participant()
    store.save(person.id, "dtca", {"a": "x" * 50_000}, 0)
    store.close()
    damaged = bytearray(path.read_bytes())
    damaged[100:8000] = b"\xff" * 7900
    path.write_bytes(damaged)
    with pytest.raises(StoreError, match="cannot be read|does not answer"):
        open_store(f"sqlite:///{path}").answer(person.id, "dtca")


def test_a_store_of_a_newer_course_is_refused(tmp_path):
    url = f"sqlite:///{tmp_path / 'course.db'}"
    store = open_store(url)
    with store.engine.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num='9999'"))
    store.close()
    with pytest.raises(StoreError, match="newer version"):
        open_store(url)


def test_a_place_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreError):
        open_store(f"sqlite:///{tmp_path / 'file' / 'course.db'}")


def test_an_upgrade_keeps_the_data(tmp_path):
    from govcourse.store.migrate import upgrade

    url = f"sqlite:///{tmp_path / 'course.db'}"
    store = open_store(url)
    person = store.add_participant()
    store.save(person.id, "dtca", {"a": 1}, 0)
    upgrade(store.engine)
    assert store.answer(person.id, "dtca") == ({"a": 1}, 1)
    store.close()
    shutil.copy(tmp_path / "course.db", tmp_path / "copy.db")
    copy = open_store(f"sqlite:///{tmp_path / 'copy.db'}")
    assert copy.answers(person.id) == {"dtca": {"a": 1}}
    copy.close()


def test_private_answers_are_given_to_nobody_but_their_author(store):
    room, _ = store.add_room("Test", [4])
    person = store.add_participant(room.code)
    store.save(person.id, "reflection", {"fields": {"obstacles": "mine"}}, 0)
    assert store.answers(person.id)["reflection"]["fields"]["obstacles"] == "mine"
    with pytest.raises(ValueError, match="private"):
        store.room_answers(room.code, "reflection")


def test_a_certificate_keeps_its_code_and_takes_a_corrected_name(store):
    person = store.add_participant()
    first = store.issue(person.id, "Anne")
    assert store.issue(person.id, "Ann").code == first.code
    found = store.certificate(f" {first.code.lower()[:5]}-{first.code[5:]} ")
    assert (found.name, found.issued) == ("Ann", first.issued)
    assert store.certificate("NOSUCHCODE") is None


def test_a_store_of_the_first_version_is_migrated_with_its_data(tmp_path):
    from govcourse.store import Store
    from govcourse.store.migrate import upgrade

    url = f"sqlite:///{tmp_path / 'old.db'}"
    old = Store(url)
    upgrade(old.engine, "0001")
    person = old.add_participant(name="Ann")
    old.save(person.id, "dtca", {"items": {}}, 0)
    old.close()
    new = open_store(url)
    assert new.answer(person.id, "dtca") == ({"items": {}}, 1)
    assert new.issue(person.id, "Ann").code
    new.close()
