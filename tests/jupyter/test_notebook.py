"""What a notebook calls."""

import html

import pytest
from govcourse import exercise, overview, preparation, recap


def test_an_unknown_activity_is_told_with_those_there_are():
    with pytest.raises(KeyError, match="dtca"):
        exercise("nowhere")


@pytest.mark.parametrize("part", [overview, recap, preparation])
def test_a_session_s_parts_come_from_the_data(part):
    from govcourse import content

    made = part(2)._repr_html_()
    session = content.session(2)
    expected = {
        "overview": session.objectives[0].text,
        "recap": session.recap[0],
        "preparation": session.preparation[0].text,
    }
    assert html.escape(expected[part.__name__]) in made
