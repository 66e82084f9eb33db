"""Cases: claims with sources, figures that say whose they are, and no number of our own."""

import pytest
from govcourse import content
from govcourse.content import ContentError, case_library
from govcourse.content.case_library import CaseFile

CASE = "medellin"
NEW = {
    "ai", "dpi", "failure", "procurement", "security", "island", "federal", "fragile",
}  # fmt: skip


def spoiled(**fields):
    data = content.case(CASE).model_dump(exclude={"bibliography"})
    return CaseFile.model_validate(data | fields)


def test_each_subject_and_each_kind_of_state_has_at_least_two_cases():
    for theme in NEW:
        assert sum(theme in case.themes for case in content.cases()) >= 2, theme
    contexts = [one.context for case in content.cases() for one in case.transfer]
    assert {contexts.count(one) >= 2 for one in contexts} == {True} and len(set(contexts)) == 5


def test_a_claim_without_a_source_is_refused():
    with pytest.raises(ValueError, match=r"problem\.0\.sources"):
        spoiled(problem=[{"text": "There were 40 of them.", "sources": []}])


def test_a_result_without_value_unit_or_year_is_refused():
    whole = content.case(CASE).results[0].model_dump()
    for field in ("value", "unit", "year", "evidence"):
        with pytest.raises(ValueError, match=rf"results\.0\.{field}"):
            spoiled(results=[{key: one for key, one in whole.items() if key != field}] * 3)


@pytest.mark.parametrize("field", ["summary", "lesson"])
def test_a_figure_stands_only_where_its_source_stands(field):
    assert spoiled(**{field: "Since 2004, and in three ways."})
    for figure in ("It cost 4 million.", "Half of 20041 people.", "90 % came."):
        with pytest.raises(ValueError, match=field):
            spoiled(**{field: figure})


def test_a_case_with_few_results_says_why():
    with pytest.raises(ValueError, match="three results"):
        spoiled(results=[])
    assert spoiled(results=[], few_results="Nobody has measured it.")


def test_a_case_that_is_too_short_or_too_long_is_refused():
    with pytest.raises(ValueError, match="350 to 850 words"):
        spoiled(lesson="word " * 900)


@pytest.fixture
def folder(tmp_path):
    for ending in ("yaml", "bib"):
        source = content.data() / "cases" / f"{CASE}.{ending}"
        (tmp_path / source.name).write_text(source.read_text(encoding="utf-8"), encoding="utf-8")
    return tmp_path


def test_a_claim_whose_source_is_nowhere_and_a_source_that_no_claim_takes_are_named(folder):
    key = content.case(CASE).bibliography[0].key
    bib = folder / f"{CASE}.bib"
    bib.write_text(bib.read_text(encoding="utf-8").replace(f"{{{key},", "{elsewhere,"), encoding="utf-8")
    with pytest.raises(ContentError) as error:
        case_library.read(folder, CASE, "data/cases")
    assert f"data/cases/medellin.yaml: sources: “{key}” is not in medellin.bib" in str(error.value)
    assert "data/cases/medellin.bib: elsewhere: no claim of the case takes it" in str(error.value)


def test_a_case_without_enough_sources_is_refused(folder):
    (folder / f"{CASE}.bib").unlink()
    with pytest.raises(ContentError, match=r"medellin\.bib: this file is missing"):
        case_library.read(folder, CASE, "data/cases")
    (folder / f"{CASE}.bib").write_text("", encoding="utf-8")
    with pytest.raises(ContentError, match="a case has 3 to 8 sources, this one 0"):
        case_library.read(folder, CASE, "data/cases")
