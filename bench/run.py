"""What we measure, each against the stock tool in the same run: a table, bench/results/, and data/measured.json for the book."""

import asyncio
import gzip
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import psutil
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from govcourse import content  # noqa: E402
from govcourse.doctor import chromium  # noqa: E402

from bench import book, frames, growth, kernels, lighthouse, pages, reports  # noqa: E402
from tests.load.room import join_and_save  # noqa: E402
from tests.running import course_that_computes, free_port, server, wait_for  # noqa: E402

ROUNDS = 5
OURS, STOCK = "[data-exercise][data-state=ready]", "button.jupyter-button"
STOCK_CELL = "import ipywidgets\nipywidgets.Button(description='Ready')"
COMPUTING = 4  # the session whose first computing cell is compared; two more are computed with it
PLACE, CHART, STOCK_CHART = (
    "[data-cell]",
    "[data-govcourse-chart] [data-drawing] svg",
    ".vega-embed svg.marks",
)
ROOMS, SAVES = (50, 100, 200, 500), 6


class Sheet:
    """The rows of a run. A row is met when ours keeps its limit, or is no less than `least`; without either it must not exceed stock."""

    def __init__(self):
        self.rows: list[dict] = []

    def note(
        self,
        topic: str,
        what: str,
        unit: str,
        ours,
        stock=None,
        limit: float | None = None,
        share: float | None = None,
        least: float | None = None,
    ):
        """`ours` and `stock` are figures or lists of rounds; `share` sets the limit as a part of stock."""
        mine, spread = _median(ours)
        theirs, their_spread = _median(stock)
        limit = share * theirs if share is not None and theirs is not None else limit
        bound = limit if limit is not None else theirs
        met = mine >= least if least is not None else None if bound is None else mine <= bound
        self.rows.append(
            {
                "topic": topic, "what": what, "unit": unit, "ours": mine, "spread": spread, "stock": theirs,
                "stock_spread": their_spread, "limit": _round(limit), "least": least, "met": met,
            }
        )  # fmt: skip
        print(f"  {what}: {mine:g} {unit}", file=sys.stderr, flush=True)

    def table(self) -> str:
        rows = [("What", "Ours", "Stock", "Limit", "")]
        for one in self.rows:
            cell = lambda value, unit=one["unit"]: "" if value is None else f"{value:g} {unit}".strip()  # noqa: E731
            met = {None: "", True: "met", False: "MISSED"}[one["met"]]
            limit = cell(one["limit"]) if one["least"] is None else f"≥ {cell(one['least'])}"
            rows.append((one["what"], cell(one["ours"]), cell(one["stock"]), limit, met))
        widths = [max(len(row[n]) for row in rows) for n in range(5)]
        return "\n".join(
            "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)) for row in rows
        )


def _median(given) -> tuple[float | None, list[float] | None]:
    """The median, and the least and the most of the rounds."""
    if given is None or given == float("inf"):
        return None, None
    if not isinstance(given, (list, tuple)):
        return _round(given), None
    return _round(statistics.median(given)), [_round(min(given)), _round(max(given))]


def _round(value: float | None) -> float | None:
    return None if value is None else float(f"{value:.3g}")


# ---- what is compared


@contextmanager
def stock_voila(folder: Path, *cells: str):
    """The address of stock Voila with these cells on its page; without any, one button."""
    import nbformat

    code = [nbformat.v4.new_code_cell(cell) for cell in cells or [STOCK_CELL]]
    notebook = nbformat.v4.new_notebook(cells=code)
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(notebook, folder / "stock.ipynb")
    port = free_port()
    command = [sys.executable, "-m", "voila", str(folder / "stock.ipynb"), "--no-browser", f"--port={port}"]
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
    """The address of session 1 on a server of its own; it computes what stock Voila's page does."""
    work = Path(tempfile.mkdtemp(dir=folder))
    with server(
        work / "home", computes=True, GOVCOURSE_ROOT=str(course_that_computes(work, STOCK_CELL))
    ) as address:
        yield f"{address}/sessions/1"


# ---- the topics


