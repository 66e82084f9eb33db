"""How the notebooks are opened: in JupyterLab of one's own, or in a hub's single-user server."""

import os

import pytest
from govcourse.cli.course import commands
from typer.testing import CliRunner


class Replaced(BaseException):
    """Where a process would go on as another one."""


def opened(monkeypatch, folder, *given):
    """The command that takes this process's place in a folder of notebooks, and its environment."""

    def replaced(program, command, environment):
        raise Replaced(command[1:], environment)

    (folder / "welcome.ipynb").write_text("{}")
    monkeypatch.setattr(os, "execve", replaced)
    with pytest.raises(Replaced) as taken:
        CliRunner().invoke(commands, ["lab", "--notebooks", str(folder), *given])
    return taken.value.args


def test_jupyterlab_opens_with_the_page_that_says_what_to_press(monkeypatch, tmp_path):
    monkeypatch.delenv("JUPYTERHUB_SERVICE_URL", raising=False)
    command, environment = opened(monkeypatch, tmp_path, "--port", "8899", "--no-browser")
    assert command == [
        "-m", "jupyterlab", str(tmp_path), "--port", "8899", "--no-browser", "--LabApp.default_url=/lab/tree/welcome.ipynb",
    ]  # fmt: skip
    assert "JUPYTERHUB_DEFAULT_URL" not in environment


def test_in_a_hub_the_same_command_is_the_single_user_server_which_listens_where_the_hub_says(
    monkeypatch, tmp_path
):
    monkeypatch.setenv("JUPYTERHUB_SERVICE_URL", "http://127.0.0.1:40000/user/ana/")
    monkeypatch.delenv("JUPYTERHUB_DEFAULT_URL", raising=False)
    command, environment = opened(monkeypatch, tmp_path, "--allow-root")
    assert command == ["-m", "jupyterhub.singleuser", f"--ServerApp.root_dir={tmp_path}", "--allow-root"]
    assert environment["JUPYTERHUB_DEFAULT_URL"] == "/lab/tree/welcome.ipynb"
    assert environment["JUPYTER_CONFIG_PATH"].split(os.pathsep)[0].endswith("govcourse/jupyter")
    monkeypatch.setenv("JUPYTERHUB_DEFAULT_URL", "/lab/tree/session-2.ipynb")  # as the hub has it set
    assert opened(monkeypatch, tmp_path)[1]["JUPYTERHUB_DEFAULT_URL"] == "/lab/tree/session-2.ipynb"
