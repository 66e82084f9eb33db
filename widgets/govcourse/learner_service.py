"""What one learner can ask for: exercises, saving, answers files, documents. Lab uses it directly, Voila by HTTP."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from govcourse import content, kinds
from govcourse.files import Unavailable
from govcourse.json_types import Json
from govcourse.kinds import AnswerError
from govcourse.kinds.access import sees
from govcourse.kinds.journey import Journey, journey
from govcourse.kinds.reviews import ReviewTold, given, told
from govcourse.store import Participant, Stale, Store, StoreError
from govcourse.text import loads

FORMAT = "govcourse-answers"
FORMAT_VERSION = 1
UNREAD = {KeyError: "api.no_activity", Stale: "api.stale"}  # why an answer of a file was not taken over
MOST_VERSIONS = 2**31 - 1  # the next one is more than the store can hold


class FileRefused(ValueError):
    """An answers file that cannot be opened; nothing was changed. `key` is the text's key in the catalogue."""

    def __init__(self, key: str, language: str = "en"):
        super().__init__(content.texts(language)["common"][key])


class LearnerService:
    """One participant's place at the store."""

    def __init__(self, store: Store, person: Participant):
        self.store, self.person = store, person

    def answers(self) -> dict[str, Json]:
        """Somebody's answers, with those of their team: what each page, file and certificate of theirs goes by."""
        found = self.store.answers.of(self.person.id)
        if team := self.store.teams.get(self.person.team) if self.person.team else None:
            shared = self.store.answers.of(team.id)
            found |= {id: answer for id, answer in shared.items() if sees("team", content.activity(id))}
        return found

    def open(self, activity: str, language: str = "en") -> Json:
        """What a view needs at its start; KeyError for an unknown activity, StoreError for the store."""
        answer, version = self.store.answers.get(self.person.id, activity)
        return {
            "spec": kinds.spec(activity),
            "texts": kinds.texts(activity, language),
            "answer": answer,
            "version": version,
            "participant": self.person.id[:8],
            "language": (code := content.language() if language == "en" else language),
            "direction": content.direction(code),
        }

    def save(self, activity: str, answer: object, version: object) -> Json:
        """What is stored now: `{"answer", "version"}`. Raises AnswerError, Stale or StoreError; nothing is lost then."""
        if not isinstance(version, int) or isinstance(version, bool) or not 0 <= version < MOST_VERSIONS:
            raise AnswerError("version", "no_version")
        valid = kinds.validate(activity, answer)
        return {"answer": valid, "version": self.store.answers.save(self.person.id, activity, valid, version)}

    def export(self) -> Json:
        """The answers file: one format for all hosts."""
        return {
            "format": FORMAT,
            "version": FORMAT_VERSION,
            "saved": datetime.now(UTC).isoformat(timespec="seconds"),
            "answers": self.answers(),
        }

    def load(self, text: str) -> Json:
        """Takes over an answers file: `{"imported": [ids], "refused": [{"activity", "field", "message", "key", "values"}]}`."""
        imported: list[str] = []
        refused: list[Json] = []
        for activity, answer in read_file(text).items():
            try:
                valid = kinds.validate(activity, answer)
                _, version = self.store.answers.get(self.person.id, activity)
                self.store.answers.save(self.person.id, activity, valid, version)
                imported.append(activity)
            except (AnswerError, KeyError, Stale) as error:
                why = error if isinstance(error, AnswerError) else AnswerError("", UNREAD[type(error)])
                refused.append({"activity": str(activity)[:60], **why.told()})
        return {"imported": imported, "refused": refused}

    def document(self, activity: str, format: str, language: str = "en") -> bytes:
        """The exercise to take home. Raises KeyError for a format that it does not have, AnswerError as `order` does."""
        name, given = self.order(activity, format, language)
        return make(name, given)

    def order(
        self, activity: str, format: str, language: str = "en", address: str = ""
    ) -> tuple[str, tuple[Any, ...]]:
        """Which function of `documents` makes it, with what: it can run in another process.

        `address` is where the code of a certificate is checked. Raises AnswerError for one that is not earned.
        """
        if format not in kinds.formats(activity):
            raise KeyError(f"“{content.activity(activity).title}” cannot be made as {format}.")
        if not kinds.kind(activity).gathers:
            answer, _ = self.store.answers.get(self.person.id, activity)
            return "make", (activity, answer, format, language, self._reviews(activity))
        answers = self.answers()
        return "make_portfolio", (
            answers,
            format,
            self._issued(answers, address) if format == "certificate" else {},
            language,
        )

    def _reviews(self, activity: str) -> list[ReviewTold]:
        """What others of the room said of this work."""
        room = self.person.room
        if room is None:
            return []
        names = {team.id: team.name for team in self.store.teams.all(room)[0]}
        settings = self.store.rooms.activities(room).get(activity, {})
        of_it = [one for one in self.store.reviews.of_room(room, activity) if one.author == self.person.id]
        return [told(one, names) for one in given(of_it, settings)]

    def _issued(self, answers: dict[str, Json], address: str) -> Json:
        """What stands on the certificate; it has a code where a server can confirm it."""
        gathering = kinds.gathering()
        name = answers.get(gathering.id, {}).get("name", "") if gathering else ""
        if address:
            made = self.certificate(name)
            return {
                "name": made["name"],
                "code": made["code"],
                "date": made["issued"],
                "address": f"{address}/{made['code']}",
            }
        name = self._earned(name, answers)
        return {"name": name, "code": "", "date": datetime.now(UTC).date().isoformat(), "address": ""}

    def journey(self) -> Journey:
        """How far they have come, and with what to go on."""
        return journey(self.answers(), self.store.answers.last(self.person.id))

    def _earned(self, name: object, answers: dict[str, Json]) -> str:
        """The name that stands on the certificate. Raises AnswerError when it is not earned yet."""
        if not isinstance(name, str) or not name.strip() or len(name) > 100:
            raise AnswerError("name", "name_missing")
        if not kinds.earned(answers)["earned"]:
            raise AnswerError("", "not_earned")
        return name.strip()

    def certificate(self, name: object) -> Json:
        """Issues the certificate: `{"code", "name", "issued"}`. Raises AnswerError when it is not earned yet."""
        issued = self.store.certificates.issue(self.person.id, self._earned(name, self.answers()))
        return {"code": issued.code, "name": issued.name, "issued": issued.issued.date().isoformat()}


