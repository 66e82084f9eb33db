"""The contract of a kind: all that the rest of the course may ask of it. runtime/kind.ts is its twin in the browser."""

from collections.abc import Mapping
from pathlib import Path
from random import Random
from types import UnionType
from typing import TYPE_CHECKING, Generic, TypeVar

from govcourse.content.activity import ActivityBase
from govcourse.files import STATIC
from govcourse.json_types import Json
from govcourse.kinds.access import SMALLEST, enough
from govcourse.kinds.answers import AnswerModel
from govcourse.kinds.moderation import without_held_back
from govcourse.kinds.outline import Outline
from govcourse.kinds.shapes import Ask, Counted, Earned, Led, Nothing, Posed

if TYPE_CHECKING:
    from govcourse.kinds.report import Report
    from govcourse.kinds.tables import Table

A = TypeVar("A", bound=ActivityBase)
D = TypeVar("D", bound=AnswerModel)
Shape = type | UnionType  # of JSON: a TypedDict, or one of several


class Kind(Generic[A, D]):
    """One kind of exercise. `kinds/<name>/__init__.py` holds an instance of its class as `kind`.

    A kind says what its activities are (`Activity`), what may be answered (`Answer`, `check`) and how an answer is read
    back (`outline`); the rest has defaults that follow from these. An *answer* is one participant's own document, as
    stored: partial, and valid. Methods are pure; what is heavy (pandas, Altair, writers) is imported where it is needed.
    """

    name: str  # of its folder, or its entry point
    Activity: type[A]
    Answer: type[D]

    # What the methods of these names give. They may hold pydantic models and dataclasses: kinds/__init__.py makes JSON of
    # them. `Facts` are those of the outline.
    Spec: Shape = Nothing
    Figures: Shape = Counted
    Results: Shape = Nothing
    Derived: Shape = Nothing
    Facts: Shape = Nothing

    sums = False  # whether a room sees figures of it
    moderated = False  # whether a facilitator approves, hides and merges what comes in: `figures` has "notes", as moderation.Note
    presents = False  # whether console and projector show the exercise itself, with the room's figures in it
    gathers = False  # whether it shows all of a learner's other work, and certifies it: its activities are a Gathering

    # ---- one answer

    def spec(self, activity: A) -> Mapping[str, object]:
        """What the view is told beside the activity's own fields: reference data."""
        return {}

    def keys(self, activity: A) -> dict[str, list[str]]:
        """By field of the answer (also of its parts) the keys that a mapping may have."""
        return {}

    def check(self, answer: D, activity: A) -> None:
        """Refuses what the schema alone lets pass. Raises AnswerError with the field; may clean up what stays."""

    def reads(self, activity: A) -> list[str]:
        """Activities whose answers this one is about, beside those that feed it."""
        return []

    def outline(self, activity: A) -> Outline:
        """How an answer is read back."""
        raise NotImplementedError(f"the kind “{self.name}” has no outline")

    def tables(self, activity: A, language: str = "en") -> "list[Table]":
        """Answers as tidy tables, the one that says most first; without its own, what the outline says of them."""
        from govcourse.kinds.tables import of_outline

        return [of_outline(activity, language)]

    def questions(self, activity: A) -> list[Posed]:
        """Its questions that have a right answer, for the course's item bank."""
        return []

    def derived(self, activity: A, answer: Json) -> Mapping[str, object]:
        """What is worked out from an answer, for the outline's "@" paths; rules.ts gives the same from `facts`."""
        return {}

    def earned(self, activity: A, shares: dict[str, tuple[int, int]]) -> Earned:
        """Of a kind that `gathers`: by `shares` (done, all) which activities count, and whether the certificate is earned."""
        return {"counted": [], "need": 0, "earned": False}

    def practice(self, activity: A, given: Json, chance: Random) -> Json:
        """What somebody who is made up answers, to rehearse with; `given` is the example, varied as its schema allows."""
        return given

    # ---- a room

    def extras(self, activity: A) -> list[str]:
        """Parts of the exercise that a room has only once its facilitator switches them on; alone a learner has all.

        The text `extra_ID` of the kind says what is switched on.
        """
        return []

    def phases(self, activity: A) -> list[Led]:
        """What a facilitator can lead a room through, one after the other; alone everybody goes their own way."""
        return []

    def groups(self, activity: A) -> dict[str, str]:
        """What the groups are called, by id, into which it puts notes itself; those of a facilitator are their names."""
        return {}

    def figures(self, activity: A, answers: list[Json]) -> Mapping[str, object]:
        """What a room sees of its answers, where the kind `sums`; "n" says how many they are."""
        return {"n": len(answers)}

    def for_room(self, activity: A, figures: Json) -> Json:
        """What the room itself sees of its figures: nothing that fewer than five people gave, but for what teams made."""
        if activity.owner == "team" or enough(figures["n"]):
            return figures
        return {"n": figures["n"], "too_few": SMALLEST}

    def spread(self, activity: A, inside: list[Json], outside: list[Json]) -> Mapping[str, object] | None:
        """What a team is told of its own people's answers to what each answers alone, without whose they are; `outside` are
        the answers of the rest of the room. None of a kind that tells no team apart."""
        return None

    def earlier(self, activity: A) -> str | None:
        """The activity with whose answers by the same people a room's figures compare these."""
        return None

    def gain(self, activity: A, pairs: list[tuple[Json, Json]]) -> Mapping[str, object]:
        """What the comparison adds to the figures; of each who gave both, the answer to `earlier` and that to this."""
        return {}

    def asks(self, activity: A) -> list[Ask]:
        """What is asked: the projector shows it from the moment the exercise opens, a page each."""
        return [{"text": activity.lead, "options": list(activity.instructions), "kind": "do"}]

    def shown_answers(self, activity: A, answers: Mapping[str, Json], settings: Json) -> list[Json]:
        """Answers by whose they are, as a list without what a facilitator holds back, by the `settings` of the room's activity."""
        return without_held_back(answers, settings) if self.moderated else list(answers.values())

    def results(self, activity: A) -> Mapping[str, object]:
        """What console and projector need beside the figures, to show them."""
        return {}

    # ---- what is taken home

    def formats(self, activity: A) -> list[str]:
        """The formats in which an answer can be taken home, in the order in which they are offered."""
        return ["docx", "pdf", "csv"]

    def report(self) -> "Report[A]":
        """What documents show of answers; without one of its own, what the outline says."""
        from govcourse.kinds.report import Report

        return Report(self)

    # ---- where its parts are

    @property
    def folder(self) -> Path:
        """Where its texts are (`texts.yaml`), and its examples."""
        import sys

        return Path(str(sys.modules[type(self).__module__].__file__)).parent

    @property
    def script(self) -> Path:
        """The built front end: a module whose default export renders the exercise, as anywidget asks for it."""
        built = STATIC / f"{self.name}.js"
        return built if built.exists() else self.folder / f"{self.name}.js"
