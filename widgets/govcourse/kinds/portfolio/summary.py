"""Figures of the portfolio: what counts for the certificate. Worked examples test this and complete.ts."""

from govcourse import content
from govcourse.content.activity_models import Portfolio
from govcourse.kinds.answers import words


def complete(activity: Portfolio, shares: dict[str, tuple[int, int]]) -> dict:
    """Which of the required activities count, by `shares` (done, all); whether the certificate is earned."""
    rule = activity.certificate
    counted = [
        id for id in rule.required
        if id in shares and shares[id][0] * 100 >= rule.share * shares[id][1]
    ]  # fmt: skip
    return {"counted": counted, "need": rule.at_least, "earned": len(counted) >= rule.at_least}


def progress(activity: Portfolio, answer: dict) -> tuple[int, int]:
    return int(bool(words(answer.get("name")))), 1


def earned(answers: dict[str, dict]) -> dict:
    """As `complete`, from the answers of one learner by activity."""
    from govcourse.kinds import progress as of

    activity = content.activity("portfolio")
    return complete(activity, {id: of(id, answers.get(id, {})) for id in activity.certificate.required})
