"""Every table that may be asked for is one that is stored, and no other may be."""

from dataclasses import replace
from itertools import product

import pytest

from tests.usage.factories import ASKED
from usage.breakdowns import CUBES, MOST, VALUES, Breakdown, cube_of
from usage.questions import (
    SUBJECTS,
    RefusedRelease,
    Subject,
    TableRequest,
    TooManyBreakdowns,
    UnknownTable,
    breakdowns_of,
    check,
    names_of,
)


def everything(subject: Subject) -> list[TableRequest]:
    """Each choice of rows, columns and filters of a subject, with the first value of each filter."""
    kind, plain = SUBJECTS[subject], replace(ASKED, subject=subject)
    choices = product(kind.rows, kind.columns, *[(None, names_of(plain, each)[0]) for each in kind.filters])
    return [
        replace(
            ASKED,
            subject=subject,
            rows=rows,
            columns=columns,
            **{each.value: value for each, value in zip(kind.filters, values, strict=True)},
        )
        for rows, columns, *values in choices
        if rows is not columns
    ]


@pytest.mark.parametrize("subject", Subject)
def test_whatever_is_allowed_is_stored_and_has_three_breakdowns_at_most(subject: Subject) -> None:
    allowed = 0
    for request in everything(subject):
        try:
            check(request)
        except TooManyBreakdowns:
            assert len(breakdowns_of(request)) > MOST
        except UnknownTable:
            assert request.kind.stages
            assert Breakdown.STAGE not in breakdowns_of(request)
        else:
            allowed += 1
            assert cube_of(breakdowns_of(request)) in CUBES
            assert len(breakdowns_of(request)) <= MOST
    assert allowed


@pytest.mark.parametrize("subject", Subject)
def test_a_subject_s_first_choice_is_a_table(subject: Subject) -> None:
    check(replace(ASKED, subject=subject))


@pytest.mark.parametrize(("rows", "columns"), list(product(Breakdown, Breakdown)))
def test_any_other_rows_and_columns_are_refused(rows: Breakdown, columns: Breakdown) -> None:
    for subject, kind in SUBJECTS.items():
        if rows not in kind.rows or columns not in kind.columns or rows is columns:
            with pytest.raises(RefusedRelease):
                check(replace(ASKED, subject=subject, rows=rows, columns=columns))


def test_rows_and_columns_that_are_named_are_values_of_their_breakdown() -> None:
    for kind in SUBJECTS.values():
        assert set(kind.stages) <= set(VALUES[Breakdown.STAGE])