def voila(sheet: Sheet, work: Path) -> None:
    """Warm: servers that have answered before. The rounds are taken in turns, so that both meet the same machine."""
    with (
        server(work / "home", computes=True) as ours,
        stock_voila(work) as stock,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium(), args=pages.ARGUMENTS)
        for session in range(1, 6):
            page = f"{ours}/sessions/{session}"
            pairs = [
                (pages.first_usable(browser, page, OURS), pages.first_usable(browser, stock, STOCK))
                for _ in range(ROUNDS)
            ]
            what = f"First exercise of session {session} in Voila (stock: one button)"
            sheet.note("Voila", what, "s", *map(list, zip(*pairs, strict=True)), share=0.5)
        frames = pages.drag_frames(browser, ours)
        sheet.note(
            "Voila", "Dragging one of 300 notes: 95th percentile between frames", "ms", frames, limit=17.5
        )
        browser.close()


def folding(sheet: Sheet, work: Path) -> None:
    """A session's page as somebody finds it who has done nothing yet."""
    with server(work / "folded") as ours, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=pages.ARGUMENTS)
        for session in range(1, 6):
            height, first = pages.folded(browser, f"{ours}/sessions/{session}")
            sheet.note(
                "Pages", f"Height of session {session} with all exercises folded", "px", height, limit=16_000
            )
            sheet.note("Pages", f"First exercise of session {session}, from the top", "px", first, limit=1350)
        for session, id in ((1, "dtca"), (4, "action-plan")):
            one = content.activity(id)
            key, shift = pages.felt(browser, ours, session, id, one.example or {})
            sheet.note("Pages", f"A key in “{one.title}”, processor four times slower", "ms", key, limit=200)
            sheet.note("Pages", f"Layout shift of session {session}", "CLS", shift, limit=0.05)
        browser.close()


def computing(sheet: Sheet, work: Path) -> None:
    """The first chart of a session: on our page, whose other cells are computed too, and alone on a page of stock Voila, warm both."""
    with server(work / "computing", computes=True) as ours, stock_voila(work, *first_computed()) as stock:
        page, pairs = f"{ours}/sessions/{COMPUTING}", []
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(), args=pages.ARGUMENTS)
            for place in range(ROUNDS + 1):
                pair = (
                    pages.first_usable(browser, page, CHART, PLACE, card=""),
                    pages.first_usable(browser, stock, STOCK_CHART),
                )
                pairs += [pair] if place else []  # the first round only warms both
            browser.close()
        what = f"First computing cell of session {COMPUTING} (stock: the same cell alone)"
        sheet.note("Computing", what, "s", *map(list, zip(*pairs, strict=True)), share=0.5)
        pairs = [
            (kernels.at_once(page, "/compute")[0], kernels.at_once(stock)[0]) for _ in range(kernels.ROUNDS)
        ]
    what = f"The same for {kernels.AT_ONCE} people at once, until the last page has its chart"
    sheet.note("Computing", what, "s", *map(list, zip(*pairs, strict=True)), share=0.5)


def first_computed() -> list[str]:
    """The code of a session's parameters, and of its first cell that computes."""
    import nbformat

    notebook = nbformat.read(ROOT / "notebooks" / f"session-{COMPUTING}.ipynb", as_version=4)
    code = [cell.source for cell in notebook.cells if cell.cell_type == "code"]
    return [code[0], next(source for source in code if "words(" in source)]


def _listener(address: str) -> int:
    port = int(address.rsplit(":", 1)[1])
    return next(
        one.pid for one in psutil.net_connections("tcp") if one.status == "LISTEN" and one.laddr.port == port
    )


def together(sheet: Sheet, work: Path) -> None:
    found = kernels.measure(lambda: our_page(work), lambda: stock_voila(work), (OURS, STOCK), chromium())
    for name, unit, share, what in (
        ("cold", "s", 0.5, "First exercise after a start of the server (stock: one button)"),
        (
            "arrived",
            "s",
            0.2,
            f"{kernels.AT_ONCE} people at once, until the last has what is needed to work (stock: the page with its button)",
        ),
        (
            "usable",
            "s",
            None,
            f"{kernels.AT_ONCE} tabs of one browser on the server's own machine, until the last can be used",
        ),
        ("whole", "s", None, f"{kernels.AT_ONCE} people at once, until all kernels have done their work"),
        ("uss", "MB", 0.5, "Memory of a kernel of its own (USS)"),
        ("pss", "MB", 0.5, "Memory of a kernel with its part of what is shared (PSS)"),
    ):
        sheet.note("Many at once", what, unit, *map(list, zip(*found[name], strict=True)), share=share)


