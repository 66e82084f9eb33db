"""What each part of the store can be asked for: whoever keeps rooms and answers elsewhere has to give the same.

All of it raises StoreError when the database cannot be used. What a call writes, it writes whole or not at all. A `code` is
a room's as it is stored, unless a call says otherwise; `participant` and `person` are ids.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any, Protocol

from govcourse.json_types import Json
from govcourse.store.records import (
    Certificate,
    CountryFigure,
    CountryMean,
    Facilitator,
    Languages,
    LoadedEdition,
    Participant,
    Question,
    Review,
    Room,
    Team,
)


class Rooms(Protocol):
    """What rooms are, and what they show. One that is marked as deleted is not there, for nobody."""

    def add(self, title: str, sessions: list[int]) -> tuple[Room, str]:
        """A new room, and the secret of its first facilitator, which is not stored in the clear."""

    def get(self, code: str) -> Room | None:
        """The room of a code as people type it; None when there is none."""

    def all(self) -> list[Room]:
        """All rooms, the newest first."""

    def change(self, code: str, title: str | None = None, status: str | None = None, **settings: Any) -> Room:
        """Sets what is given; of `settings` only those named. The room as it is then; RoomGone, a KeyError, without it."""

    def delete(self, code: str) -> dict[str, int]:
        """Deletes a room with everything in it, and says how many `participants` and `answers` that were."""

    def activities(self, code: str) -> dict[str, Json]:
        """What its facilitators set, by activity; nothing for those that nobody touched."""

    def set_activity(self, code: str, activity: str, settings: Json) -> Json:
        """Changes the named settings of one activity and gives all of them."""

    def counts(self, code: str) -> Json:
        """`participants`, `team_count`, and by activity how many of both `answered`, and of these `by_teams`."""


class Facilitators(Protocol):
    """Who leads a room: whoever holds its first link, and those who have a link of their own."""

    def add(self, code: str, name: str, maker: str | None = None) -> tuple[Facilitator, str]:
        """A further facilitator, and the secret of their link, which is not stored in the clear; `maker` is the id of the link by
        which it is made.

        Raises LinkEnded when that one was revoked meanwhile.
        """

    def find(self, code: str, secret: str) -> Facilitator | None:
        """The further facilitator who holds this secret of the room; None for anybody else, and for its first link."""

    def name(self, code: str, secret: str) -> str | None:
        """The name of whoever holds this secret of the room, "" for its first link; None for nobody.

        The code may be as people type it.
        """

    def holds(self, code: str, secret: str) -> bool:
        """Whether this is a secret of the room."""

    def anywhere(self, secret: str) -> bool:
        """Whether this is a secret of any room."""

    def all(self, code: str) -> list[Facilitator]:
        """The further ones, the first that was added first."""

    def replace(self, code: str) -> str:
        """Ends every link of a room, the first one too; the secret of a new first one."""

    def revoke(self, code: str, id: str, made: bool = False, but: str | None = None) -> list[Facilitator]:
        """Ends a link, and with `made` those that were made by it, by these, and so on, but for the one of the id `but`. Gives
        what ended: nothing when there is none of this id."""


class Acts(Protocol):
    """What facilitators did."""

    def record(self, code: str, who: str, act: str) -> None:
        """Writes an act into the room's log; what is too long is cut off."""

    def all(self, code: str) -> list[Json]:
        """The last 500 of a room, the newest first: `at` (UTC, ISO 8601), `who`, `act`."""


class People(Protocol):
    """Participants of rooms, and those who learn alone. Whoever learns alone and is marked as deleted has all of it again by
    coming back; nobody comes back into a room that is."""

    def add(self, room: str | None = None, name: str = "") -> Participant:
        """Somebody new, with the token of their browser; without a room, somebody who learns alone."""

    def by_token(self, token: str) -> Participant | None:
        """Whoever holds this token; None for nobody."""

    def resume(self, resume_code: str) -> Participant | None:
        """The same person with a token of another browser, by the code as people type it; None when nobody has it.

        Nobody comes back as a team.
        """

    def languages(self, room: str) -> dict[str, Languages]:
        """By person of a room what they speak and need, of those who said it."""

    def set_languages(self, id: str, languages: Languages) -> None:
        """Keeps what somebody speaks and needs, in place of what they said before."""

    def local(self) -> Participant:
        """The one person who works in JupyterLab on this computer; made when first asked for."""

    def set_removed(self, code: str, id: str, gone: bool) -> bool:
        """Takes somebody out of a room, or lets them in again; False when nobody of this id is in it. What they gave is kept, and
        until they are let in again it counts nowhere and is told to nobody."""

    def removed(self, code: str) -> list[tuple[str, str]]:
        """Those who were taken out of a room, by id and name."""

    def delete(self, id: str) -> None:
        """Deletes somebody for good, with their answers and certificate."""