def earlier(store: Store, person: Participant, activity: str) -> Json:
    """What somebody last answered to an activity, and on which day (ISO 8601; "" for never): `{"answer", "saved"}`."""
    answer, _ = store.answers.get(person.id, activity)
    saved = store.answers.saved_on(person.id, activity)
    return {"answer": answer, "saved": saved.isoformat() if saved else ""}


def earlier_by_code(store: Store, resume_code: str, activity: str) -> Json:
    """The same, of whoever has this resume code. Raises AnswerError when nobody has."""
    if (person := store.people.resume(resume_code)) is None:
        raise AnswerError("resume_code", "api.no_such_code")
    return earlier(store, person, activity)


def make(name: str, given: tuple[Any, ...]) -> bytes:
    """Makes what was ordered."""
    from govcourse import documents

    made: bytes = getattr(documents, name)(*given)
    return made


def read_file(text: str) -> Json:
    """The answers in an answers file. Raises FileRefused."""
    try:
        file = loads(text)
    except (ValueError, RecursionError):
        raise FileRefused("file_unreadable") from None
    if (
        not isinstance(file, dict)
        or file.get("format") != FORMAT
        or not isinstance(file.get("answers"), dict)
    ):
        raise FileRefused("file_unreadable")
    if not isinstance(file.get("version"), int):
        raise FileRefused("file_unreadable")
    if file["version"] > FORMAT_VERSION:
        raise FileRefused("file_newer")
    answers: Json = file["answers"]
    return answers


def reply(work: Callable[[], Json]) -> Json:
    """The outcome of `work()` as a view understands it: its dict, or why not."""
    try:
        return {"ok": True, **work()}
    except Stale as error:
        return {"ok": False, "code": "stale", "answer": error.answer, "version": error.version}
    except AnswerError as error:
        return {"ok": False, "code": "invalid", **error.told()}
    except (FileRefused, KeyError) as error:
        return {"ok": False, "code": "invalid", "message": str(error).strip("'\"")}
    except (StoreError, Unavailable) as error:
        return {"ok": False, "code": "failed", "message": str(error)}
