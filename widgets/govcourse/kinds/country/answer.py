"""What an answer about one's country may be."""

from typing import Annotated

from pydantic import Field, StringConstraints

from govcourse.kinds.answers import AnswerModel, Judged, Long

Share = Annotated[float, Field(ge=0, le=1)]


class Values(AnswerModel):
    """The EGDI of an edition and its parts, 0–1: typed in, or kept from what is loaded when the country was chosen."""

    egdi: Share | None = None
    osi: Share | None = None
    tii: Share | None = None
    hci: Share | None = None


class Answer(Judged):
    """`country` is an ISO code of three letters, `figures` are by edition, `readings` by question."""

    country: Annotated[str, StringConstraints(pattern=r"^([A-Z]{3})?$")] = ""
    figures: dict[str, Values] = {}
    readings: dict[str, Long] = {}
