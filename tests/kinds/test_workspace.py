"""The workspace: its photos."""

import base64
import io

import pytest
from govcourse import kinds
from govcourse.kinds import AnswerError
from PIL import Image


def photo(format="JPEG", size=(40, 30), **more):
    buffer = io.BytesIO()
    Image.new("RGB", size, "navy").save(buffer, format, **more)
    return f"data:image/{format.lower()};base64,{base64.b64encode(buffer.getvalue()).decode()}"


def with_photo(url):
    return {"stages": {"prototype": {"forms": [{"id": "f", "photo": url}]}}}


def test_a_photo_is_kept_without_what_its_camera_hid_in_it():
    plain = with_photo(photo())
    assert kinds.validate("design-thinking", plain) == plain
    exif = Image.Exif()
    exif[0x010F] = "Camera of a ministry"
    exif[0x8825] = {1: "N", 2: (52.0, 30.0, 0.0)}
    kept = kinds.validate("design-thinking", with_photo(photo(exif=exif)))
    data = base64.b64decode(kept["stages"]["prototype"]["forms"][0]["photo"].split(",")[1])
    assert b"Camera" not in data
    assert not Image.open(io.BytesIO(data)).getexif()
    assert kinds.validate("design-thinking", kept) == kept


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "data:image/svg+xml;base64,PHN2Zy8+", "data:image/jpeg;base64,AAAA", "data:image/png;base64,!",
        "https://example.org/x.jpg", photo(size=(1700, 10)), photo("PNG").replace("png", "jpeg")[:60],
    ],
)  # fmt: skip
def test_what_is_no_photo_is_refused(url):
    with pytest.raises(AnswerError) as error:
        kinds.validate("design-thinking", with_photo(url))
    assert error.value.field == "stages.prototype.forms.0.photo"


def test_photos_stand_only_where_they_are_asked_for():
    with pytest.raises(AnswerError):
        kinds.validate("design-thinking", {"stages": {"define": {"forms": [{"id": "f", "photo": photo()}]}}})
