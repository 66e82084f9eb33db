"""How a person meets an exercise: waits for it, fills it by keyboard, sees it saved. One way per kind, from the data."""

import json
import re
from pathlib import Path

import pytest
from govcourse import content

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
TYPED = "Zeile <b>1</b> مرحبا"
EXERCISE = re.compile(r'exercise\("([a-z0-9-]+)"')


def notebook(page: int | str) -> str:
    """The notebook of a session, by its number, or of a further chapter, by its id."""
    return f"session-{page}" if isinstance(page, int) else f"further-{page}"


def session_of(page: int | str) -> int:
    """The session of a page; that to which a further chapter belongs."""
    if isinstance(page, int):
        return page
    return next(one.number for one in content.sessions() if page in {more.id for more in one.further})


def _pages() -> dict[int | str, list[str]]:
    """The exercises of each page; one that stands on several is met on the first of them."""
    found: dict[int | str, list[str]] = {}
    for number in [*range(1, 6), *(one.id for one in content.further())]:
        source = (content.root() / "notebooks" / f"{notebook(number)}.ipynb").read_text(encoding="utf-8")
        before = {id for ids in found.values() for id in ids}
        cells = (
            "".join(cell["source"]) for cell in json.loads(source)["cells"] if cell["cell_type"] == "code"
        )
        found[number] = [id for cell in cells for id in EXERCISE.findall(cell) if id not in before]
    return found


PAGES = _pages()


LARGEST = (4, "action-plan")


def _walks():
    """The largest exercise in `make test`; every exercise of every page in `make long`."""
    yield pytest.param(LARGEST[0], LARGEST[1:], id="largest")
    for page, ids in PAGES.items():
        yield pytest.param(page, ids, id=f"{page}-all", marks=pytest.mark.long)


WALKS = list(_walks())
PAGE_OF = {id: number for number, ids in PAGES.items() for id in ids}


def run_all(page):
    """Runs the notebook that JupyterLab has open, once its kernel is there."""
    page.locator(".jp-Notebook .jp-CodeCell").first.wait_for(state="attached")
    page.get_by_text("| Idle").first.wait_for()
    page.locator("#jp-MainMenu").get_by_text("Run", exact=True).click()
    page.locator("#jp-mainmenu-run").get_by_text("Run All Cells", exact=True).click()


def ready(page, activity):
    """An exercise that can be used. Where it is folded to a card, that is opened first."""
    if (card := page.locator(f'details[data-card="{activity}"]')).count():
        card.evaluate("one => { one.open = true }")
    exercise = page.locator(f'[data-exercise="{activity}"][data-state="ready"]')
    # A large one comes when its reader does; in JupyterLab there is no such place.
    if (place := page.locator(f'[data-govcourse-mount="{activity}"]')).count():
        place.first.evaluate("one => one.scrollIntoView()")
    exercise.wait_for(state="attached")
    exercise.scroll_into_view_if_needed()
    return exercise


def menu(exercise):
    """Opens what an exercise has beside its work: example, files, print, clear."""
    button = exercise.get_by_role("button", name="More: files")
    if button.get_attribute("aria-expanded") == "false":
        button.press("Enter")


def show_example(exercise):
    """Opens the example; gives the drawer in which it stands."""
    menu(exercise)
    exercise.get_by_role("button", name="Example", exact=True).press("Enter")
    return exercise.get_by_role("dialog", name="Example: ")


def saved(exercise):
    # On a phone in a room the strip says it, for all exercises at once.
    exercise.locator('.gc-status[data-kind="saved"]').wait_for(state="attached")


