"""What a room shows of its activities: opened, moderated, summed up, and never to the wrong people."""

import pytest

from tests.server.conftest import FACILITATOR, Room, bearer, open_activity, show


def test_a_participant_does_not_open_activities(client, room, person):
    url = f"{room.path}/activities/dtca"
    assert client.put(url, json={"state": "open"}, headers=bearer(person)).status_code == 403
    for body in ({"state": "ajar"}, {"surprise": 1}, {"state": ["open"]}):
        assert client.put(url, json=body, headers=FACILITATOR).status_code == 422


def summary(client, room, activity, headers, query=""):
    return client.get(f"{room.path}/activities/{activity}/summary{query}", headers=headers)


def test_participants_see_figures_only_once_they_are_shown(client, room, person):
    open_activity(client, room, "role-of-state")
    url = f"{room.path}/answers/role-of-state"
    answer = {"answers": {"role": {"chosen": ["new-role"]}}}
    assert client.put(url, json={"answer": answer, "version": 0}, headers=bearer(person)).status_code == 200
    assert summary(client, room, "role-of-state", bearer(person)).status_code == 403
    assert summary(client, room, "role-of-state", {}).status_code == 401
    assert summary(client, room, "role-of-state", FACILITATOR).json()["n"] == 1
    show(client, room, "role-of-state")
    for who in (bearer(person), FACILITATOR):  # with whose rights the projector asks
        assert summary(client, room, "role-of-state", who, "?as=room").json() == {"n": 1, "too_few": 5}
    for _ in range(4):
        other = room.bearer(client, room.code)
        assert client.put(url, json={"answer": answer, "version": 0}, headers=other).status_code == 200
    for who in (bearer(person), FACILITATOR):
        bars = summary(client, room, "role-of-state", who, "?as=room").json()["questions"]["role"]["bars"]
        assert [bar["count"] for bar in bars] == [0, 0, 5]


def test_participants_are_told_nothing_of_what_a_facilitator_does_with_notes(client, room, person):
    open_activity(client, room, "digital-value")
    url = f"{room.path}/activities/digital-value"

    def told():
        state = client.get(room.path, headers=bearer(person)).json()
        return next(one for one in state["activities"] if one["id"] == "digital-value")

    before = told()
    done = {"hidden": ["secret-note"], "grouped": {"secret-note": "Secret group"}, "moderate": True}
    assert client.put(url, json=done, headers=FACILITATOR).status_code == 200
    after = told()
    assert "moderation" not in after and "ecret" not in str(after)
    assert after["stamp"] != before["stamp"] and {**after, "stamp": before["stamp"]} == before
    refused = summary(client, room, "digital-value", FACILITATOR, "?as=room")
    assert (refused.status_code, refused.json()["error"]["code"]) == (403, "hidden")


@pytest.mark.parametrize("activity", ["reflection", "creative-tips"])
def test_private_work_is_summed_up_for_nobody(client, room, person, activity):
    show(client, room, activity)
    for headers in (FACILITATOR, bearer(person)):
        refused = summary(client, room, activity, headers)
        assert (refused.status_code, refused.json()["error"]["code"]) == (403, "private")


def test_what_is_not_summed_up_says_so(client, room):
    assert summary(client, room, "pathway", FACILITATOR).status_code == 404


def test_a_room_of_few_shows_no_assessment(client, room, person):
    show(client, room, "dtca")
    url = f"{room.path}/answers/dtca"
    answer = {"items": {"leadership-1": {"value": 4}}}
    client.put(url, json={"answer": answer, "version": 0}, headers=bearer(person))
    assert summary(client, room, "dtca", FACILITATOR).json() == {"n": 1, "too_few": 5}


def test_a_part_that_is_switched_on_is_told_to_the_room_and_to_who_opens_the_exercise(client, room, person):
    open_activity(client, room, "dtca")
    url = f"{room.path}/activities/dtca"

    def told():
        state = client.get(room.path, headers=bearer(person)).json()
        spec = client.get(f"{room.path}/exercises/dtca", headers=bearer(person)).json()["spec"]
        return next(one["extras"] for one in state["activities"] if one["id"] == "dtca"), spec["extras"]

    assert told() == ([], [])
    assert client.put(url, json={"extras": ["vignettes"]}, headers=bearer(person)).status_code == 403
    for wrong in ("vignettes", ["surprise"], [1], {}):
        assert client.put(url, json={"extras": wrong}, headers=FACILITATOR).status_code == 422
    assert client.put(url, json={"extras": ["vignettes"]}, headers=FACILITATOR).status_code == 200
    assert told() == (["vignettes"], ["vignettes"])


