"""The server's pages, its safe defaults, and how it starts."""

import re
import socket
import subprocess
import sys

import pytest
from bs4 import BeautifulSoup
from govcourse import content

from tests.running import TOKEN, free_port


@pytest.mark.parametrize(
    "path", ["/", "/join", "/join/ABCDEF", "/cases/medellin", f"/facilitator?token={TOKEN}"]
)
def test_a_page_is_there_and_asks_no_other_host(client, path):
    page = client.get(path, follow_redirects=True)
    assert page.status_code == 200
    asked = re.sub(r"<a\b[^>]*>", "", page.text)  # a link asks nobody until it is followed
    assert not re.findall(r'(?:src|href|action)="(?:https?:)?//', asked)
    assert "default-src 'self'" in page.headers["content-security-policy"]


def test_a_case_leads_from_each_claim_to_its_source_and_says_who_found_a_result(client):
    case, labels = content.case("bangladesh-emutation"), content.texts()["cases"]
    page = BeautifulSoup(client.get(f"/cases/{case.id}").text, "lxml")
    referred = {link["href"] for link in page.select("a.reference")}
    assert referred == {f"#source-{n}" for n in range(1, len(case.bibliography) + 1)}
    for target, one in zip(sorted(referred), case.bibliography, strict=True):
        assert page.select_one(f"{target} a")["href"] == str(one.url)
    for shown, one in zip(page.select(".results li"), case.results, strict=True):
        assert shown.select_one(".evidence").get_text() == labels[f"evidence_{one.evidence}"]
        assert one.text in shown.get_text() and one.unit in shown.get_text()
    assert all(goal in page.select_one(".facts").get_text() for goal in ("1 No Poverty", "16 Peace"))


def test_the_case_explorer_has_a_short_address_and_home_every_header_and_each_case_lead_to_it(client):
    page = client.get("/cases", follow_redirects=True)
    assert page.status_code == 200 and 'data-govcourse-mount="case-explorer"' in page.text
    current = BeautifulSoup(page.text, "lxml").select_one(".top [aria-current=page]")
    assert current["href"] == "/cases"
    for path, place in (("/", "main"), ("/", ".top"), ("/sessions/2", ".top"), ("/cases/medellin", "main")):
        assert BeautifulSoup(client.get(path).text, "lxml").select_one(f'{place} a[href="/cases"]'), (
            path,
            place,
        )


@pytest.mark.parametrize("number", range(1, 6))
def test_a_session_has_a_short_address(client, number):
    short, long = (
        client.get(path) for path in (f"/sessions/{number}", f"/voila/render/session-{number}.ipynb")
    )
    assert short.status_code == long.status_code == 200
    assert short.text.count("data-govcourse-mount") == long.text.count("data-govcourse-mount") > 0


@pytest.mark.parametrize(
    "path",
    [
        "/nowhere", "/voila/render/other.ipynb", "/voila/render/../../etc/passwd", "/voila/render/reports/x.ipynb",
        "/voila/tree", "/voila/files/session-1.ipynb", "/voila/api/contents", "/cases/nowhere", "/room/NOROOM",
        "/static/../doctor.py", "/assets/../app.py",
    ],
)  # fmt: skip
def test_nothing_else_is_served(client, path):
    assert client.get(path).status_code in (403, 404)


@pytest.mark.parametrize("number", range(1, 6))
def test_every_link_of_a_session_opens_a_page_of_its_own(client, number):
    text = re.search(r"<main.*?</main>", client.get(f"/sessions/{number}").text, re.DOTALL)[0]
    links = set(re.findall(r'href="(?!https?:|#)([^"]+)"', text))
    assert links and "/" not in links
    for link in links:
        assert client.get(link, follow_redirects="/sessions/" not in link).status_code in (200, 302), link


@pytest.mark.parametrize(
    ("name", "words"),
    [("syllabus", "Thirteen modules in four blocks"), ("quotations", "attributed to Margaret Mead")],
)
def test_a_chapter_of_the_book_is_a_page_with_its_content(client, name, words):
    page = client.get(f"/book/{name}")
    assert page.status_code == 200 and words in page.text and "course-data" not in page.text


def test_errors_of_the_api_are_json_in_words(client):
    answer = client.get("/api/nowhere")
    assert answer.status_code == 404 and answer.json()["error"]["message"]


def test_a_session_page_ignores_a_stranger_s_template_and_identity(client):
    page = client.get(
        "/voila/render/session-3.ipynb?template=lab&theme=dark",
        headers={"X-Govcourse-Learner": "a stranger's token"},
    )
    assert page.status_code == 200
    assert "Your resume code" in page.text and "a stranger's token" not in page.text


