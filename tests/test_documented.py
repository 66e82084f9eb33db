"""What somebody can set, call, start or write is documented: in the README, the book, ARCHITECTURE.md or CONTRIBUTING.md."""

import re
from itertools import product
from pathlib import Path

import pytest
import typer
from govcourse import cli, content, discovery, settings
from govcourse.files import STATIC
from govcourse.jupyter.widget import ConsoleWidget, ExerciseWidget
from govcourse.server.api import Missing
from govcourse.server.page import NotFound
from govcourse.server.routes import KERNELS, ROUTES
from tornado.web import RequestHandler

ROOT = Path(__file__).parents[1]
PAGES = [
    *(ROOT / name for name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md")),
    *sorted((ROOT / "book").rglob("*.md")),
]
TEXT = "\n".join(path.read_text(encoding="utf-8") for path in PAGES if "cases" not in path.parts)
SETTING = re.compile(r"(?<![A-Z_])GOVCOURSE_[A-Z_]+[A-Z]")
CALL = re.compile(r"`(GET|PUT|POST|DELETE) ([/…][^`\s]*)")  # what a body holds may follow
ROOM = "/api/rooms/CODE"


def named() -> set[str]:
    """The settings that the package's sources name."""
    sources = [path for path in STATIC.parent.rglob("*") if path.suffix in (".py", ".html", ".j2")]
    return {name for path in sources for name in SETTING.findall(path.read_text(encoding="utf-8"))}


def commands(group=None, before=("govcourse",)):
    """Each command by what is typed: `govcourse serve`, `govcourse room list`, …"""
    for name, command in (group or typer.main.get_command(cli.app)).commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, (*before, name))
        else:
            yield " ".join((*before, name)), command


def calls() -> list[tuple[str, str]]:
    """Method and pattern of all that the server answers, except to say that there is nothing."""
    return [
        (method, route[0])
        for route in [*ROUTES, *KERNELS]
        if route[1] not in (NotFound, Missing)
        for method in ("GET", "PUT", "POST", "DELETE")
        if getattr(route[1], method.lower()) is not getattr(RequestHandler, method.lower())
    ]


def leads_to(path: str, pattern: str) -> bool:
    """Whether a documented path is an example of a pattern; words in capitals stand for what is filled in."""
    steps = re.split(r"\b([A-Z]{1,}\b)", path.replace("…", ROOM))
    names = len(steps) // 2
    for values in product(("1", "a1", "A1", "pdf", "recap", "syllabus"), repeat=names):
        filled = "".join(step + value for step, value in zip(steps[::2], [*values, ""], strict=True))
        if re.fullmatch(pattern, filled):
            return True
    return False


def test_every_setting_is_documented_and_every_documented_one_is_read():
    told = {"GOVCOURSE_SERVER", "GOVCOURSE_BOOK"}  # to kernels, by the course itself
    ours = {name for name in settings.NAMES if name.startswith("GOVCOURSE_")} | told
    assert set(SETTING.findall(TEXT)) == named() == ours


def test_the_readme_has_the_table_of_the_settings_as_they_are():
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    assert settings.BEGIN + settings.table() + settings.END in page, "run: make settings"


def test_an_option_of_a_command_that_is_a_setting_has_its_default():
    fields = {field.alias: field.default for field in settings.Settings.model_fields.values()}
    found = {
        option.envvar: option.default
        for _, command in commands()
        for option in command.params
        if option.envvar
    }
    assert found and found == {name: fields[name] for name in found}


@pytest.mark.parametrize("command", sorted(name for name, _ in commands()))
def test_every_command_is_documented(command):
    assert re.search(rf"`{command}[ `]", TEXT)


def test_every_call_is_documented_and_every_documented_one_is_answered():
    documented = set(CALL.findall(TEXT))
    silent = [
        (method, pattern)
        for method, pattern in calls()
        if not any(method == told and leads_to(path, pattern) for told, path in documented)
    ]
    assert silent == []
    unknown = [
        (told, path)
        for told, path in documented
        if not any(told == method and leads_to(path, pattern) for method, pattern in calls())
    ]
    assert unknown == []


@pytest.mark.parametrize("kind", sorted(discovery.modules()))
def test_every_kind_is_documented(kind):
    assert re.search(rf"^\|[^|]*`{kind}`[^|]*\|", TEXT, re.MULTILINE)


def test_the_readme_counts_kinds_and_activities_as_they_are():
    found = re.search(r"^(\d+) kinds of exercises", TEXT, re.MULTILINE), re.search(r"(\d+) activities", TEXT)
    assert [int(one[1]) for one in found] == [len(discovery.modules()), len(content.activity_ids())]


@pytest.mark.parametrize("widget", [ExerciseWidget, ConsoleWidget])
def test_every_trait_of_a_widget_is_documented(widget):
    own = [name for name in widget.class_own_traits() if not name.startswith("_")]
    assert own and not [name for name in own if f"`{name}`" not in TEXT]


def test_every_fault_that_was_found_has_a_test_of_the_name_that_is_told():
    text = (ROOT / "tests" / "FOUND.md").read_text(encoding="utf-8")
    heads = ("| Fault |", "| --- |")
    rows = [row for row in text.splitlines() if row.startswith("| ") and not row.startswith(heads)]
    told = [re.findall(r"`([\w/.]+)::([^`]+)`", row) for row in rows]
    assert len(told) >= 60 and all(told)
    assert {f"C{n}" for n in range(1, 23)} <= set(re.findall(r"\bC\d+\b", text))
    for place, name in (one for row in told for one in row):
        text = (ROOT / "tests" / place).read_text(encoding="utf-8")
        assert f"def {name}(" in text or f'test("{name}"' in text, (place, name)
