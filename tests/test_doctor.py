"""The doctor says what a machine lacks, and how to mend it."""

import socket

import pytest
from govcourse import doctor


def found(words):
    return next(one for one in doctor.findings() if words in one.what)


def test_a_port_in_use_is_found_with_another_to_try(monkeypatch):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        monkeypatch.setenv("PORT", str(port))
        one = found(f"port {port}")
        assert not one.ok and f"PORT={port + 1}" in one.mend and one.needed
    assert found(f"port {port}").ok


def test_data_that_are_wrong_are_told_by_file_and_nothing_else_is_missed_for_it(monkeypatch, tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "course.yaml").write_text("title: [", encoding="utf-8")
    from govcourse.content import checking

    monkeypatch.setattr(checking, "check", lambda: ["data/course.yaml, line 1: it cannot be read"])
    one = found("the course's data")
    assert not one.ok and "data/course.yaml, line 1" in one.mend
    assert found("Python").ok


def test_a_folder_that_may_not_be_written_is_told(monkeypatch, tmp_path):
    monkeypatch.setenv("GOVCOURSE_HOME", str(tmp_path / "own"))
    assert found("may be written").ok
    monkeypatch.setattr(doctor.os, "access", lambda place, how: False)
    assert not found("may be written").ok


def test_what_only_tests_need_stops_nobody(monkeypatch):
    monkeypatch.setattr(doctor, "chromium", lambda: None)
    monkeypatch.setattr(doctor.shutil, "which", lambda name: None)
    for words in ("Chromium", "Node.js"):
        one = found(words)
        assert not one.ok and not one.needed and one.mend


@pytest.mark.parametrize("name", ["voila", "nothing-of-this-name"])
def test_a_package_is_there_with_its_version_or_is_to_be_installed(name):
    one = doctor._package(name)
    assert one.ok == (name == "voila") and "pip install" in one.mend


def test_a_wrong_setting_is_all_that_can_be_said(monkeypatch):
    monkeypatch.setenv("PORT", "many")
    (one,) = doctor.findings()
    assert not one.ok and "PORT cannot be “many”" in one.mend
