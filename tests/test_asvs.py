"""SECURITY-ASVS.md: a verdict with its reason on each requirement, tests that are there, and tables that are what the code says."""

import ast
import logging
import re
from collections import Counter
from functools import cache
from itertools import pairwise
from pathlib import Path
from pkgutil import resolve_name
from types import SimpleNamespace

import pytest
from govcourse.server import security
from govcourse.server.errors import as_api_error
from govcourse.server.handler import Handler
from govcourse.server.routes import KERNELS, ROUTES
from govcourse.settings import Settings
from tornado.http1connection import is_transfer_encoding_chunked
from tornado.httputil import HTTPHeaders, HTTPInputError

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "widgets" / "govcourse"
PAGE = (ROOT / "SECURITY-ASVS.md").read_text(encoding="utf-8")
ROW = re.compile(
    r"^\| V(\d+)\.(\d+)\.(\d+) \| ([12]) \| (\S[^|]*) \| (met|not applicable|open) \| (\S[^|]*) \|$", re.M
)
ROWS = ROW.findall(PAGE)
ALL, FIRST = 253, 70  # requirements of levels 1 and 2 in version 5.0.0, and of level 1
TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
PLACE = re.compile(r"`((?:widgets|tests|deploy)/[\w./-]+|[A-Z]\w+\.md|Dockerfile)`")
SOURCES = {path.relative_to(PACKAGE).as_posix(): path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py")}  # fmt: skip


@cache
def names_in(path: str) -> set[str]:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


@pytest.fixture(scope="module")
def nodes():
    """Everything that the sources of the package say, with the file in which it stands."""
    return [(name, node) for name, source in SOURCES.items() for node in ast.walk(ast.parse(source))]


def imported(node: ast.AST) -> set[str]:
    """The modules that a statement imports, by their first and their whole names."""
    match node:
        case ast.Import():
            whole = {one.name for one in node.names}
        case ast.ImportFrom(module=str(module)):
            whole = {module, *(f"{module}.{one.name}" for one in node.names)}
        case _:
            return set()
    return whole | {name.split(".")[0] for name in whole}


def test_each_requirement_is_there_once_in_order_with_its_level_a_verdict_and_a_reason():
    ids = [tuple(map(int, row[:3])) for row in ROWS]
    assert len(ids) == len(re.findall(r"^\| V\d", PAGE, re.M)) == ALL
    assert all(before < after for before, after in pairwise(ids))
    assert Counter(row[3] for row in ROWS) == {"1": FIRST, "2": ALL - FIRST}
    assert {chapter for chapter, _, _ in ids} == set(range(1, 18))


def test_what_shows_that_a_requirement_is_met_is_there():
    headings = {
        "#" + re.sub(r"[^\w -]", "", one).lower().replace(" ", "-")
        for one in re.findall(r"^#+ (.+)$", PAGE, re.M)
    }
    assert set(re.findall(r"\]\((#[^)]+)\)", PAGE)) <= headings
    for *_, subject, verdict, why in ROWS:
        tests, places = TEST.findall(why), PLACE.findall(why)
        assert why.count("::") == len(tests), subject
        missing = [(path, name) for path, name in tests if name not in names_in(path)]
        assert not missing and all((ROOT / place).exists() for place in places), (subject, missing)
        assert verdict != "met" or tests or places, subject


def test_the_counts_at_the_top_are_those_of_the_rows():
    told = dict(re.findall(r"^\| (met|not applicable|open) \| (\d+) \| ", PAGE, re.M))
    assert {verdict: int(count) for verdict, count in told.items()} == Counter(row[5] for row in ROWS)


def test_the_limits_are_those_of_the_code():
    limits = re.findall(r"^\| [^|]+ \| `(govcourse[\w.]+:[\w.]+)` \| ([\d,]+) \|$", PAGE, re.M)
    assert len(limits) > 20
    for name, told in limits:
        assert resolve_name(name) == int(told.replace(",", "")), name


def test_what_has_to_go_together_is_told_of_each_kind_that_checks_it():
    part = PAGE.partition("### What goes together\n")[2].partition("\n### ")[0]
    told = re.findall(r"^\| `(\w+)` \| \S", part, re.M)
    checks = {
        path.parent.name
        for path in (PACKAGE / "kinds").glob("*/__init__.py")
        if "    def check(self" in path.read_text(encoding="utf-8")
    }
    assert len(checks) > 12 and told == sorted(checks)


def test_cookies_last_as_long_as_this_page_says(nodes):
    given = [
        ast.unparse(node) for name, node in nodes
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "security.set_cookie"
    ]  # fmt: skip
    days = {"TOKEN_COOKIE" in one: re.findall(r"days=(\d+)", one) for one in given}
    assert days == {True: ["1"], False: []} and security.set_cookie.__defaults__ == (365,)
    kept = dict(re.findall(r"^\| (the server's token|a facilitator's link|a participant's or learner's token) \|.*the cookie lasts a (day|year)", PAGE, re.M))  # fmt: skip
    assert list(kept.values()) == ["day", "year", "year"]


def test_how_soon_a_weak_package_is_replaced_is_told():
    page = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    part = page.partition("### How soon\n")[2]
    days = [int(one) for one in re.findall(r"\| (\d+) days \|", part)]
    assert days == sorted(days) and len(days) == 3 and days[-1] <= 90


def test_each_module_that_uses_cryptography_is_listed_and_hashes_by_sha_256(nodes):
    tools = {"cryptography", "hashlib", "hmac", "jwt", "nacl", "secrets", "ssl", "uuid"}
    uses: dict[str, set[str]] = {}
    for name, node in nodes:
        for tool in imported(node) & tools:
            uses.setdefault(name, set()).add(tool)
    listed = {
        name: set(re.findall(r"\w+", tools))
        for names, tools in re.findall(
            r"^\| ((?:`[\w/]+\.py`(?:, )?)+) \| ((?:`\w+`(?:, )?)+) \|", PAGE, re.M
        )
        for name in re.findall(r"`([\w/]+\.py)`", names)
    }
    assert uses == listed
    assert set(re.findall(r"hashlib\.(\w+)", "".join(SOURCES.values()))) == {"sha256"}


def test_nothing_of_ours_evaluates_unpickles_or_asks_a_shell(nodes):
    for name, node in nodes:
        assert not imported(node) & {"pickle", "marshal", "shelve", "os.system", "os.popen"}, name
        match node:
            case ast.Call(func=ast.Name(id="eval" | "exec" | "compile")):
                pytest.fail(f"{name}:{node.lineno} evaluates")
            case ast.Attribute(value=ast.Name(id="os"), attr="system" | "popen"):
                pytest.fail(f"{name}:{node.lineno} asks a shell")
            case ast.keyword(arg="shell"):
                pytest.fail(f"{name} asks a shell")
            case ast.Call(func=ast.Attribute(value=ast.Name(id="yaml"), attr="load" | "compose"), args=args):
                assert [ast.unparse(one) for one in args[1:]] + [ast.unparse(one.value) for one in node.keywords] == ["Loader"], name  # fmt: skip
    from govcourse.content.loading import Loader

    assert Loader.__name__ in ("CSafeLoader", "SafeLoader")


def test_no_query_is_put_together_from_texts(nodes):
    found = 0
    for name, node in nodes:
        match node:
            case ast.Call(func=ast.Attribute(attr="text" | "exec_driver_sql", value=on), args=[said, *_]):
                if ast.unparse(on) in ("sa", "sqlalchemy", "connection", "op"):
                    found += 1
                    whole = [said.body, said.orelse] if isinstance(said, ast.IfExp) else [said]
                    assert all(isinstance(one, ast.Constant) for one in whole), f"{name}:{node.lineno}"
    assert found


def test_only_notebooks_ask_other_servers(nodes):
    clients = {"urllib.request", "http.client", "httpx", "requests", "aiohttp", "tornado.httpclient"}
    asks = {name for name, node in nodes if imported(node) & clients}
    assert asks == {"jupyter/countries.py", "jupyter/sources.py"}
    assert 'allowed_protocols=["data"]' in SOURCES["documents/pdf.py"]


def test_logs_go_to_standard_error_and_nowhere_else(nodes):
    for name, node in nodes:
        assert not imported(node) & {"logging.handlers", "syslog"}, name
        assert not (isinstance(node, ast.Attribute) and node.attr == "FileHandler"), name
    assert not logging.getLogger("govcourse").handlers


def test_views_put_in_texts_as_texts():
    scripts = [
        path
        for ending in ("ts", "tsx", "js")
        for path in PACKAGE.rglob(f"*.{ending}")
        if "static" not in path.relative_to(PACKAGE).parts
    ]
    markup = re.compile(r"dangerouslySetInnerHTML|(inner|outer)HTML\s*[+=]|insertAdjacentHTML|document\.write|\beval\(|new Function")  # fmt: skip
    found = {path.relative_to(PACKAGE).as_posix() for path in scripts if markup.search(path.read_text(encoding="utf-8"))}  # fmt: skip
    assert len(scripts) > 100 and found == {"runtime/compute.ts"}


def test_answers_tell_browsers_what_this_page_says():
    told: dict[str, str] = {}
    Handler.set_default_headers(SimpleNamespace(set_header=told.__setitem__))  # type: ignore[arg-type]
    assert told == {"Cache-Control": "no-store", "Content-Security-Policy": security.POLICY}
    assert security.HEADERS["Referrer-Policy"] == "same-origin"
    assert "object-src 'none'" in security.POLICY and "unsafe" not in security.POLICY
    assert Settings.model_fields["ui_page"].default is False
    assert '"show_tracebacks": False' in SOURCES["server/app.py"]


def test_no_handler_answers_trace_and_a_message_with_two_lengths_is_refused():
    assert not [route for route in [*ROUTES, *KERNELS] if "TRACE" in route[1].SUPPORTED_METHODS]
    with pytest.raises(HTTPInputError):
        is_transfer_encoding_chunked(HTTPHeaders({"Transfer-Encoding": "chunked", "Content-Length": "5"}))


def test_what_nobody_foresaw_is_told_without_what_it_was():
    refused = as_api_error(RuntimeError("password of postgresql://x@there"), 500)
    assert refused.status == 500 and set(refused.error) == {"code", "message"}
    assert "there" not in refused.error["message"] and "password" not in refused.error["message"]


def test_the_examples_bring_no_secret_and_the_image_runs_as_a_user():
    examples = "\n".join(
        path.read_text(encoding="utf-8") for path in sorted((ROOT / "deploy").rglob("*.y*ml"))
    )
    given = re.findall(r"(?:TOKEN|PASSWORD|DATABASE): *(\S+)", examples)
    assert given and all("${" in one for one in given)
    assert "secretKeyRef" in examples
    image = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    assert re.search(r"^USER (?!root)\w+$", image, re.M)
    assert image.index("\nUSER ") < image.index("\nCMD ") and not re.search("TOKEN|PASSWORD", image)
    assert ".git" in (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
