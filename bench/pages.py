"""How soon a page can be used, as the page itself sees it."""

import json
import statistics

# Other hosts are not there in many ministries; a stock page must not wait for them here either.
ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", ALONE]

# What opens the first exercise of our pages; stock pages have nothing of the kind.
FIRST_CARD = "details[data-card] > summary"

# Asked at every frame, by the page itself: a waiting test looks too rarely. Whoever wants to see something scrolls to it, and opens it.
USABLE = """(() => {
  const look = () => {
    const [selector, towards, card] = %s;
    if (towards) document.querySelector(towards)?.scrollIntoView();
    const folded = card && document.querySelector(card);
    if (folded && !folded.parentElement.open) folded.click();
    const found = document.querySelector(selector);
    if (found && found.getClientRects().length) window.usable = performance.now();
    else requestAnimationFrame(look);
  };
  look();
})()"""

FRAMES = """() => {
  const times = [];
  const frame = (now) => { times.push(now); if (window.measuring) requestAnimationFrame(frame); };
  window.measuring = true;
  requestAnimationFrame(frame);
  window.stopped = () => { window.measuring = false; return times.slice(1).map((now, i) => now - times[i]); };
}"""


def watching(selector: str, towards: str = "", card: str = FIRST_CARD) -> str:
    """A script that notes in `window.usable` when `selector` can be seen, on the way to `towards`; `card` is opened."""
    return USABLE % json.dumps([selector, towards, card])


def first_usable(browser, url: str, selector: str, towards: str = "", card: str = FIRST_CARD) -> float:
    """Seconds from navigation, with an empty cache, until `selector` can be seen by whoever scrolls to `towards` and opens `card`."""
    context = browser.new_context(bypass_csp=True)  # the question is a script of its own
    page = context.new_page()
    page.add_init_script(watching(selector, towards, card))
    page.goto(url, wait_until="commit")
    page.wait_for_function("window.usable", timeout=60_000)
    seconds = page.evaluate("window.usable") / 1000
    context.close()
    return seconds


def folded(browser, url: str) -> tuple[float, float]:
    """At 1440 × 900, with all exercises folded: how tall a page is, and how far from its top its first exercise stands (pixels)."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(url, wait_until="networkidle")
    height = page.evaluate("document.documentElement.scrollHeight")
    first = page.locator("details[data-card]").first.bounding_box()["y"]
    page.close()
    return height, first


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
    page.locator("details[data-card=digital-value]").evaluate("one => { one.open = true }")
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


# How long the page takes to show what was typed, and how much it moves by itself, as the browser counts both.
FELT = """(() => {
  window.felt = { events: {}, shift: 0 };
  new PerformanceObserver((list) => {
    for (const one of list.getEntries())
      if (one.interactionId)
        felt.events[one.interactionId] = Math.max(felt.events[one.interactionId] ?? 0, one.duration);
  }).observe({ type: "event", durationThreshold: 16, buffered: true });
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) if (!one.hadRecentInput) felt.shift += one.value;
  }).observe({ type: "layout-shift", buffered: true });
})()"""
SLOWER = 4  # times, the processor
PACE = 250  # ms between two keys: none waits for the one before it
TYPED = "One window for all permits, and nobody comes twice."


def felt(browser, address: str, session: int, activity: str, answer: dict) -> tuple[float, float]:
    """Milliseconds of the slowest key but one in fifty (INP), while one types into each long field of an exercise that is filled
    in, with a processor four times slower; and the page's cumulative layout shift (CLS)."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, bypass_csp=True)
    page = context.new_page()
    page.goto(f"{address}/sessions/{session}")
    page.request.put(f"{address}/api/me/answers/{activity}", data={"answer": answer, "version": 0})
    page.add_init_script(FELT)
    page.goto(f"{address}/sessions/{session}")
    cdp = context.new_cdp_session(page)
    cdp.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    # Without a screen Chromium may report a frame as shown only when the page is scrolled; somebody who watches makes it report each.
    cdp.on(
        "Page.screencastFrame",
        lambda frame: cdp.send("Page.screencastFrameAck", {"sessionId": frame["sessionId"]}),
    )
    cdp.send("Page.startScreencast", {"format": "jpeg", "quality": 10, "maxWidth": 320})
    page.locator(f"details[data-card={activity}]").evaluate("one => { one.open = true }")
    exercise = page.locator(f'[data-exercise="{activity}"][data-state="ready"]')
    exercise.wait_for()
    page.wait_for_timeout(1000)  # it has come to rest
    page.evaluate("felt.events = {}")
    fields = exercise.locator("textarea, input[type=text], input:not([type])")
    for field in [one for one in fields.all() if one.is_visible() and one.is_editable()][:3]:
        field.click()
        page.keyboard.type(TYPED, delay=PACE)
    told = page.evaluate("felt")
    context.close()
    slowest = sorted(told["events"].values(), reverse=True)
    return slowest[len(slowest) // 50] if slowest else 0, told["shift"]
