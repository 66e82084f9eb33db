"""An earlier room's assessment beside this one's: brought in by link or by file, and hostile ones refused in words."""

import pytest

from tests.server.conftest import FACILITATOR, Room, bearer, open_activity, show


def answering(client, room, n, step):
    """So many people who answer three statements of one dimension."""
    open_activity(client, room)
    for _ in range(n):
        who = room.bearer(client, room.code)
        answer = {"items": {f"legal-{k}": {"value": step} for k in (6, 7, 8)}}
        body = {"answer": answer, "version": 0}
        assert client.put(f"{room.path}/answers/dtca", json=body, headers=who).status_code == 200


def link(room):
    return f"https://course.example/facilitator/{room.code}?key={room.key}"


def bring(client, room, headers=FACILITATOR, **body):
    return client.put(f"{room.path}/again", json=body, headers=headers)


def kept(client, room):
    return client.get(f"{room.path}/again.json", headers=FACILITATOR)


def before(client, room, headers):
    return client.get(f"{room.path}/activities/dtca/summary?of=before", headers=headers)


@pytest.fixture
def earlier(client):
    then = Room(client)
    answering(client, then, 6, 2)
    return then


def test_an_earlier_room_is_brought_in_by_its_link_seen_once_results_are_shown_and_taken_out(
    client, room, person, earlier
):
    told = bring(client, room, link=f" {link(earlier)} ")
    assert told.status_code == 200
    found = told.json()["before"]
    assert (found["n"], found["title"], list(found["dimensions"])) == (6, "Cohort", ["legal"])
    assert found["dimensions"]["legal"]["score"] == 2.0
    assert before(client, room, bearer(person)).status_code == 403
    show(client, room, "dtca")
    assert before(client, room, bearer(person)).json() == {"before": found}
    client.delete(earlier.path, headers=FACILITATOR)  # what was brought in stays
    assert before(client, room, bearer(person)).json() == {"before": found}
    assert client.delete(f"{room.path}/again", headers=FACILITATOR).json()["before"] is None
    assert before(client, room, bearer(person)).json() == {"before": None}


def test_the_same_figures_come_as_a_file_without_anybody_s_answers(client, room, earlier):
    file = kept(client, earlier).json()
    assert set(file) == {"format", "version", "figures"} and "items" not in str(file)
    assert bring(client, room, file=file).json()["before"] == file["figures"]


def test_of_fewer_than_five_nothing_is_kept_and_nothing_is_brought_in(client, room):
    then = Room(client)
    answering(client, then, 4, 2)
    assert (kept(client, then).status_code, kept(client, then).json()["error"]["code"]) == (409, "again_few")
    assert bring(client, room, link=link(then)).status_code == 422
    assert client.get(f"{room.path}/again", headers=FACILITATOR).json() == {"before": None, "can_keep": False}


def test_only_facilitators_bring_in_and_a_key_of_another_room_opens_nothing(client, room, person, earlier):
    for method, path in (("GET", "again"), ("PUT", "again"), ("DELETE", "again"), ("GET", "again.json")):
        asked = client.request(
            method, f"{room.path}/{path}", json={} if method == "PUT" else None, headers=bearer(person)
        )
        assert asked.status_code == 403
    wrong = f"/facilitator/{earlier.code}?key={room.key}"
    refused = bring(client, room, link=wrong)
    assert (refused.status_code, refused.json()["error"]["field"]) == (422, "link")
    assert "No room of this server" in refused.json()["error"]["message"]


@pytest.mark.parametrize(
    "given", ["", None, 7, ["x"], "ABCDEF", "javascript:alert(1)", "/facilitator/ABC?key=", "x" * 10_000]
)
def test_what_is_no_link_is_refused_in_words(client, room, given):
    refused = bring(client, room, link=given)
    assert refused.status_code == 422 and "facilitator's link" in refused.json()["error"]["message"]


def test_the_room_itself_is_no_earlier_one(client, room):
    answering(client, room, 5, 2)
    assert "this room itself" in bring(client, room, link=link(room)).json()["error"]["message"]


DIMENSION = {"respondents": 6, "score": 3.0, "median": 3.0, "q1": 2.0, "q3": 4.0, "consensus": 0.5}
FIGURES = {"title": "Cohort 1", "on": "2026-03-01", "n": 6, "dimensions": {"legal": DIMENSION}}


def file(**more):
    return {"format": "govcourse-assessment", "version": 1, "figures": {**FIGURES, **more}}


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (None, "no file of figures"), ([], "no file of figures"), ({"format": "govcourse-answers", "version": 1}, "no file of figures"),
        ({"format": "govcourse-assessment", "version": "1", "figures": FIGURES}, "no file of figures"),
        ({"format": "govcourse-assessment", "version": 2, "figures": FIGURES}, "newer version"),
        ({"format": "govcourse-assessment", "version": 1}, "(figures)"),
        (file(n=4), "(n)"), (file(title="<b>" * 100), "(title)"), (file(on="last year"), "(on)"), (file(script="x"), "(script)"),
        (file(dimensions={"legal": {**DIMENSION, "respondents": 1}}), "dimensions.legal.respondents"),
        (file(dimensions={"legal": {**DIMENSION, "score": 1e308}}), "dimensions.legal.score"),
        (file(dimensions={f"d{n}": DIMENSION for n in range(1000)}), "(dimensions)"),
        (file(dimensions={"elsewhere": DIMENSION}), "other dimensions"),
    ],
)  # fmt: skip
def test_a_hostile_file_is_refused_with_the_field_and_changes_nothing(client, room, given, says):
    assert bring(client, room, file=file()).status_code == 200
    refused = bring(client, room, file=given)
    assert refused.status_code == 422 and says in refused.json()["error"]["message"]
    assert client.get(f"{room.path}/again", headers=FACILITATOR).json()["before"] == FIGURES
