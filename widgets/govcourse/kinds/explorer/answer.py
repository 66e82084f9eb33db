"""What an answer to the case explorer may be."""

from govcourse.kinds.answers import AnswerModel, Long


class Answer(AnswerModel):
    """Saved cases, each with a note."""

    saved: dict[str, Long] = {}
