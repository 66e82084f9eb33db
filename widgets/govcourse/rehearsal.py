"""A simulated class, to rehearse with: made-up people in a room, in teams, who have answered all that it goes through."""

from random import Random

from govcourse import content, kinds
from govcourse.kinds.access import sees
from govcourse.store import Room, Store

PEOPLE, EACH = 40, 5  # so many, and so many in a team
ANSWER = 0.9  # of people, or teams: somebody is always late
KEEP = 1  # days without use


def fill(store: Store, room: Room, seed: int = 1, people: int = PEOPLE) -> int:
    """Marks the room as practice and fills it; how many answers there are. The same seed gives the same answers."""
    t = content.texts(room.language)
    store.rooms.change(room.code, practice=True, keep=KEEP)
    persons = [
        store.people.add(room.code, t["console"]["practice_person"].format(n=n)).id
        for n in range(1, people + 1)
    ]
    names = [t["pages"]["team_n"].format(n=n) for n in range(1, -(-people // EACH) + 1)]
    store.teams.deal(room.code, names)
    teams = [team.id for team in store.teams.all(room.code)[0]]
    done = 0
    for about in content.in_course_order():
        its = kinds.kind(about.id)
        here = set(content.run_sheets_of(about.id)) & set(room.sessions)
        own = its.sums or not its.presents  # it has answers of its own
        if not here or its.gathers or not own or not sees("facilitator", about):
            continue
        owners = teams if about.owner == "team" else persons
        made = [
            (owner, "", kinds.practice(about.id, chance))
            for owner, chance in ((one, Random(f"{seed} {about.id} {n}")) for n, one in enumerate(owners))
            if chance.random() < ANSWER
        ]
        rows = [row for row in made if kinds.progress(about.id, row[2])[0]]
        done += sum(store.answers.take_over(room.code, about.id, rows).values())
    return done
