"""The label of translations that nobody has read, and how locale/REVIEW.md takes it away."""

import pytest
from govcourse import content, own_notebooks
from govcourse.content import review

pytestmark = pytest.mark.usefixtures("fresh_catalogues")


@pytest.fixture
def read(tmp_path, monkeypatch):
    """A folder of the French and Arabic catalogues, and a way to say there what was read."""
    for code in ("fr", "ar"):
        (tmp_path / code).symlink_to(content.root() / "locale" / code)
    monkeypatch.setenv("GOVCOURSE_LOCALE", str(tmp_path))

    def write(*rows):
        head = "| language | catalogue or chapter | read by | day |\n| --- | --- | --- | --- |\n"
        (tmp_path / "REVIEW.md").write_text(head + "".join(f"{row}\n" for row in rows), encoding="utf-8")
        review.reviewed.cache_clear()
        review.languages.cache_clear()

    return write


def test_a_draft_says_so_until_interface_and_data_were_read(read):
    assert "ébauche" in review.label("fr") and review.label("en") == ""
    read("| fr | texts | A. Diallo | 2027-01-31 |")
    assert "ébauche" in review.label("fr")
    read("| fr | texts | A. Diallo | 2027-01-31 |", "| fr | data | A. Diallo | 2027-02-01 |")
    assert review.label("fr") == "" and "مسودة" in review.label("ar")
    assert review.languages() == {"en": "English", "ar": "العربية (مسودة ترجمة آلية)", "fr": "Français"}


def test_a_chapter_is_read_by_itself_or_with_its_catalogue(read):
    interface = [f"| fr | {part} | A. Diallo | 2027-01-31 |" for part in review.INTERFACE]
    read(*interface, "| `fr` | `notebooks/session-2` | A. Diallo, École | 2027-02-01 |")
    labelled = {
        name: bool(review.label("fr", name)) for name in ("notebooks/session-2", "notebooks/session-3")
    }
    assert labelled == {"notebooks/session-2": False, "notebooks/session-3": True}
    read(*interface, "| fr | notebooks | A. Diallo | 2027-02-01 |")
    assert review.label("fr", "notebooks/session-3") == ""


@pytest.mark.parametrize(
    "row",
    ["| fr | texts |  | 2027-01-31 |", "| fr | texts | A. Diallo | soon |", "| fr | texts | A. Diallo |"],
)
def test_a_line_without_a_reader_or_a_day_takes_no_label_away(read, row):
    read(row)
    assert review.reviewed("fr") == frozenset()


def test_a_reader_s_notebooks_say_it_below_their_title_and_no_more_once_they_were_read(read, tmp_path):
    own_notebooks.copy(tmp_path / "drafts", "fr")
    said = (tmp_path / "drafts" / "welcome.ipynb").read_text(encoding="utf-8")
    assert said.count("ébauche faite par une machine") == 1
    read(*(f"| fr | {part} | A. Diallo | 2027-01-31 |" for part in ("texts", "data", "notebooks")))
    own_notebooks.copy(tmp_path / "read", "fr")
    assert "ébauche faite" not in (tmp_path / "read" / "welcome.ipynb").read_text(encoding="utf-8")
