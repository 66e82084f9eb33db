"""What counts for the certificate. Worked examples test this and rules.ts."""

from govcourse.kinds.portfolio.activity import Portfolio
from govcourse.kinds.shapes import Earned


def complete(activity: Portfolio, shares: dict[str, tuple[int, int]]) -> Earned:
    """Which of the required activities count, by `shares` (done, all); whether the certificate is earned."""
    rule = activity.certificate
    counted = [
        id for id in rule.required
        if id in shares and shares[id][0] * 100 >= rule.share * shares[id][1]
    ]  # fmt: skip
    return {"counted": counted, "need": rule.at_least, "earned": len(counted) >= rule.at_least}
