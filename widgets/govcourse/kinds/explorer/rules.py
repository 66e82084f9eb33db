"""When a case was, and which cases a room saved."""

import re
from collections import Counter

from govcourse.json_types import Json
from govcourse.kinds.explorer.activity import Explorer
from govcourse.kinds.explorer.shapes import Figures


def period(year: str) -> str:
    """Decade of the first year that is named, such as "2010s"; "" without one."""
    found = re.search(r"\b(19|20)\d\d\b", year)
    return f"{found[0][:3]}0s" if found else ""


def figures(activity: Explorer, answers: list[Json]) -> Figures:
    """How many saved each case, most first."""
    saved = Counter(id for answer in answers for id in answer.get("saved", {}))
    return {"n": len(answers), "saved": [{"id": id, "count": count} for id, count in saved.most_common()]}