def serious(page, scope):
    """What axe finds that is serious or critical, or leaves out a level of headings, as rule and place."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    # A colour on its way to another one is neither; where a page draws slowly it is met.
    page.evaluate("Promise.all(document.getAnimations().map(one => one.finished.catch(() => {})))")
    found = page.evaluate("scope => axe.run(scope, {resultTypes: ['violations']})", scope)
    return [
        (violation["id"], violation["nodes"][0]["html"][:200], violation["nodes"][0]["failureSummary"][:300])
        for violation in found["violations"]
        if violation["impact"] in ("serious", "critical") or violation["id"] == "heading-order"
    ]


def fill(page, exercise, id):
    FILL.get(content.activity(id).kind, fill_by_example)(Keys(page, exercise), content.activity(id))


def check(page, exercise, id):
    CHECK.get(content.activity(id).kind, check_by_example)(Keys(page, exercise), content.activity(id))


class Keys:
    """One exercise and a keyboard: nothing here uses a pointer."""

    def __init__(self, page, exercise):
        self.page, self.exercise = page, exercise

    def __getattr__(self, name):
        return getattr(self.exercise, name)

    def type(self, place, text=TYPED):
        place.focus()
        self.page.keyboard.insert_text(text)

    def press(self, place, *keys):
        place.focus()
        for key in keys:
            self.page.keyboard.press(key)

    def button(self, name, exact=False):
        return self.exercise.get_by_role("button", name=name, exact=exact).first

    def pick(self, place, steps=1):
        """Chooses in a select by arrow keys."""
        place.focus()
        for _ in range(steps):
            self.page.keyboard.press("ArrowDown")


def fill_by_example(x, activity):
    """A kind of which nothing is known here: its example is looked at, and taken over as one's own."""
    texts = content.texts()["common"]
    x.press(x.button(texts["menu"]), "Enter")
    x.press(x.button(texts["example"], exact=True), "Enter")
    x.press(x.button(texts["example_copy"]), "Enter")


def check_by_example(x, activity):
    from govcourse import kinds

    typed = x.locator("input, textarea").evaluate_all("all => all.map(one => one.value)")
    shown = "\n".join([x.inner_text(), *typed])
    for _, _, said in kinds.rows(activity.id, activity.example)[:3]:
        assert said in shown


def fill_dtca(x, activity):
    first = x.locator('[data-statement="leadership-1"]')
    x.press(first.locator("input").first, "Space", "ArrowDown")  # agree
    x.press(first.locator("summary"), "Enter")
    x.type(first.get_by_role("textbox", name="Comment"))
    for number in (2, 6):
        x.press(x.locator(f'[data-statement="leadership-{number}"] input').first, "Space")
    x.press(x.locator("select").first, "End")  # target 5


def check_dtca(x, activity):
    first = x.locator('[data-statement="leadership-1"]')
    assert first.locator('input[value="4"]').is_checked()
    assert first.get_by_role("textbox", name="Comment", include_hidden=True).input_value() == TYPED
    assert x.locator("select").first.input_value() == "5"
    assert "3 of 30" in x.inner_text()
    x.press(x.button("Your profile"), "Enter")
    text = x.locator("table").inner_text()
    assert "4.7" in text and "92%" in text and "leading" in text and "0.3" in text
    x.press(x.button("Leadership"), "Enter")


def fill_sdg(x, activity):
    x.press(x.locator('input[type="radio"]').first, "Space", "ArrowDown", "ArrowDown")  # goal 3
    x.type(x.get_by_label("Which service?"))
    x.type(x.get_by_label("Your one-minute pitch"), "Every visit counts. مرحبا")


def check_sdg(x, activity):
    assert x.get_by_role("radio", name="Good Health").is_checked()
    assert "3.8.1" in x.inner_text()
    assert x.get_by_label("Which service?").input_value() == TYPED
    assert x.get_by_label("Your one-minute pitch").input_value() == "Every visit counts. مرحبا"
    assert "4 words, about 2 seconds" in x.inner_text()


