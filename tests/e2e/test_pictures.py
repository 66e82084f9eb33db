"""The pictures that explain, in a browser: nothing is clipped or covered on a phone and on a wide page, also where a language takes more room."""

import pytest
from govcourse.content import picture_library
from govcourse.files import STATIC
from govcourse.layout.figure import figure

from tests.e2e.helpers import serious

LOOK = """longer => {
  // A field's own width has its arrow in it, so its texts are measured.
  const found = [], seen = one => !one.closest('.gc-picture-about');
  for (const picture of document.querySelectorAll('.gc-picture')) {
    const texts = [...picture.querySelectorAll('b, span, p:not(.axis), figcaption')].filter(seen);
    if (longer) texts.filter(one => !one.children.length).forEach(one => { one.textContent += ' ' + one.textContent; });
    const inside = picture.getBoundingClientRect();
    for (const one of [...texts, ...picture.querySelectorAll('li')]) {
      const box = one.getBoundingClientRect(), is = picture.id + ': ' + one.textContent;
      if (one.tagName !== 'LI' && one.scrollWidth > one.clientWidth + 1) found.push(['clipped', is]);
      if (box.left < inside.left || box.right > inside.right + 1) found.push(['outside', is]);
      if (parseFloat(getComputedStyle(one).fontSize) < 14) found.push(['small', is]);
    }
    const fields = [...picture.querySelectorAll('li:not(:has(li)), .centre, .back')].map(one => [one, one.getBoundingClientRect()]);
    for (const [one, a] of fields) for (const [other, b] of fields)
      if (one !== other && a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)
        found.push(['covered', picture.id + ': ' + one.textContent]);
  }
  return found;
}"""


@pytest.mark.parametrize(
    "longer",
    [
        pytest.param(False, id="in English", marks=pytest.mark.long),
        pytest.param(True, id="in a language that takes twice the room"),
    ],
)
@pytest.mark.parametrize(
    ("width", "direction"),
    [
        (360, "rtl"),
        *(pytest.param(*one, marks=pytest.mark.long) for one in ((360, "ltr"), (900, "ltr"), (900, "rtl"))),
    ],
)
def test_no_field_of_a_picture_is_clipped_small_or_covered(context, width, direction, longer):
    page = context.new_page()
    page.set_viewport_size({"width": width, "height": 800})
    sheet = (STATIC / "site.css").read_text(encoding="utf-8")
    figures = "".join(map(figure, picture_library.ids()))
    page.set_content(
        f'<!DOCTYPE html><html lang="en" dir="{direction}" data-theme="dark"><title>Pictures</title>'
        f'<style>{sheet}</style><body class="gc-page"><main><h1>Pictures</h1>{figures}</main>'
    )
    assert page.evaluate(LOOK, longer) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert serious(page, "main") == []
