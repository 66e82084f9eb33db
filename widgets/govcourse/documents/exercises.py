"""What one answer says as a document: pictures of it, then everything that was entered."""

import base64
import binascii

from govcourse import content
from govcourse.documents.blocks import (
    Block,
    Document,
    Fields,
    Heading,
    Items,
    Picture,
    Sheet,
    Slide,
    Table,
    Text,
)
from govcourse.documents.brand import Brand
from govcourse.documents.pictures import draw
from govcourse.kinds.answers import words
from govcourse.kinds.digest import digest, rows


def document(activity_id: str, answer: dict, brand: Brand, language: str = "en") -> Document:
    activity, texts = content.activity(activity_id), content.texts(language)
    sessions = ", ".join(texts["pages"]["session"].format(number=n) for n in activity.sessions)
    found = blocks(activity_id, answer, brand, language, level=1)
    return Document(
        activity.title,
        [Text(activity.lead, "lead"), *(found or [Text(texts["documents"]["empty"])])],
        subtitle=f"{content.course().title} · {sessions}",
        language=language,
    )


def blocks(activity_id: str, answer: dict, brand: Brand, language: str, level: int) -> list[Block]:
    """The answer without its title; headings begin at `level`. Nothing for an answer that says nothing."""
    if not answer:
        return []
    activity = content.activity(activity_id)
    special = WHOLE.get(activity.kind)
    if special:
        return special(activity, answer, brand, language, level)
    pictures = PICTURES.get(activity.kind, lambda *_: [])(activity, answer, brand, language)
    rest = parts(activity_id, answer, language, level)
    if activity.kind == "dtca" and pictures:
        rest = rest[1:]  # the scores, which the table gives
    return [*pictures, *rest]


def parts(activity_id: str, answer: dict, language: str, level: int) -> list[Block]:
    made: list[Block] = []
    for part in digest(activity_id, answer, language):
        if part["title"]:
            made.append(Heading(part["title"], level))
        pairs: list[tuple[str, str]] = []
        bullets: list[str] = []
        pictures: list[Picture] = []
        for line in part["lines"]:
            if line.get("image"):
                pictures += _photo(line)
            elif line["label"]:
                pairs.append((line["label"], line["text"]))
            else:
                bullets.append(line["text"])
        made += [Fields(pairs)] if pairs else []
        made += [Items(bullets)] if bullets else []
        made += pictures
    return made


def _photo(line: dict) -> list[Picture]:
    """A picture that was put in; one that cannot be read is left out, as its words are there."""
    try:
        image = base64.b64decode(line["image"].split(",", 1)[1], validate=True)
    except (IndexError, binascii.Error, ValueError):
        return []
    return [Picture(image, line["text"], line["text"], 0.6)]


def sheet(activity_id: str, answer: dict, language: str = "en") -> Sheet:
    """Everything that was entered, a row each."""
    head = [content.texts(language)["common"][f"rows_{key}"] for key in ("part", "label", "text")]
    return Sheet(
        content.activity(activity_id).title, head, [list(row) for row in rows(activity_id, answer, language)]
    )


# ---- pictures by kind


def _dtca(activity, answer, brand, language) -> list[Block]:
    from govcourse.kinds.charts import wrapped
    from govcourse.kinds.debrief.chart import gaps
    from govcourse.kinds.dtca.summary import profile

    found, t = profile(answer, content.instrument(activity.instrument)), content.texts(language)["documents"]
    known = [one for one in found.dimensions if one.mean is not None]
    if not known:
        return []
    chart = gaps([{"title": wrapped(one.title), "score": one.mean, "target": one.target} for one in known])
    bands = {band.id: band.title for band in content.instrument(activity.instrument).bands}
    weakest = min(known, key=lambda one: one.mean)
    message = t["profile_message"].format(title=weakest.title, mean=f"{weakest.mean:.1f}")
    table = Table(
        [t["dimension"], t["today"], t["band"], t["target"], t["gap"]],
        [
            [one.title, _one(one.mean), bands.get(one.band, "–"), one.target, _one(one.gap)]
            for one in found.dimensions
        ],
        t["profile_table"],
    )
    return [draw(chart, message, brand, f"{message}. {t['profile_caption']}"), table]