def live(sheet: Sheet, work: Path) -> None:
    """A new room for each size, SAVES saves of each person, 100 of them a second."""
    with server(work / "rooms", computes=True) as address:
        held = psutil.Process(_listener(address)).memory_info().rss / 1e6
        sheet.note("Live room", "Server at rest, before anybody comes", "MB", held, limit=150)
        for people in ROOMS:
            joined, saved = asyncio.run(join_and_save(address, people, SAVES))
            sheet.note("Live room", f"{people} people join", "s", joined, limit=people / 20)
            sheet.note("Live room", f"{people} people: 95th percentile of a save", "ms", saved, limit=150)


def package(sheet: Sheet, _: Path) -> None:
    ours = import_seconds("from govcourse import exercise; import govcourse.jupyter.widget")
    sheet.note(
        "Package",
        "Import with the widget (stock: ipywidgets)",
        "s",
        ours,
        import_seconds("import ipywidgets"),
        limit=0.4,
    )
    computing = import_seconds("from govcourse import answers, cases, exercise, questions, room, sdgs")
    sheet.note("Package", "Import of the notebook interface, without pandas", "s", computing, limit=0.3)
    static = ROOT / "widgets" / "govcourse" / "static"
    sizes = {path.parent.name: len(gzip.compress((static / f"{path.parent.name}.js").read_bytes(), mtime=0)) / 1000 for path in (ROOT / "widgets/govcourse/kinds").glob("*/view.tsx")}  # fmt: skip
    sheet.note("Package", "Front end of the assessment, compressed", "kB", sizes["dtca"], limit=27.5)
    largest = max(sizes, key=sizes.get)
    sheet.note(
        "Package", f"Largest front end of a kind ({largest}), compressed", "kB", sizes[largest], limit=27.5
    )


def import_seconds(statement: str) -> list[float]:
    code = f"import time; t = time.perf_counter(); {statement}; print(time.perf_counter() - t)"
    runs = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        for _ in range(ROUNDS)
    ]
    return [float(run.stdout) for run in runs]


def documents(sheet: Sheet, _: Path) -> None:
    made = reports.measure()
    sheet.note(
        "Documents",
        f"Report of {reports.PEOPLE} people as DOCX, from a new process",
        "s",
        made["docx"],
        limit=5,
    )
    sheet.note(
        "Documents",
        f"Report of {reports.PEOPLE} people as PDF, from a new process",
        "s",
        made["pdf"],
        limit=10,
    )
    sheet.note("Documents", "Most memory of a report", "MB", made["memory"], limit=500)
    share = made["batch2"] / made["batch1"]
    sheet.note(
        "Documents",
        f"Batch of {reports.BATCH} reports on two cores, of the time on one",
        "",
        share,
        limit=0.75,
    )


def framing(sheet: Sheet, _: Path) -> None:
    took, rows = frames.measure()
    what = f"Frames of {frames.PEOPLE} people and {frames.ACTIVITIES} exercises ({rows:,} rows)"
    sheet.note("Frames", what, "s", took, limit=0.5)


def growing(sheet: Sheet, _: Path) -> None:
    found = growth.summaries()
    sheet.note("Growth", "Summary of 100,000 answers to a poll", "ms", found["poll"][10**5] * 1000, limit=200)
    sheet.note(
        "Growth",
        "Summary of 100,000 responses to the assessment",
        "ms",
        found["assessment"][10**5] * 1000,
        limit=200,
    )
    for name, times in {**found, "export of a room": growth.exports()}.items():
        most = max(times)
        what = f"{name.capitalize()}: exponent of its growth up to {most:,} answers (1 is linear)"
        sheet.note("Growth", what, "", growth.exponent(times), limit=1.2)


