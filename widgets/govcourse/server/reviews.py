"""Review by another team, in a room: work is dealt, read and reviewed; authors read what others say of it."""

from govcourse import kinds
from govcourse.content.activity import ActivityBase
from govcourse.kinds import AnswerError
from govcourse.kinds.access import sees
from govcourse.kinds.moderation import held_back
from govcourse.kinds.reviews import (
    checked,
    dealable,
    given,
    in_turn,
    key,
    reviewable,
    reviewed,
    told,
    written,
)
from govcourse.learner_service import MOST_VERSIONS
from govcourse.server.answers import OwnWork
from govcourse.server.api import Api
from govcourse.server.errors import ApiError
from govcourse.server.review_payloads import DealtWork, MyReviews, ReviewListed, RoomReviews
from govcourse.store import Participant, Review, Room, Store


class Reviewing(OwnWork):
    """A call of a participant who reviews, or whose work is reviewed; a team does both as one."""

    def place(self, code: str, activity: str) -> tuple[Room, ActivityBase, Participant]:
        """The room, the activity, and who reviews it: the team that shares an answer, or the person."""
        person, room = self.asks(code)
        assert room is not None
        about = self.activity(activity)
        if not reviewable(about):
            raise ApiError(403, "not_reviewed")
        return room, about, self.service(person, about).person

    def need_open(self, room: Room, activity: str) -> None:
        """Refuses once the facilitator has ended the review, closed the activity or ended the room."""
        settings = self.store.rooms.activities(room.code).get(activity, {})
        if room.closed:
            raise ApiError(423, "ended")
        if settings.get("state") != "open" or settings.get("review") != "open":
            raise ApiError(423, "closed", key="review_closed")

    def show(self, room: Room, about: ActivityBase, reviewer: Participant) -> None:
        """What the reviewer was dealt, with their reviews, and what others say of the reviewer's own work."""
        settings = self.store.rooms.activities(room.code).get(about.id, {})
        dealt = self.store.reviews.of_room(room.code, about.id)
        mine = [one for one in dealt if one.reviewer == reviewer.id]
        names, language = team_names(self.store, room.code), self.language(room.language)
        about_me = given([one for one in dealt if one.author == reviewer.id], settings)
        found: MyReviews = {
            "dealt": [self.work(one, about, names, language) for one in mine],
            "more": all(one.document.get("sent") for one in mine)
            and not {one.author for one in mine}.issuperset(
                dealable_to(self.store, room, about, reviewer.id)
            ),
            "received": [told(one, names) for one in about_me],
            "judged": self.store.answers.get(reviewer.id, about.id)[0].get("judged", 0),
        }
        self.reply(found)

    def work(self, review: Review, about: ActivityBase, names: dict[str, str], language: str) -> DealtWork:
        answer, _ = self.store.answers.get(review.author, about.id)
        report = kinds.kind(about.id).report()
        parts = report.whole(about, answer, language) if sees("reviewer", about, dealt=True) else []
        return {
            "id": review.id,
            "of": names.get(review.author),
            "parts": parts,
            "answer": review.document,
            "version": review.version,
        }


class Reviews(Reviewing):
    """What somebody reviews, and what others say of their work. POST `{"have"}` deals one more than so many works."""

    def get(self, code: str, activity: str) -> None:
        self.show(*self.place(code, activity))

    def post(self, code: str, activity: str) -> None:
        room, about, reviewer = self.place(code, activity)
        self.need_open(room, activity)
        have = self.body().get("have")
        if type(have) is not int or not 0 <= have <= 5000:
            raise ApiError(422, "invalid", "have")
        dealt = self.store.reviews.of_room(room.code, activity)
        if all(one.document.get("sent") for one in dealt if one.reviewer == reviewer.id):
            among = dealable_to(self.store, room, about, reviewer.id)
            # The others of the team hear of new work only: whoever waits asks again when they hear.
            if self.store.reviews.deal(room.code, activity, reviewer.id, among, have):
                self.settings["govcourse_hub"].reviewed(room.code, reviewer.id, activity)
                self.settings["govcourse_hub"].answered(room.code)
        self.show(room, about, reviewer)


class OneReview(Reviewing):
    """Saves a review of what was dealt: `{"answer", "version"}`, as answers are saved."""

    def put(self, code: str, activity: str, id: str) -> None:
        room, about, reviewer = self.place(code, activity)
        dealt = self.store.reviews.of_room(room.code, activity)
        found = next((one for one in dealt if (one.id, one.reviewer) == (id, reviewer.id)), None)
        if found is None:
            raise ApiError(403, "not_dealt")
        self.need_open(room, activity)
        body = self.body()
        version = body.get("version")
        if type(version) is not int or not 0 <= version < MOST_VERSIONS:
            raise AnswerError("version", "no_version")
        document = checked(body.get("answer"))
        saved = self.store.reviews.save(id, document, version)
        hub = self.settings["govcourse_hub"]
        hub.reviewed(room.code, reviewer.id, activity)
        if document.get("sent") or found.document.get("sent"):
            hub.reviewed(room.code, found.author, activity)
            hub.answered(room.code)
        self.reply({"answer": document, "version": saved})


class OfRoom(Api):
    """All reviews that were handed over, for facilitators, and what they come to."""

    def get(self, code: str, activity: str) -> None:
        room, _ = self.led(code)
        about = self.activity(activity)
        if not reviewable(about):
            raise ApiError(403, "not_reviewed")
        settings = self.store.rooms.activities(room.code).get(activity, {})
        dealt, names = self.store.reviews.of_room(room.code, activity), team_names(self.store, room.code)
        sent = [one for one in dealt if one.document.get("sent")]
        unseen = held_back(map(key, sent), settings)
        found: RoomReviews = {
            "dealt": len(dealt),
            "sent": len(sent),
            "reviewed": reviewed(given(dealt, settings), members(self.store, room.code)),
            "reviews": [_listed(one, names, key(one) in unseen) for one in sent],
        }
        self.reply(found)


def dealable_to(store: Store, room: Room, about: ActivityBase, reviewer: str) -> list[str]:
    """Whose work somebody of the room, or a team, may be dealt, the first one first."""
    teams, alone = store.teams.all(room.code)
    groups = [[id for id, _ in team.members] for team in teams] + [[id for id, _ in alone]]
    circle = in_turn(groups)
    if sees("team", about):
        circle = [team.id for team in teams if team.members] + [id for id, _ in alone]
    answers = store.answers.of_room(room.code, about.id)
    return dealable(reviewer, circle, [one for one, answer in answers.items() if written(answer)])


def team_names(store: Store, code: str) -> dict[str, str]:
    return {team.id: team.name for team in store.teams.all(code)[0]}


def members(store: Store, code: str) -> dict[str, int]:
    """How many people each team has."""
    return {team.id: len(team.members) for team in store.teams.all(code)[0]}


def _listed(review: Review, names: dict[str, str], hidden: bool) -> ReviewListed:
    return {
        **told(review, names),
        "id": review.id,
        "key": key(review),
        "of": names.get(review.author),
        "hidden": hidden,
    }


ROUTES = [
    (r"/api/rooms/([^/]+)/reviews/([a-z0-9-]+)", Reviews),
    (r"/api/rooms/([^/]+)/reviews/([a-z0-9-]+)/([a-z0-9]+)", OneReview),
    (r"/api/rooms/([^/]+)/activities/([a-z0-9-]+)/reviews", OfRoom),
]
