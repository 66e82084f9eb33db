"""What stands folded on a page until somebody opens it: an exercise as a card, and long reading before the first of them."""

import re
from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from govcourse import content

PACE = 1000  # letters that one reads in a minute
LONG = 800  # letters from which on reading is folded between exercises
BEFORE = 600  # and before the first of them
IN_SIGHT = ('class="gc-fragment"', "data-cell=", "data-govcourse-chart")  # an overview, and what computes
NO_TEXT = re.compile(r"<figure.*?</figure>|<div class=\"gc-case-cards.*?</ul></div>|<[^>]+>", re.S)
END = "</details>"
SENTENCE = re.compile(r".+?[.?!…](?=\s|$)|.+", re.S)
VERBS = {"open": "card_open", "begun": "card_go_on", "done": "card_again"}


def card(
    id: str,
    place: str,
    language: str = "en",
    state: str = "open",
    progress: tuple[int, int] = (0, 0),
    opened: bool = False,
    answer: str = "",
) -> str:
    """An exercise as a line of a list, around the `place` where it is mounted once it is opened; `answer` is what paper has of it."""
    activity, texts = content.activity(id), content.texts(language)
    t, common = texts["pages"], texts["common"]
    marks = f"{common['minutes'].format(minutes=activity.minutes)} · {common[f'setting_{activity.setting}']}"
    point = SENTENCE.match(activity.lead)
    title, lead = escape(activity.title), escape(point[0] if point else "")
    counted = escape(t["card_progress"].format(done=progress[0], all=progress[1])) if progress[1] else ""
    states = "".join(
        f'<span data-in="{name}">{escape(t[f"state_{name}"])}'
        + (f' <span data-count="{escape(t["card_progress"])}">{counted}</span>' if name == "begun" else "")
        + "</span>"
        for name in VERBS
    )
    verbs = "".join(f'<span data-in="{name}">{escape(t[key])}</span>' for name, key in VERBS.items())
    return (
        f'<details class="gc-fold" data-card="{escape(id)}" data-state="{state}"{" open" if opened else ""}>'
        f'<summary><h3 class="gc-fold-title">{title}</h3><span class="gc-fold-marks">{escape(marks)}</span>'
        f'<span class="gc-fold-point">{lead}</span><span class="gc-fold-state">{states}</span>'
        f'<span class="gc-fold-go">{verbs}</span>'
        f'<span class="gc-fold-away">{escape(t["card_fold"])}<span class="gc-fold-of"> {title}</span></span></summary>'
        f'<div class="gc-fold-answer">{answer}</div>{place}<noscript><p>{escape(t["no_script"])}</p></noscript></details>'
    )


def answer(parts: Iterable[Mapping[str, Any]]) -> str:
    """An answer as its outline reads it back, for paper; the browser does the same in book/cards.ts."""
    return "".join(
        (f"<h4>{escape(part['title'])}</h4>" if part["title"].strip() else "")
        + "<dl>"
        + "".join(
            f"<div><dt>{escape(line['label'])}</dt><dd>{escape(line['text'])}"
            + (f'<img alt="" src="{escape(line["image"])}">' if line.get("image") else "")
            + "</dd></div>"
            for line in part["lines"]
        )
        + "</dl>"
        for part in parts
    )


def reading(html: str, first: bool, language: str = "en") -> str:
    """What is to be read at a stretch, with its headings and their first paragraphs; the rest of each part is folded, where it is long.

    What comes `first`, before any exercise, is folded sooner, and chapter by chapter. What computes stays in sight.
    """
    parts = re.split(r"(?=<h2\b)" if first else r"(?=<h[23]\b)", html)
    return "".join(_short(part, BEFORE if first else LONG, language) for part in parts)


def _short(part: str, long: int, language: str) -> str:
    head = re.match(r"\s*(?:<h[123]\b.*?</h[123]>\s*)?(?:<p>.*?</p>\s*)?", part, re.S)
    assert head  # nothing of it has to be there
    rest = part[head.end() :]
    letters = len(NO_TEXT.sub("", rest))
    if letters < long or any(one in rest for one in IN_SIGHT):
        return part
    return f"{head[0]}{begin(letters, language)}{rest}{END}"


def begin(letters: int, language: str = "en") -> str:
    """How a fold around so many letters begins."""
    said = content.texts(language)["pages"]["read_on"].format(minutes=max(1, round(letters / PACE)))
    return f'<details class="gc-more"><summary>{escape(said)}</summary>'
