"""What documents show of answers of a kind: its outline, unless the kind's own report.py says it better."""

import base64
import binascii
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from typing_extensions import TypedDict

from govcourse import content, kinds
from govcourse.content import formats
from govcourse.content.activity import ActivityBase
from govcourse.json_types import Json
from govcourse.kinds.access import SMALLEST
from govcourse.kinds.reader import PartRead
from govcourse.kinds.tables import Column, Row
from govcourse.layout.blocks import Block, Cell, Document, Fields, Heading, Items, Picture, Sheet, Slide, Text
from govcourse.layout.brand import Brand
from govcourse.layout.pictures import draw

if TYPE_CHECKING:
    from govcourse.kinds.base import Kind
    from govcourse.layout.charts import AnyChart

A = TypeVar("A", bound=ActivityBase)
MOST = 15  # rows of a table that a reader still reads; the workbook has all


@dataclass(frozen=True)
class Page:
    """How a document is to look, and in which language."""

    brand: Brand
    language: str = "en"

    @property
    def t(self) -> dict[str, str]:
        """The texts that documents share."""
        found: dict[str, str] = content.texts(self.language)["documents"]
        return found

    def number(self, value: float | None, places: int = 1) -> str:
        """A figure as screens show it."""
        return "–" if value is None else formats.number(value, self.language, places)

    def change(self, value: float | None) -> str:
        """A change with its sign; one that rounds to nothing has none."""
        return f"{'+' if (value or 0) >= 0.05 else ''}{self.number(value)}"

    def percent(self, share: float) -> str:
        """A share, 0–1, in per cent."""
        return formats.percent(share, self.language)

    def more(self, n: int) -> list[Block]:
        """That the workbook has `n` more than stand here; nothing where there are none."""
        return [Text(self.t["more_rows"].format(n=n), "note")] if n > 0 else []

    def withheld(self, n: int, all: int, least: int) -> list[Block]:
        """That `n` of `all` questions are not shown, and why; nothing where all are."""
        return [Text(self.t["withheld"].format(n=n, all=all, least=least), "note")] if n else []

    def day(self, iso: str | None) -> str:
        """A day, given as 2027-06-30, as the reader's language writes it."""
        return formats.day(iso or "", self.language)

    def texts(self, kind: str) -> dict[str, str]:
        """The texts of a kind, with the common ones."""
        found = content.texts(self.language)
        return {**found["common"], **found.get(kind, {})}


@dataclass(frozen=True)
class RoomAnswers:
    """The answers of a room to one activity, as far as they may be shown; `settings` are what its facilitator did with it.

    `teams` says in the order of the answers which team gave them; "" for what somebody gave alone. `others` are the answers
    to the activities that this one reads.
    """

    answers: list[Json]
    least: int = SMALLEST
    settings: Json = field(default_factory=dict)
    teams: Sequence[str] = ()
    others: Mapping[str, list[Json]] = field(default_factory=dict)

    def signed(self, page: "Page") -> list[tuple[str, Json]]:
        """Each answer with whose it is: the team's name, or that one person gave it, by number."""
        made: list[tuple[str, Json]] = []
        alone = 0
        unsigned = len(self.answers) - len(self.teams)
        for team, answer in zip((*self.teams, *[""] * unsigned), self.answers, strict=True):
            alone += not team
            made.append((team or page.t["person_n"].format(n=alone), answer))
        return made


class Bar(TypedDict):
    """How often an answer was given, and its share of those who answered, 0–1."""

    id: str
    title: str
    count: int
    share: float


@dataclass(frozen=True)
class Bars:
    """A question with how often each answer was given, most first; `texts` as given."""

    text: str
    n: int
    rows: list[Bar]
    texts: list[str]
    session: int | None = None


@dataclass(frozen=True)
class Places:
    """Entries that a room placed by two judgements, best first: the head of a table, and its rows."""

    head: tuple[str, str, str]
    rows: list["Entry"]


@dataclass(frozen=True)
class Entry:
    """An entry at its mean place, with its score, 0–100, and how many placed it."""

    name: str
    x: float
    y: float
    score: float
    n: int


@dataclass(frozen=True)
class Chart:
    """A chart with its message in words. `caption` says how to read it; slides take it by `name`; `rows` are label and
    figure, for a document in which it cannot be drawn, where no table beside it has them."""

    chart: "AnyChart"
    message: str
    caption: str = ""
    name: str = ""
    rows: Sequence[tuple[str, object]] = ()

    def drawn(self, page: Page) -> Picture | Text:
        """As documents show it."""
        caption = self.caption or self.message
        return draw(self.chart, self.message, page.brand, caption, page.language, self.name, self.rows)

    def altair(self) -> "AnyChart":
        """As notebooks show it: an Altair chart, with its message as title. Whoever shows it puts the place's colours in."""
        title = {"text": textwrap.wrap(self.message, 72), "anchor": "start", "fontSize": 16, "offset": 12}
        made: AnyChart = self.chart.properties(title=title, description=self.message)
        return made


