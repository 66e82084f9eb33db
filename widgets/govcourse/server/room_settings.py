"""What a room is told about itself when it is made and later: its title, sessions, language, and what is expected."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from govcourse import content, rehearsal
from govcourse.content import review
from govcourse.json_types import Json
from govcourse.server.errors import ApiError
from govcourse.store import Room, Store
from govcourse.store.retention import KEEP_ROOM
from govcourse.store.teams import MOST as TEAMS

Line = Annotated[str, StringConstraints(max_length=200, strip_whitespace=True)]
SETTINGS = ("country", "date", "language", "teams", "expected", "keep")


def known(language: str) -> str:
    if language not in review.languages():
        raise ValueError("there is no such language")
    return language


def run(number: int) -> int:
    """A session, or a day of the five-day version, by the number of its run sheet."""
    if number not in {one.number for one in content.run_sheets()}:
        raise ValueError("there is no such session")
    return number


class RoomSettings(BaseModel):
    """`teams`: how many people are dealt into as they join; `expected`: people; `keep`: days without use."""

    model_config = ConfigDict(extra="forbid", strict=True)

    title: Line = ""
    sessions: Annotated[list[Annotated[int, AfterValidator(run)]], Field(min_length=1, max_length=20)] = [
        1,
        2,
        3,
        4,
        5,
    ]
    country: Line = ""
    date: Annotated[str, StringConstraints(pattern=r"^(\d{4}-\d\d-\d\d)?$")] = ""
    language: Annotated[str, AfterValidator(known)] = "en"
    teams: Annotated[int, Field(ge=0, le=TEAMS)] = 0
    expected: Annotated[int, Field(ge=0, le=5000)] = 0
    keep: Annotated[int, Field(ge=1, le=3650)] = KEEP_ROOM


def read(given: Json) -> RoomSettings:
    """Raises ApiError with the first field that does not fit."""
    try:
        return RoomSettings.model_validate(given)
    except ValidationError as error:
        first = error.errors()[0]
        raise ApiError(422, "invalid", str(first["loc"][0]) if first["loc"] else None) from None


def from_form(arguments: dict[str, list[str]]) -> RoomSettings:
    """The same from a form's fields, which are all text."""
    given: Json = {
        name: values[-1] for name, values in arguments.items() if name in RoomSettings.model_fields
    }
    if "sessions" in arguments:
        given["sessions"] = [int(one) if one.isdecimal() else one for one in arguments["sessions"]]
    for name in ("teams", "expected", "keep"):
        text = str(given.get(name, "")).strip()
        if not text:
            given.pop(name, None)
        elif text.isdecimal() and len(text) < 9:
            given[name] = int(text)
    return read(given)


def make(store: Store, about: RoomSettings) -> tuple[Room, str]:
    """A new room and its facilitator's secret."""
    sessions = sorted(set(about.sessions))
    room, secret = store.rooms.add(about.title, sessions)
    said = {name: getattr(about, name) for name in SETTINGS}
    return store.rooms.change(room.code, session=sessions[0], **said), secret


def rehearse(store: Store, room: Room, seed: int) -> tuple[Room, str]:
    """A room of its own like `room`, with a simulated class; the one that was made of it before goes."""
    if before := room.settings.get("rehearsal"):
        store.rooms.delete(before)
    title = content.texts(room.language)["console"]["practice_title"].format(title=room.title)[:200]
    made, secret = make(
        store, RoomSettings(title=title, sessions=room.sessions, language=room.language, keep=rehearsal.KEEP)
    )
    store.rooms.change(room.code, rehearsal=made.code)
    rehearsal.fill(store, made, seed)
    return made, secret


def payload(room: Room) -> Json:
    """What is known about a room, for lists and for its console."""
    about = {name: room.settings.get(name, RoomSettings.model_fields[name].default) for name in SETTINGS}
    return {"code": room.code, "title": room.title, "sessions": room.sessions, "status": room.status, **about}
