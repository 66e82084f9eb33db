"""Reads one YAML file into one pydantic model; every problem names file, line and field."""

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from govcourse.content.translation import language, translated

Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Model = TypeVar("Model", bound=BaseModel)


class Strict(BaseModel):
    """A model of the course's data: unknown fields are errors, values do not change."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class ContentError(ValueError):
    """A data file cannot be used. `problems` holds (file, line or None, field, message)."""

    def __init__(self, problems: list[tuple[str, int | None, str, str]]):
        self.problems = problems
        super().__init__("\n".join(self._line(*problem) for problem in problems))

    @staticmethod
    def _line(file: str, line: int | None, field: str, message: str) -> str:
        place = f"{file}:{line}" if line else file
        return f"{place}: {field}: {message}" if field else f"{place}: {message}"


def hold_to_length(what: str, texts: Iterable[str], least: int, most: int) -> None:
    """Raises ValueError where texts have too few words or too many; other languages than English need as many as they need."""
    words = sum(len(text.split()) for text in texts)
    if language() == "en" and not least <= words <= most:
        raise ValueError(f"{what} has {least} to {most} words, this one {words}")


def load(model: type[Model], path: Path, name: str | None = None) -> Model:
    """The validated content of `path`. Raises ContentError; `name` is how the file is called in it."""
    name = name or str(path)
    raw, text = read(path, name)
    return validated(model, translated(model, raw, "data", language()), text, name)


def read(path: Path, name: str) -> tuple[object, str]:
    """What a file says, and its text. Raises ContentError."""
    try:
        text = path.read_text(encoding="utf-8")
        return yaml.load(text, Loader), text
    except FileNotFoundError:
        raise ContentError([(name, None, "", "this file is missing")]) from None
    except UnicodeDecodeError as error:
        raise ContentError([(name, None, "", f"this file is not UTF-8 text ({error.reason})")]) from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        message = getattr(error, "problem", None) or "this is not YAML"
        raise ContentError([(name, mark.line + 1 if mark else None, "", message)]) from None


def validated(model: type[Model], raw: object, text: str, name: str) -> Model:
    """`raw` as `model` takes it; what is wrong is shown in `text`. Raises ContentError."""
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        tree = yaml.compose(text, Loader)
        raise ContentError(
            [
                (name, _line_of(tree, problem["loc"]), ".".join(map(str, problem["loc"])), problem["msg"])
                for problem in error.errors()
            ]
        ) from None


def _line_of(node: yaml.Node | None, location: tuple[int | str, ...]) -> int | None:
    """The 1-based line of the deepest node of `location` that the file has."""
    line = node.start_mark.line + 1 if node else None
    for step in location:
        if isinstance(node, yaml.MappingNode):
            found = next(((key, value) for key, value in node.value if key.value == str(step)), None)
            if found is None:
                continue  # a union's tag, or a field that is missing: the parent's line says enough
            line, node = found[0].start_mark.line + 1, found[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            line = node.start_mark.line + 1
    return line
