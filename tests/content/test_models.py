"""What the models of data/ refuse."""

import pytest
from govcourse import content
from govcourse.content import models


def test_a_case_of_the_wrong_length_is_refused():
    case = content.case("medellin").model_dump() | {
        "context": "Too short.",
        "done": "Done.",
        "lesson": "None.",
    }
    with pytest.raises(ValueError, match="300 to 600 words"):
        models.Case.model_validate(case)
