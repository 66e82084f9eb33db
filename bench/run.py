"""What we measure, each against the stock tool in the same run: a table, and bench/results/latest.json."""

import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import psutil
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from govcourse.doctor import chromium  # noqa: E402

from bench import book, kernels, reports  # noqa: E402
from tests.running import free_port, server, wait_for  # noqa: E402

ROUNDS = 5
STOCK_CELLS = [
    "import ipywidgets\nipywidgets.Button(description='Ready')",
]


def stock_notebook(folder: Path) -> Path:
    import nbformat

    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in STOCK_CELLS])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    path = folder / "stock.ipynb"
    nbformat.write(notebook, path)
    return path


@contextmanager
def stock_voila(folder: Path):
    port = free_port()
    command = [sys.executable, "-m", "voila", str(stock_notebook(folder)), "--no-browser", f"--port={port}"]
    log = (folder / "voila.log").open("ab")
    process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT, cwd=folder)
    try:
        wait_for(f"http://127.0.0.1:{port}/voila/static/voila.js", process, folder / "voila.log")
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait(20)
        log.close()


@contextmanager
def our_page(folder: Path):
    """The address of session 1 on a server of its own."""
    with server(Path(tempfile.mkdtemp(dir=folder))) as address:
        yield f"{address}/voila/render/session-1.ipynb"


# Asked at every frame, by the page itself: a waiting test looks too rarely.
USABLE = """(() => {
  const look = () => {
    const found = document.querySelector(%s);
    if (found && found.getClientRects().length) window.usable = performance.now();
    else requestAnimationFrame(look);
  };
  look();
})()"""


def first_usable(browser, url: str, selector: str) -> float:
    """Seconds from navigation, with an empty cache, until `selector` can be seen."""
    context = browser.new_context(bypass_csp=True)  # the question below is a script of its own
    # Other hosts are not there in many ministries; a stock page must not wait for them here either.
    context.route(lambda address: "127.0.0.1" not in address, lambda route: route.abort())
    page = context.new_page()
    page.add_init_script(USABLE % json.dumps(selector))
    page.goto(url, wait_until="commit")
    page.wait_for_function("window.usable", timeout=60_000)
    seconds = page.evaluate("window.usable") / 1000
    context.close()
    return seconds


FRAMES = """() => {
  const times = [];
  const frame = (now) => { times.push(now); if (window.measuring) requestAnimationFrame(frame); };
  window.measuring = true;
  requestAnimationFrame(frame);
  window.stopped = () => { window.measuring = false; return times.slice(1).map((now, i) => now - times[i]); };
}"""


def drag_frames(browser, address: str) -> float:
    """95th percentile of the milliseconds between frames while one of 300 notes is dragged over the board."""
    context = browser.new_context(viewport={"width": 1280, "height": 1000})
    page = context.new_page()
    page.goto(f"{address}/sessions/1")
    notes = [
        {"id": f"n{n}", "text": f"Note number {n} says something", "x": (n * 7) % 85, "y": (n * 11) % 90}
        for n in range(300)
    ]
    answers = {"digital-value": {"notes": notes}}
    page.request.post(
        f"{address}/api/me/answers", data={"format": "govcourse-answers", "version": 1, "answers": answers}
    )
    page.reload()
    exercise = page.locator('[data-exercise="digital-value"][data-state="ready"]')
    exercise.get_by_role("button", name="Board", exact=True).click()
    note = exercise.locator(".gc-board button").last
    note.scroll_into_view_if_needed()
    box = note.bounding_box()
    page.mouse.move(box["x"] + 10, box["y"] + 10)
    page.mouse.down()
    page.evaluate(FRAMES)
    for turn in range(4):
        page.mouse.move(box["x"] - 300 + 150 * (turn % 3), box["y"] - 200 + 90 * (turn % 2), steps=60)
    frames = page.evaluate("window.stopped()")
    page.mouse.up()
    context.close()
    return statistics.quantiles(frames, n=20)[-1]


def kernel_memory(address: str, session: int) -> float:
    """MB that the kernel of a session's page holds."""
    before = {process.pid for process in kernels.kernels()}
    with urllib.request.urlopen(f"{address}/voila/render/session-{session}.ipynb") as page:
        page.read()
    return max(one.memory_info().rss for one in kernels.kernels() if one.pid not in before) / 1e6


def bare_kernel_memory() -> float:
    from jupyter_client.manager import start_new_kernel

    manager, client = start_new_kernel(kernel_name="python3")
    client.execute_interactive("1")
    process = psutil.Process(manager.provisioner.pid)
    memory = process.memory_info().rss / 1e6
    manager.shutdown_kernel(now=True)
    return memory


def import_seconds(statement: str) -> float:
    code = f"import time; t = time.perf_counter(); {statement}; print(time.perf_counter() - t)"
    runs = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        for _ in range(5)
    ]
    return statistics.median(float(run.stdout) for run in runs)


def book_seconds(folder: Path) -> float:
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "govcourse.cli", "book", "--out", str(folder)], check=True, capture_output=True
    )
    return time.perf_counter() - start


