"""Many people who open a page at once, and what each of them costs: ours against stock Voila's one button, in turns."""

import asyncio
import contextlib
import os
import re
import statistics
import time
from concurrent.futures import ThreadPoolExecutor

import httpx
import psutil

from bench.pages import ARGUMENTS, watching
from tests.running import kernels

AT_ONCE, ROUNDS = 16, 3
LONGEST = 60.0  # seconds after which a page counts as lost


def at_once(url: str, computes: str = "", count: int = AT_ONCE) -> tuple[float, float, float]:
    """Seconds until `count` pages that are asked for together are whole; USS and PSS (MB) of their kernels, each.

    `computes` is what a page then asks for, from its own address on: what its cells compute. A page that never ends counts as LONGEST: stock kernels sometimes lose the port that was chosen for them.
    """
    root = psutil.Process(os.getpid())
    before = {one.pid for one in kernels(root)}

    async def visit(client: httpx.AsyncClient) -> None:
        page = await client.get(url)
        if computes:
            cookie = page.headers["set-cookie"].partition(";")[0]
            await client.get(url + computes, headers={"Cookie": cookie})

    async def visit_all() -> None:
        limits = httpx.Limits(max_connections=2 * count)
        async with httpx.AsyncClient(timeout=LONGEST, limits=limits) as client:
            await asyncio.gather(*(visit(client) for _ in range(count)))

    start = time.perf_counter()
    with contextlib.suppress(TimeoutError):
        asyncio.run(asyncio.wait_for(visit_all(), LONGEST))
    seconds = time.perf_counter() - start
    memory = [one.memory_full_info() for one in kernels(root) if one.pid not in before]
    held = [statistics.fmean(getattr(one, name) for one in memory) / 1e6 for name in ("uss", "pss")]
    return seconds, *held


def usable_at_once(url: str, selector: str, program: str, count: int = AT_ONCE) -> float:
    """Seconds until the last of `count` tabs that are opened together shows `selector`."""

    async def open_all() -> float:
        from playwright.async_api import async_playwright

        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
            contexts = [await browser.new_context(bypass_csp=True) for _ in range(count)]
            tabs = [await context.new_page() for context in contexts]
            for tab in tabs:
                await tab.add_init_script(watching(selector))

            async def visit(tab) -> None:
                await tab.goto(url, wait_until="commit", timeout=120_000)
                await tab.wait_for_function("window.usable", timeout=120_000)

            start = time.perf_counter()
            await asyncio.gather(*map(visit, tabs))
            seconds = time.perf_counter() - start
            await browser.close()
            return seconds

    with ThreadPoolExecutor(1) as alone:  # a loop of its own, also where one is running
        return alone.submit(asyncio.run, open_all()).result()


NEEDED = re.compile(r'(?:href|src)="([^"]*/static/[a-z]+\.js)"')


def arrived_at_once(url: str, early: bool, count: int = AT_ONCE) -> float:
    """Seconds until the last of `count` people, each with a machine of their own, has got what a page needs to be used.

    With `early` that is the page up to its exercises, and their scripts; without, the whole page, as its form is made by
    its kernel. What their browsers then do is not counted: it does not burden the server.
    """

    async def visit(client: httpx.AsyncClient) -> None:
        text = ""
        async with client.stream("GET", url) as page:
            async for piece in page.aiter_text():
                text += piece
                if early and 'src="' in text.partition('id="learner"')[2]:
                    break
        if early:
            await asyncio.gather(*(client.get(path) for path in set(NEEDED.findall(text))))

    async def visit_all() -> float:
        limits = httpx.Limits(max_connections=4 * count)
        async with httpx.AsyncClient(base_url=url, timeout=120, limits=limits) as client:
            start = time.perf_counter()
            await asyncio.gather(*(visit(client) for _ in range(count)))
            return time.perf_counter() - start

    with contextlib.suppress(TimeoutError):
        return asyncio.run(asyncio.wait_for(visit_all(), LONGEST))
    return LONGEST


def measure(ours, stock, selectors: tuple[str, str], program: str) -> dict[str, list[tuple[float, float]]]:
    """Per finding the rounds' pairs (ours, stock); a new server for each round, with all its kernels.

    `ours` and `stock` start a server and give the page's address. `arrived`, `usable` and `whole` are seconds for AT_ONCE
    pages, `cold` those of the first page after a start, `uss` and `pss` MB of a kernel.
    """
    from playwright.sync_api import sync_playwright

    from bench.pages import first_usable

    found: dict[str, list[tuple[float, float]]] = {
        name: [] for name in ("cold", "usable", "arrived", "whole", "uss", "pss")
    }
    for _ in range(ROUNDS):
        pair = []
        for start, selector in zip((ours, stock), selectors, strict=True):
            with start() as url:
                with sync_playwright() as playwright:
                    browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
                    cold = first_usable(browser, url, selector)
                    browser.close()
                usable = usable_at_once(url, selector, program)
            with start() as url:
                arrived = arrived_at_once(url, early=start is ours)
            with start() as url:
                pair.append((cold, usable, arrived, *at_once(url, "/compute" if start is ours else "")))
        for place, name in enumerate(found):
            found[name].append((pair[0][place], pair[1][place]))
    return found
