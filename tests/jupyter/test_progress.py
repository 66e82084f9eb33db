"""What JupyterLab's first page says of how far one is."""

import pytest
from bs4 import BeautifulSoup
from govcourse import answers, content, progress


@pytest.fixture(autouse=True)
def store(tmp_path, monkeypatch):
    monkeypatch.setenv("GOVCOURSE_DATABASE", f"sqlite:///{tmp_path / 'answers.db'}")


def shown():
    return BeautifulSoup(progress()._repr_html_(), "html.parser")


def test_each_chapter_has_the_way_to_its_notebook_and_how_much_of_it_is_done():
    page = shown()
    links = [one["href"] for one in page.select("li a")]
    assert links[0] == "session-1.ipynb" and "further-cases.ipynb" in links
    assert all((content.root() / "notebooks" / one).is_file() for one in links)
    assert page.find("p") is None and page.small.text.startswith("0 of ")


def test_who_has_begun_is_told_with_what_to_go_on():
    answers("sdg-pitch").save(content.activity("sdg-pitch").example)
    page = shown()
    assert page.small.text.startswith("1 of ")
    assert page.p.a["href"] == "session-1.ipynb" and page.p.a.text == content.activity("role-of-state").title
