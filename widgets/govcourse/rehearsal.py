"""A simulated class, to rehearse with: made-up people in a room, in teams, who have answered all that it goes through."""

from random import Random

from govcourse import content, kinds
from govcourse.kinds.access import sees
from govcourse.store import Languages, Room, Store

PEOPLE, EACH = 40, 5  # so many, and so many in a team
ANSWER = 0.9  # of people, or teams: somebody is always late
KEEP = 1  # days without use
EVERY = 3  # of so many people one names a language, and as many vote on a question at most
LANGUAGES = [
    Languages(("fr", "en")),
    Languages(("ar",), "ar"),
    Languages(("en",)),
    Languages(("sw", "en"), "sw"),
]


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
    _ask(store, room, persons, Random(f"{seed} questions"))
    for n, person in enumerate(persons[::EVERY]):
        store.people.set_languages(person, LANGUAGES[n % len(LANGUAGES)])
    return done


def _ask(store: Store, room: Room, persons: list[str], chance: Random) -> None:
    """Lets the room take questions, and asks some, more wanted and less."""
    store.rooms.change(room.code, questions="open")
    words = content.texts(room.language)["console"]
    texts = [text for key, text in words.items() if key.startswith("practice_question_")]
    for author, text in zip(persons, texts, strict=False):
        id = store.questions.ask(room.code, author, text, 1, len(texts))
        wanted = chance.random()
        for person in chance.sample(persons, round(wanted * len(persons) / EVERY)):
            store.questions.vote(room.code, id or "", person, 1 if chance.random() < 0.5 + wanted / 2 else -1)