def test_a_facilitator_leads_all_through_the_phases_of_a_board_and_lets_them_go(client, room, person):
    open_activity(client, room, "digital-value")
    url = f"{room.path}/activities/digital-value"

    def led():
        told = client.get(room.path, headers=bearer(person)).json()
        spec = client.get(f"{room.path}/exercises/digital-value", headers=bearer(person)).json()["spec"]
        return next(one["phase"] for one in told["activities"] if one["id"] == "digital-value"), spec["led"]

    assert led() == (None, None)
    assert client.put(url, json={"phase": "converge"}, headers=bearer(person)).status_code == 403
    for wrong in ("empathise", 1, ["diverge"], {}):
        assert client.put(url, json={"phase": wrong}, headers=FACILITATOR).status_code == 422
    assert client.put(url, json={"phase": "converge"}, headers=FACILITATOR).status_code == 200
    assert led() == ("converge", "converge")
    client.put(url, json={"phase": None}, headers=FACILITATOR)
    assert led() == (None, None)


@pytest.mark.parametrize(
    "merged", [{"a": "a"}, {"a": "b", "b": "a"}, {"a": "b", "b": "c", "c": "a"}, {"a": 1}, ["a"]]
)
def test_notes_cannot_be_merged_in_a_circle(client, merged):
    room = Room(client)
    answer = client.put(f"{room.path}/activities/digital-value", json={"merged": merged}, headers=FACILITATOR)
    assert (answer.status_code, answer.json()["error"]["field"]) == (422, "merged")


@pytest.mark.parametrize(
    "body", [{"moderate": "yes"}, {"pinned": [1]}, {"hidden": "a"}, {"hidden": [1]}, {"hidden": ["x" * 101]}, {"timer": "5"}, {"timer": True}, {"state": None}]
)  # fmt: skip
def test_what_an_activity_cannot_be_is_refused(client, room, body):
    answer = client.put(f"{room.path}/activities/digital-value", json=body, headers=FACILITATOR)
    assert (answer.status_code, answer.json()["error"]["field"]) == (422, next(iter(body)))


def test_hidden_notes_are_seen_by_facilitators_only(client, room):
    url = f"{room.path}/activities/digital-value"
    client.put(url, json={"state": "open", "results": "shown"}, headers=FACILITATOR)
    notes = [{"id": "good", "text": "Good"}, {"id": "rude", "text": "Rude"}]
    client.put(f"{room.path}/answers/digital-value", json={"answer": {"notes": notes}, "version": 0}, headers=room.people["participant"])  # fmt: skip
    rude = next(note["key"] for note in summary(client, room, "digital-value", FACILITATOR).json()["notes"] if note["id"] == "rude")  # fmt: skip
    client.put(url, json={"hidden": [rude]}, headers=FACILITATOR)
    seen = client.get(f"{url}/summary", headers=room.people["participant"]).json()["notes"]
    assert [note["id"] for note in seen] == ["good"]
    seen = client.get(f"{url}/summary", headers=FACILITATOR).json()["notes"]
    assert {note["id"]: note["hidden"] for note in seen} == {"good": False, "rude": True}


def test_notes_wait_to_be_shown_where_they_are_moderated_and_pinned_ones_come_first(client, room):
    url = f"{room.path}/activities/digital-value"
    client.put(url, json={"state": "open", "results": "shown", "moderate": True}, headers=FACILITATOR)
    notes = [{"id": "a", "text": "A"}, {"id": "b", "text": "B"}, {"id": "c", "text": "C"}]
    client.put(f"{room.path}/answers/digital-value", json={"answer": {"notes": notes}, "version": 0}, headers=room.people["participant"])  # fmt: skip

    def seen():
        found = client.get(f"{url}/summary", headers=room.people["participant"]).json()["notes"]
        return [note["id"] for note in found]

    assert seen() == []
    keys = {note["id"]: note["key"] for note in client.get(f"{url}/summary", headers=FACILITATOR).json()["notes"]}  # fmt: skip
    client.put(url, json={"approved": [keys["a"], keys["c"]], "pinned": [keys["c"]]}, headers=FACILITATOR)
    assert seen() == ["c", "a"]
    client.put(url, json={"moderate": False}, headers=FACILITATOR)
    assert seen() == ["c", "a", "b"]


