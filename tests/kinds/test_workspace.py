"""The workspace: its photos."""

import base64
import io
import random
import zlib

import pytest
from govcourse import content, kinds
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


HIDDEN = b"Camera of a ministry"


def after(data, mark, part):
    """`data` with `part` behind the first `mark`."""
    at = data.index(mark) + len(mark)
    return data[:at] + part + data[at:]


def segment(marker, said=HIDDEN):
    return bytes([0xFF, marker]) + (len(said) + 2).to_bytes(2, "big") + said


def chunk(name, said=HIDDEN):
    return len(said).to_bytes(4, "big") + name + said + zlib.crc32(name + said).to_bytes(4, "big")


@pytest.mark.parametrize(
    ("format", "hide"),
    [
        ("JPEG", lambda data: data + HIDDEN),
        ("JPEG", lambda data: after(data, b"\xff\xd8", segment(0xFE))),
        ("JPEG", lambda data: after(data, b"\xff\xd8", segment(0xEB))),
        ("JPEG", lambda data: after(data, b"\xff\xd8", segment(0xE2, b"FPXR\0" + HIDDEN))),
        ("JPEG", lambda data: after(data, b"\xff\xd8", segment(0xE0, b"JFXX\0" + HIDDEN))),
        ("JPEG", lambda data: data[:-2] + segment(0xFE) + data[-2:]),
        ("PNG", lambda data: data + HIDDEN),
        ("PNG", lambda data: after(data, b"\r\n\x1a\n", chunk(b"prVt"))),
        ("PNG", lambda data: data[:-12] + chunk(b"tEXt", b"Comment\0" + HIDDEN) + data[-12:]),
        ("PNG", lambda data: data[:-12] + chunk(b"IDAT") + data[-12:]),
        ("PNG", lambda data: data[:-12] + chunk(b"eXIf") + data[-12:]),
    ],
)
def test_nothing_is_kept_that_a_photo_hides_in_a_part_that_shows_no_pixels(format, hide):
    head, data = photo(format).split(",")
    assert kinds.validate("design-thinking", with_photo(f"{head},{data}")) == with_photo(f"{head},{data}")
    sent = hide(whole := base64.b64decode(data))
    assert HIDDEN in sent and HIDDEN not in whole
    kept = kinds.validate("design-thinking", with_photo(f"{head},{base64.b64encode(sent).decode()}"))
    made = base64.b64decode(kept["stages"]["prototype"]["forms"][0]["photo"].split(",")[1])
    assert HIDDEN not in made and Image.open(io.BytesIO(made)).size == (40, 30)
    assert kinds.validate("design-thinking", kept) == kept


@pytest.mark.parametrize("more", [{"progressive": True}, {"icc_profile": b"small"}, {"subsampling": 0}])
def test_a_photo_as_browsers_make_it_stays_as_it_is(more):
    plain = with_photo(photo(**more))
    assert kinds.validate("design-thinking", plain) == plain


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


def test_a_stage_without_a_form_is_read_back_by_its_notes():
    activity = content.activity("design-thinking")
    stages = [stage.model_dump(exclude_none=True, exclude={"form"}) for stage in activity.stages]
    plain = type(activity).model_validate(
        {**activity.model_dump(exclude_none=True, by_alias=True, exclude={"example"}), "stages": stages}
    )
    parts = kinds.kind(activity.id).outline(plain)["parts"]
    assert [part["title"] for part in parts if "each" not in part] == [
        stage.title for stage in activity.stages
    ]
    assert not [part for part in parts if "each" in part]


def test_a_photo_that_was_kept_without_its_camera_s_words_is_small_enough_to_be_saved_again():
    noise = Image.frombytes("RGB", (1600, 1600), random.Random(1).randbytes(1600 * 1600 * 3))
    exif = Image.Exif()
    exif[0x010F] = "Camera of a ministry"
    buffer = io.BytesIO()
    noise.save(buffer, "JPEG", quality=10, exif=exif)
    sent = f"data:image/jpeg;base64,{base64.b64encode(buffer.getvalue()).decode()}"
    kept = kinds.validate("design-thinking", with_photo(sent))
    assert kept != with_photo(sent) and kinds.validate("design-thinking", kept) == kept
