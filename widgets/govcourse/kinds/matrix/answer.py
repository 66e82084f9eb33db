"""What an answer to a matrix may be."""

from typing import Annotated

from pydantic import Field, StringConstraints

from govcourse.content.for_people import ForPeople
from govcourse.kinds.answers import AnswerModel, Id, Judged, Line, Long, Origin

# Of what is asked, the id of a level, or text.
Said = Annotated[str, StringConstraints(max_length=3000), ForPeople(unless=r"[a-z0-9]+(-[a-z0-9]+)*")]
Cell = dict[str, Said]


class Option(AnswerModel):
    """A column of the learner's own, with a cell per row; `owner` and `evidence` came along, and go along from here."""

    id: Id
    title: Line = ""
    marks: dict[str, Cell] = {}
    owner: Line = ""
    evidence: Long = ""
    origin: Origin | None = None


class Answer(Judged):
    """`titles` names the rows of one's own; `cells` is by row, where there are no options."""

    heads: dict[str, Long] = {}
    titles: dict[str, Line] = {}
    weights: dict[str, Annotated[int, Field(ge=0, le=5)]] = {}
    cells: dict[str, Cell] = {}
    options: Annotated[list[Option], Field(max_length=8)] = []