def fill_plot(x, activity):
    add = x.get_by_label(f"Add a {activity.item}")
    for number, name in enumerate(("Mobile team", "Portal"), 1):
        x.type(add, name)
        x.page.keyboard.press("Enter")
        x.press(x.button(f"Place {number}. {name}"), "Enter")
    x.press(x.button("1. Mobile team"), "ArrowRight", "ArrowRight", "ArrowUp", "Shift+ArrowDown")


def check_plot(x, activity):
    best = next(one for one in activity.quadrants if (one.x, one.y) == ("high", "high"))
    label = x.button("1. Mobile team").get_attribute("aria-label")
    assert f"{activity.x.title} 60, {activity.y.title} 54. {best.title}" in label
    assert "First in rank: Mobile team" in x.inner_text()
    rows = x.locator("tbody tr").all_inner_texts()
    assert "Mobile team" in rows[0] and "Portal" in rows[1]


def fill_plan(x, activity):
    x.press(x.button("Add a goal"), "Enter")
    x.type(x.get_by_role("textbox", name="Goal 1"), "Births registered")
    x.type(x.get_by_label("Step, step 1.1"), "Train midwives")
    x.type(x.get_by_label("Owner, step 1.1"), "Ann")
    x.press(x.button("Details of step 1.1"), "Enter")
    drawer = x.get_by_role("dialog", name="Step 1.1")
    x.type(drawer.get_by_label("Information sharing"), "Monthly")
    x.page.keyboard.press("Escape")
    drawer.wait_for(state="detached")
    x.press(x.button("Add an action step"), "Enter")
    x.type(x.get_by_label("Step, step 1.2"), "Change the decree")
    x.press(x.button("Step 1.2: move"), "ArrowUp")


def check_plan(x, activity):
    assert x.locator(".gc-goal textarea").first.input_value() == "Births registered"
    assert x.get_by_label("Step, step 1.1").input_value() == "Change the decree"
    assert x.get_by_label("Step, step 1.2").input_value() == "Train midwives"
    if activity.frame:
        first = x.get_by_role("region", name=content.principles()[0].title, exact=True)
        assert first.locator(".gc-goal").count() == 1
    x.press(x.button("Details of step 1.2"), "Enter")
    drawer = x.get_by_role("dialog", name="Step 1.2")
    assert drawer.get_by_label("Information sharing").input_value() == "Monthly"
    assert "Without an end date" in drawer.inner_text()
    x.page.keyboard.press("Escape")
    assert "No owner" in x.locator(".gc-step").first.inner_text()
    assert "“Change the decree” has no owner." in x.get_by_role("region", name="Advice").inner_text()
    x.press(x.button("By person"), "Enter")
    assert "Ann carries most" in x.inner_text()
    x.press(x.button("Plan", exact=True), "Enter")


def fill_poll(x, activity):
    for question in activity.questions:
        if question.type == "open":
            x.type(x.get_by_label(question.text, exact=True))
        else:
            options = x.get_by_role("group", name=question.text).locator("input")
            x.press(options.last, "Space")
            if question.options[-1].open:
                x.type(x.get_by_label(f"{question.options[-1].title}: say what"))


def check_poll(x, activity):
    for question in activity.questions:
        if question.type == "open":
            assert x.get_by_label(question.text, exact=True).input_value() == TYPED
            assert TYPED in x.get_by_role("region", name="Result").inner_text()
        else:
            assert x.get_by_role("group", name=question.text).locator("input").last.is_checked()
            said = x.get_by_role("region", name="Result").inner_text()
            assert question.text in said and "100%" not in said  # one person is no per cent


def drawn(x, activity):
    """The questions that this person is asked."""
    shown = x.locator("[data-question]").evaluate_all("all => all.map(one => one.dataset.question)")
    assert len(shown) == (activity.ask or len(activity.questions))
    by_id = {one.id: one for one in activity.questions}
    return [by_id[id] for id in shown]


def fill_estimate(x, activity):
    x.type(x.get_by_label("Your estimate, of 100"), "40")
    x.type(x.get_by_label(re.compile("^What does it rest on")))
    x.type(x.get_by_label("Your estimate now, of 100"), "40")


