"""How a person meets an exercise: waits for it, fills it by keyboard, sees it saved."""

from pathlib import Path

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"


def ready(page, activity):
    exercise = page.locator(f'[data-exercise="{activity}"][data-state="ready"]')
    exercise.wait_for(state="attached")
    exercise.scroll_into_view_if_needed()
    return exercise


def saved(exercise):
    exercise.locator('.gc-status[data-kind="saved"]').wait_for()


def serious(page, scope):
    """What axe finds that is serious or critical, as rule and place."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("scope => axe.run(scope, {resultTypes: ['violations']})", scope)
    return [
        (violation["id"], violation["nodes"][0]["html"][:200], violation["nodes"][0]["failureSummary"][:300])
        for violation in found["violations"]
        if violation["impact"] in ("serious", "critical")
    ]


def fill_dtca(page, exercise):
    exercise.locator('[data-statement="leadership-1"] input').first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")  # agree
    page.keyboard.press("Tab")  # the comment
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("By decree, 2024 <b>")
    for number in (2, 3):
        exercise.locator(f'[data-statement="leadership-{number}"] input').first.focus()
        page.keyboard.press("Space")
    exercise.locator("select").first.focus()
    page.keyboard.press("End")  # target 5


def check_dtca(page, exercise):
    first = exercise.locator('[data-statement="leadership-1"]')
    assert first.locator('input[value="4"]').is_checked()
    assert first.locator("textarea").input_value() == "By decree, 2024 <b>"
    assert exercise.locator("select").first.input_value() == "5"
    assert "3 of 30" in exercise.inner_text()
    exercise.get_by_role("button", name="Your profile").press("Enter")
    text = exercise.locator("table").inner_text()
    assert "4.7" in text and "92 %" in text and "leading" in text and "0.3" in text
    exercise.get_by_role("button", name="Leadership").press("Enter")


def fill_sdg(page, exercise):
    exercise.locator('input[type="radio"]').first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")  # goal 3
    exercise.get_by_label("Which service?").focus()
    page.keyboard.type("Clinics")
    exercise.get_by_label("Your one-minute pitch").focus()
    page.keyboard.type("Every visit counts. مرحبا")


def check_sdg(page, exercise):
    assert exercise.get_by_role("radio", name="Good Health").is_checked()
    assert "3.8.1" in exercise.inner_text()
    assert exercise.get_by_label("Which service?").input_value() == "Clinics"
    assert exercise.get_by_label("Your one-minute pitch").input_value() == "Every visit counts. مرحبا"
    assert "4 words, about 2 seconds" in exercise.inner_text()


def fill_plot(page, exercise):
    exercise.get_by_label("Add a solution").focus()
    page.keyboard.type("Mobile team")
    page.keyboard.press("Enter")
    page.keyboard.type("Portal")
    page.keyboard.press("Enter")
    exercise.get_by_role("button", name="1. Mobile team").focus()
    for key in ("ArrowRight", "ArrowRight", "ArrowUp", "Shift+ArrowDown"):
        page.keyboard.press(key)


def check_plot(page, exercise):
    point = exercise.get_by_role("button", name="1. Mobile team")
    assert "Value 60, Feasibility 54. Take it now" in point.get_attribute("aria-label")
    assert "First in rank: Mobile team" in exercise.inner_text()
    rows = exercise.locator("tbody tr").all_inner_texts()
    assert rows[0].split()[0] == "1" and "Mobile team" in rows[0] and "Portal" in rows[1]


def fill_plan(page, exercise):
    exercise.get_by_role("button", name="Add a goal").focus()
    page.keyboard.press("Enter")
    exercise.get_by_role("textbox", name="Goal 1").focus()
    page.keyboard.type("Births registered")
    exercise.get_by_label("Action step").first.focus()
    page.keyboard.type("Train midwives")
    exercise.get_by_label("Ownership").first.focus()
    page.keyboard.type("Ann")
    exercise.get_by_role("button", name="Add an action step").press("Enter")
    exercise.get_by_label("Action step").nth(1).focus()
    page.keyboard.type("Change the decree")
    exercise.get_by_role("button", name="Step 1.2 up").press("Enter")


def check_plan(page, exercise):
    assert exercise.locator(".gc-goal input").first.input_value() == "Births registered"
    assert exercise.get_by_label("Action step").first.input_value() == "Change the decree"
    assert exercise.get_by_label("Action step").nth(1).input_value() == "Train midwives"
    exercise.get_by_role("button", name="Advice").press("Enter")
    assert "“Change the decree” has no owner." in exercise.inner_text()
    exercise.get_by_role("button", name="By person").press("Enter")
    assert "Ann carries most" in exercise.inner_text()
    exercise.get_by_role("button", name="Build").press("Enter")


EXERCISES = {
    "dtca": (1, fill_dtca, check_dtca),
    "sdg-pitch": (1, fill_sdg, check_sdg),
    "value-feasibility": (4, fill_plot, check_plot),
    "action-plan": (4, fill_plan, check_plan),
}
