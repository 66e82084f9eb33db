"""An address for a pattern of the server's table: what the pattern allows, by chance, from known words where they fit."""

import random
import re
from collections.abc import Sequence
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

LETTERS = "abcxyzABC0189-_.~"


def example(pattern: str, chance: random.Random, known: Sequence[str]) -> str:
    """A path that `pattern` matches, or nearly: what looks ahead is passed over."""
    return _made(parser.parse(pattern.removesuffix("$").removeprefix("^")), chance, known)


def _made(parts: Any, chance: random.Random, known: Sequence[str]) -> str:
    return "".join(_one(op, given, chance, known) for op, given in parts)


def _one(op: Any, given: Any, chance: random.Random, known: Sequence[str]) -> str:
    if op is code.LITERAL:
        return chr(given)
    if op is code.SUBPATTERN:
        return _made(given[-1], chance, known)
    if op is code.BRANCH:
        return _made(chance.choice(given[1]), chance, known)
    if op in (code.MAX_REPEAT, code.MIN_REPEAT):
        least, most, what = given
        single = re.compile(_class(what)) if len(what) == 1 and what[0][0] in SINGLE else None
        if single and most > 1:
            fits = [one for one in known if least <= len(one) <= most and single.fullmatch(one)]
            if fits and chance.random() < 0.85:
                return chance.choice(fits)
        times = least if chance.random() < 0.3 else chance.randint(least, min(most, least + 8))
        return "".join(_made(what, chance, known) for _ in range(times))
    if op in SINGLE:
        single = re.compile(_class([(op, given)]))
        return chance.choice([one for one in LETTERS if single.fullmatch(one)] or ["x"])
    return ""  # what looks ahead or behind, ends and beginnings


SINGLE = (code.IN, code.ANY, code.NOT_LITERAL)
CATEGORIES = {code.CATEGORY_DIGIT: r"\d", code.CATEGORY_WORD: r"\w", code.CATEGORY_SPACE: r"\s"}


def _class(what: Any) -> str:
    """A pattern of any number of such characters."""
    ((op, given),) = what
    if op is code.ANY:
        return r"[^/]*"  # one step of a path is enough
    if op is code.NOT_LITERAL:
        return f"[^{re.escape(chr(given))}]*"
    members = ""
    for kind, value in given:
        if kind is code.NEGATE:
            members = "^" + members
        elif kind is code.LITERAL:
            members += re.escape(chr(value))
        elif kind is code.RANGE:
            members += f"{re.escape(chr(value[0]))}-{re.escape(chr(value[1]))}"
        else:
            members += CATEGORIES.get(value, r"\w")
    return f"[{members}]*"
