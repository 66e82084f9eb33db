"""Answers as tidy tables: columns (the codebook) and rows, from which frames, workbooks and a room's data are made."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import repeat
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Literal

from govcourse import content
from govcourse.content.activity import ActivityBase
from govcourse.json_types import Json

if TYPE_CHECKING:
    import pandas as pd

    from govcourse.kinds.room_tables import RoomTable

Dtype = Literal["string", "Int64", "Float64", "boolean", "category", "datetime64[s]"]
Cell = str | float | bool | None
Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Column:
    """A column of a table. `name` never changes and is never translated; `label`, `unit` and `missing` are for people.

    `key` marks what a row is about: the question, the statement, the field. What else stands in a row is what somebody
    gave. `of` names the columns of which one is worked out. What is `personal` names its author, and leaves with nobody
    else's table. An `id` ties rows together for machines; people read what stands beside it. `words` say values that are
    ids, or ids with spaces between them, to people.
    """

    name: str
    dtype: Dtype
    label: str
    unit: str = ""
    missing: str = ""
    categories: tuple[str, ...] = ()
    ordered: bool = False
    key: bool = False
    personal: bool = False
    id: bool = False
    words: Mapping[str, str] = field(default_factory=dict)
    of: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """A table of one activity: `rows` gives those of an answer, each a value per column; none of an empty answer.

    A day is text in ISO form. What was not entered is None, and has no row where there is nothing else to say.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: Callable[[Json], Iterable[Row]]


class Codebook:
    """Makes columns with a kind's own words: `columns` in its texts.yaml, else those that kinds share.

    The words of the column `size` are `size`, `size_unit` and `size_missing`.
    """

    def __init__(self, kind: str, language: str = "en"):
        found = content.texts(language)
        own = found.get(kind, {}).get("columns", {})
        self._words: dict[str, str] = {**found["frames"], **own}

    def column(self, name: str, dtype: Dtype, **said: Any) -> Column:
        """`said` are further fields of the column; they come before the catalogue's words."""
        words = {
            "label": self._words.get(name, name),
            "unit": self._words.get(f"{name}_unit", ""),
            "missing": self._words.get(f"{name}_missing", self._words["missing"]),
        }
        return Column(name, dtype, **{**words, **said})

    def coded(self, name: str, codes: Sequence[str], **said: Any) -> Column:
        """A column of codes that are the same in all activities; what `small` says in the column `size` are the words `size_small`."""
        words = {one: self.said(f"{name}_{one}") for one in codes}
        return self.column(name, "category", **{"categories": tuple(codes), "words": words, **said})

    def said(self, key: str) -> str:
        """A text beside those of columns: the title of a table."""
        return self._words[key]


def of_outline(activity: ActivityBase, language: str = "en") -> Table:
    """What the outline says of an answer: part, label, text. For kinds without tables of their own."""
    from govcourse import kinds

    book = Codebook(activity.kind, language)
    columns = (
        book.column("part", "string", key=True),
        book.column("label", "string", key=True),
        book.column("text", "string"),
    )

    def rows(answer: Json) -> Iterable[Row]:
        return [
            tuple(text or None for text in row)
            for row in kinds.rows(activity.id, answer, language)
            if any(row)
        ]

    return Table("rows", activity.title, columns, rows)


def frame(columns: Sequence[Column], rows: Iterable[Row]) -> "pd.DataFrame":
    """Rows as a pandas frame with the columns' types, also when there are none."""
    import pandas as pd

    given = list(rows)
    series = {
        column.name: _typed(column, list(map(itemgetter(place), given)))
        for place, column in enumerate(columns)
    }
    return pd.DataFrame(series, copy=False)


def _typed(column: Column, values: Sequence[Any]) -> Any:
    """An array of the column's type. Where pandas would look at each value by itself, it gets what it takes as a whole."""
    import numpy as np
    import pandas as pd

    match column.dtype:
        case "Int64" | "Float64":
            return pd.array(np.array(values, dtype="float64"), dtype=column.dtype)
        case "category":
            places: dict[Cell, int] = {one: place for place, one in enumerate(column.categories)}
            codes = np.fromiter(map(places.get, values, repeat(-1)), "int32", len(values))
            return pd.Categorical.from_codes(codes, categories=list(places), ordered=column.ordered)
        case "datetime64[s]":  # a day that no calendar has is none
            days = pd.to_datetime(pd.Series(values, dtype="string"), format="%Y-%m-%d", errors="coerce")
            return days.astype("datetime64[s]").array
    return pd.array(values, dtype=column.dtype)


def codebook(tables: "Iterable[Table | RoomTable]") -> "pd.DataFrame":
    """What the columns of tables mean, a row each: `table`, `column`, `dtype`, `label`, `unit`, `missing`, `values`."""
    names = ("table", "column", "dtype", "label", "unit", "missing", "values")
    columns = [Column(name, "string", name) for name in names]
    return frame(
        columns,
        [
            (table.name, one.name, one.dtype, one.label, one.unit or None, one.missing or None, ", ".join(one.categories) or None)
            for table in tables for one in table.columns
        ],
    )  # fmt: skip