class Report(Generic[A]):
    """One kind's part in documents. Each method gives nothing where there is nothing to say."""

    def __init__(self, kind: "Kind[A, Any]"):
        self.kind = kind

    # ---- one answer

    def blocks(self, activity: A, answer: Json, page: Page, level: int) -> list[Block]:
        """The answer without its title; headings begin at `level`."""
        return [*self.figures(activity, answer, page), *self.read_back(activity, answer, page, level)]

    def chart(self, activity: A, answer: Json, page: Page) -> Chart | None:
        """The one chart of an answer, where the kind has one and there is enough to draw."""
        return None

    def figures(self, activity: A, answer: Json, page: Page) -> list[Block]:
        """Charts and tables that stand above what was entered."""
        chart = self.chart(activity, answer, page)
        return [chart.drawn(page)] if chart else []

    def read_back(self, activity: A, answer: Json, page: Page, level: int) -> list[Block]:
        """Everything that was entered, as the outline reads it."""
        return blocks_of(kinds.parts(activity.id, answer, page.language), level)

    def whole(self, activity: A, answer: Json, language: str) -> list[PartRead]:
        """The same for those who review it on a page: what the outline reads, unless it leaves out what they judge by."""
        return kinds.parts(activity.id, answer, language)

    def slides(self, activity: A, answer: Json, page: Page) -> list[Slide]:
        """Where `formats` has "pptx"."""
        return []

    def sheets(self, activity: A, answer: Json, language: str) -> list[Sheet]:
        """The workbook, where `formats` has "xlsx": the answer's tables."""
        tables = self.kind.tables(activity, language)
        return [sheet_of(one.title, one.columns, one.rows(answer)) for one in tables]

    def rows(self, activity: A, answer: Json, language: str) -> Sheet:
        """Everything that was entered, a row each."""
        head = [content.texts(language)["common"][f"rows_{key}"] for key in ("part", "label", "text")]
        return Sheet(activity.title, head, [list(row) for row in kinds.rows(activity.id, answer, language)])

    def gathered(self, activity: A, answers: Mapping[str, Json], page: Page) -> Document:
        """All of a learner's work as one document, of a kind that `gathers`; `answers` are by activity."""
        raise NotImplementedError(f"the kind “{self.kind.name}” gathers nothing")

    # ---- a room

    def room(self, activity: A, room: RoomAnswers, page: Page) -> list[Block]:
        """What stands in the report's section: without a heading for the section, figures with a name for the slides."""
        read = [
            (who, blocks_of(kinds.parts(activity.id, one, page.language), 3))
            for who, one in room.signed(page)
        ]
        said = [(who, found) for who, found in read if found]
        made = [block for who, found in said[:MOST] for block in (Heading(who, 2), *found)]
        return [*made, *page.more(len(said) - MOST)]

    def room_chart(self, activity: A, room: RoomAnswers, page: Page) -> Chart | None:
        """The first chart of a room, where the kind has one and there is enough to draw."""
        return None

    def say(self, activity: A, room: RoomAnswers, page: Page, see: str) -> list[str]:
        """Sentences of the executive summary, each with its figure; `see` is the section that has it."""
        return []

    def room_slides(self, activity: A, room: RoomAnswers, page: Page) -> dict[str, Slide]:
        """Slides that are not a figure of `room`, by name."""
        return {}

    def bars(self, activity: A, room: RoomAnswers) -> list[Bars]:
        """Questions with enough answers, where the kind asks such."""
        return []

    def places(self, activity: A, room: RoomAnswers) -> Places | None:
        """Entries on two axes, where the kind has such."""
        return None

    def goals(self, activity: A, answer: Json) -> list[int]:
        """The Sustainable Development Goals that an answer names, where this is what it is about."""
        return []


def blocks_of(parts: list[PartRead], level: int) -> list[Block]:
    """Parts of an answer as blocks: labelled lines, bullets, pictures."""
    made: list[Block] = []
    for part in parts:
        lines = part["lines"]
        made += [Heading(part["title"], level)] if part["title"] else []
        pairs = [(one["label"], one["text"]) for one in lines if one["label"] and "image" not in one]
        bullets = [one["text"] for one in lines if not one["label"] and "image" not in one]
        made += [Fields(pairs)] if pairs else []
        made += [Items(bullets)] if bullets else []
        made += [picture for one in lines if "image" in one for picture in _photo(one["image"], one["text"])]
    return made


def sheet_of(title: str, columns: Sequence[Column], rows: Iterable[Row]) -> Sheet:
    """A table as people read it: words instead of ids, and no column in which nothing stands. Yes is 1, no is 0."""
    given = list(rows)
    kept = [
        (place, column)
        for place, column in enumerate(columns)
        if not column.id and (not given or any(row[place] is not None for row in given))
    ]
    head = [column.label for _, column in kept]
    return Sheet(title, head, [[_in_cell(row[place], column) for place, column in kept] for row in given])


def _in_cell(value: str | float | bool | None, column: Column) -> Cell:
    """A day is one that the workbook shows as its reader writes days; of several ids each has a line."""
    if column.words and isinstance(value, str):
        return "\n".join(column.words.get(one, one) for one in value.split())
    if column.dtype == "datetime64[s]" and isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:  # of no calendar
            return value
    return int(value) if isinstance(value, bool) else value


def _photo(address: str, alt: str) -> list[Picture]:
    """A picture that was put in; one that cannot be read is left out, as its words are there."""
    try:
        image = base64.b64decode(address.split(",", 1)[1], validate=True)
    except (IndexError, binascii.Error, ValueError):
        return []
    return [Picture(image, alt, alt, 0.6)]
