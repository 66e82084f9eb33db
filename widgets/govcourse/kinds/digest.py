"""An answer as one reads it back: headings with lines. Tests compare this with portfolio/digest.ts on all examples."""

from govcourse import content, kinds
from govcourse.kinds.answers import words
from govcourse.kinds.dtca.summary import profile
from govcourse.kinds.matrix import summary as matrix
from govcourse.kinds.poll.summary import answered
from govcourse.kinds.quiz.summary import right

Line = dict[str, str]  # label, text, and image: an address of data
Part = dict  # {"title", "lines": [Line]}


def digest(activity_id: str, answer: dict, language: str = "en") -> list[Part]:
    """The parts of an answer that say something, in the order of the activity."""
    activity, texts = content.activity(activity_id), content.texts(language)["common"]
    parts = KINDS[activity.kind](activity, answer, texts)
    return [part for part in parts if part["lines"] or part["title"]]


def rows(activity_id: str, answer: dict, language: str = "en") -> list[tuple[str, str, str]]:
    """The same as rows of a table: part, label, text."""
    return [
        (part["title"], line["label"], line["text"])
        for part in digest(activity_id, answer, language)
        for line in part["lines"] or [_line("", "")]
    ]


def _line(label: object, text: object) -> Line:
    return {"label": str(label or ""), "text": str(text)}


def _part(lines: list[Line], title: str = "") -> Part:
    return {"title": title or "", "lines": lines}


def _lines(pairs: list[tuple[object, object]]) -> list[Line]:
    return [_line(label, text) for label, text in pairs if text is not None and str(text).strip()]


def _title(entries: list[dict], id: str) -> str:
    return next((one["title"] for one in entries if one["id"] == id), id)


def _dtca(activity, answer, t):
    instrument = content.instrument(activity.instrument)
    score = lambda row: t["digest_score"].format(  # noqa: E731
        mean="–" if row.mean is None else f"{row.mean:.1f}", target="–" if row.target is None else row.target
    )
    scored = [_line(row.title, score(row)) for row in profile(answer, instrument).dimensions if row.answered]
    statements = [one for dimension in instrument.dimensions for one in dimension.statements]
    comments = [(one.text, answer.get("items", {}).get(one.id, {}).get("comment")) for one in statements]
    return [_part(scored), _part(_lines(comments), t["digest_comments"])]


def _sdg(activity, answer, t):
    goals = {goal.number: goal.title for goal in content.goals().goals}
    goal, notes = answer.get("goal"), answer.get("notes", {})
    asked = [(one.title, notes.get(one.id)) for one in activity.questions]
    chosen = f"{goal}. {goals[goal]}" if goal else ""
    return [_part(_lines([(t["digest_goal"], chosen), *asked, (t["digest_pitch"], answer.get("pitch"))]))]


def _plot(activity, answer, t):
    def item(one):
        fields = [(field.title, one.get("fields", {}).get(field.id)) for field in activity.fields]
        place = [
            (axis.title, _rounded(one.get(name, 50))) for name, axis in (("x", activity.x), ("y", activity.y))
        ]
        return _part(_lines([*place, *fields]), one.get("name", ""))

    return [item(one) for one in answer.get("items", [])]


def _rounded(value: float) -> int:
    """As a browser rounds: halves go up."""
    return int(value + 0.5)


def _plan(activity, answer, t):
    def step(one):
        return _line(
            ", ".join(filter(None, (one.get("owner"), one.get("end")))),
            one.get("step") or t["untitled"],
        )

    return [
        _part([step(one) for one in goal.get("steps", [])], goal.get("title", ""))
        for goal in answer.get("goals", [])
    ]


def _poll(activity, answer, t):
    given, lines = answer.get("answers", {}), []
    for one in kinds.spec(activity.id)["asked"]:
        question = next(q for q in activity.questions if q.id == one["id"])
        mine = given.get(one["key"], {})
        if not answered(question, mine):
            continue
        chosen = [_title(one["options"], id) for id in mine.get("chosen", [])]
        said = [*chosen, mine.get("value"), mine.get("text")]
        lines.append(_line(one["text"], "; ".join(str(part) for part in said if part)))
    return [_part(lines)]


