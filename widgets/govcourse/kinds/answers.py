"""What the answers of all kinds share: strict models, and one error that names the field."""

from collections.abc import Iterable

from pydantic import BaseModel, ConfigDict


class AnswerModel(BaseModel):
    """Part of an answer. Unknown fields are refused, numbers are not made of text."""

    model_config = ConfigDict(extra="forbid", strict=True)


class AnswerError(ValueError):
    """An answer that its activity does not allow: `field` is a dotted path, `message` is for people."""

    def __init__(self, field: str, message: str):
        self.field, self.message = field, message
        super().__init__(f"{field}: {message}" if field else message)


def unknown(field: str, given: Iterable, allowed: Iterable) -> None:
    """Raises AnswerError for the first of `given` that is not in `allowed`."""
    allowed = set(allowed)
    for name in given:
        if name not in allowed:
            raise AnswerError(f"{field}.{name}", "this activity has no such entry")


def unique(field: str, items: Iterable) -> None:
    """Raises AnswerError when two of `items` share an id."""
    seen = set()
    for index, item in enumerate(items):
        if item.id in seen:
            raise AnswerError(f"{field}.{index}.id", "two entries have the same id")
        seen.add(item.id)
