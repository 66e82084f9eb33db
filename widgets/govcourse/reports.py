"""Reports of rooms, from the store to a file: for the server's workshop, the command line and notebooks."""

import gc
import json
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from govcourse import documents
from govcourse.documents import cohort as data
from govcourse.documents.cohort import Cohort
from govcourse.kinds.access import SMALLEST
from govcourse.store import Store, StoreError, default_url

Row = dict[str, str]  # of a batch
FORMATS = ("docx", "pdf", "xlsx", "pptx")


class ReportError(ValueError):
    """A report that cannot be made, in words for whoever asked for it."""


@contextmanager
def _uncollected() -> Iterator[None]:
    """Within it nobody looks for cycles: a report makes millions of things that stay until it is written, and looking takes a tenth of its time.

    What an earlier report left goes first.
    """
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _charts_first(formats: Sequence[str]) -> None:
    """Altair, before a room's answers fill the memory, for formats that have charts.

    Imported afterwards, it makes Python's allocator map and unmap the same megabyte some 1,500 times: 3 s for 200 people.
    """
    if set(formats) - {"xlsx"}:
        import altair  # noqa: F401


def cohort(code: str, language: str = "en", least: int = SMALLEST, url: str | None = None) -> Cohort:
    """A room ready for reports. Raises ReportError or StoreError."""
    store = Store(url or default_url())
    try:
        room = store.rooms.get(code)
        if room is None:
            raise ReportError(f"There is no room {code}.")
        return data.of_room(store, room, language, least)
    finally:
        store.close()


def country(
    name: str, language: str = "en", least: int = SMALLEST, url: str | None = None
) -> tuple[Cohort, list[Cohort]]:
    """All rooms of a country as one, and each of them. Raises ReportError or StoreError."""
    store = Store(url or default_url())
    try:
        rooms = [
            room
            for room in store.rooms.all()
            if (room.settings.get("country") or "").casefold() == name.casefold()
        ]
        if not rooms:
            raise ReportError(f"There is no room of {name}. The country is set when a room is made.")
        each = [data.of_room(store, room, language, least) for room in rooms]
        raw = [
            data.signed(store, room, one.counts, one.moderation)
            for room, one in zip(rooms, each, strict=True)
        ]
        return data.of_rooms(name, each, language, least, raw), each
    finally:
        store.close()


def earlier(path: Path, language: str = "en", least: int = SMALLEST) -> Cohort:
    """A room as `govcourse room export` kept it before. Raises ReportError."""
    try:
        return data.of_archive(json.loads(path.read_text(encoding="utf-8")), language, least)
    except (OSError, ValueError, RecursionError) as error:
        raise ReportError(f"{path} cannot be read as the archive of a room ({error}).") from None


@_uncollected()
def room_report(url: str, code: str, format: str, language: str) -> bytes:
    """One report, made where it is called: the server calls it in another process."""
    _charts_first([format])
    return documents.make_report(cohort(code, language, url=url), format)


# ---- many at once


@dataclass(frozen=True)
class Done:
    """What became of one report: where it lies, or why it is not there."""

    name: str
    seconds: float
    files: tuple[str, ...] = ()
    problem: str = ""


@_uncollected()
def write_cohort(
    code: str, out: Path, formats: Sequence[str] = FORMATS, language: str = "en", least: int = SMALLEST,
    before: Path | None = None, compare: tuple[str, ...] = (), notebook: bool = True,
) -> list[Path]:  # fmt: skip
    """The reports of a room in a folder: each format, and the notebook `cohort.ipynb` as it ran."""
    _charts_first(formats)
    main = cohort(code, language, least)
    then = earlier(before, language, least) if before else None
    others = [cohort(one, language, least) for one in compare]
    made = []
    out.mkdir(parents=True, exist_ok=True)
    for format in formats:
        path = out / f"{code.upper()}.{format}"
        path.write_bytes(documents.make_report(main, format, then, others))
        made.append(path)
    if notebook:
        made.append(
            run(
                "cohort", out / f"{code.upper()}.ipynb", room=code.upper(), language=language, threshold=least
            )
        )
    return made


@_uncollected()
def write_country(
    name: str,
    out: Path,
    formats: Sequence[str] = FORMATS,
    language: str = "en",
    least: int = SMALLEST,
    notebook: bool = True,
) -> list[Path]:
    """The reports of a country's rooms together, each room beside the whole."""
    _charts_first(formats)
    whole, rooms = country(name, language, least)
    out.mkdir(parents=True, exist_ok=True)
    file = "".join(c if c.isalnum() else "-" for c in name)[:60]
    made = []
    for format in formats:
        path = out / f"{file}.{format}"
        path.write_bytes(documents.make_report(whole, format, None, rooms))
        made.append(path)
    if notebook:
        made.append(run("country", out / f"{file}.ipynb", country=name, language=language, threshold=least))
    return made


def run(name: str, out: Path, **parameters: object) -> Path:
    """Executes a notebook of notebooks/reports with papermill. Raises ReportError with what went wrong."""
    import papermill

    from govcourse import content

    source = content.root() / "notebooks" / "reports" / f"{name}.ipynb"
    try:
        papermill.execute_notebook(source, out, parameters=parameters, progress_bar=False, log_output=False)
    except papermill.PapermillExecutionError as error:
        raise ReportError(f"{source.name}: {error.ename}: {error.evalue}") from None
    return out


def _one(row: Row, out: str, notebook: bool) -> Done:
    import time

    start, code = time.perf_counter(), row["room"]
    try:
        files = write_cohort(
            code, Path(out) / (row.get("folder") or code), tuple((row.get("formats") or "docx pdf").split()),
            row.get("language") or "en", int(row.get("threshold") or SMALLEST), notebook=notebook,
        )  # fmt: skip
        return Done(code, time.perf_counter() - start, tuple(map(str, files)))
    except (ReportError, StoreError) as error:
        return Done(code, time.perf_counter() - start, problem=str(error))
    except Exception as error:
        return Done(code, time.perf_counter() - start, problem=f"{type(error).__name__}: {error}")


def batch(rows: list[Row], out: Path, workers: int, notebook: bool = False) -> Iterator[Done]:
    """Yields a Done for each row as it is ready; `workers` processes."""
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        futures = [pool.submit(_one, row, str(out), notebook) for row in rows]
        for future in as_completed(futures):
            yield future.result()


def read_batch(path: Path) -> list[Row]:
    """The rows of a batch's CSV: `room`, and if wanted `folder`, `formats`, `language`, `threshold`. Raises ReportError."""
    import csv

    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = [
                {key: (value or "").strip() for key, value in row.items() if key}
                for row in csv.DictReader(file)
            ]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise ReportError(f"{path} cannot be read as CSV ({error}).") from None
    problems = []
    for number, row in enumerate(rows, 2):
        folder = row.get("folder", "")
        if not row.get("room", "").isalnum():
            problems.append(f"row {number}: the column “room” must hold a room's code")
        if folder and (Path(folder).is_absolute() or ".." in Path(folder).parts):
            problems.append(f"row {number}: “folder” must lie inside the output folder")
        if unknown := set((row.get("formats") or "").split()) - set(FORMATS):
            problems.append(
                f"row {number}: unknown formats {', '.join(sorted(unknown))}; there are {', '.join(FORMATS)}"
            )
        if row.get("threshold") and not row["threshold"].isdecimal():
            problems.append(f"row {number}: “threshold” must be a number")
    if not rows:
        problems.append("there is no row in it")
    if problems:
        raise ReportError(f"{path}: " + "; ".join(problems[:10]))
    return rows