def _quiz(activity, answer, t):
    given = answer.get("answers", {})
    checked = [one for one in activity.questions if given.get(one.id, {}).get("checked")]
    told = {True: t["digest_right"], False: t["digest_wrong"]}
    return [_part([_line(one.text, told[right(one, given[one.id])]) for one in checked])]


def _whiteboard(activity, answer, t):
    groups, votes = answer.get("groups", []), answer.get("votes", {})
    named = {group["id"]: group.get("title", group["id"]) for group in groups}
    notes = [
        _line(named.get(note["group"], note["group"]) if note.get("group") else "", note.get("text", "") + (" " + "●" * votes[note["id"]] if votes.get(note["id"]) else ""))
        for note in answer.get("notes", [])
    ]  # fmt: skip
    return [_part(notes), _part([_line("", text) for text in answer.get("comments", {}).values()])]


def _matrix(activity, answer, t):
    brief = kinds.brief(activity.id)
    heads = _part(_lines([(head.title, answer.get("heads", {}).get(head.id)) for head in activity.heads]))
    level = lambda id: _title(brief["levels"], id) if id else ""  # noqa: E731
    if activity.options:
        ask = next(one.id for one in activity.asks if one.type == "level")
        parts = [heads]
        for one in matrix.totals(activity, answer):
            marks = next(o for o in answer["options"] if o["id"] == one["id"]).get("marks", {})
            lines = _lines(
                [(row["title"], level(marks.get(row["id"], {}).get(ask))) for row in brief["rows"]]
            )
            if activity.weights:
                lines.append(_line(t["digest_total"], f"{one['total']} / {one['most']}"))
            parts.append(_part(lines, one["title"]))
        return parts
    cells = answer.get("cells", {})
    value = lambda ask, cell: level(cell.get(ask.id)) if ask.type == "level" else cell.get(ask.id)  # noqa: E731
    return [heads] + [
        _part(_lines([(ask.title, value(ask, cells[row["id"]])) for ask in activity.asks]), row["title"])
        for row in brief["rows"]
        if row["id"] in cells
    ]


def _canvas(activity, answer, t):
    fields = [(field.title, answer.get("fields", {}).get(field.id)) for field in activity.fields]
    titles = [{"id": field.id, "title": field.title} for field in activity.fields]
    moves = [
        _line(
            " · ".join(filter(None, (move.get("date"), _title(titles, move["to"])))), move.get("why") or "→"
        )
        for move in answer.get("moves", [])
    ]
    return [_part(_lines(fields)), _part(moves)]


def _explorer(activity, answer, t):
    cases = kinds.brief(activity.id)["cases"]
    return [_part([_line(_title(cases, id), note or "✓") for id, note in answer.get("saved", {}).items()])]


def _workspace(activity, answer, t):
    parts = []
    for stage in activity.stages:
        if stage.id not in answer.get("stages", {}):
            continue
        mine = answer["stages"][stage.id]
        lines = [
            _line("", ("✓ " if note.get("chosen") else "") + note.get("text", ""))
            for note in mine.get("notes", [])
        ]
        for form in mine.get("forms", []):
            fields = stage.form.fields if stage.form else []
            lines += _lines([(field.title, form.get("fields", {}).get(field.id)) for field in fields])
            if form.get("photo"):
                lines.append({**_line("", form.get("alt") or stage.form.item), "image": form["photo"]})
        parts.append(_part(lines, stage.title))
    return parts


def _debrief(activity, answer, t):
    notes = [(step.prompt, answer.get("notes", {}).get(step.id)) for step in activity.steps]
    carried = [_line(gap.get("name", ""), gap.get("note") or "✓") for gap in answer.get("carried", [])]
    return [_part(_lines(notes)), _part(carried)]


def _portfolio(activity, answer, t):
    titles = {id: content.activity(id).title for id in answer.get("notes", {})}
    return [_part(_lines([(titles[id], words(note)) for id, note in answer.get("notes", {}).items()]))]


KINDS = {
    "dtca": _dtca, "sdg": _sdg, "plot": _plot, "plan": _plan, "poll": _poll, "quiz": _quiz, "whiteboard": _whiteboard,
    "matrix": _matrix, "canvas": _canvas, "explorer": _explorer, "workspace": _workspace, "debrief": _debrief,
    "portfolio": _portfolio,
}  # fmt: skip
