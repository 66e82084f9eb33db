"""Where the course keeps its own files."""

from pathlib import Path

from govcourse import content
from govcourse.store.place import default_url, home


def test_a_folder_that_is_given_has_the_database_too_unless_that_is_given(monkeypatch, tmp_path):
    monkeypatch.setenv("GOVCOURSE_HOME", str(tmp_path))
    monkeypatch.delenv("GOVCOURSE_DATABASE", raising=False)
    assert home() == tmp_path
    assert default_url() == f"sqlite:///{tmp_path / 'course.db'}"
    monkeypatch.setenv("GOVCOURSE_DATABASE", "postgresql+psycopg://host/course")
    assert default_url() == "postgresql+psycopg://host/course"


def test_a_checkout_keeps_them_beside_itself_and_an_installed_course_with_its_user(monkeypatch, tmp_path):
    monkeypatch.delenv("GOVCOURSE_HOME", raising=False)
    assert home() == content.root() / ".govcourse"
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr(content, "root", lambda: Path("/usr/lib/course"))
    assert home().name == "govcourse" and Path("/usr/lib") not in home().parents


def test_learners_of_a_hub_share_a_checkout_and_no_store(monkeypatch, tmp_path):
    monkeypatch.delenv("GOVCOURSE_HOME", raising=False)
    monkeypatch.setenv("JUPYTERHUB_USER", "ana")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert (content.root() / "pyproject.toml").exists()
    assert content.root() not in home().parents and home().name == "govcourse"
