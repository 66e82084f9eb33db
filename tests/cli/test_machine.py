"""What is in order: the commands that say it, and how they end."""

import pytest
from govcourse import doctor
from govcourse.cli.machine import commands
from govcourse.content import checking
from govcourse.doctor import Finding
from typer.testing import CliRunner


def run(*given):
    return CliRunner().invoke(commands, given)


def test_check_ends_well_only_where_data_is_in_order(monkeypatch):
    monkeypatch.setattr(checking, "check", lambda: [])
    found = run("check")
    assert (found.exit_code, found.stdout) == (0, "data/ is in order.\n")
    monkeypatch.setattr(checking, "check", lambda: ["data/a.yaml, line 3, title: is missing"])
    found = run("check")
    assert found.exit_code == 1 and "line 3" in found.stderr and "1 problems." in found.stdout


@pytest.mark.parametrize(("needed", "status"), [(True, 1), (False, 0)])
def test_the_doctor_ends_with_an_error_only_for_what_is_needed(monkeypatch, needed, status):
    missing = Finding(False, "Pango", "apt-get install pango", needed)
    monkeypatch.setattr(doctor, "findings", lambda: [Finding(True, "Python", ""), missing])
    found = run("doctor")
    assert found.exit_code == status
    assert found.stdout.splitlines() == [
        "ok       Python",
        "missing  Pango",
        "         apt-get install pango",
    ]