def main() -> int:
    results = []

    def note(what: str, unit: str, ours: float, stock: float | None, limit: float | None) -> None:
        bound = limit if limit is not None else stock
        results.append(
            {"what": what, "unit": unit, "ours": round(ours, 3), "stock": stock and round(stock, 3), "limit": limit and round(limit, 3), "met": ours <= bound}
        )  # fmt: skip
        print(f"  {what}: {ours:.2f} {unit}", file=sys.stderr, flush=True)

    work = Path(tempfile.mkdtemp(prefix="govcourse-bench-"))
    try:
        with sync_playwright() as playwright, server(work / "home") as ours, stock_voila(work) as stock:
            browser = playwright.chromium.launch(
                executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"]
            )
            for session in range(1, 6):
                page = f"{ours}/voila/render/session-{session}.ipynb"
                pairs = [
                    (
                        first_usable(browser, page, "[data-exercise][data-state=ready]"),
                        first_usable(browser, stock, "button.jupyter-button"),
                    )
                    for _ in range(ROUNDS)
                ]  # taken in turns, so that both meet the same machine
                mine, theirs = (statistics.median(column) for column in zip(*pairs, strict=True))
                note(
                    f"Voila: first exercise of session {session} (stock: one button)",
                    "s",
                    mine,
                    theirs,
                    theirs,
                )
            plain = [
                first_usable(browser, f"{ours}/sessions/1/plain", "[data-exercise][data-state=ready]")
                for _ in range(ROUNDS)
            ]
            stock_again = [first_usable(browser, stock, "button.jupyter-button") for _ in range(ROUNDS)]
            note(
                "First exercise of session 1 without a kernel (stock: one button)",
                "s",
                statistics.median(plain),
                statistics.median(stock_again),
                statistics.median(stock_again) / 2,
            )
            note(
                "Dragging one of 300 notes: 95th percentile between frames",
                "ms",
                drag_frames(browser, ours),
                None,
                17.5,
            )
            browser.close()
            note(
                "Kernel of session 1 (stock: bare kernel)",
                "MB",
                kernel_memory(ours, 1),
                bare_kernel_memory(),
                75,
            )
        found = kernels.measure(lambda: our_page(work), lambda: stock_voila(work))
        for name, unit, share, what in (
            ("seconds", "s", 0.2, f"{kernels.AT_ONCE} pages of session 1 at once, whole"),
            ("uss", "MB", 0.5, "Kernel of one of them, its own memory (USS)"),
            ("pss", "MB", 0.5, "Kernel of one of them, its share (PSS)"),
        ):
            mine, theirs = found[name]
            note(what, unit, mine, theirs, share * theirs)
        note(
            "Import of the package with its widget (stock: ipywidgets)",
            "s",
            import_seconds("from govcourse import exercise; import govcourse.host.widget"),
            import_seconds("import ipywidgets"),
            0.4,
        )
        sizes = {
            path.parent.name: (ROOT / f"widgets/govcourse/static/{path.parent.name}.js").stat().st_size / 1000
            for path in (ROOT / "widgets/govcourse/kinds").glob("*/view.tsx")
        }
        note("Front end of the assessment, minified", "kB", sizes["dtca"], None, 40)
        largest = max(sizes, key=sizes.get)
        note(f"Largest front end of a kind ({largest}), minified", "kB", sizes[largest], None, 60)
        made = reports.measure()
        note(f"Report of {reports.PEOPLE} people as DOCX, from a new process", "s", made["docx"], None, 5)
        note(f"Report of {reports.PEOPLE} people as PDF, from a new process", "s", made["pdf"], None, 10)
        note("Most memory of a report", "MB", made["memory"], None, 500)
        note(
            f"Batch of {reports.BATCH} reports on two cores, of the time on one",
            "",
            made["batch2"] / made["batch1"],
            None,
            0.75,
        )
        ours_clean = book_seconds(work / "book")
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"]
            )
            pages = book.measure(browser, work / "book" / "_build" / "html", work)
            browser.close()
        mine, theirs = pages["kB"]
        note(
            "Book: first visit to session 1, compressed (stock Jupyter Book with ipywidgets)",
            "kB",
            mine,
            theirs,
            350,
        )
        note("Book: its requests to other hosts", "", *pages["to other hosts"], 0)
        mine, theirs = pages["usable"]
        note(
            f"Book: the assessment usable with a processor {book.SLOWER} times slower (stock: its form, without other hosts)",
            "s",
            mine,
            None if theirs == float("inf") else theirs,
            1,
        )
        note("make book, from clean (stock: one page)", "s", ours_clean, pages["build"][0], 90)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    folder = ROOT / "bench" / "results"
    folder.mkdir(exist_ok=True)
    record = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "cores": os.cpu_count(),
        "results": results,
    }
    (folder / "latest.json").write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    print(table(results))
    return 0


def table(results: list[dict]) -> str:
    rows = [("What", "Ours", "Stock", "Limit", "")]
    for one in results:
        cell = lambda value, unit=one["unit"]: "" if value is None else f"{value:g} {unit}"  # noqa: E731
        rows.append(
            (
                one["what"],
                cell(one["ours"]),
                cell(one["stock"]),
                cell(one["limit"]),
                "met" if one["met"] else "MISSED",
            )
        )
    widths = [max(len(re.sub(r"\s+$", "", row[n])) for row in rows) for n in range(5)]
    return "\n".join(
        "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)) for row in rows
    )


if __name__ == "__main__":
    raise SystemExit(main())
