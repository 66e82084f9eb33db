"""`govcourse room`: what is marked as deleted is told, brought back, or deleted at once."""

from datetime import timedelta

import pytest
from govcourse.cli import app
from govcourse.store import open_store, retention
from govcourse.store.base import now
from typer.testing import CliRunner


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.setenv("GOVCOURSE_DATABASE", f"sqlite:///{tmp_path / 'course.db'}")
    return lambda *words: CliRunner().invoke(app, ["room", *words])


@pytest.fixture
def marked(tmp_path, run):
    """The code of a room that is marked as deleted, with one person in it, and somebody who learned alone and is marked too."""
    store = open_store(f"sqlite:///{tmp_path / 'course.db'}")
    code = store.rooms.add("Cohort", [1])[0].code
    for room in (code, None):
        store.answers.save(store.people.add(room).id, "dtca", {"items": {}}, 0)
    for days in (799, 800, 801):
        retention.tidy(store, now() + timedelta(days=days))
    store.close()
    return code


def test_what_is_marked_is_told_with_the_day_on_which_it_goes(run, marked):
    told = run("deleted").output
    assert (
        f"{marked}  goes {now() + timedelta(days=830):%Y-%m-%d}     1 people      1 answers  Cohort" in told
    )
    assert "1 who learned alone" in told and marked not in run("list").output


def test_a_room_and_learners_are_brought_back(run, marked):
    assert "Brought back" in run("undelete", marked.lower()).output and marked in run("list").output
    assert "1 who learned alone" in run("undelete", "--learners").output
    assert "Nothing is marked" in run("deleted").output
    for words, said in (([marked], "No room"), ([], "Say which"), ([marked, "--learners"], "Say which")):
        ended = run("undelete", *words)
        assert ended.exit_code == 1 and said in ended.output


def test_a_room_that_is_marked_can_be_deleted_at_once(run, marked):
    assert "all answers (1)" in run("delete", marked, "--yes").output
    assert marked not in run("deleted").output and run("undelete", marked).exit_code == 1