def _one(value: float | None) -> str:
    return "–" if value is None else f"{value:.1f}"


def _plot(activity, answer, brand, language) -> list[Block]:
    from govcourse.kinds.plot.chart import places
    from govcourse.kinds.plot.summary import ranking

    items, t = (
        [one for one in answer.get("items", []) if words(one.get("name"))],
        content.texts(language)["documents"],
    )
    if not items:
        return []
    ranked = ranking(items, activity.rank)
    message = t["plot_message"].format(name=ranked[0]["name"], n=len(items))
    titles = {(one.x, one.y): one.title for one in activity.quadrants}
    place = {one["id"]: n for n, one in enumerate(items, 1)}
    table = Table(
        ["", activity.item, activity.x.title, activity.y.title, t["quadrant"]],
        [
            [
                place[one["id"]],
                one["name"],
                round(one.get("x", 50)),
                round(one.get("y", 50)),
                titles[one["quadrant"]],
            ]
            for one in ranked
        ],
        t["ranked"],
    )
    return [draw(places(activity, items), message, brand, message), table]


def _matrix(activity, answer, brand, language) -> list[Block]:
    from govcourse.kinds.charts import bars
    from govcourse.kinds.matrix.summary import totals, urgent

    t = content.texts(language)
    if activity.options:
        found = [one for one in totals(activity, answer) if one["most"]]
        shown = [
            {
                "title": one["title"] or t["documents"]["untitled"],
                "value": one["total"],
                "shown": f"{one['total']} / {one['most']}",
            }
            for one in found
        ]
    else:
        levels = {one["value"]: one["title"] for one in _levels(activity)}
        found = urgent(activity, answer)
        shown = [
            {"title": one["title"], "value": one["value"], "shown": levels[one["value"]]} for one in found
        ]
    if not shown or len({level["value"] for level in _levels(activity)}) < 2:
        return []
    message = _headline(activity, found[0], shown[0], t)
    return [draw(bars(shown), message, brand, message)]


def _headline(activity, first: dict, shown: dict, t) -> str:
    """What the exercise's own page says above the picture."""
    if activity.options:
        return t["documents"]["matrix_message"].format(**shown)
    if first["gap"] <= 0:
        return t["matrix"][f"profile_best_{activity.best}"].format(row=shown["title"], level=shown["shown"])
    target = next(one["title"] for one in _levels(activity) if one["value"] == first["target"])
    return t["matrix"]["profile_gap"].format(**{"row": shown["title"], "from": shown["shown"], "to": target})


def _levels(activity) -> list[dict]:
    from govcourse.kinds.matrix.model import levels

    return levels(activity)


PICTURES = {"dtca": _dtca, "plot": _plot, "matrix": _matrix}


# ---- the plan, which has a form of its own


def _plan(activity, answer, brand, language, level) -> list[Block]:
    from govcourse.documents.plan import blocks as plan

    return plan(activity, answer, brand, language, level)


WHOLE = {"plan": _plan}


# ---- slides


def slides(activity_id: str, answer: dict, brand: Brand, language: str = "en") -> list[Slide]:
    """A canvas makes its own slides; a plan one for each goal, and its time line."""
    activity = content.activity(activity_id)
    if activity.kind == "plan":
        from govcourse.documents.plan import slides as plan

        return plan(activity, answer, brand, language)
    from govcourse.kinds.canvas.summary import slides as canvas

    texts, minutes = content.texts(language)["canvas"], activity.slides.minutes
    made = canvas(activity, answer) or [
        {"title": activity.title, "byline": "", "points": [{"label": "", "text": activity.empty}]}
    ]
    speaking = texts["speaking"].format(minutes=minutes)
    return [
        Slide(
            one["title"], [(point["label"], point["text"]) for point in one["points"]], one["byline"],
            f"{texts['slide_n'].format(n=number, all=len(made))}. {speaking}",
        )
        for number, one in enumerate(made, 1)
    ]  # fmt: skip
