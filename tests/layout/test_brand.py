"""An academy's own look: its files replace ours, and a broken one is told while ours goes on."""

import io

import pytest
from docx import Document
from govcourse import content, kinds
from govcourse.documents import brand as brands
from govcourse.documents import exercise, slides, word
from govcourse.kinds.report import Page
from PIL import Image
from pptx import Presentation


def logo():
    buffer = io.BytesIO()
    Image.new("RGB", (60, 20), "navy").save(buffer, "PNG")
    return buffer.getvalue()


def test_name_colour_font_footer_and_logo_are_the_academy_s(tmp_path):
    (tmp_path / "brand.yaml").write_text(
        "name: School of Administration\naccent: '#7A1F5C'\nfont: Georgia\nfooter: For internal use\n"
    )
    (tmp_path / "logo.png").write_bytes(logo())
    look = brands.read(tmp_path)
    assert look.problems == [] and look.logo == logo()
    made = Document(io.BytesIO(word.write(exercise.document("reflection", {}, Page(look)), look)))
    section = made.sections[0]
    assert section.header.paragraphs[0].text == "School of Administration"
    assert "For internal use" in section.footer.paragraphs[0].text
    assert (
        str(made.styles["Heading 1"].font.color.rgb) == "7A1F5C"
        and made.styles["Normal"].font.name == "Georgia"
    )


def test_templates_of_an_academy_keep_their_page_and_lose_their_example_text(tmp_path):
    template = Document()
    template.add_paragraph("Example text of the template")
    template.sections[0].page_width = 8_000_000
    template.save(tmp_path / "report.docx")
    deck = Presentation()
    deck.slides.add_slide(deck.slide_layouts[0])
    deck.save(tmp_path / "slides.pptx")
    look = brands.read(tmp_path)
    assert look.problems == []
    made = Document(io.BytesIO(word.write(exercise.document("reflection", {}, Page(look)), look)))
    assert abs(made.sections[0].page_width - 8_000_000) < 1000
    assert "Example text" not in "\n".join(p.text for p in made.paragraphs)
    lab = kinds.kind("innovation-lab").report()
    written = slides.write(lab.slides(content.activity("innovation-lab"), {}, Page(look)), "x", look)
    ours = Presentation(io.BytesIO(written))
    assert len(ours.slides) == 1 and ours.slide_width == deck.slide_width


@pytest.mark.parametrize(
    ("name", "data"),
    [("brand.yaml", b"accent: red"), ("brand.yaml", b"colour: '#000000'"), ("brand.yaml", b"\xff\xfe: ["), ("brand.yaml", b"- a\n- b"),
     ("logo.png", b"no picture"), ("logo.jpg", b"\x89PNG\r\n\x1a\n"), ("report.docx", b"PK\x03\x04 broken"), ("slides.pptx", b"")],
)  # fmt: skip
def test_a_broken_file_is_told_and_the_default_goes_on(tmp_path, name, data):
    (tmp_path / name).write_bytes(data)
    look = brands.read(tmp_path)
    (problem,) = look.problems
    assert name in problem
    assert (look.accent, look.logo, look.docx, look.pptx) == ("#00588f", None, None, None)
    assert word.write(exercise.document("reflection", {}, Page(look)), look)
