"""Questions of a room on every store: asked once, few a person, and one vote each."""

import threading

from govcourse.store import archive


def asked(store, code, person, text="When does it begin?", each=3, most=10):
    return store.questions.ask(code, person, text, each, most)


def room_of(store, people=2):
    room, _ = store.rooms.add("Room", [1])
    return room.code, *(store.people.add(room.code).id for _ in range(people))


def test_a_question_that_is_sent_twice_is_there_once(any_store):
    code, a, b = room_of(any_store)
    first = asked(any_store, code, a)
    assert asked(any_store, code, a, "when does it BEGIN?") == first
    assert asked(any_store, code, b) != first
    assert [one.text for one in any_store.questions.all(code)] == ["When does it begin?"] * 2
    other, *_ = room_of(any_store)
    assert any_store.questions.all(other) == []


def test_nobody_asks_more_than_is_allowed_and_no_room_has_more(any_store):
    code, a, b = room_of(any_store)
    assert [bool(asked(any_store, code, a, f"{n}?")) for n in range(4)] == [True, True, True, False]
    assert [bool(asked(any_store, code, b, f"{n}?", most=4)) for n in range(2)] == [True, False]
    first = any_store.questions.all(code)[0]
    assert any_store.questions.withdraw(code, first.id, a) and asked(any_store, code, a, "again?")


def test_a_person_has_one_vote_that_they_change_or_take_back(any_store):
    code, a, b, c = room_of(any_store, 3)
    id = asked(any_store, code, a)

    def votes():
        [one] = any_store.questions.all(code)
        return one.up, one.down

    assert any_store.questions.vote(code, id, b, 1) and any_store.questions.vote(code, id, c, -1)
    assert votes() == (1, 1) and any_store.questions.votes(b) == {id: 1}
    assert any_store.questions.vote(code, id, b, -1) and votes() == (0, 2)
    assert (
        any_store.questions.vote(code, id, b, 0) and votes() == (0, 1) and any_store.questions.votes(b) == {}
    )


def test_nobody_votes_on_their_own_question_or_on_one_of_another_room(any_store):
    code, a, _ = room_of(any_store)
    other, stranger, _ = room_of(any_store)
    id = asked(any_store, code, a)
    assert not any_store.questions.vote(code, id, a, 1)
    assert not any_store.questions.vote(other, id, stranger, 1)
    assert not any_store.questions.vote(code, "nothing", a, 1)


def test_a_question_is_answered_and_open_again(any_store):
    code, a, _ = room_of(any_store)
    other, *_ = room_of(any_store)
    id = asked(any_store, code, a)
    assert any_store.questions.answer(code, id, True) and any_store.questions.all(code)[0].answered
    assert any_store.questions.answer(code, id, False) and not any_store.questions.all(code)[0].answered
    assert not any_store.questions.answer(other, id, True)


def test_only_who_asked_takes_a_question_back_and_its_votes_go_with_it(any_store):
    code, a, b = room_of(any_store)
    id = asked(any_store, code, a)
    any_store.questions.vote(code, id, b, 1)
    assert not any_store.questions.withdraw(code, id, b)
    assert any_store.questions.withdraw(code, id, a)
    assert any_store.questions.all(code) == [] and any_store.questions.votes(b) == {}


def test_questions_and_votes_go_with_who_gave_them(any_store):
    code, a, b = room_of(any_store)
    id = asked(any_store, code, a)
    any_store.questions.vote(code, id, b, 1)
    any_store.people.delete(b)
    assert any_store.questions.all(code)[0].up == 0
    any_store.people.delete(a)
    assert any_store.questions.all(code) == []
    any_store.rooms.delete(code)


def test_many_who_vote_at_once_are_all_counted(any_store):
    code, a, *people = room_of(any_store, 7)
    id = asked(any_store, code, a)
    vote = any_store.questions.vote
    if any_store.database.in_memory:  # one connection: the calls come one after the other
        [vote(code, id, one, 1) for one in people * 2]
    else:
        threads = [threading.Thread(target=vote, args=(code, id, one, 1)) for one in people * 2]
        [thread.start() for thread in threads]
        [thread.join() for thread in threads]
    assert any_store.questions.all(code)[0].up == 6


def test_an_export_of_the_room_says_nothing_of_who_asked_and_a_backup_keeps_it(any_store):
    code, a, b = room_of(any_store)
    any_store.questions.vote(code, asked(any_store, code, a), b, 1)
    assert not {"questions", "question_votes", "paces"} & set(archive.export(any_store, code)["tables"])
    assert len(archive.backup(any_store)["tables"]["questions"]) == 1
