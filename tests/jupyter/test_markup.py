"""Where a page mounts an exercise: its data is data, whatever stands in it."""

import json
import re

from govcourse.jupyter.markup import mount, place


def test_a_mount_point_holds_its_data_safely():
    made = mount({"id": "x", "title": "</script><b>", "text": "</script><script>alert(1)"}, {})
    assert made.count("<script") == 1 and made.count("</script") == 1
    assert "&lt;b&gt;" in made
    assert json.loads(re.search(r"json\">(.*?)</script>", made)[1])["spec"]["title"] == "</script><b>"


def test_a_place_on_the_server_names_the_exercise_and_its_session():
    made = place('x"><script>', 2)
    assert "<script>" not in made and 'data-session="2"' in made and "data-session" not in place("dtca")
