"""Certificates on every store."""


def test_a_certificate_keeps_its_code_and_takes_a_corrected_name(any_store):
    person = any_store.people.add()
    first = any_store.certificates.issue(person.id, "Anne")
    assert any_store.certificates.issue(person.id, "Ann").code == first.code
    found = any_store.certificates.get(f" {first.code.lower()[:5]}-{first.code[5:]} ")
    assert (found.name, found.issued) == ("Ann", first.issued)
    assert any_store.certificates.get("NOSUCHCODE") is None