def test_facilitators_are_told_which_notes_are_the_newest(client):
    room = Room(client)
    open_activity(client, room, "digital-value")
    url = f"{room.path}/answers/digital-value"
    others = [room.people["participant"], Room.bearer(client, room.code)]
    for number, who in enumerate(others):
        notes = [{"id": f"n{place}", "text": f"{number}{place}"} for place in range(2)]
        said = {"answer": {"notes": notes}, "version": 0}
        assert client.put(url, json=said, headers=who).status_code == 200
    told = summary(client, room, "digital-value", FACILITATOR).json()
    texts = {note["key"]: note["text"] for note in told["notes"]}
    assert [texts[key] for key in told["newest"]] == ["11", "10", "01", "00"]
    assert "newest" not in summary(client, room, "digital-value", FACILITATOR, "?as=room").json()


def test_the_console_knows_whose_results_are_shown_with_an_exercise(client):
    told = client.get(f"{Room(client).path}/console", headers=FACILITATOR).json()["activities"]
    assert told["dtca-debrief"]["shows"] == told["dtca"]["shows"] == "dtca"
    assert (told["role-of-state"]["shows"], told["reflection"]["shows"]) == ("role-of-state", None)


# ---- how a team answered


def answering(client, room, n, step, team=None):
    """So many people who answer one statement of the assessment alone, in a team or in none."""
    made = []
    for _ in range(n):
        one = client.post(f"{room.path}/participants", json={}).json()
        client.cookies.clear()
        made.append({"Authorization": f"Bearer {one['token']}"})
        if team:
            body = {"member": one["participant"]}
            assert client.put(f"{room.path}/teams/{team}", json=body, headers=FACILITATOR).status_code == 200
        answer = {"items": {"legal-8": {"value": step}}}
        body = {"answer": answer, "version": 0}
        assert client.put(f"{room.path}/answers/dtca", json=body, headers=made[-1]).status_code == 200
    return made


def of_team(client, room, who):
    return summary(client, room, "dtca", bearer(who), "?of=team")


def team(client, room, name):
    teams = client.post(f"{room.path}/teams", json={"name": name}, headers=FACILITATOR).json()["teams"]
    return next(one["id"] for one in teams if one["name"] == name)


def test_a_team_sees_how_its_own_people_answered_alone_once_results_are_shown_and_never_of_fewer_than_five(
    client, room
):
    open_activity(client, room)
    north, south = team(client, room, "North"), team(client, room, "South")
    people, few = answering(client, room, 5, 2, north), answering(client, room, 4, 5, south)
    assert of_team(client, room, people[0]).status_code == 403  # not shown yet
    show(client, room, "dtca")
    # Beside the figures of all nine, those of the five would say what the other four answered.
    assert of_team(client, room, people[0]).json() == {"n": 5, "statements": {}}
    assert of_team(client, room, few[0]).json() == {"n": 0, "statements": {}}
    answering(client, room, 2, 4)
    found = of_team(client, room, people[0]).json()["statements"]["legal-8"]
    assert (found["n"], found["counts"]) == (5, [0, 5, 0, 0, 0])
    assert of_team(client, room, few[0]).json()["statements"] == {}


def test_who_joins_a_team_later_does_not_follow_from_a_second_look(client, room):
    open_activity(client, room)
    north = team(client, room, "North")
    people = answering(client, room, 5, 2, north)
    answering(client, room, 6, 3)
    show(client, room, "dtca")
    first = of_team(client, room, people[0]).json()
    answering(client, room, 1, 5, north)
    assert of_team(client, room, people[0]).json() == first
    answering(client, room, 4, 5, north)
    assert of_team(client, room, people[0]).json()["statements"]["legal-8"]["counts"] == [0, 5, 0, 0, 5]


def test_who_is_in_no_team_is_told_of_none_and_other_kinds_tell_of_no_team(client, room, person):
    show(client, room, "dtca")
    answering(client, room, 6, 3)
    assert of_team(client, room, person).json() == {"n": 0, "statements": {}}
    show(client, room, "role-of-state")
    assert summary(client, room, "role-of-state", bearer(person), "?of=team").status_code == 404
    assert summary(client, room, "dtca", FACILITATOR, "?of=team").status_code == 401
