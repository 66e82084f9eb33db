"""The settings of the course: one model, read from the environment. README's table of settings is made of it."""

import os
import re
import sys
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, get_args

from pydantic import Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

BEGIN, END = "<!-- settings: written by `make settings` -->\n", "<!-- settings end -->\n"


class WrongSetting(ValueError):
    """A setting cannot be what it is; the message names it."""


class Settings(BaseSettings):
    """Each field's alias is the variable of the environment, its description what README says. An empty one counts as not given."""

    model_config = SettingsConfigDict(case_sensitive=True, extra="ignore", frozen=True)

    host: Annotated[str, Field(alias="HOST", description="the address at which the server listens")] = (
        "127.0.0.1"
    )
    port: Annotated[
        int, Field(alias="PORT", ge=1, le=65535, description="the port at which the server listens")
    ] = 8866
    token: Annotated[
        SecretStr | None,
        Field(
            alias="GOVCOURSE_TOKEN",
            description="the facilitators' token, of at least 16 characters; without it a new one is made at each start",
        ),
    ] = None
    database: Annotated[
        SecretStr | None,
        Field(
            alias="GOVCOURSE_DATABASE", description="an SQLAlchemy URL; SQLite in `GOVCOURSE_HOME` without it"
        ),
    ] = None
    home: Annotated[
        Path | None,
        Field(
            alias="GOVCOURSE_HOME",
            description="the folder of the course's own files: `.govcourse` of the checkout, or one of the user's data, unless given",
        ),
    ] = None
    kernels: Annotated[
        int | None,
        Field(
            alias="GOVCOURSE_KERNELS",
            ge=0,
            description="how many kernels may run at once (else what the memory for them holds; never more than fit into half of the open files that the system allows, 16 for each)",
        ),
    ] = None
    kernel_mb: Annotated[
        int, Field(alias="GOVCOURSE_KERNEL_MB", ge=1, description="how large one kernel may get, in MB")
    ] = 1000
    kernels_mb: Annotated[
        int | None,
        Field(
            alias="GOVCOURSE_KERNELS_MB",
            ge=1,
            description="how much memory all kernels may take together, in MB (else half of what is free at the start, in the container where that has a limit); beyond it the largest ends",
        ),
    ] = None
    fork: Annotated[
        bool,
        Field(
            alias="GOVCOURSE_FORK",
            description="0 starts each kernel by itself instead of forking it from a warm parent",
        ),
    ] = True
    spare_kernels: Annotated[
        int | None,
        Field(
            alias="GOVCOURSE_SPARE_KERNELS",
            ge=0,
            le=100,
            description="how many kernels wait for whoever comes next, at 21 MB each (else a quarter of those that may run, 16 at most)",
        ),
    ] = None
    language: Annotated[
        str,
        Field(
            alias="GOVCOURSE_LANGUAGE",
            description="the edition's language, from the catalogues in `locale/`; what is not translated is in English",
        ),
    ] = "en"
    brand: Annotated[
        Path | None,
        Field(
            alias="GOVCOURSE_BRAND",
            description="the folder of an academy's own look, `data/brand/` unless given",
        ),
    ] = None
    proxy: Annotated[
        int,
        Field(
            alias="GOVCOURSE_PROXY",
            ge=0,
            description="how many trusted proxies stand in front: who asks, and whether by TLS, is what the outermost of them wrote into `X-Forwarded-For` and `X-Forwarded-Proto`; no other header is believed",
        ),
    ] = 0
    base_url: Annotated[str, Field(alias="GOVCOURSE_BASE_URL", description="the path behind a proxy")] = "/"
    url: Annotated[
        str,
        Field(
            alias="GOVCOURSE_URL", description="the public address in links; that of the request without it"
        ),
    ] = ""
    book_url: Annotated[
        str,
        Field(
            alias="GOVCOURSE_BOOK_URL",
            description="where the book will be published, for its site map and for what is shown of links to it",
        ),
    ] = ""
    ui_page: Annotated[
        bool,
        Field(
            alias="GOVCOURSE_UI_PAGE",
            description="1 shows every component of the interface at `/ui`, for those who develop it",
        ),
    ] = False
    root: Annotated[
        Path | None,
        Field(
            alias="GOVCOURSE_ROOT",
            description="the folder that holds `data/`, `notebooks/`, `book/` and `locale/`; the checkout, or the installed copy, unless given",
        ),
    ] = None
    locale: Annotated[
        Path | None,
        Field(alias="GOVCOURSE_LOCALE", description="the folder of the catalogues, `locale/` unless given"),
    ] = None
    chromium: Annotated[
        str | None,
        Field(alias="CHROMIUM", description="the browser that tests drive; the system's unless given"),
    ] = None
    browsers: Annotated[
        Path,
        Field(
            alias="PLAYWRIGHT_BROWSERS_PATH",
            description="where Playwright keeps its browsers, if the system has none",
        ),
    ] = Path("~/.cache/ms-playwright")

    @model_validator(mode="before")
    @classmethod
    def _given(cls, values: dict[str, Any]) -> dict[str, Any]:
        """Whoever leaves one empty, as a compose file does, wants what there is without it."""
        return {name: value.strip() for name, value in values.items() if value.strip()}


NAMES = [str(field.alias) for field in Settings.model_fields.values()]
SECRETS = [
    str(field.alias) for field in Settings.model_fields.values() if SecretStr in get_args(field.annotation)
]


def settings(**own: str) -> Settings:
    """The settings as the environment has them now; `own` are variables that come before it. Raises WrongSetting."""
    return _read(tuple(map(os.environ.get, NAMES)), tuple(own.items()))


@lru_cache(maxsize=8)
def _read(environment: tuple[str | None, ...], own: tuple[tuple[str, str], ...]) -> Settings:
    """Made once for an environment, as pages ask often."""
    given: dict[str, Any] = dict(own)
    try:
        return Settings(**given)
    except ValidationError as error:
        raise WrongSetting("\n".join(_told(str(one["loc"][0]), one) for one in error.errors())) from None


def _told(name: str, error: Any) -> str:
    about = next(field.description for field in Settings.model_fields.values() if field.alias == name)
    return f"{name} cannot be “{error['input']}”: {error['msg'].lower()}. It says {about}."


def hide_secrets() -> None:
    """Takes them out of the environment, which kernels and other processes inherit."""
    for name in SECRETS:
        os.environ.pop(name, None)


def table() -> str:
    """The settings in Markdown."""
    rows = ["| Setting | Default | What it says |", "| --- | --- | --- |"]
    for field in Settings.model_fields.values():
        default = int(field.default) if isinstance(field.default, bool) else field.default
        shown = f"`{default}`" if default not in (None, "") else ""
        rows.append(f"| `{field.alias}` | {shown} | {field.description} |")
    return "\n".join(rows) + "\n"


def write_table(page: Path) -> None:
    """Writes the table between the markers of `page`."""
    text = page.read_text(encoding="utf-8")
    made = re.sub(f"(?s){re.escape(BEGIN)}.*{re.escape(END)}", lambda _: BEGIN + table() + END, text)
    page.write_text(made, encoding="utf-8")


if __name__ == "__main__":
    write_table(Path(sys.argv[1]))
