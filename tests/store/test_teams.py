"""Teams on every store: who works with whom, and what they own."""


def test_people_are_dealt_evenly_into_teams_and_moved_by_hand(any_store):
    room, _ = any_store.rooms.add("Cohort", [2])
    people = [any_store.people.add(room.code, name) for name in ("Ann", "", "Ben", "Cem", "Dia")]
    any_store.teams.deal(room.code, ["Team 1", "Team 2"])
    teams, alone = any_store.teams.all(room.code)
    assert sorted(len(team.members) for team in teams) == [2, 3] and not alone
    any_store.people.add(room.code, "Late")
    any_store.teams.deal(room.code, ["Team 1", "Team 2"])
    teams, alone = any_store.teams.all(room.code)
    assert [len(team.members) for team in teams] == [3, 3] and not alone
    first, second = (team.id for team in teams)
    mover = people[0].id
    there = second if any_store.teams.by_person(room.code)[mover] == first else first
    assert (
        any_store.teams.move(room.code, mover, there) and any_store.teams.by_person(room.code)[mover] == there
    )
    assert any_store.teams.move(room.code, mover, None)
    assert any_store.teams.all(room.code)[1] == [(mover, "Ann")]
    assert any_store.teams.rename(room.code, first, "Blue") and not any_store.teams.rename(
        room.code, mover, "x"
    )
    other, _ = any_store.rooms.add("Other", [2])
    assert not any_store.teams.move(other.code, mover, first) and not any_store.teams.move(
        room.code, mover, "nowhere"
    )
    assert any_store.rooms.counts(room.code)["participants"] == 6


def test_a_team_owns_answers_and_nobody_gets_in_as_a_team(any_store):
    room, _ = any_store.rooms.add("Cohort", [2])
    id = any_store.teams.add(room.code, "Blue")
    assert any_store.answers.save(id, "roadmap", {"fields": {}}, 0) == 1
    assert any_store.answers.of_room(room.code, "roadmap") == {id: {"fields": {}}}
    team = any_store.teams.get(id)
    assert team.name == "Blue" and any_store.people.resume(team.resume_code) is None
    assert any_store.teams.get("nobody") is None


def test_people_are_dealt_anew_into_as_many_teams_as_were_asked_for(any_store):
    room, _ = any_store.rooms.add("Cohort", [2])
    names = [f"Team {n}" for n in range(1, 6)]
    people = {any_store.people.add(room.code).id for _ in range(10)}
    assert any_store.teams.deal(room.code, names) == 10 and any_store.teams.deal(room.code, names[:3]) == 0
    before, _ = any_store.teams.all(room.code)
    any_store.answers.save(before[3].id, "roadmap", {"fields": {}}, 0)
    assert any_store.teams.work(room.code) == {before[3].id: ["roadmap"]}
    assert any_store.teams.deal_anew(room.code, names[:3]) == 10
    teams, alone = any_store.teams.all(room.code)
    # The fourth has written something, and stays with it.
    assert [team.id for team in teams] == [team.id for team in before[:4]] and not alone
    assert sorted(len(team.members) for team in teams[:3]) == [3, 3, 4] and not teams[3].members
    assert {id for team in teams for id, _ in team.members} == people
    assert any_store.teams.deal_anew(room.code, names) == 10
    assert [len(team.members) for team in any_store.teams.all(room.code)[0]] == [2] * 5


def test_a_team_is_deleted_with_its_work_and_its_members_are_in_none(any_store):
    room, _ = any_store.rooms.add("Cohort", [2])
    other, _ = any_store.rooms.add("Other", [2])
    person = any_store.people.add(room.code, "Ann")
    id = any_store.teams.add(room.code, "Blue")
    any_store.teams.move(room.code, person.id, id)
    any_store.answers.save(id, "roadmap", {"fields": {}}, 0)
    assert not any_store.teams.delete(other.code, id) and not any_store.teams.delete(room.code, person.id)
    assert any_store.teams.delete(room.code, id) and not any_store.teams.delete(room.code, id)
    assert any_store.teams.all(room.code) == ([], [(person.id, "Ann")])
    assert any_store.answers.of_room(room.code, "roadmap") == {} and any_store.teams.work(room.code) == {}


def test_answers_of_teams_are_counted_apart(any_store):
    room, _ = any_store.rooms.add("Cohort", [2])
    person, team = any_store.people.add(room.code), any_store.teams.add(room.code, "Blue")
    for owner in (person.id, team):
        any_store.answers.save(owner, "roadmap", {"fields": {}}, 0)
    assert any_store.rooms.counts(room.code) == {
        "participants": 1, "team_count": 1, "answered": {"roadmap": 2}, "by_teams": {"roadmap": 1},
    }  # fmt: skip


def test_a_team_has_a_link_until_it_is_taken_away(any_store):
    room, _ = any_store.rooms.add("Room", [1])
    id = any_store.teams.add(room.code, "Blue")
    other, _ = any_store.rooms.add("Other", [1])
    assert not any_store.teams.set_link(other.code, id, "https://meet.example")
    assert any_store.teams.set_link(room.code, id, "https://meet.example/a")
    assert any_store.teams.all(room.code)[0][0].link == "https://meet.example/a"
    assert any_store.teams.set_link(room.code, id, "") and any_store.teams.all(room.code)[0][0].link == ""


def test_who_speaks_the_same_is_dealt_together_as_far_as_teams_stay_even(any_store):
    room, _ = any_store.rooms.add("Room", [1])
    people = [any_store.people.add(room.code).id for _ in range(12)]
    speaks = {
        one: "ar" if n % 3 == 0 else "fr" for n, one in enumerate(people[:10])
    }  # 4 and 6, and 2 say nothing
    any_store.teams.deal_anew(room.code, ["A", "B", "C"], speaks)
    teams, alone = any_store.teams.all(room.code)
    found = sorted(sorted(speaks.get(id, "?") for id, _ in team.members) for team in teams)
    assert alone == [] and found == [["?", "?", "fr", "fr"], ["ar"] * 4, ["fr"] * 4]
    late = any_store.people.add(room.code).id
    any_store.teams.deal(room.code, ["A", "B", "C"], late, speaks | {late: "ar"})
    [its] = [team for team in any_store.teams.all(room.code)[0] if late in dict(team.members)]
    assert {speaks.get(id) for id, _ in its.members if id != late} == {"ar"}
