"""Which strings of the course's data are texts for people: their types say so, and model and data are gone through together."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

NUMBERS = re.compile(r"[\d\s.,:–-]*")  # are the same in every language


@dataclass(frozen=True)
class ForPeople:
    """Marks a type of strings that people read. Of those that have the form `unless`, it says that they are ids."""

    unless: str | None = None

    def says(self, value: str) -> bool:
        return not NUMBERS.fullmatch(value) and not (self.unless and re.fullmatch(self.unless, value))


FOR_PEOPLE = ForPeople()


def changed(shape: Any, value: Any, say: Callable[[str], str]) -> Any:
    """`value`, data of the type `shape` as YAML gives it, with what `say` makes of each of its texts."""
    shape, marks = _bare(shape, value)
    if isinstance(value, str):
        mark = next((one for one in marks if isinstance(one, ForPeople)), None)
        return say(value) if mark and mark.says(value) else value
    if isinstance(value, list) and get_origin(shape) is list:
        (inner,) = get_args(shape)
        return [changed(inner, one, say) for one in value]
    if isinstance(value, dict) and get_origin(shape) is dict:
        _, inner = get_args(shape)
        return {key: changed(inner, one, say) for key, one in value.items()}
    if isinstance(value, dict) and isinstance(shape, type) and issubclass(shape, BaseModel):
        fields = _fields(shape)
        return {key: changed(fields[key], one, say) if key in fields else one for key, one in value.items()}
    return value


class Collected(list[str]):
    """As `say` of `changed`: keeps the texts, in order, and leaves them as they are."""

    def __call__(self, text: str) -> str:
        self.append(text)
        return text


def _bare(shape: Any, value: Any) -> tuple[Any, tuple[Any, ...]]:
    """A type without its annotations, and these; of several types the first that such a value may have."""
    if get_origin(shape) is Annotated:
        inner, *more = get_args(shape)
        bare, marks = _bare(inner, value)
        return bare, (*marks, *more)
    if get_origin(shape) in (Union, UnionType):
        found = (_bare(one, value) for one in get_args(shape))
        return next((one for one in found if _takes(one[0], value)), (None, ()))
    return shape, ()


def _takes(shape: Any, value: Any) -> bool:
    plain = get_origin(shape) or shape
    if not isinstance(plain, type):
        return False
    return isinstance(value, dict) if issubclass(plain, BaseModel) else isinstance(value, plain)


@cache
def _fields(model: type[BaseModel]) -> dict[str, Any]:
    """The fields of a model as data calls them, with their types."""
    return {field.alias or name: _whole(field) for name, field in model.model_fields.items()}


def _whole(field: FieldInfo) -> Any:
    shape: Any = field.annotation
    for mark in field.metadata:
        shape = Annotated[shape, mark]
    return shape