class Teams(Protocol):
    """Who works with whom. A team owns answers as a person does."""

    def add(self, code: str, name: str) -> str:
        """The id of a new team without members."""

    def get(self, id: str) -> Participant | None:
        """A team as the owner of answers; None when no team has this id."""

    def all(self, code: str) -> tuple[list[Team], list[tuple[str, str]]]:
        """The teams of a room, in the order in which they were made, and id and name of who is in none."""

    def by_person(self, code: str) -> dict[str, str]:
        """Team by person, of those who have one."""

    def deal(
        self, code: str, names: list[str], only: str | None = None, together: Mapping[str, str] | None = None
    ) -> int:
        """Makes teams until there are as many as `names`, puts everybody without one (or `only`) into the smallest; how many these were.

        `together` says by person what they have in common: of the teams that are not full, who has the same comes into one,
        as far as teams stay even.
        """

    def deal_anew(self, code: str, names: list[str], together: Mapping[str, str] | None = None) -> int:
        """Puts everybody into as many teams as `names`, at random, or as `deal` does it with `together`; how many they are. Of
        the teams beyond, those that wrote nothing go, the others stay without members."""

    def delete(self, code: str, id: str) -> bool:
        """Deletes a team with all it wrote; its members are in none. False when the room has none of this id."""

    def work(self, code: str) -> dict[str, list[str]]:
        """By team the activities that it answered, the last one first."""

    def move(self, code: str, person: str, team: str | None) -> bool:
        """Puts somebody of the room into another of its teams, or into none; False when it has no such person or team."""

    def rename(self, code: str, id: str, name: str) -> bool:
        """Gives a team another name; False when the room has none of this id."""

    def set_link(self, code: str, id: str, link: str) -> bool:
        """Says where a team meets, "" for nowhere; False when the room has none of this id."""


class Answers(Protocol):
    """One document for each participant, or team, and activity."""

    def get(self, participant: str, activity: str) -> tuple[Json, int]:
        """The document and its version; `({}, 0)` before the first save."""

    def of(self, participant: str) -> dict[str, Json]:
        """All documents of one participant, by activity."""

    def last(self, participant: str) -> str | None:
        """The activity that one participant worked on last."""

    def saved_on(self, participant: str, activity: str) -> date | None:
        """The day (UTC) on which one participant last saved an activity."""

    def of_room(self, code: str, activity: str) -> dict[str, Json]:
        """Every participant's answer to one activity, by participant. ValueError for a private one."""

    def by_age(self, code: str, activity: str) -> list[str]:
        """Whose answers to one activity these are, in the order in which they were last saved; what is computed of a room has no order."""

    def save(self, participant: str, activity: str, document: Json, version: int) -> int:
        """Saves over `version` and gives the new one; raises Stale when the store has another."""

    def take_over(self, code: str, activity: str, rows: list[tuple[str, str, Json]]) -> dict[str, int]:
        """Answers that were given elsewhere, by (id, name, document): how many are `new`, `changed`, `same`.

        Whoever is new is added to the room with this id, and no token. 25 of them are written
        at once, and those who save come in between; what an interrupted call left out, the same rows bring in a second time.
        """


class Reviews(Protocol):
    """What people, and teams, of a room say of each other's work on an activity."""

    def deal(self, code: str, activity: str, reviewer: str, among: Sequence[str], have: int) -> bool:
        """Deals `reviewer` the work of one of `among`: of those whose work was dealt least, the first, and none a second time.

        Only while they have no more than `have`: two who ask for the same team at once get one work. Whether one was dealt.
        """

    def of_room(self, code: str, activity: str) -> list[Review]:
        """All that was dealt in a room, in the order in which it was."""

    def save(self, id: str, document: Json, version: int) -> int:
        """Saves a review over `version` and gives the new one; raises Stale when the store has another."""


class Questions(Protocol):
    """What people of a room ask, and how they vote."""

    def ask(self, code: str, participant: str, text: str, each: int, most: int) -> str | None:
        """The id of a new question; of the one that there is when the same person asks the same again. None where they have
        `each` already, or the room has `most`."""

    def all(self, code: str) -> list[Question]:
        """All questions of a room, the first that was asked first."""

    def votes(self, participant: str) -> dict[str, int]:
        """One's own votes by question: 1 for it, -1 against."""

    def vote(self, code: str, id: str, participant: str, vote: int) -> bool:
        """Votes for (1) or against (-1), in place of one's vote before; 0 takes it back. False where the room has no such
        question of somebody else."""

    def answer(self, code: str, id: str, answered: bool) -> bool:
        """Marks a question as answered, or not; False when the room has none of this id."""

    def withdraw(self, code: str, id: str, participant: str) -> bool:
        """Deletes one's own question with its votes; False when one has none of this id in the room."""


class Paces(Protocol):
    """For whom a room goes too fast, or too slowly, just now."""

    def set(self, participant: str, pace: str | None) -> None:
        """Says "fast" or "slow" from now on, in place of what was said before; None takes it back."""

    def counts(self, code: str, since: datetime) -> dict[str, int]:
        """How many said what since a moment (UTC, without zone), by pace."""


class Certificates(Protocol):
    """What was issued, for those who check it."""

    def issue(self, participant: str, name: str) -> Certificate:
        """The participant's certificate; issued once, later calls correct the name."""

    def get(self, code: str) -> Certificate | None:
        """The certificate that was issued with this code, as people type it; None for any other."""


class CountryFigures(Protocol):
    """What publishers say of countries. The files are theirs; an academy loads them."""

    def replace(self, figures: Collection[CountryFigure]) -> None:
        """Keeps figures in place of all that there was of the same editions; other editions stay. All of it or nothing."""

    def editions(self) -> list[LoadedEdition]:
        """What is loaded, by index and edition."""

    def all(self, country: str | None = None) -> list[CountryFigure]:
        """All figures, or those of one country, by index, edition, country and measure."""

    def means(self, source: str, countries: Collection[str]) -> list[CountryMean]:
        """Means of a group of countries in an index, by edition and measure."""

    def remove(self, source: str, edition: int | None = None) -> int:
        """Removes an edition of an index, or all of them; how many figures that were."""
