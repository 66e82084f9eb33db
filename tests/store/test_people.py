"""Participants on every store: nobody gets in without a token or code, and whoever has one comes back."""

from govcourse.store import Languages


def test_nobody_gets_in_with_a_wrong_token_or_code(any_store):
    any_store.people.add()
    assert any_store.people.by_token("wrong") is None
    assert any_store.people.resume("WRONGCODE1") is None
    assert any_store.rooms.get("NOROOM") is None
    assert not any_store.facilitators.holds("NOROOM", "x")


def test_a_resume_code_is_read_as_people_type_it(any_store):
    person = any_store.people.add(name="Ann")
    typed = f" {person.resume_code[:5].lower()}-{person.resume_code[5:]} "
    again = any_store.people.resume(typed)
    assert again.id == person.id and again.token != person.token
    assert any_store.people.by_token(person.token) and any_store.people.by_token(again.token)


def test_somebody_s_work_can_be_deleted_at_once(any_store):
    person = any_store.people.add()
    any_store.answers.save(person.id, "dtca", {"items": {}}, 0)
    code = any_store.certificates.issue(person.id, "Ann").code
    any_store.people.delete(person.id)
    assert any_store.people.by_token(person.token) is None and any_store.certificates.get(code) is None
    assert any_store.answers.of(person.id) == {}


def test_what_somebody_speaks_and_needs_is_kept_until_they_say_something_else(any_store):
    room, _ = any_store.rooms.add("Room", [1])
    ann, bo = (any_store.people.add(room.code).id for _ in range(2))
    any_store.people.set_languages(ann, Languages(("fr", "en"), "ar"))
    assert any_store.people.languages(room.code) == {ann: Languages(("fr", "en"), "ar")}
    assert (
        Languages(("fr", "en"), "ar").own == "ar" and Languages(("fr",)).own == "fr" and Languages().own == ""
    )
    any_store.people.set_languages(bo, Languages(("rw",)))
    any_store.people.set_languages(ann, Languages())
    assert any_store.people.languages(room.code) == {bo: Languages(("rw",))}
