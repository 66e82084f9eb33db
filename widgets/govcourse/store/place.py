"""Where the course keeps its own files, and its database unless one is given."""

import os
from pathlib import Path

from govcourse import content
from govcourse.settings import settings


def home() -> Path:
    """The folder of the course's own files: GOVCOURSE_HOME, the checkout's .govcourse, or the user's data folder.

    In a hub's single-user server never the checkout's: all its learners share that one.
    """
    if given := settings().home:
        return given
    if (content.root() / "pyproject.toml").exists() and "JUPYTERHUB_USER" not in os.environ:
        return content.root() / ".govcourse"
    from platformdirs import user_data_path

    return user_data_path("govcourse")


def default_url() -> str:
    given = settings().database
    return given.get_secret_value() if given else f"sqlite:///{home() / 'course.db'}"
