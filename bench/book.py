"""A session's page in our book against the same notebook as stock tools make it: a stock Jupyter Book with ipywidgets."""

import functools
import gzip
import http.server
import statistics
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import nbformat
from govcourse import content

from bench.pages import watching

ROUNDS = 5
SLOWER = 4  # times, of the processor: an old laptop
CARD = "details[data-card=dtca] > summary"  # of the assessment, in our book
STOCK_FORM = """
import ipywidgets as widgets
statements = {statements!r}
widgets.VBox([
    widgets.VBox([widgets.Label(text), widgets.ToggleButtons(options=["1", "2", "3", "4", "5", "?"]), widgets.Text(placeholder="Comment")])
    for text in statements
])
"""


def stock_project(folder: Path) -> Path:
    """Our first session's text with the assessment as a form of ipywidgets, as one makes it without us."""
    ours = nbformat.read(content.root() / "notebooks" / "session-1.ipynb", 4)
    statements = [one.text for dimension in content.instrument().dimensions for one in dimension.statements]
    cells = [
        nbformat.v4.new_markdown_cell(cell.source) for cell in ours.cells if cell.cell_type == "markdown"
    ]
    cells.append(nbformat.v4.new_code_cell(STOCK_FORM.format(statements=statements)))
    notebook = nbformat.v4.new_notebook(cells=cells)
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    project = folder / "stock-book"
    project.mkdir()
    nbformat.write(notebook, project / "session-1.ipynb")
    (project / "_config.yml").write_text("title: Stock\nexecute: {execute_notebooks: force}\n")
    (project / "_toc.yml").write_text("format: jb-book\nroot: session-1\n")
    return project


def build(project: Path) -> float:
    start = time.perf_counter()
    command = [
        sys.executable,
        "-c",
        "from jupyter_book.cli.main import main; main()",
        "build",
        str(project),
        "--quiet",
    ]
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - start


@functools.cache  # a web host compresses a file once
def _compressed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 6)


class _Gzip(http.server.SimpleHTTPRequestHandler):
    """Sends files compressed, and keeps connections open, as web hosts do."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_GET(self):
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            return self.send_error(404)
        squeezed = path.suffix in (".html", ".js", ".css", ".svg", ".json")
        data = _compressed(path) if squeezed else path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(data)))
        if squeezed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(data)


@contextmanager
def served(folder: Path):
    site = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Gzip, directory=str(folder)))
    threading.Thread(target=site.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{site.server_port}"
    finally:
        site.shutdown()


def visit(browser, url: str, selector: str) -> dict[str, float]:
    """A first visit with a slow processor: kB, requests, requests to other hosts, and seconds until `selector` can be seen.

    The browser reaches no other host; where nothing becomes usable without one, `usable` is infinite.
    """
    context = browser.new_context(bypass_csp=True, service_workers="block")
    seen = {"kB": 0.0, "requests": 0, "to other hosts": 0}
    page = context.new_page()
    slow = context.new_cdp_session(page)
    slow.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    slow.send("Network.enable")
    slow.on(
        "Network.loadingFinished",
        lambda event: seen.update({"kB": seen["kB"] + event["encodedDataLength"] / 1000}),
    )

    def count(request):
        if request.url.startswith("http"):
            seen["requests"] += 1
            seen["to other hosts"] += "127.0.0.1" not in request.url

    page.on("request", count)
    page.add_init_script(watching(selector, card=CARD))
    page.goto(url, wait_until="load")
    try:
        page.wait_for_function("window.usable", timeout=20_000)
        seen["usable"] = page.evaluate("window.usable") / 1000
    except Exception:
        seen["usable"] = float("inf")
    page.wait_for_load_state("networkidle")
    context.close()
    return seen


def measure(browser, ours: Path, folder: Path) -> dict[str, tuple[float, float]]:
    """Medians of (ours, stock) per finding, and the seconds of a stock build, clean and again."""
    project = stock_project(folder)
    clean, again = build(project), build(project)
    with served(ours) as mine, served(project / "_build" / "html") as theirs:
        rounds = [
            (
                visit(browser, f"{mine}/notebooks/session-1.html", "[data-exercise=dtca][data-state=ready]"),
                visit(browser, f"{theirs}/session-1.html", ".widget-toggle-buttons"),
            )
            for _ in range(ROUNDS)
        ]
    found = {
        name: tuple(statistics.median(pair[side][name] for pair in rounds) for side in (0, 1))
        for name in rounds[0][0]
    }
    return {**found, "build": (clean, again)}
