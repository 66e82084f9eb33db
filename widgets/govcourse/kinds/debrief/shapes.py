"""What the debrief tells a browser, as types."""

from pydantic import JsonValue
from typing_extensions import TypedDict

from govcourse.content.instruments import Instrument
from govcourse.kinds.shapes import Titled


class Help(TypedDict):
    """Titles of the pillars, and the cases, that help where a dimension is weak."""

    pillars: list[str]
    cases: list[Titled]


class Spec(TypedDict):
    """`helps` is by dimension, `example_of` the example of the assessment, `charts` Vega-Lite by name, without data."""

    instrument: Instrument
    helps: dict[str, Help]
    example_of: dict[str, JsonValue] | None
    charts: dict[str, dict[str, JsonValue]]
