"""A simulated class: people and teams who have answered what a room goes through, and nothing private."""

from govcourse import content, kinds, rehearsal
from govcourse.store import open_store


def test_a_practice_room_is_filled_the_same_way_from_the_same_seed(tmp_path):
    store = open_store(f"sqlite:///{tmp_path / 'room.db'}")

    def filled(seed):
        room, _ = store.rooms.add("Cohort", [2])
        assert rehearsal.fill(store, room, seed, people=10) > 50
        return room.code

    one, same, other = (filled(seed) for seed in (3, 3, 4))
    counts = store.rooms.counts(one)
    assert (counts["participants"], counts["team_count"]) == (10, 2)
    room = store.rooms.get(one)
    assert room.settings["practice"] is True and room.settings["keep"] == rehearsal.KEEP
    for activity in counts["answered"]:
        assert 2 in content.run_sheets_of(activity)
        assert content.activity(activity).owner != "private" and not kinds.kind(activity).gathers

    asked = store.questions.all(one)
    assert len(asked) >= 5 and any(question.up for question in asked) and store.people.languages(one)

    def said(code):
        answers = store.answers.of_room(code, "session-evaluation").values()
        return sorted(map(str, answers))

    assert said(one) == said(same) != said(other)
    assert counts["by_teams"]["maturity-grid"] == counts["answered"]["maturity-grid"] <= 2
