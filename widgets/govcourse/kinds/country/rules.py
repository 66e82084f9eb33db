"""What a room may see of the countries that its people chose. Tested by examples.json."""

from collections import Counter

from govcourse.json_types import Json
from govcourse.kinds.access import SMALLEST


def shown(answers: list[Json]) -> list[tuple[str, int]]:
    """Codes with how many chose them, most first: of five or more. As many are left out as it takes that nobody can work out,
    from the number of answers, what fewer than five chose."""
    chosen = Counter(answer["country"] for answer in answers if answer.get("country"))
    found = sorted(
        ((code, n) for code, n in chosen.items() if n >= SMALLEST), key=lambda one: (-one[1], one[0])
    )
    while found and 0 < len(answers) - sum(n for _, n in found) < SMALLEST:
        found.pop()
    return found