def check_estimate(x, activity):
    assert x.get_by_label("Your estimate now, of 100").input_value() == "40"
    assert TYPED in x.inner_text()


def fill_quiz(x, activity):
    for question in drawn(x, activity):
        place = x.locator(f'[data-question="{question.id}"]')
        if question.type == "match":
            x.pick(place.locator("select").first)
        elif question.type == "order":
            x.press(place.get_by_role("button").nth(1), "Enter")
        else:
            x.press(place.locator("input").first, "Space")
        x.press(place.get_by_role("button", name="Check my answer"), "Enter")
        x.press(x.get_by_role("button", name=re.compile("Next question|See how you did")), "Enter")
    x.get_by_role("heading", name="questions are right").wait_for()


def check_quiz(x, activity):
    for number, question in enumerate(drawn(x, activity), 1):
        x.press(x.get_by_role("button", name=re.compile(rf"^Question {number}\b")), "Enter")
        place = x.locator(f'[data-question="{question.id}"]')
        place.locator(".gc-verdict").wait_for()
        assert question.explanation in place.inner_text()
        if question.type not in ("match", "order"):
            chosen = place.locator("input").first  # in this person's order
            first = next(one for one in question.options if one.id == chosen.get_attribute("value"))
            assert chosen.is_checked()
            assert first.feedback in place.inner_text()
            alone = sum(option.right for option in question.options) == 1
            words = "That is right." if first.right and alone else "Not quite."
            assert words in place.inner_text()
        assert (
            place.get_by_role("button", name="Try again")
            .or_(place.get_by_role("button", name="Change my answer"))
            .is_visible()
        )


def fill_whiteboard(x, activity):
    x.type(x.get_by_label("A new note"), "Ask for data once")
    x.page.keyboard.press("Enter")
    x.get_by_text("Ask for data once").first.wait_for()
    phase = x.button(activity.phases[-1].title, exact=True)
    x.press(phase, "Enter")
    phase.and_(x.locator('[aria-current="step"]')).wait_for()  # what it allows is there
    if "group" in activity.phases[-1].allows:
        x.press(x.button("Add a theme"), "Enter")
        x.type(x.get_by_label("Theme 1"), "Time")
    x.press(x.button("List", exact=True), "Enter")
    if activity.votes:
        x.pick(x.get_by_label("Theme of “Ask for data once”"))
        x.press(x.button("Give “Ask for data once” a dot"), "Enter", "Enter")
    if x.get_by_label("What I like").count():  # in a room there is nobody else
        x.type(x.get_by_label(activity.comment_prompt).last, "it costs nothing")


def check_whiteboard(x, activity):
    x.press(x.button("List", exact=True), "Enter")
    assert "Ask for data once" in x.locator(".gc-notes").first.inner_text()
    if activity.votes:
        assert x.locator(".gc-theme h5").first.inner_text() == "Time"
        assert f"left to give: {activity.votes - 2}" in x.inner_text()
        x.press(x.button("Board", exact=True), "Enter")
        assert "Time ●● Dots: 2" in " ".join(x.locator(".gc-board button").first.text_content().split())
    if activity.comment_prompt:
        if x.get_by_label("What I like").count():
            assert x.get_by_label(activity.comment_prompt).last.input_value() == "it costs nothing"
            assert "2 notes still lack a comment of yours" in x.inner_text()
        assert "That was your 1 note." in x.inner_text()


def fill_matrix(x, activity):
    for head in activity.heads:
        x.type(x.get_by_label(head.title, exact=True))
    if activity.options:
        add = x.get_by_label(f"Add a {activity.options.item}")
        for name in ("First", "Second"):
            x.type(add, name)
            x.page.keyboard.press("Enter")
        if activity.weights:
            x.pick(x.get_by_label("Weight of").first, 4)
        x.pick(x.get_by_label(", Second").first, 3)  # in the first row
        return
    row = x.locator("[data-row]").first
    x.press(row.locator("input[type=radio]").first, "Space")
    for text in [ask for ask in activity.asks if ask.type == "text"]:
        x.type(row.get_by_label(text.title, exact=True))
    x.press(x.locator("[data-row]").last.locator("input[type=radio]").last, "Space")


