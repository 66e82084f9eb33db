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
