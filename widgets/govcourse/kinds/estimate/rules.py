"""How the estimates of a room are spread, before and after its talk. Tested by examples.json."""

import statistics

from govcourse.json_types import Json
from govcourse.kinds.estimate.activity import Estimate
from govcourse.kinds.estimate.shapes import Spread, Step

STEPS = 10  # at most, between the lowest and the highest estimate


def spread(activity: Estimate, given: list[float]) -> Spread:
    """In steps of one width, which is whole where the range is."""
    if not given:
        return {"n": 0, "steps": [], "quartiles": []}
    width = -(-(activity.high - activity.low) // STEPS)
    lows = range(activity.low, activity.high, width)
    counts = [0] * len(lows)
    for one in given:
        counts[min(len(lows) - 1, max(0, int((one - activity.low) // width)))] += 1
    steps: list[Step] = [
        {"low": low, "high": min(activity.high, low + width), "count": count}
        for low, count in zip(lows, counts, strict=True)
    ]
    quartiles = statistics.quantiles(given, n=4, method="inclusive") if len(given) > 1 else given * 3
    return {"n": len(given), "steps": steps, "quartiles": quartiles}


def rounds(activity: Estimate, answers: list[Json]) -> dict[str, Spread]:
    return {
        name: spread(activity, [one[name] for one in answers if one.get(name) is not None])
        for name in ("first", "second")
    }
