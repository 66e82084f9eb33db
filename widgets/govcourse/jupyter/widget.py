"""The base widget: carries one exercise between its view and whoever keeps the answers."""

import base64
import html
import json
from pathlib import Path
from typing import Protocol

import anywidget
import traitlets

from govcourse.files import MIME, STATIC, file_name


class Source(Protocol):
    """Who keeps the answers: the store itself in JupyterLab, the course server in Voila."""

    def open(self, activity: str, language: str) -> dict: ...
    def save(self, activity: str, answer: object, version: object) -> dict: ...
    def export(self) -> dict: ...
    def load(self, text: str) -> dict: ...
    def document(self, activity: str, format: str) -> dict: ...
    def certificate(self, name: object) -> dict: ...


class ExerciseWidget(anywidget.AnyWidget):
    """One exercise. The view may set `request` and nothing else: every other trait is Python's.

    In JupyterLab it brings all that is shown. On a course server's page the exercise is there before the kernel: the
    widget carries its answers, and opens what it would show only when it is asked to (see kernel.ts).
    """

    activity = traitlets.Unicode().tag(sync=True)
    spec = traitlets.Dict().tag(sync=True)
    texts = traitlets.Dict().tag(sync=True)
    host = traitlets.Dict().tag(sync=True)
    answer = traitlets.Dict().tag(sync=True)
    version = traitlets.Int(0).tag(sync=True)
    request = traitlets.Dict().tag(sync=True, echo_update=False)
    reply = traitlets.Dict().tag(sync=True)

    def __init__(
        self,
        source: Source,
        activity: str,
        language: str = "en",
        session: int | None = None,
        scripts: str | None = None,
    ):
        """`scripts` is the path under which a course server has the front end; without one it travels along."""
        self._source, self._language, self._session, self._scripts = source, language, session, scripts
        traits = {} if scripts is not None else self._opened(source.open(activity, language))
        kind = "kernel" if scripts is not None else traits["spec"]["kind"]
        super().__init__(_esm=_module(kind, scripts), activity=activity, **traits)
        self.observe(self._on_request, "request")

    def _opened(self, opened: dict) -> dict:
        language = opened["language"]
        rtl = language.split("-")[0] in ("ar", "dv", "fa", "he", "ps", "ur", "yi")
        host = {
            "name": "notebook",
            "participant": opened["participant"],
            "documents": list(MIME),
            "language": language,
            "direction": "rtl" if rtl else "ltr",
            "session": self._session,
            "scripts": self._scripts or "",
        }
        return {**{name: opened[name] for name in ("spec", "texts", "answer", "version")}, "host": host}

    def set_state(self, sync_data):
        super().set_state({name: value for name, value in sync_data.items() if name == "request"})

    def _on_request(self, change) -> None:
        request = change["new"]
        id = request.get("id")
        work = {
            "open": self._open,
            "save": self._save,
            "read": self._read,
            "export": self._export,
            "import": self._import,
            "document": self._document,
            "certificate": self._certificate,
            "charts": self._charts,
        }.get(request.get("op"))
        answer = work(request) if work else {"ok": False, "code": "invalid", "message": "unknown request"}
        self.reply = {"id": id if isinstance(id, int) else 0, **answer}

    def _open(self, _: dict) -> dict:
        try:
            opened = self._source.open(self.activity, self._language)
        except RuntimeError as error:
            return {"ok": False, "code": "failed", "message": str(error)}
        with self.hold_sync():
            for name, value in self._opened(opened).items():
                setattr(self, name, value)
        return {"ok": True}

    def _save(self, request: dict) -> dict:
        outcome = self._source.save(self.activity, request.get("answer"), request.get("version"))
        if outcome["ok"]:
            # As it is stored: the view has this answer already; other views of it, and a reload, get it from here.
            self.version, self.answer = outcome["version"], outcome.pop("answer")
        return outcome

    def _read(self, request: dict) -> dict:
        activity = request.get("activity")
        if not self.spec and not (outcome := self._open(request))["ok"]:
            return outcome
        if activity not in {source["id"] for source in self.spec.get("sources", [])}:
            return {"ok": False, "code": "invalid", "message": "this exercise brings in nothing from there"}
        return self._source.read(activity)

    def _certificate(self, request: dict) -> dict:
        outcome = self._source.certificate(request.get("name"))
        return {"ok": True, "certificate": outcome} if outcome.pop("ok") else {"ok": False, **outcome}

    def _charts(self, _: dict) -> dict:
        """What draws charts: sent when one is shown, as Lab has no address of ours to load it from."""
        return {"ok": True, "text": (STATIC / "vega.js").read_text(encoding="utf-8")}

    def _export(self, _: dict) -> dict:
        outcome = self._source.export()
        if not outcome["ok"]:
            return outcome
        text = json.dumps(outcome["file"], ensure_ascii=False, indent=1)
        return {
            "ok": True,
            "file": {"name": "govcourse-answers.json", "mime": "application/json", "text": text},
        }

    def _import(self, request: dict) -> dict:
        text = request.get("text")
        outcome = self._source.load(text if isinstance(text, str) else "")
        if outcome["ok"]:
            opened = self._source.open(self.activity, self._language)
            self.version, self.answer = opened["version"], opened["answer"]
        return outcome

    def _document(self, request: dict) -> dict:
        outcome = self._source.document(self.activity, str(request.get("format")))
        if not outcome["ok"]:
            return outcome
        name = file_name(self.activity, request["format"])
        encoded = base64.b64encode(outcome["bytes"]).decode()
        return {"ok": True, "file": {"name": name, "mime": outcome["mime"], "base64": encoded}}

    def _repr_mimebundle_(self, **kwargs):
        bundle = super()._repr_mimebundle_(**kwargs)
        data, *rest = bundle if isinstance(bundle, tuple) else (bundle,)
        if data is not None and self._scripts is None:
            data = {**data, "text/html": mount(dict(self.spec), dict(self.texts), self._session)}
        return (data, *rest) if rest else data


class ConsoleWidget(anywidget.AnyWidget):
    """A room's console. It talks to the server with the facilitator's cookie; nothing comes back to the kernel."""

    payload = traitlets.Dict().tag(sync=True)

    def __init__(self, payload: dict, scripts: str):
        super().__init__(_esm=_module("console", scripts), payload=payload)

    def set_state(self, sync_data):
        """A comm message sets nothing."""


def _module(kind: str, scripts: str | None) -> str:
    """The view's module: itself, or where the browser gets it once for all exercises of its kind."""
    if scripts is None:
        return _script(kind).read_text(encoding="utf-8")
    return f'const kind = await import(new URL("{scripts}{kind}.js", location.origin)); export default kind.default;'


def _script(kind: str) -> Path:
    """Ours lie together; that of a kind that an academy installed lies with it."""
    if (built := STATIC / f"{kind}.js").exists():
        return built
    from govcourse import kinds

    return kinds.named(kind).script


def mount(spec: dict, texts: dict, session: int | None = None) -> str:
    """Where a page without kernel starts the exercise: its data, and a title for readers without scripts."""
    data = json.dumps({"spec": spec, "texts": texts}, ensure_ascii=False, separators=(",", ":"))
    data = data.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
    place = f' data-session="{session}"' if session else ""
    return (
        f'<div id="exercise-{html.escape(spec["id"])}" data-govcourse-mount="{html.escape(spec["id"])}"{place}>'
        f'<script type="application/json">{data}</script>'
        f"<noscript><p><strong>{html.escape(spec['title'])}</strong></p></noscript></div>"
    )
