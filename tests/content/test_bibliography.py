"""What there is to read, and how BibTeX files are refused."""

import pytest
from govcourse import content
from govcourse.content import ContentError, bibliography
from govcourse.content.bibliography import Reading, Source

ENTRY = """@misc{one,
  organization = {{Ministry of Works}},
  title = {{A {Great} report}},
  url = {https://a.example/report},
  urldate = {2026-11-24}
}
"""


@pytest.fixture
def file(tmp_path):
    return tmp_path / "sources.bib"


def read(file, text, model=Source):
    file.write_text(text, encoding="utf-8")
    return bibliography.read(file, "data/x.bib", model)


def test_there_are_forty_readings_each_with_its_reason_and_what_the_workshop_asks_for_is_marked():
    found = content.readings()
    assert len(found) == len({one.key for one in found}) == 40
    assert {one.session for one in found} == {1, 2, 3, 4, 5}
    required = {one.key for one in found if one.need == "required"}
    assert required == {"un-2030-agenda", "cepa-principles", "egov-survey-2020"}
    assert sum(one.need == "optional" for one in found) == 1
    assert all(one.why.endswith(".") and len(one.why.split()) >= 6 for one in found)


def test_an_entry_is_read_without_its_braces_and_an_organisation_is_an_author():
    (one,) = bibliography.read(content.data() / "readings.bib", "x", Reading)[:1]
    assert one.author == "United Nations" and "{" not in one.title


def test_a_doi_is_an_address_unless_there_is_another(file):
    (one,) = read(file, ENTRY.replace("url = {https://a.example/report}", "doi = {10.1000/x1}"))
    assert str(one.url) == "https://doi.org/10.1000/x1"
    (one,) = read(file, ENTRY.replace("title", "doi = {10.1000/x1},\n  title"))
    assert str(one.url) == "https://a.example/report"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            ENTRY.replace("  urldate = {2026-11-24}", "  year = {2020}"),
            "data/x.bib: one: seen: Field required",
        ),
        (ENTRY.replace("https:", "javascript:"), "data/x.bib: one: url"),
        (ENTRY.replace("urldate", "price"), "price: Extra inputs are not permitted"),
        (ENTRY + "@misc{broken", "this is not BibTeX"),
    ],
)
def test_what_is_wrong_with_an_entry_is_told_with_file_and_key(file, text, why):
    with pytest.raises(ContentError, match=why):
        read(file, text)


def test_a_file_that_is_not_there_or_not_utf_8_is_told(file):
    with pytest.raises(ContentError, match="this file is missing"):
        bibliography.read(file, "data/x.bib", Source)
    file.write_bytes(b"@misc{\xff}")
    with pytest.raises(ContentError, match="this is not BibTeX"):
        bibliography.read(file, "data/x.bib", Source)
