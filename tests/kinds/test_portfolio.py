"""The portfolio: when its certificate is earned."""

from govcourse import content
from govcourse.kinds.portfolio import rules as portfolio


def test_the_certificate_is_earned_by_the_rule_in_the_data():
    rule = content.activity("portfolio").certificate
    whole = {id: (1, 2) for id in rule.required}
    assert portfolio.complete(content.activity("portfolio"), whole)["earned"]
    few = {id: (1, 2) for id in rule.required[: rule.at_least - 1]} | {rule.required[-1]: (49, 100)}
    found = portfolio.complete(content.activity("portfolio"), few)
    assert not found["earned"] and len(found["counted"]) == rule.at_least - 1
