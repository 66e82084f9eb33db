"""The parts of a session page that come from data/sessions/."""

import pytest
from govcourse import content
from govcourse.content import session_parts


def test_an_overview_opens_with_what_the_last_session_left_and_what_was_to_be_prepared():
    texts = content.texts()["notebook"]
    page = session_parts.make(2, "overview")
    assert page.index(texts["last_time"]) < page.index(texts["before"]) < page.index(texts["objectives"])
    assert all(f"<td>{item.title}</td>" in page for item in content.session(2).agenda)


def test_a_first_session_for_which_nothing_was_to_be_done_begins_with_its_objectives(monkeypatch):
    monkeypatch.setattr(session_parts, "tasks_before", lambda number: [])
    texts = content.texts()["notebook"]
    page = session_parts.make(1, "overview")
    assert texts["objectives"] in page and texts["before"] not in page and texts["last_time"] not in page


@pytest.mark.parametrize(("number", "part"), [(6, "recap"), (0, "recap"), (1, "encore")])
def test_a_part_that_there_is_not_is_told(number, part):
    with pytest.raises(KeyError, match=f"no {part} of session {number}"):
        session_parts.make(number, part)


def test_a_copy_says_at_its_head_for_whom_it_was_made():
    assert session_parts.make(3, "overview", made_for=("<Fiji>", "Blue")).startswith(
        "<p>This copy was made for &lt;Fiji&gt;, Blue.</p>"
    )
    assert "This copy" not in session_parts.make(3, "overview", made_for=("", ""))
