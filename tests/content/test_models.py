"""What the models of data/ refuse."""

import pytest
from govcourse import content


@pytest.mark.parametrize(
    ("whole", "spoil", "why"),
    [
        (content.instrument, lambda data: data["dimensions"].append(data["dimensions"][0]), "two statements have one id"),
        (content.pillars, lambda data: data["pillars"][3]["cells"].popitem(), "each of the four levels"),
        (content.tools, lambda data: data["tools"][0].update(stage="nowhere"), "there is no such stage"),
        (content.report_plan, lambda data: data["slides"][0].update(section="nowhere"), "there is no section nowhere"),
    ],
)  # fmt: skip
def test_a_list_that_contradicts_itself_says_where(whole, spoil, why):
    data = whole().model_dump()
    spoil(data)
    with pytest.raises(ValueError, match=why):
        type(whole()).model_validate(data)
