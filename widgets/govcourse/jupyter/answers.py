"""One's own answers to an exercise, to compute with: as frames, as a chart, and back into the exercise."""

import copy
from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING, Any

from govcourse.json_types import Json
from govcourse.jupyter.sources import Source

if TYPE_CHECKING:
    import altair as alt
    import pandas as pd

    from govcourse.kinds.reader import PartRead

LINES = 12  # of an answer that its representation shows


class NothingToDraw(ValueError):
    """An exercise has no chart, or its answer too little for one; the message says which."""


class Answers:
    """One's own answers to one exercise. Whatever is asked for is read anew, so it is what is stored now.

    >>> pitch = answers("sdg-pitch")
    >>> pitch.save({"goal": 16, "pitch": "Every birth is registered."})
    >>> pitch.frame()[["goal", "words"]]
       goal  words
    0    16      4
    """

    def __init__(self, activity: str, source: Source, language: str = "en"):
        self.activity, self._source, self._language = activity, source, language
        self._version: int | None = None  # of what was read last
        self._observers: list[tuple[Callable[[Answers], object], Callable[[], None]]] = []

    # ---- the document

    @property
    def answer(self) -> Json:
        """A copy of the answer's document, `{}` before anything was entered: changing it changes nothing.

        Setting it saves it, as `save` does. In the book it is the exercise's example.

        >>> pitch = answers("sdg-pitch")
        >>> pitch.answer = {"goal": 4}
        >>> pitch.answer
        {'goal': 4}
        """
        found, self._version = self._source.get(self.activity)
        return copy.deepcopy(found)

    @answer.setter
    def answer(self, document: object) -> None:
        self.save(document)

    def save(self, document: object) -> None:
        """Stores a document as the answer, in place of the one that was read last; the exercise on the page shows it.

        `document` is JSON as `.answer` gives it; a partial one is valid, and `{}` clears the exercise. Raises AnswerError, with
        `.field` and `.message`, for what the exercise does not allow; Outdated where the answer was changed elsewhere
        since it was read; Unreachable where it cannot be saved, as in the book. Nothing is stored then.

        >>> answers("sdg-pitch").save({"goal": 18})
        Traceback (most recent call last):
        ...
        govcourse.kinds.answers.AnswerError: goal: this number must be 17 or less
        """
        from govcourse.jupyter.sources import Outdated

        if self._version is None:
            self._version = self._source.get(self.activity)[1]
        try:
            _, self._version = self._source.put(self.activity, copy.deepcopy(document), self._version)
        except Outdated:
            self._version = self._source.get(self.activity)[1]  # whoever saves now has been told
            raise

    # ---- to compute with

    def frame(self, table: str | None = None) -> "pd.DataFrame":
        """The answer as a tidy pandas frame, a row for each thing that was entered; `codebook()` says what its columns are.

        Columns have the types string, Int64, Float64, boolean, category or datetime64[s], also when there is no row.
        `table` names a further table of the exercise (`tables` lists them; the first is the one without a name). Raises
        KeyError for one that there is not, Unreachable where answers cannot be read.

        >>> ideas = answers("value-feasibility")
        >>> ideas.save({"items": [{"id": "sms", "name": "A text message", "x": 60, "y": 90,
        ...     "money": {"benefits": 90000, "costs": 15000, "probability": 0.9}}]})
        >>> ideas.frame()[["name", "score", "expected"]]
                     name  score  expected
        0  A text message   54.0   66000.0
        """
        from govcourse.kinds.tables import frame

        one = self._table(table)
        return frame(one.columns, one.rows(self.answer))

    @property
    def tables(self) -> list[str]:
        """The names of the exercise's tables; `frame()` is the first.

        >>> answers("action-plan").tables
        ['steps', 'milestones', 'kpis']
        """
        from govcourse import kinds

        return [one.name for one in kinds.tables(self.activity, self._language)]

    def codebook(self) -> "pd.DataFrame":
        """What the columns mean, a row each: `table`, `column`, `dtype`, `label`, `unit` (or scale), `missing` (what an empty
        cell means) and `values` (of a category), all of them text, in the language that was asked for.

        >>> answers("sdg-pitch").codebook().loc[0, ["column", "dtype", "unit"]].to_list()
        ['goal', 'Int64', '1 to 17, a Sustainable Development Goal']
        """
        from govcourse import kinds
        from govcourse.kinds.tables import codebook

        return codebook(kinds.tables(self.activity, self._language))

    def chart(self) -> "alt.TopLevelMixin":
        """The exercise's own chart of the answer, for Altair: its title is its message. Raises NothingToDraw for an exercise
        without a chart, or an answer with too little in it.

        >>> answers("sdg-pitch").chart()
        Traceback (most recent call last):
        ...
        govcourse.jupyter.answers.NothingToDraw: “One goal in one minute” has no chart of its own. Draw one from frame().
        """
        from govcourse import content, kinds
        from govcourse.kinds.report import Page, Report
        from govcourse.layout import brand

        about, report = content.activity(self.activity), kinds.kind(self.activity).report()
        if type(report).chart is Report.chart:
            raise NothingToDraw(f"“{about.title}” has no chart of its own. Draw one from frame().")
        made = report.chart(about, self.answer, Page(brand.current(), self._language))
        if made is None:
            raise NothingToDraw(f"There is too little in “{about.title}” to draw. {about.empty}")
        return made.altair()

    # ---- whose they are

    @property
    def example(self) -> bool:
        """Whether these are the exercise's example, and nobody's own answers.

        >>> answers("sdg-pitch", example=True).example
        True
        """
        return self._source.example

    def or_example(self, *columns: str) -> "Answers":
        """These answers, or the exercise's example as long as no row of `frame()` has something in all of these columns.

        >>> answers("action-plan").or_example("start", "end").frame()["end"].notna().any()
        np.True_
        """
        from govcourse.jupyter.sources import book

        own = self.frame().dropna(subset=list(columns))
        return Answers(self.activity, book(), self._language) if own.empty else self

    def whose(self, *names: str) -> str:
        """Whose answers these are, for a title: that they are the example, or else these names, of a team or a country.

        >>> answers("sdg-pitch", example=True).whose("Blue")
        "The exercise's example"
        >>> answers("sdg-pitch").whose("Blue", "Fiji"), answers("sdg-pitch").whose("", "")
        ('Blue, Fiji', 'Your answers')
        """
        from govcourse import content

        t = content.texts(self._language)["notebook"]
        if self.example:
            return str(t["answers_whose_example"])
        return ", ".join(filter(None, names)) or str(t["answers_whose_own"])

    # ---- when it changes

    def observe(self, call: Callable[["Answers"], object]) -> None:
        """Calls `call` with this object each time the answer changes: by the exercise on the page, or by a cell of this notebook.

        On a course server the page saves past the notebook, so it is looked for every two seconds. A function takes the place of
        one with its name that was given before, so that a cell can be run again. An error in it is printed, and stops nothing.

        >>> pitch, seen = answers("sdg-pitch"), []
        >>> pitch.observe(lambda one: seen.append(one.answer["goal"]))
        >>> pitch.save({"goal": 3})
        >>> seen
        [3]
        """
        if not callable(call):
            raise TypeError("observe takes a function of one argument, this object.")
        for one, _ in list(self._observers):
            if one is call or _same_cell(one, call):
                self.unobserve(one)

        def tell() -> None:
            call(self)

        first = not self._source.changes.observed(self.activity)
        self._observers.append((call, tell))
        self._source.changes.observe(self.activity, tell)
        if first:
            self._source.watch(self.activity)

    def unobserve(self, call: Callable[["Answers"], object]) -> None:
        """Calls `call` no more."""
        for one, tell in list(self._observers):
            if one is call:
                self._observers.remove((one, tell))
                self._source.changes.unobserve(self.activity, tell)

    # ---- to look at

    def __repr__(self) -> str:
        from textwrap import shorten

        title, notes, parts, more = self._shown()
        lines = [title, *notes]
        for part in parts:
            lines += [part["title"]] if part["title"] else []
            for one in part["lines"]:
                said = ": ".join(filter(None, (one["label"], one["text"])))
                lines.append(f"  {shorten(said, 110, placeholder=' …')}")
        return "\n".join([*lines, *more])

    def _repr_html_(self) -> str:
        title, notes, parts, more = self._shown()
        made = [f"<p><strong>{escape(title)}</strong></p>", *(f"<p>{escape(note)}</p>" for note in notes)]
        for part in parts:
            made += [f"<p>{escape(part['title'])}</p>"] if part["title"] else []
            rows = (f"<li>{_labelled(one['label'], one['text'])}</li>" for one in part["lines"])
            made.append(f"<ul>{''.join(rows)}</ul>")
        return "".join(["<div dir='auto'>", *made, *(f"<p>{escape(note)}</p>" for note in more), "</div>"])

    def _shown(self) -> tuple[str, list[str], list["PartRead"], list[str]]:
        """Title, what is to be said first, as many lines as a cell shows, and what is to be said last."""
        from govcourse import content, kinds
        from govcourse.kinds.reader import PartRead

        about, t, answer = (
            content.activity(self.activity),
            content.texts(self._language)["notebook"],
            self.answer,
        )
        done, all = kinds.progress(self.activity, answer)
        notes = [t["answers_example"]] if self._source.example else []
        notes.append(t["answers_done"].format(done=done, all=all) if answer else about.empty)
        left, parts = LINES, list[PartRead]()
        for part in kinds.parts(self.activity, answer, self._language):
            if left > 0:
                parts.append({"title": part["title"], "lines": part["lines"][:left]})
            left -= len(part["lines"]) or 1  # its title alone
        more = [t["answers_more"].format(count=-left)] if left < 0 else []
        return f"{about.title} ({self.activity})", notes, parts, more

    def _table(self, name: str | None) -> Any:
        from govcourse import kinds

        found = kinds.tables(self.activity, self._language)
        if name is None:
            return found[0]
        for one in found:
            if one.name == name:
                return one
        raise KeyError(
            f"“{self.activity}” has no table “{name}”. It has: {', '.join(one.name for one in found)}."
        )


def _labelled(label: str, text: str) -> str:
    return f"{escape(label)}: {escape(text)}" if label else escape(text)


def _same_cell(one: object, other: object) -> bool:
    """Whether two functions are the same one, of a cell that was run twice."""
    names = [(getattr(f, "__module__", None), getattr(f, "__qualname__", "<lambda>")) for f in (one, other)]
    return names[0] == names[1] and "<lambda>" not in str(names[0][1])
