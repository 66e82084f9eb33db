"""Reports and sheets over the wire: made beside the server, for facilitators only, nothing taken over unasked."""

import io

from docx import Document
from govcourse import assessment_import
from pypdf import PdfReader

from tests.server.conftest import FACILITATOR

SHEET = b"respondent,legal-6,legal-7\na,3,4\nb,9,1\nc,1,don't know\n"


def test_a_room_s_report_comes_in_each_format(client, room):
    starts = {"docx": b"PK", "xlsx": b"PK", "pptx": b"PK", "pdf": b"%PDF"}
    for format, start in starts.items():
        made = client.get(f"{room.path}/report.{format}", headers=FACILITATOR, timeout=60)
        assert made.status_code == 200 and made.content.startswith(start)
        assert made.headers["content-disposition"] == f'attachment; filename="room-{room.code}.{format}"'
    assert client.get(f"{room.path}/report.exe", headers=FACILITATOR).status_code == 404
    acts = client.get(f"{room.path}/facilitators", headers=FACILITATOR).json()["acts"]
    assert acts[0]["act"] == "report as pdf"


def test_a_sheet_is_looked_at_first_and_taken_over_when_confirmed(client, room):
    url = f"{room.path}/import?name=answers.csv"
    looked = client.post(url, content=SHEET, headers=FACILITATOR, timeout=60).json()
    assert looked["found"] == 2 and [(one["row"], one["column"]) for one in looked["problems"]] == [
        (3, "legal-6")
    ]
    assert client.get(f"{room.path}/counts", headers=FACILITATOR).json()["participants"] == 1
    for expected in ({"new": 2, "changed": 0, "same": 0}, {"new": 0, "changed": 0, "same": 2}):
        done = client.post(f"{url}&confirm=yes", content=SHEET, headers=FACILITATOR, timeout=60).json()
        assert done["taken"] == expected
    counts = client.get(f"{room.path}/counts", headers=FACILITATOR).json()
    assert counts == {
        "participants": 3,
        "team_count": 0,
        "answered": {"dtca": 2},
        "by_teams": {},
        "pace": {"fast": 0, "slow": 0, "few": [], "minutes": 5},
    }


def test_a_sheet_that_is_none_is_refused_in_words(client, room):
    for name, data in (("a.xlsx", b"broken"), ("a.csv", b"")):
        answer = client.post(f"{room.path}/import?name={name}", content=data, headers=FACILITATOR, timeout=60)
        assert (answer.status_code, answer.json()["error"]["code"]) == (422, "sheet")


def test_the_sheet_to_hand_out_is_there_for_everybody(client):
    got = client.get("/api/assessment.xlsx")
    assert assessment_import.read(got.content, "a.xlsx").problems == []


def test_somebody_in_a_room_takes_their_work_home(client, room):
    client.put(f"{room.path}/activities/sdg-pitch", json={"state": "open"}, headers=FACILITATOR)
    body = {"answer": {"goal": 4, "pitch": "Schools first."}, "version": 0}
    client.put(f"{room.path}/answers/sdg-pitch", json=body, headers=room.people["participant"])
    for path in ("documents/sdg-pitch.docx", "documents/portfolio.docx"):
        made = client.get(f"{room.path}/{path}", headers=room.people["participant"], timeout=60)
        tables = Document(io.BytesIO(made.content)).tables
        assert any(
            "Schools first." in cell.text for table in tables for row in table.rows for cell in row.cells
        )
    pdf = client.get(f"{room.path}/documents/portfolio.pdf", headers=room.people["participant"], timeout=60)
    assert "Schools first." in "".join(
        page.extract_text() for page in PdfReader(io.BytesIO(pdf.content)).pages
    )
    refused = client.get(f"{room.path}/documents/portfolio.certificate", headers=room.people["participant"])
    assert refused.status_code == 422 and refused.json()["error"]["field"] == "name"


def test_a_certificate_carries_a_code_that_the_server_confirms(client, room):
    from govcourse import content

    me = room.people["participant"]
    for id in [*content.activity("portfolio").certificate.required, "portfolio"]:
        client.put(f"{room.path}/activities/{id}", json={"state": "open"}, headers=FACILITATOR)
        answer = content.activity(id).example or {}
        if id == "dtca":
            items = [one.id for dimension in content.instrument().dimensions for one in dimension.statements]
            answer = {"items": {id: {"value": 3} for id in items}}
        assert (
            client.put(
                f"{room.path}/answers/{id}", json={"answer": answer, "version": 0}, headers=me
            ).status_code
            == 200
        )
    made = client.get(f"{room.path}/documents/portfolio.certificate", headers=me, timeout=60)
    (page,) = PdfReader(io.BytesIO(made.content)).pages
    text = page.extract_text()
    code = text.split("Code ")[1].split(",")[0].strip()
    assert "Amina Example" in text and client.get(f"/verify/{code}").status_code == 200
