"""The five-day version: days of seven hours, modules that add up, and run sheets for rooms."""

import pytest
from govcourse import content
from govcourse.content.five_days import FIRST_DAY, Day, DayModule
from govcourse.content.preparation import prepared_for


def test_thirty_four_modules_fill_five_days_of_seven_hours():
    modules = [one for day in content.days() for one in day.modules]
    assert len(modules) == 34 and len({one.id for one in modules}) == 34
    assert all(one.id.startswith(f"{day.number}.") for day in content.days() for one in day.modules)
    assert {number for one in modules for number in one.syllabus} == set(range(1, 14))


def test_a_module_whose_steps_do_not_add_up_or_whose_words_are_too_few_is_refused():
    module = content.day(1).modules[0].model_dump()
    with pytest.raises(ValueError, match="the steps take 45 minutes, the module 46"):
        DayModule.model_validate(module | {"minutes": 46})
    with pytest.raises(ValueError, match="400 to 700 words"):
        DayModule.model_validate(
            module | {"material": ["Paper."], "troubles": ["None.", "None."], "purpose": "x " * 700}
        )
    with pytest.raises(ValueError, match="a day 420"):
        Day.model_validate(content.day(1).model_dump() | {"modules": [module] * 6})


def test_a_day_is_a_run_sheet_on_which_each_module_begins_with_its_name():
    sheet = content.day(2).run_sheet()
    assert sheet.number == FIRST_DAY + 1 and sum(item.minutes for item in sheet.agenda) == 420
    named = [item.title for item in sheet.agenda if item.title.startswith("2.")]
    assert [title[:3] for title in named] == [one.id for one in content.day(2).modules]


def test_an_activity_belongs_to_its_sessions_and_to_the_days_that_use_it():
    used = next(item.activity for item in content.day(1).run_sheet().agenda if item.activity)
    assert set(content.run_sheets_of(used)) > set(content.activity(used).sessions)
    assert FIRST_DAY in content.run_sheets_of(used)
    assert prepared_for(FIRST_DAY) == []
