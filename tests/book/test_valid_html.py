"""What html-validate says of the book's pages: nothing. Rules of style are not asked."""

import json
import shutil
import subprocess
from pathlib import Path

from govcourse.book.valid_html import front_page, mended

ROOT = Path(__file__).parents[2]
VALIDATOR = ROOT / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
RULES = Path(__file__).with_name("html-validate.json")


def problems(folder):
    node = shutil.which("node") or str(ROOT / ".venv" / "bin" / "node")
    command = [node, VALIDATOR, "--config", RULES, "--formatter", "json", f"{folder}/**/*.html"]
    told = subprocess.run(command, capture_output=True, text=True)
    assert told.stdout, told.stderr
    return {
        f"{Path(page['filePath']).name}: {one['message']}"
        for page in json.loads(told.stdout)
        for one in page["messages"]
    }


def test_every_page_of_the_book_is_valid_html(html):
    assert problems(html) == set()


def test_a_fault_is_found(tmp_path):
    """Else the test above would say nothing."""
    inner = "<details><summary><p>A</p></summary></details>"
    page = f"<!DOCTYPE html><html lang='en'><head><title>A</title></head><body>{inner}</body></html>"
    (tmp_path / "page.html").write_text(page)
    assert any("<p>" in one for one in problems(tmp_path))


def test_what_opens_a_cell_s_code_has_no_paragraph_in_it():
    page = '<p>A</p><summary aria-label="x">\n<p class="collapsed">Show</p></summary><p>B</p>'
    made = '<p>A</p><summary aria-label="x">\n<span class="collapsed">Show</span></summary><p>B</p>'
    assert mended(page) == made


def test_the_front_page_is_a_document_that_leads_on(tmp_path):
    path = tmp_path / "index.html"
    path.write_text('<meta http-equiv="Refresh" content="0; url=book/welcome.html" />\n')
    front_page(path, "A & B", "fr")
    made = path.read_text(encoding="utf-8")
    assert made.startswith("<!DOCTYPE html>") and '<html lang="fr">' in made
    assert "url=book/welcome.html" in made and ">A &amp; B</a>" in made and problems(tmp_path) == set()
