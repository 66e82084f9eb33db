"""What documents show of answers where a kind says no better."""

from govcourse import content, kinds
from govcourse.kinds.report import Page, RoomAnswers, blocks_of
from govcourse.layout.blocks import Heading
from govcourse.layout.brand import Brand

PAGE = Page(Brand())


def test_of_a_room_each_team_s_work_is_read_back_and_who_wrote_nothing_is_left_out():
    activity = content.activity("ndp-priorities")
    answers = [{"fields": {"priority-1": "Clean water"}}, {}, {"fields": {"priority-1": "Schools"}}]
    made = (
        kinds.kind(activity.id)
        .report()
        .room(activity, RoomAnswers(answers, teams=["Ministry", "", "Agency"]), PAGE)
    )
    headings = [one.text for one in made if isinstance(one, Heading) and one.level == 2]
    assert headings == ["Ministry", "Agency"]
    assert "Schools" in str(made) and "Clean water" in str(made)


def test_a_picture_that_cannot_be_read_is_left_out_and_its_words_stay():
    lines = [
        {"label": "Form", "text": "A form"},
        {"label": "", "text": "alt", "image": "data:image/png;base64,!"},
    ]
    assert "A form" in str(made := blocks_of([{"title": "", "lines": lines}], 2)) and "Picture" not in str(
        made
    )
