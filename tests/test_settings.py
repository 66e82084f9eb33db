"""Settings come from the environment as it is; what cannot be is told by name, and secrets do not go on."""

import os

import pytest
from govcourse import cli, doctor
from govcourse.server import kernel_queue
from govcourse.settings import SECRETS, WrongSetting, hide_secrets, settings
from govcourse.store import default_url
from typer.testing import CliRunner


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "http"),
        ("PORT", "70000"),
        ("GOVCOURSE_PROXY", "-1"),
        ("GOVCOURSE_KERNELS", "many"),
        ("GOVCOURSE_KERNEL_MB", "0"),
        ("GOVCOURSE_FORK", "perhaps"),
    ],
)
def test_a_setting_that_cannot_be_is_told_by_its_name(monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    with pytest.raises(WrongSetting, match=f"{name} cannot be “{value}”"):
        settings()
    found = doctor.findings()
    assert [one.ok for one in found] == [False] and name in found[0].mend
    ended = CliRunner().invoke(cli.app, ["room", "list"])
    assert ended.exit_code == 1 and name in ended.stderr and "Traceback" not in ended.stderr


def test_settings_follow_the_environment_and_an_empty_one_is_not_given(monkeypatch):
    monkeypatch.setenv("GOVCOURSE_KERNELS", "7")
    assert settings().kernels == kernel_queue.most(20_000, None) == 7
    monkeypatch.setenv("GOVCOURSE_KERNELS", " ")
    assert settings().kernels is None and kernel_queue.most(20_000, 10**9) == 16
    monkeypatch.setenv("GOVCOURSE_PROXY", "")
    assert settings().proxy == 0


def test_a_kernel_s_own_environment_comes_before_the_server_s(monkeypatch):
    monkeypatch.setenv("GOVCOURSE_KERNEL_MB", "500")
    assert settings(GOVCOURSE_KERNEL_MB="300").kernel_mb == 300
    assert settings().kernel_mb == 500


def test_secrets_leave_the_environment_and_are_in_no_text_about_settings(monkeypatch):
    for name in SECRETS:
        monkeypatch.setenv(name, "sqlite:///hidden.db")
    assert default_url() == "sqlite:///hidden.db"
    assert "hidden" not in repr(settings())
    hide_secrets()
    assert not [name for name in SECRETS if name in os.environ]
    assert "hidden" not in default_url()
