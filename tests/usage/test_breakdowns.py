"""The closed lists hold every value once, and none that is empty."""

import pytest

from usage.breakdowns import NOT_KNOWN, STAGES, VALUES, Breakdown
from vocabulary.pathway import Step


@pytest.mark.parametrize("breakdown", VALUES)
def test_a_closed_list_has_each_value_once(breakdown: Breakdown) -> None:
    values = VALUES[breakdown]

    assert len(set(values)) == len(values)
    assert all(values)


@pytest.mark.parametrize("breakdown", [Breakdown.NEED, Breakdown.AREA, Breakdown.AGE])
def test_what_a_visit_may_leave_unsaid_has_a_value_of_its_own(breakdown: Breakdown) -> None:
    assert NOT_KNOWN in VALUES[breakdown]


def test_every_step_is_a_stage() -> None:
    assert {step.value for step in Step} <= set(STAGES)
