"""What is to be done before a session."""

from govcourse.content.preparation import prepared_for, tasks_before


def test_what_is_to_be_done_before_a_session_leaves_out_what_is_optional():
    asked = {task.activity for task in tasks_before(2) if task.activity}
    assert "country-profile" in asked and prepared_for(2) == ["dtca"]