def test_a_facilitator_makes_a_room_finds_it_again_and_a_participant_gets_in(client):
    assert client.get("/facilitator").status_code == 403
    given = {"title": "Room <b>", "country": "Utopia", "sessions": ["2", "4"]}
    made = client.post(f"/facilitator?token={TOKEN}", data=given)
    console = client.get(made.headers["location"], follow_redirects=True)
    assert console.status_code == 200 and "Digital Transformation Capability Assessment" in console.text
    assert "Room &lt;b&gt;" in console.text and "<b>" not in console.text
    code = re.search(r"/facilitator/(\w+)", made.headers["location"])[1]
    assert client.get(f"/api/rooms/{code}").json()["sessions"] == [2, 4]
    again = client.get(f"/facilitator?token={TOKEN}", follow_redirects=True)
    assert code in again.text
    lead = client.post(f"/facilitator?token={TOKEN}", data={"code": code})
    assert lead.headers["location"].startswith(f"/facilitator/{code}?key=")
    client.cookies.clear()
    assert client.get(f"/room/{code}").headers["location"] == f"/join/{code}"
    joined = client.post("/join", data={"code": code.lower(), "name": "Ann"})
    page = client.get(joined.headers["location"])
    assert f"/api/rooms/{code}" in page.text and "Room &lt;b&gt;" in page.text and "<b>" not in page.text


def test_no_page_shows_a_method_in_place_of_a_text(client):
    made = client.post(f"/facilitator?token={TOKEN}", data={"title": "R", "sessions": ["1"]})
    code = re.search(r"/facilitator/(\w+)", made.headers["location"])[1]
    pages = [client.get(made.headers["location"], follow_redirects=True)]
    client.cookies.clear()
    pages.append(client.get(client.post("/join", data={"code": code}).headers["location"]))
    assert re.search(r'id="resume-code">\w{10}</strong>\s*<button[^>]*>Copy</button>', pages[-1].text)
    for path in (
        "/", "/join", f"/join/{code}", f"/facilitator?token={TOKEN}", "/verify", "/verify/NOSUCHCODE", "/nowhere",
        "/cases/medellin", "/voila/render/session-1.ipynb", f"/room/{code}/screen",
    ):  # fmt: skip
        pages.append(client.get(path, follow_redirects=True))
    for page in pages:
        assert "<built-in" not in page.text and "&lt;built-in" not in page.text, page.url


def test_a_template_s_dotted_name_is_the_key_and_only_else_the_method():
    from govcourse.markup import Environment

    made = Environment().from_string("{{ t.copy }} {{ t.items }} {{ t.keys() | list }}")
    assert made.render(t={"copy": "Copy", "items": "Items"}) == "Copy Items ['copy', 'items']"


def test_a_wrong_code_is_told_on_the_page(client):
    page = client.post("/join", data={"code": "NOROOM"})
    assert page.status_code == 404 and "There is no room with this code" in page.text
    page = client.post("/", data={"resume_code": "NOBODY"})
    assert page.status_code == 404 and "There is no work with this code" in page.text


def test_a_resume_code_works_on_the_home_page(client, address):
    import httpx

    page = client.get("/voila/render/session-1.ipynb").text
    code = re.search(r"Your resume code: <strong>(\w+)</strong>", page)[1]
    client.put("/api/me/answers/sdg-pitch", json={"answer": {"goal": 4}, "version": 0})
    with httpx.Client(base_url=address) as other:
        assert other.post("/", data={"resume_code": code.lower()}).status_code == 302
        assert other.get("/api/me/answers/sdg-pitch").json()["answer"] == {"goal": 4}
        assert "Continue where you left off" in other.get("/").text
        assert "begun 1 more" in other.get("/work").text


def test_a_room_s_participant_is_nobody_in_particular_outside_the_room(client):
    facilitator = {"Authorization": f"Bearer {TOKEN}"}
    code = client.post("/api/rooms", json={"title": "T", "sessions": [1]}, headers=facilitator).json()["code"]
    token = client.post(f"/api/rooms/{code}/participants", json={}).json()["token"]
    client.cookies.clear()
    client.cookies.set("govcourse_learner", token)
    page = client.get("/sessions/1")
    assert page.status_code == 200
    assert page.cookies["govcourse_learner"] != token


def test_a_port_in_use_is_told_with_another_to_try(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ended = subprocess.run(
            [sys.executable, "-m", "govcourse.cli", "serve", "--port", str(port)], capture_output=True, text=True, timeout=60
        )  # fmt: skip
    assert ended.returncode == 1
    assert f"Port {port} is in use" in ended.stderr and f"PORT={port + 1}" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_corrupt_database_stops_the_start_with_words(tmp_path):
    path = tmp_path / "course.db"
    path.write_bytes(b"not a database" * 100)
    ended = subprocess.run(
        [sys.executable, "-m", "govcourse.cli", "serve", "--port", str(free_port()), "--database", f"sqlite:///{path}"],
        capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert ended.returncode == 1
    assert "cannot be read. It was not changed" in ended.stderr and "Traceback" not in ended.stderr