def scored(sheet: Sheet, found: dict[str, dict[str, float]], whose: str) -> None:
    """Lighthouse's figures: the score of each page, and of what else it finds the worst of them."""
    for name, of in found.items():
        sheet.note("Lighthouse", f"Lighthouse, performance: {name}", "", of["performance"], least=95)
    worst = {name: [of[name] for of in found.values()] for name in next(iter(found.values()))}
    for name, what, unit, limit in (
        ("shift", "Layout shift", "CLS", 0.05),
        ("blocking", "Blocked time", "ms", 200),
        ("bytes", "Bytes of a first visit", "kB", 350),
    ):
        sheet.note("Lighthouse", f"{what}, most among pages of {whose}", unit, max(worst[name]), limit=limit)
    what = f"Lighthouse, accessibility: least among pages of {whose}"
    sheet.note("Lighthouse", what, "", min(worst["accessibility"]), least=100)


def scoring(sheet: Sheet, work: Path) -> None:
    with server(work / "scored") as address:
        scored(sheet, lighthouse.of_server(address), "the server")


def books(sheet: Sheet, work: Path) -> None:
    start = time.perf_counter()
    command = [sys.executable, "-m", "govcourse.cli", "book", "--out", str(work / "book")]
    subprocess.run(command, check=True, capture_output=True)
    clean = time.perf_counter() - start
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    again = time.perf_counter() - start
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=pages.ARGUMENTS)
        found = book.measure(browser, work / "book" / "_build" / "html", work)
        browser.close()
    with book.served(work / "book" / "_build" / "html") as address:
        scored(sheet, lighthouse.of_book(address), "the book")
    name = "(stock Jupyter Book with ipywidgets)"
    sheet.note("Book", f"First visit to session 1, compressed {name}", "kB", *found["kB"], limit=350)
    sheet.note("Book", "Its requests", "", *found["requests"])
    sheet.note("Book", "Its requests to other hosts", "", *found["to other hosts"], limit=0)
    what = f"The assessment usable, processor {book.SLOWER} times slower (stock without other hosts: never)"
    sheet.note("Book", what, "s", *found["usable"], limit=1)
    sheet.note(
        "Book", "Building it from clean (stock: one page of the 60)", "s", clean, found["build"][0], limit=90
    )
    sheet.note(
        "Book", "Building it again (stock: one page of the 60)", "s", again, found["build"][1], limit=90
    )


TOPICS = {"voila": voila, "pages": folding, "lighthouse": scoring, "computing": computing, "together": together, "live": live, "package": package, "documents": documents, "growth": growing, "frames": framing, "book": books}  # fmt: skip


def main(wanted: list[str]) -> int:
    """All topics, or those that are named; the book's figures are those of a whole run."""
    sheet, work = Sheet(), Path(tempfile.mkdtemp(prefix="govcourse-bench-"))
    try:
        for topic in wanted or TOPICS:
            TOPICS[topic](sheet, work)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    now = datetime.now(UTC)
    record = {"at": now.isoformat(timespec="seconds"), "machine": machine(), "results": sheet.rows}
    text = json.dumps(record, indent=1, ensure_ascii=False) + "\n"
    folder = ROOT / "bench" / "results"
    folder.mkdir(exist_ok=True)
    (folder / f"{now:%Y-%m-%d-%H%M%S}.json").write_text(text, encoding="utf-8")
    if not wanted:
        (ROOT / "data" / "measured.json").write_text(text, encoding="utf-8")
    print(sheet.table())
    return 0


def machine() -> dict:
    """On what it was measured, as far as the system tells."""
    processor = platform.processor() or platform.machine()
    if (info := Path("/proc/cpuinfo")).exists():
        names = [
            line.partition(": ")[2] for line in info.read_text().splitlines() if line.startswith("model name")
        ]
        processor = names[0] if names else processor
    memory = round(psutil.virtual_memory().total / 1e9)
    return {"processor": processor, "cores": os.cpu_count(), "memory_gb": memory, "system": platform.system(), "python": platform.python_version()}  # fmt: skip


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
