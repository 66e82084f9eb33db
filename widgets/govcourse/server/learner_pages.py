"""Pages for whoever learns alone: home, sessions, cases, chapters, and what confirms a certificate."""

from typing import Any

from govcourse import content, kinds
from govcourse.book import chapters
from govcourse.content.formats import quantity, written
from govcourse.kinds.journey import journey
from govcourse.layout.change import change
from govcourse.learner_service import LearnerService
from govcourse.server import security, session_page
from govcourse.server.page import LIBRARY, Page, further
from govcourse.settings import settings
from govcourse.store import Participant

# Of a page's texts, what its script says.
TOLD = (
    "computing", "compute_failed", "queue", "state_open", "state_begun", "state_done", "part_progress", "card_failed",
)  # fmt: skip


class LearnerPage(Page):
    """A page that knows who learns on this browser."""

    def learner(self, make: bool = False) -> Participant | None:
        """Who learns alone on this browser; with `make` somebody new, known by a cookie from now on."""
        token = security.get_cookie(self, security.LEARNER_COOKIE)
        person = self.store.people.by_token(token) if token else None
        if person and person.room is not None:
            person = None  # a room's participant is known by the room's cookie
        if person is None and make:
            person = self.store.people.add()
            self.remember(person)
        return person


class Home(LearnerPage):
    def get(self) -> None:
        self.show()

    def show(self, status: int = 200, **said: Any) -> None:
        """`said` is what the page has to tell first."""
        person = self.learner()
        way = LearnerService(self.store, person).journey() if person else journey({})
        self.render_page("home", status, person=person, way=way, **said)

    def post(self) -> None:
        """The form for a resume code, and the one to delete one's work."""
        if self.get_body_argument("forget", ""):
            if person := self.learner():
                self.store.people.delete(person.id)
            security.clear_cookie(self, security.LEARNER_COOKIE)
            return self.render_page("home", person=None, way=journey({}), forgotten=True)
        person = self.by_code(
            "resume", self.get_body_argument("resume_code", "")[:100], self.store.people.resume
        )
        if person is None:
            return self.show(404, wrong=True)
        self.resumed(person)
        self.redirect(self.settings["base_url"] + (f"room/{person.room}" if person.room else ""))


class Work(LearnerPage):
    """All that somebody made, session by session, and how to take it home."""

    def get(self) -> None:
        person = self.learner()
        service = LearnerService(self.store, person) if person else None
        gathering = kinds.gathering()
        self.render_page(
            "work",
            person=person,
            way=service.journey() if service else journey({}),
            gathering=gathering,
            taken=kinds.formats(gathering.id) if gathering else [],
            files={one.id: kinds.formats(one.id) for one in content.activities()},
            words=content.texts()["common"],
        )


class Case(Page):
    def get(self, id: str) -> None:
        if id not in content.case_ids():
            return self.render_page("error", 404, missing=True, message=None)
        case, c = content.case(id), content.texts()["cases"]
        self.render_page(
            "case",
            case=case,
            c=c,
            goals=[f"{one.number} {one.title}" for one in content.goals().goals if one.number in case.sdgs],
            principles=[one.title for one in content.principles() if one.id in case.principles],
            topics=[c[f"theme_{name}"] for name in case.themes],
            quantity=quantity,
            change=change,
            written=written,
        )


class Chapter(Page):
    """A chapter of the book to which sessions lead."""

    def get(self, name: str) -> None:
        title, body = session_page.chapter(name)
        self.render_page("chapter", title=title, body=body, chapters=[f"book/{name}"])


class NotebookPage(LearnerPage):
    """A session or a further chapter: whole, and with exercises that work by HTTP. A script asks for a kernel when something computes."""

    def show(self, name: str, session: int | None, **values: Any) -> None:
        person = self.learner(make=True)
        assert person is not None  # somebody new was made
        base, texts = self.settings["base_url"], content.texts()["pages"]
        service = LearnerService(self.store, person)
        answers, way = service.answers(), service.journey()
        states = {one["id"]: one for chapter in way["chapters"] for one in chapter["exercises"]}
        contents = session_page.contents(name, base)
        mine = [states[id] for part in contents for id in part["exercises"] if id in states]
        # Open is what one left off with; what comes next is there as soon as it is opened.
        on = way.get("next")
        opened = on["id"] if on and on in mine and on["state"] == "begun" else None
        first = opened or next((one["id"] for one in mine if one["state"] != "done"), None)
        if session_page.computes(name):  # Voila's own scripts come to it later
            self.set_header("Content-Security-Policy", security.VOILA_POLICY)
        payload = {
            "api": f"{base}api/me",
            "base": base,
            "first": service.open(first) if first else None,
            "host": "notebook",
            "participant": person.id[:8],
            "session": session,
            "texts": {name: texts[name] for name in TOLD},
        }
        self.render_page(
            "session", chapters=[f"notebooks/{name}"], person=person, payload=payload, states=states, mine=mine, contents=contents,
            body=session_page.page(name, base, states, opened, answers),
            preload=first and f"{content.activity(first).kind}.js", **values,
        )  # fmt: skip


class Session(NotebookPage):
    def get(self, number: str) -> None:
        t = content.texts()["pages"]
        near = {rel: int(number) + step for rel, step in (("prev", -1), ("next", 1))}
        links = [
            (rel, f"sessions/{n}", t["session"].format(number=n)) for rel, n in near.items() if 1 <= n <= 5
        ]
        title = t["session"].format(number=number)
        self.show(f"session-{number}", int(number), title=title, number=int(number), links=links)


class Further(NotebookPage):
    def get(self, id: str) -> None:
        here = further(id)
        if here is None:
            return self.render_page("error", 404, missing=True, message=None)
        number, one = here
        link = ("up", f"sessions/{number}", content.texts()["pages"]["session"].format(number=number))
        self.show(f"further-{id}", None, title=one.title, number=None, here=id, links=[link])


class Cases(Page):
    """The case explorer, which stands in a further chapter."""

    def get(self) -> None:
        if further(LIBRARY) is None:
            return self.render_page("error", 404, missing=True, message=None)
        self.redirect(f"{self.settings['base_url']}further/{LIBRARY}")


class Verify(Page):
    """Confirms a certificate that this server issued. Codes are guessed slowly: attempts are limited."""

    def get(self, code: str | None) -> None:
        code = self.get_argument("code", code or "")[:40]
        found = self.by_code("certificate", code, self.store.certificates.get) if code else None
        self.render_page("verify", 404 if code and not found else 200, code=code, found=found)


class Components(Page):
    """Every component of the interface, where the setting says so."""

    def get(self) -> None:
        if not settings().ui_page:
            return self.render_page("error", 404, missing=True, message=None)
        rtl = self.get_argument("dir", "") == "rtl"
        id = content.activity_ids()[0]  # its words stand around what is shown
        opened = {"spec": kinds.spec(id), "texts": kinds.texts(id, content.language())}
        self.render_page("ui", direction="rtl" if rtl else "ltr", payload=opened)


ROUTES = [
    (r"/", Home),
    (r"/work", Work),
    (r"/ui", Components),
    (r"/sessions/([1-5])", Session),
    (r"/voila/render/session-([1-5])\.ipynb", Session),
    (r"/further/([a-z0-9-]+)", Further),
    (r"/cases/?", Cases),
    (r"/cases/([a-z0-9-]+)", Case),
    (rf"/book/({'|'.join(chapters.CHAPTERS)})", Chapter),
    (r"/verify(?:/([^/]+))?", Verify),
]
