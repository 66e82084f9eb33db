"""The base widget: carries one exercise between its view and whoever keeps the answers."""

import base64
import json
from pathlib import Path
from typing import Any, Protocol

import anywidget
import traitlets

from govcourse.files import MIME, STATIC, file_name
from govcourse.json_types import Json
from govcourse.jupyter.markup import mount


class Source(Protocol):
    """Who keeps the answers, in JupyterLab: this computer's store."""

    def open(self, activity: str, language: str) -> Json: ...
    def save(self, activity: str, answer: object, version: object) -> Json: ...
    def read(self, activity: str) -> Json: ...
    def export(self) -> Json: ...
    def load(self, text: str) -> Json: ...
    def document(self, activity: str, format: str) -> Json: ...
    def country(self, code: object) -> Json: ...
    def earlier(self, activity: str, code: object) -> Json: ...
    def certificate(self, name: object) -> Json: ...


class ExerciseWidget(anywidget.AnyWidget):
    """One exercise in JupyterLab. The view may set `request` and nothing else: every other trait is Python's."""

    activity = traitlets.Unicode().tag(sync=True)
    spec = traitlets.Dict().tag(sync=True)
    texts = traitlets.Dict().tag(sync=True)
    host = traitlets.Dict().tag(sync=True)
    # Whoever sets these in a cell would see what is stored nowhere: `exercise(…).answer` saves.
    answer = traitlets.Dict(read_only=True).tag(sync=True)
    version = traitlets.Int(read_only=True).tag(sync=True)
    request = traitlets.Dict().tag(sync=True, echo_update=False)
    reply = traitlets.Dict().tag(sync=True)
    _css = traitlets.Unicode().tag(sync=True)  # what pages have in their own sheets

    def __init__(self, source: Source, activity: str, language: str = "en", session: int | None = None):
        self._source, self._language, self._session = source, language, session
        opened = source.open(activity, language)
        self._first = opened["answer"], opened["version"]
        script = _script(opened["spec"]["kind"]).read_text(encoding="utf-8")
        super().__init__(_esm=script, activity=activity, **self._opened(opened))
        self.observe(self._on_request, "request")

    def _opened(self, opened: Json) -> Json:
        language = opened["language"]
        host = {
            "name": "notebook",
            "participant": opened["participant"],
            "documents": list(MIME),
            "language": language,
            "direction": opened["direction"],
            "session": self._session,
        }
        return {"spec": opened["spec"], "texts": opened["texts"], "host": host}

    @traitlets.default("_css")
    def _looks(self) -> str:
        return (STATIC / "ui.css").read_text(encoding="utf-8")

    @traitlets.default("answer")
    def _first_answer(self) -> Json:
        answer: Json = self._first[0]
        return answer

    @traitlets.default("version")
    def _first_version(self) -> int:
        version: int = self._first[1]
        return version

    def show(self, answer: Json, version: int) -> None:
        """Shows an answer as it is stored. The version goes first: a view takes both once it hears of the answer."""
        self.set_trait("version", version)
        self.set_trait("answer", answer)

    def set_state(self, sync_data: Json) -> None:
        super().set_state({name: value for name, value in sync_data.items() if name == "request"})

    def _on_request(self, change: Json) -> None:
        request = change["new"]
        id = request.get("id")
        work = {
            "save": self._save,
            "read": self._read,
            "export": self._export,
            "import": self._import,
            "document": self._document,
            "country": self._country,
            "earlier": self._earlier,
            "certificate": self._certificate,
            "charts": self._charts,
        }.get(request.get("op"))
        answer = work(request) if work else {"ok": False, "code": "invalid", "message": "unknown request"}
        self.reply = {"id": id if isinstance(id, int) else 0, **answer}

    def _save(self, request: Json) -> Json:
        outcome = self._source.save(self.activity, request.get("answer"), request.get("version"))
        if outcome["ok"]:
            # As it is stored: the view has this answer already; other views of it, and a reload, get it from here.
            self.show(outcome.pop("answer"), outcome["version"])
        return outcome

    def _read(self, request: Json) -> Json:
        activity = request.get("activity")
        if not isinstance(activity, str) or activity not in {
            source["id"] for source in self.spec.get("sources", [])
        }:
            return {"ok": False, "code": "invalid", "message": "this exercise brings in nothing from there"}
        return self._source.read(activity)

    def _certificate(self, request: Json) -> Json:
        outcome = self._source.certificate(request.get("name"))
        return {"ok": True, "certificate": outcome} if outcome.pop("ok") else {"ok": False, **outcome}

    def _country(self, request: Json) -> Json:
        """What is loaded of a country, beside its groups: sent when it is chosen, as all of them would be much."""
        return self._source.country(request.get("country"))

    def _earlier(self, request: Json) -> Json:
        return self._source.earlier(self.activity, request.get("code"))

    def _charts(self, _: Json) -> Json:
        """What draws charts: sent when one is shown, as Lab has no address of ours to load it from."""
        return {"ok": True, "text": (STATIC / "vega.js").read_text(encoding="utf-8")}

    def _export(self, _: Json) -> Json:
        outcome = self._source.export()
        if not outcome["ok"]:
            return outcome
        text = json.dumps(outcome["file"], ensure_ascii=False, indent=1)
        return {
            "ok": True,
            "file": {"name": "govcourse-answers.json", "mime": "application/json", "text": text},
        }

    def _import(self, request: Json) -> Json:
        text = request.get("text")
        outcome = self._source.load(text if isinstance(text, str) else "")
        if outcome["ok"]:
            opened = self._source.open(self.activity, self._language)
            self.show(opened["answer"], opened["version"])
        return outcome

    def _document(self, request: Json) -> Json:
        outcome = self._source.document(self.activity, str(request.get("format")))
        if not outcome["ok"]:
            return outcome
        name = file_name(self.activity, request["format"])
        encoded = base64.b64encode(outcome["bytes"]).decode()
        return {"ok": True, "file": {"name": name, "mime": outcome["mime"], "base64": encoded}}

    def _repr_mimebundle_(self, **kwargs: Any) -> Any:
        bundle = super()._repr_mimebundle_(**kwargs)
        data, *rest = bundle if isinstance(bundle, tuple) else (bundle,)
        if data is not None:
            data = {**data, "text/html": mount(dict(self.spec), dict(self.texts), self._session)}
        return (data, *rest) if rest else data


class ConsoleWidget(anywidget.AnyWidget):
    """A room's console on its dashboard. It talks to the server with the facilitator's cookie, nothing to the kernel."""

    room = traitlets.Unicode().tag(sync=True)
    base = traitlets.Unicode().tag(sync=True)

    def __init__(self, room: str, base: str):
        """`base` is the course server's path on its site, which ends with a slash."""
        super().__init__(_esm=CONSOLE.format(base=base), room=room, base=base)

    def set_state(self, sync_data: Json) -> None:
        """A comm message sets nothing."""


# The browser gets the console once, from the server.
CONSOLE = 'const {{ default: view }} = await import(new URL("{base}static/console.js", location.origin)); export default view;'


def _script(kind: str) -> Path:
    """Ours lie together; that of a kind that an academy installed lies with it."""
    if (built := STATIC / f"{kind}.js").exists():
        return built
    from govcourse import kinds

    return kinds.named(kind).script