def check_matrix(x, activity):
    for head in activity.heads:
        assert x.get_by_label(head.title, exact=True).input_value() == TYPED
    if activity.options:
        names = x.get_by_label("Name", exact=True)
        assert [names.nth(n).input_value() for n in range(2)] == ["First", "Second"]
        if activity.weights:
            assert "Second comes first with 12 of 20" in x.inner_text()
            assert "4 × 3 (" in x.inner_text()
        else:
            assert "Your plan serves this goal most" in x.inner_text()
        return
    row = x.locator("[data-row]").first
    assert row.locator("input[type=radio]").first.is_checked()
    for text in [ask for ask in activity.asks if ask.type == "text"]:
        assert row.get_by_label(text.title, exact=True).input_value() == TYPED
    assert x.locator("[data-row]").last.locator("input[type=radio]").last.is_checked()
    asked = sum(ask.type == "level" for ask in activity.asks)
    assert x.locator(".gc-profile").count() == (1 if asked == 1 else 0)


def fill_canvas(x, activity):
    for field in activity.fields:
        x.type(x.get_by_role("textbox", name=field.title, exact=True), f"{field.id} {TYPED}")
    if activity.mark:
        x.press(x.get_by_role("checkbox", name=activity.mark.title).first, "Space")
    stages = [
        field for field in activity.fields if any(g.id == field.group and g.stages for g in activity.groups)
    ]
    if stages:
        x.press(x.button(f"Go on to {stages[3].title}"), "Enter")
        x.press(x.button(f"Go back to {stages[1].title}"), "Enter")
        x.type(x.get_by_label(f"Why back to {stages[1].title}?"), "Nobody used it")
        x.page.keyboard.press("Enter")


def check_canvas(x, activity):
    for field in activity.fields:
        assert x.get_by_role("textbox", name=field.title, exact=True).input_value() == f"{field.id} {TYPED}"
    if activity.mark:
        assert x.get_by_role("checkbox", name=activity.mark.title).first.is_checked()
    if activity.owner == "private":
        assert "Only you see this" in x.inner_text()
    if any(group.stages for group in activity.groups):
        assert "Now at stage 2" in x.inner_text()
        x.press(x.get_by_text("Moves so far (2)"), "Enter")
        assert "Nobody used it" in x.inner_text()
        x.press(x.get_by_text("Moves so far (2)"), "Enter")
    if activity.slides:
        assert x.locator(".gc-slide-row .gc-slide").count() == len(activity.slides.pages)


def fill_explorer(x, activity):
    search = x.get_by_label("Search in all texts")
    x.type(search, "MEDELLIN library")
    x.get_by_text(f"1 of {len(content.case_ids())} cases").wait_for()
    x.press(x.get_by_role("checkbox", name="Save to my portfolio"), "Space")
    x.type(x.get_by_label("Your note on"))
    search.fill("")


def check_explorer(x, activity):
    x.press(x.button("Saved (1)"), "Enter")
    assert x.locator("[data-case]").count() == 1
    assert x.get_by_label("Your note on").input_value() == TYPED
    x.press(x.button("Cases", exact=True), "Enter")
    assert x.locator("[data-case]").count() == len(content.case_ids())


def fill_country(x, activity):
    x.type(x.get_by_label("Search"), "cote d ivoire")
    x.press(x.get_by_label("Your country", exact=True), "ArrowDown")
    x.type(x.get_by_label("Online services (OSI)"), "0.5")
    x.type(x.get_by_label(activity.questions[0].title))


