"""What a document says, before it is a file: blocks in reading order, sheets of rows, slides. Writers make files of them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Cell = str | float | date | None


@dataclass(frozen=True)
class Heading:
    text: str
    level: int = 1  # 1–3


@dataclass(frozen=True)
class Text:
    text: str
    style: Literal["", "lead", "note", "quote"] = ""
    name: str = ""  # of the figure that could not be drawn


@dataclass(frozen=True)
class Items:
    items: list[str]


@dataclass(frozen=True)
class Fields:
    """Labels with what was entered for them."""

    pairs: list[tuple[str, str]]


@dataclass(frozen=True)
class Table:
    """The first column names the row. `caption` says what the table shows."""

    head: list[str]
    rows: Sequence[Sequence[Cell]]
    caption: str = ""


@dataclass(frozen=True)
class Picture:
    """`image` is SVG, PNG or JPEG; `alt` says in words what it shows; `width` is a share of the page's; decks take it by `name`."""

    image: bytes
    alt: str
    caption: str = ""
    width: float = 1.0
    name: str = ""


@dataclass(frozen=True)
class NewPage:
    pass


Block = Heading | Text | Items | Fields | Table | Picture | NewPage


@dataclass(frozen=True)
class Document:
    """`cover` gives title and contents pages of their own; else the title stands above the text."""

    title: str
    blocks: list[Block]
    subtitle: str = ""
    language: str = "en"
    cover: bool = False
    facts: list[tuple[str, str]] = field(default_factory=list)  # on the cover: room, date, …


@dataclass(frozen=True)
class Sheet:
    """One tidy table: a row per observation."""

    name: str
    head: list[str]
    rows: Sequence[Sequence[Cell]]


@dataclass(frozen=True)
class Slide:
    """`points` are label and text, below them a picture or a table; `byline` says below the title what it is about."""

    title: str
    points: list[tuple[str, str]]
    byline: str = ""
    notes: str = ""
    picture: Picture | None = None
    table: Table | None = None
    cover: bool = False
