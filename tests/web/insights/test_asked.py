"""An address becomes a question, or faults that stand at the fields they are about."""

from datetime import date

import pytest

from usage.release import AREAS, BadPeriod, Offer, Period, Span, TooManyBreakdowns
from vocabulary.pathway import Channel, Traffic
from web.insights import asked
from web.insights.asked import BadQuestion, Question, good_choices, read_question, refused, run_until
from web.insights.views import VIEWS, ViewName


WEEK = Period(date(2026, 9, 21), date(2026, 9, 27))
QUARTER = Period(date(2026, 6, 29), date(2026, 9, 27))
OFFERED = Offer(
    WEEK.last,
    date(2026, 10, 12),
    date(2026, 6, 1),
    {Span.QUARTER: (QUARTER,), Span.MONTH: (), Span.WEEK: (WEEK,)},
)
NOTHING = Offer(WEEK.last, date(2026, 10, 12), None, dict.fromkeys(Span, ()))
TABLE = ViewName.NEEDS_BY_AREA


def read(*pairs: tuple[str, str], view: ViewName = TABLE, offered: Offer = OFFERED) -> Question | None:
    return read_question(list(pairs), view, offered=offered, traffic=Traffic.REAL)


def faults(*pairs: tuple[str, str], view: ViewName = TABLE) -> list[tuple[str | None, str]]:
    with pytest.raises(BadQuestion) as refused_as:
        read(*pairs, view=view)
    return [(fault.field, fault.message) for fault in refused_as.value.faults]


def test_an_address_without_a_period_means_the_newest_quarter() -> None:
    question = read(("need", ""), ("area", ""))

    assert question is not None
    assert question.request.period == QUARTER
    assert question.choices == {"period": "2026-06-29..2026-09-27"}


def test_there_is_no_question_before_anything_is_released() -> None:
    assert read(offered=NOTHING) is None


@pytest.mark.parametrize("view", ViewName)
def test_the_choices_of_a_question_ask_it_again(view: ViewName) -> None:
    pairs = [
        ("period", asked.period_value(WEEK)),
        *((each, asked.LISTS[each][0]) for each in VIEWS[view].filters[:1]),
    ]
    question = read(*pairs, view=view)

    assert question is not None
    assert read(*question.choices.items(), view=view) == question


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("2026-09-27..2026-09-21", "The first day is after the last"),
        ("2026-09-22..2026-09-28", "not released yet"),
        ("2026-09-15..2026-09-21", "subtracting one from the other"),
        ("1999-12-27..2000-01-02", "too far away"),
        ("9999-12-27..9999-12-31", "too far away"),
        ("2026-02-30..2026-03-05", "could not be read"),
        ("٢026-09-21..2026-09-27", "could not be read"),
        ("MARKER-TEXT", "could not be read"),
    ],
)
@pytest.mark.parametrize("view", [TABLE, ViewName.OVER_TIME])
def test_only_a_period_of_the_list_is_taken(view: ViewName, value: str, said: str) -> None:
    ((field, message),) = faults(("period", value), view=view)

    assert field == "period"
    assert said in message
    assert "MARKER-TEXT" not in message


@pytest.mark.parametrize("name", ["need", "area", "age", "part", "channel", "weeks", "why"])
def test_a_choice_that_is_in_no_list_is_a_fault_of_its_field(name: str) -> None:
    ((field, message),) = faults((name, "MARKER-TEXT"))

    assert (field, message) == (name, asked.NO_SUCH[name])


def test_every_wrong_field_is_told_at_once() -> None:
    assert [field for field, _ in faults(("period", "x"), ("need", "y"), ("area", AREAS[0]))] == [
        "period",
        "need",
    ]


@pytest.mark.parametrize("pairs", [[("visit", "1")], [("traffic", "real")], [("need", "cuckooing")] * 2])
def test_a_question_with_other_or_repeated_names_is_refused_as_a_whole(pairs: list[tuple[str, str]]) -> None:
    ((field, message),) = faults(*pairs)

    assert field is None
    assert message == asked.MESSAGES["unknown-question"]


def test_a_filter_that_the_figure_does_not_have_is_refused() -> None:
    ((_, message),) = faults(("age", "under-18"), view=ViewName.SERVICES)

    assert message == asked.MESSAGES["unknown-table"]


def test_the_refusals_of_the_door_are_told_at_the_field_they_are_about() -> None:
    choices = {"period": "x", "area": AREAS[0], "age": "under-18"}

    assert [fault.field for fault in refused(TooManyBreakdowns(), choices).faults] == ["age"]
    assert [fault.field for fault in refused(BadPeriod("reversed"), choices).faults] == ["period"]


def test_what_was_chosen_well_is_kept() -> None:
    pairs = [("period", asked.period_value(WEEK)), ("need", "foo"), ("area", AREAS[0]), ("x", "y")]

    assert good_choices(pairs, OFFERED) == {"period": asked.period_value(WEEK), "area": AREAS[0]}


@pytest.mark.parametrize(
    ("weeks", "first"), [(1, date(2026, 9, 21)), (13, date(2026, 6, 29)), (52, date(2026, 6, 1))]
)
def test_a_run_of_weeks_begins_no_earlier_than_the_first_week_with_visits(weeks: int, first: date) -> None:
    assert run_until(WEEK.last, weeks, since=date(2026, 6, 1)) == Period(first, WEEK.last)


@pytest.mark.parametrize("channel", Channel)
@pytest.mark.parametrize("view", [each for each in ViewName if each is not ViewName.UNMET_BY_AREA])
def test_every_figure_with_less_than_three_breakdowns_can_be_narrowed_to_a_channel(
    view: ViewName, channel: Channel
) -> None:
    question = read(("channel", channel), view=view)

    assert question is not None
    assert (question.request.channel, question.choices["channel"]) == (channel, channel)


def test_no_form_has_a_field_that_its_figure_never_takes() -> None:
    for name, view in VIEWS.items():
        assert all(view.fitting([each]) == [each] for each in view.filters), name
    assert VIEWS[ViewName.UNMET_BY_AREA].filters == ("need", "area")


def test_a_kind_of_unmet_need_is_asked_for_where_one_has_to_be_chosen() -> None:
    question = read(("why", "only-closed"), view=ViewName.UNMET_BY_AREA)

    assert question is not None
    assert question.request.stage == "only-closed"
    assert {view for view in ViewName if VIEWS[view].of_one_stage} == {ViewName.UNMET_BY_AREA}