def check_country(x, activity):
    assert x.get_by_label("Your country", exact=True).input_value() == "CIV"
    assert x.get_by_label("Online services (OSI)").input_value() == "0.5"
    assert x.get_by_label(activity.questions[0].title).input_value() == TYPED
    assert "No figures of Côte d'Ivoire are loaded here" in x.inner_text()


def fill_workspace(x, activity):
    first, second = activity.stages[:2]
    x.type(x.get_by_label(first.note, exact=True), "She came three times")
    x.page.keyboard.press("Enter")
    x.pick(x.get_by_label("Label of"))
    x.press(x.button("Choose", exact=True), "Enter")
    x.press(x.get_by_role("checkbox", name="Choose She came"), "Space")
    x.press(x.button(f"Describe a {first.form.item}"), "Enter")
    x.type(x.get_by_label(first.form.fields[0].title))
    x.press(x.button(f"Go on to {second.title}"), "Enter")
    x.type(x.get_by_label(second.note, exact=True), "we help Rosa?")
    x.page.keyboard.press("Enter")


def check_workspace(x, activity):
    assert f"Now at stage 2 of {len(activity.stages)}" in x.inner_text()
    assert "She came three times" in x.get_by_role("complementary").inner_text()
    assert "How might we we help Rosa?" in x.inner_text()
    x.press(x.button("Read the whole trail"), "Enter")
    assert "She came three times" in x.inner_text() and TYPED in x.inner_text()
    x.press(x.button("Work", exact=True), "Enter")


def fill_debrief(x, activity):
    for step in activity.steps:
        x.type(x.get_by_label(step.prompt))


def check_debrief(x, activity):
    for step in activity.steps:
        assert x.get_by_label(step.prompt).input_value() == TYPED


def fill_joint(x, activity):
    x.locator(".gc-take select").select_option("legal-8")
    talk = x.locator('[data-statement="legal-8"]')
    x.press(talk.locator("input[type=radio]").first, "Space", "ArrowDown")  # agree
    x.type(talk.get_by_label("Reason"))
    x.press(x.button("Add a theory of change"), "Enter")
    x.type(x.get_by_label("If we do this"))


def check_joint(x, activity):
    x.press(x.locator('[data-statement="legal-8"] h5 button'), "Enter")
    talk = x.locator('[data-statement="legal-8"]')
    assert talk.locator('input[value="4"]').is_checked()
    assert talk.get_by_label("Reason").input_value() == TYPED
    assert x.get_by_label("If we do this").input_value() == TYPED


def fill_portfolio(x, activity):
    x.press(x.button("Look again"), "Enter")
    x.locator(".gc-session > details").evaluate_all("all => all.forEach(one => { one.open = true })")
    entry = x.locator('[data-entry="change-story"]')
    entry.locator("summary").wait_for()
    x.press(entry.locator("summary"), "Enter")
    x.type(entry.get_by_label("Your note on"))
    x.press(x.locator('[data-entry="team-actions"]').get_by_role("checkbox"), "Space")


def check_portfolio(x, activity):
    x.locator(".gc-session > details").evaluate_all("all => all.forEach(one => { one.open = true })")
    entry = x.locator('[data-entry="change-story"]')
    entry.locator("summary").wait_for()
    if not entry.get_by_label("Your note on").is_visible():
        x.press(entry.locator("summary"), "Enter")
    assert entry.get_by_label("Your note on").input_value() == TYPED
    assert f"end {TYPED}" in entry.inner_text() and "done" in entry.inner_text()
    assert not x.locator('[data-entry="team-actions"]').get_by_role("checkbox").is_checked()
    assert "exercises count" in x.inner_text()


FILL = {
    name.removeprefix("fill_"): made for name, made in list(globals().items()) if name.startswith("fill_")
}
CHECK = {
    name.removeprefix("check_"): made for name, made in list(globals().items()) if name.startswith("check_")
}
