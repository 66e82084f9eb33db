"""A room's data by HTTP: for its facilitators and its dashboard, without what fewer than five people gave."""

import re

import httpx
import pytest
from govcourse import content, room
from govcourse.kinds.tables import Column

from tests.running import TOKEN, course_that_computes, server
from tests.server.conftest import FACILITATOR, Room, open_activity

CALLS = ("frames", "frames/dtca", "charts/dtca")


def answered(client, at, people, activity="sdg-pitch", answer=None):
    open_activity(client, at, activity)
    for n in range(people):
        token = client.post(f"{at.path}/participants", json={}).json()["token"]
        client.cookies.clear()
        body = {"answer": answer or {"goal": 1 + n}, "version": 0}
        right = {"Authorization": f"Bearer {token}"}
        client.put(f"{at.path}/answers/{activity}", json=body, headers=right).raise_for_status()


@pytest.mark.parametrize("call", CALLS)
def test_only_those_who_lead_the_room_are_answered(client, room, call):
    for who, right in room.people.items():
        status = client.get(f"{room.path}/{call}", headers=right).status_code
        assert (status == 200) == (who in ("server", "facilitator")), who


def test_a_frame_comes_with_its_columns_once_five_have_answered_and_the_next_ones_wait_for_five(client, room):
    path = f"{room.path}/frames/sdg-pitch"
    answered(client, room, 4)

    def table():
        return client.get(path, headers=FACILITATOR).json()["tables"][0]

    few = table()
    assert few["rows"] == [] and Column(**few["columns"][0]).name == "respondent"
    answered(client, room, 1)
    assert len(table()["rows"]) == 5
    answered(client, room, 4)
    assert len(table()["rows"]) == 5
    answered(client, room, 1)
    assert len(table()["rows"]) == 10


def test_what_is_private_or_not_there_is_refused_in_words(client, room):
    for call in ("frames", "charts"):
        assert client.get(f"{room.path}/{call}/reflection", headers=FACILITATOR).status_code == 403
        assert client.get(f"{room.path}/{call}/nowhere", headers=FACILITATOR).status_code == 404
        other = client.get(f"{room.path}/{call}/maturity-grid", headers=FACILITATOR)
        assert other.status_code == 404 and "no session of this room" in other.json()["error"]["message"]


def test_the_list_says_where_enough_have_answered(client, room):
    answered(client, room, 5)
    listed = client.get(f"{room.path}/frames", headers=FACILITATOR).json()
    by_id = {one["id"]: one for one in listed["activities"]}
    assert by_id["sdg-pitch"]["shown"] and not by_id["dtca"]["shown"] and "reflection" not in by_id


def test_a_chart_is_made_for_five_people_and_for_fewer_there_is_none(client, room):
    asked = content.instrument().dimensions[0].statements
    answer = {"items": {one.id: {"value": n} for n, one in enumerate(asked, 1)}}
    path = f"{room.path}/charts/dtca"
    answered(client, room, 4, "dtca", answer)
    assert "too few" in client.get(path, headers=FACILITATOR).json()["nothing"]
    answered(client, room, 1, "dtca", answer)
    made = client.get(path, headers=FACILITATOR).json()
    assert made["message"] and made["chart"]["description"] == made["message"]


def test_a_notebook_elsewhere_reads_it_with_the_facilitator_s_link(client, address, room):
    answered(client, room, 6)
    cohort = room_of(f"{address}/facilitator/{room.code}?key={room.key}")
    assert sorted(cohort.frame("sdg-pitch")["goal"]) == [1, 2, 3, 4, 5, 6]
    assert cohort.activities().set_index("activity").loc["sdg-pitch", "answers"] == 6
    with pytest.raises(PermissionError):
        room_of(f"{address}/facilitator/{room.code}?key=wrong").frame("sdg-pitch")
    with pytest.raises(KeyError):
        cohort.frame("reflection")


def room_of(link):
    return room(key=link)


def test_a_deleted_room_leaves_nothing_that_was_given_out(client, room):
    answered(client, room, 6)
    client.get(f"{room.path}/frames/sdg-pitch", headers=FACILITATOR)
    client.delete(room.path, headers=FACILITATOR)
    assert client.get(f"{room.path}/frames/sdg-pitch", headers=FACILITATOR).status_code == 404


@pytest.mark.parametrize("dashboard", ["facilitator", "analysis"])
def test_a_dashboard_is_for_whoever_holds_the_room_s_link(client, room, dashboard):
    path = f"/voila/render/{dashboard}.ipynb"
    client.cookies.clear()
    for of in (room.code, "NOSUCH"):
        refused = client.get(path, params={"room": of}, follow_redirects=False)
        assert refused.status_code in (403, 404) and "kernelId" not in refused.text
    assert client.get(path, params={"room": room.code}, follow_redirects=False).status_code == 403
    nowhere = client.get(path, follow_redirects=False)
    assert nowhere.status_code == 302 and nowhere.headers["Location"].endswith("/facilitator")


def test_the_dashboard_of_a_room_computes_with_its_frames(tmp_path):
    import nbformat

    root = course_that_computes(tmp_path)
    path = root / "notebooks" / "facilitator.ipynb"
    notebook = nbformat.read(path, as_version=4)
    cell = "from govcourse import room\nprint('goals', sorted(room().frame('sdg-pitch')['goal'].to_list()))"
    notebook.cells.append(nbformat.v4.new_code_cell(cell))
    nbformat.write(notebook, path)
    with (
        server(tmp_path / "home", computes=True, GOVCOURSE_ROOT=str(root)) as address,
        httpx.Client(base_url=address, timeout=120) as client,
    ):
        at = Room(client)
        answered(client, at, 5)
        client.get(f"/facilitator/{at.code}", params={"key": at.key}, follow_redirects=False)
        page = client.get("/voila/render/facilitator.ipynb", params={"room": at.code}).text
    assert re.search(r"goals \[1, 2, 3, 4, 5\]", page) and TOKEN not in page
