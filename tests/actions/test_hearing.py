"""What one message answers, with the question that was open and without."""

from dataclasses import replace
from typing import Any

import pytest

from actions.answers import SAFE, SKIPPED, UNSAFE, Answers
from actions.hearing import hear, risks_of
from actions.message import Message
from vocabulary.areas import District
from vocabulary.labels import Label
from vocabulary.needs import Need
from vocabulary.people import AgeBand, Person
from vocabulary.risks import Risk


def a_message(text: str = "", *, by_button: bool = False, **parts: Any) -> Message:
    """A message with full defaults."""
    whole: dict[str, Any] = {"intent": "", "needs": (), "risks": (), "entities": {}}
    return Message(text=text, by_button=by_button, **(whole | parts))


def test_one_sentence_can_answer_several_questions_at_once() -> None:
    message = a_message(
        "its about my son hes 15 and we live in Ludlow",
        intent=Need.WORRIED_ABOUT_YOUNG_PERSON.intent,
        needs=(Need.WORRIED_ABOUT_YOUNG_PERSON,),
    )

    heard = hear(message, asked="needs", answers=Answers())

    assert heard["needs"] == [Need.WORRIED_ABOUT_YOUNG_PERSON.value]
    assert heard["area"] == District.SHROPSHIRE
    assert heard["person"] == Person.OTHER
    assert heard["age"] == AgeBand.UNDER_18


@pytest.mark.parametrize(
    ("intent", "danger"), [(Label.AFFIRM, SAFE), (Label.DENY, None), (Label.SKIP, SKIPPED)]
)
def test_yes_and_no_answer_the_question_about_safety_only_when_it_was_asked(
    intent: Label, danger: str | None
) -> None:
    message = a_message("…", intent=intent)

    assert hear(message, asked="danger", answers=Answers())["danger"] == danger
    assert "danger" not in hear(message, asked="needs", answers=Answers())


@pytest.mark.parametrize("risk", [Risk.OVERDOSE, Risk.EMERGENCY])
def test_danger_now_opens_the_question_about_safety_again(risk: Risk) -> None:
    safe = Answers(danger=SAFE)

    assert hear(a_message("…", risks=(risk,)), asked="area", answers=safe)["danger"] is None


def test_thoughts_of_suicide_leave_the_question_about_safety_to_be_asked() -> None:
    assert "danger" not in hear(a_message("…", risks=(Risk.SUICIDE,)), asked="needs", answers=Answers())


@pytest.mark.parametrize(
    ("said", "danger"),
    [
        (a_message("yes", intent=Label.AFFIRM), UNSAFE),
        (a_message("/go_on", intent="go_on", by_button=True), UNSAFE),
        (a_message("im safe now"), UNSAFE),
        (a_message("Kidderminster", intent=Label.GIVE_AREA), UNSAFE),
        (a_message("rather not", intent=Label.SKIP), UNSAFE),
        (a_message("no", intent=Label.DENY), None),
    ],
)
def test_below_a_card_whoever_answers_has_gone_on_and_no_brings_the_card_again(
    said: Message, danger: str | None
) -> None:
    heard = hear(said, asked="danger", answers=Answers(), after_card=True)

    assert heard["danger"] == danger


def test_a_further_danger_below_a_card_is_no_going_on() -> None:
    message = a_message("he's 16", risks=(Risk.CHILD,))

    assert "danger" not in hear(message, asked="danger", answers=Answers(), after_card=True)


@pytest.mark.parametrize("text", ["ok", "Right.", "fine thanks"])
def test_who_has_only_read_a_card_has_not_gone_on(text: str) -> None:
    read = a_message(text, intent=Label.AFFIRM)

    assert hear(read, asked="danger", answers=Answers(), after_card=True) == {}


@pytest.mark.parametrize("text", ["yes", "yes for now", "i am safe", "safe", "ok"])
def test_a_yes_to_several_needs_names_none_of_them(text: str) -> None:
    offered = Answers(offered=(Need.SEXUAL_VIOLENCE, Need.DRUG_DEBT))

    assert hear(a_message(text, intent=Label.AFFIRM), asked="needs", answers=offered) == {}


@pytest.mark.parametrize(
    ("text", "need"), [("the second one", Need.DRUG_DEBT), ("number 1", Need.SEXUAL_VIOLENCE)]
)
def test_a_place_among_several_needs_names_one(text: str, need: Need) -> None:
    offered = Answers(offered=(Need.SEXUAL_VIOLENCE, Need.DRUG_DEBT))
    message = a_message(text, intent=Label.MORE_SERVICES)

    assert hear(message, asked="needs", answers=offered)["needs"] == [need.value]
    assert hear(a_message("the third one"), asked="needs", answers=offered) == {}


def test_a_question_below_a_card_is_no_going_on() -> None:
    assert hear(a_message("what do i do"), asked="danger", answers=Answers(), after_card=True) == {}


def test_a_child_at_risk_is_under_18_where_no_age_is_said() -> None:
    message = a_message("they make our lad hold it", risks=(Risk.CHILD,))

    assert hear(message, asked="needs", answers=Answers())["age"] == AgeBand.UNDER_18


def test_an_age_that_is_said_wins_over_what_other_words_let_guess() -> None:
    message = a_message("my client is 19 and they make him hold it", risks=(Risk.CHILD,))

    assert hear(message, asked="needs", answers=Answers())["age"] == AgeBand.FROM_18_TO_25


@pytest.mark.parametrize("need", [Need.OWN_DRUG_USE, Need.FEELINGS_SUICIDE])
def test_a_parents_own_need_does_not_make_them_a_child(need: Need) -> None:
    message = a_message("im a dad and they will take my kids", risks=(Risk.CHILD,), needs=(need,))

    assert "age" not in hear(message, asked="needs", answers=Answers())


@pytest.mark.parametrize(
    ("heard_need", "text", "need"),
    [
        (Need.CRIMINAL_EXPLOITATION_CHILD, "my client is 19", Need.CRIMINAL_EXPLOITATION_ADULT),
        (Need.CRIMINAL_EXPLOITATION_ADULT, "my lad is 15", Need.CRIMINAL_EXPLOITATION_CHILD),
    ],
)
def test_the_age_decides_whether_a_child_or_an_adult_is_exploited(
    heard_need: Need, text: str, need: Need
) -> None:
    message = a_message(text, needs=(heard_need, Need.DRUG_DEBT))

    assert hear(message, asked="needs", answers=Answers())["needs"] == [need.value, Need.DRUG_DEBT.value]


def test_someone_who_is_watched_answers_nothing() -> None:
    message = a_message("cant talk hes next to me", intent=Label.BEING_WATCHED, risks=(Risk.EMERGENCY,))

    assert hear(message, asked="danger", answers=Answers()) == {}


def test_one_of_the_districts_that_were_offered_is_settled_by_its_name() -> None:
    offered = Answers(area_candidates=(District.SHROPSHIRE.value, District.HEREFORDSHIRE.value))

    heard = hear(a_message("the shropshire one"), asked="area", answers=offered)

    assert heard["area"] == District.SHROPSHIRE


def test_a_question_of_ones_own_is_no_answer_to_whom_it_is_about() -> None:
    message = a_message("will they tell my mum", intent=Label.ASK_FAMILY_TOLD)

    assert hear(message, asked="person", answers=Answers()) == {}


def test_a_bare_number_is_an_age_even_where_something_else_was_asked() -> None:
    assert hear(a_message("27"), asked="person", answers=Answers())["age"] == AgeBand.FROM_26_TO_59
    assert "age" not in hear(a_message("27"), asked="danger", answers=Answers())


def test_a_danger_without_a_need_brings_the_need_that_goes_with_it() -> None:
    message = a_message("hes gone blue", risks=(Risk.OVERDOSE,), intent="nlu_fallback")

    assert hear(message, asked="needs", answers=Answers())["needs"] == [Need.OVERDOSE.value]


def test_a_short_answer_to_a_question_does_not_bring_a_need_of_its_own() -> None:
    message = a_message("my mum", needs=(Need.FAMILY_DRUG_USE,), intent=Need.FAMILY_DRUG_USE.intent)

    heard = hear(message, asked="person", answers=Answers(needs=(Need.CUCKOOING,)))

    assert heard == {"person": Person.OTHER.value}


def test_a_further_need_leads_and_the_first_is_kept() -> None:
    message = a_message("also he hits me when i say no to them", needs=(Need.DOMESTIC_ABUSE,))

    heard = hear(message, asked="area", answers=Answers(needs=(Need.CUCKOOING,)))

    assert heard["needs"] == [Need.DOMESTIC_ABUSE.value, Need.CUCKOOING.value]


def test_a_need_cannot_be_skipped_but_every_other_question_can() -> None:
    message = a_message("rather not say", intent=Label.SKIP)

    assert hear(message, asked="needs", answers=Answers()) == {}
    for question in ("danger", "area", "person", "age"):
        assert hear(message, asked=question, answers=Answers()) == {question: SKIPPED}


def test_a_button_with_a_value_outside_the_lists_fills_nothing() -> None:
    entities = {"area": "E99999999", "person": "everyone", "age": "200", "group": "secrets"}

    assert hear(a_message("/x", by_button=True, entities=entities), asked="area", answers=Answers()) == {}


@pytest.mark.parametrize(
    ("need", "risk"), [(Need.DANGER_NOW, Risk.EMERGENCY), (Need.OVERDOSE, Risk.OVERDOSE)]
)
def test_the_buttons_for_danger_lead_with_its_card(need: Need, risk: Risk) -> None:
    message = a_message(f"/{need.intent}", by_button=True, needs=(need,), intent=need.intent)

    assert risks_of(message, {}) == (risk,)


def test_asking_about_naloxone_in_words_is_no_danger() -> None:
    message = a_message("how do i get naloxone", needs=(Need.OVERDOSE,), intent=Need.OVERDOSE.intent)

    assert risks_of(message, {}) == ()


def test_not_safe_is_danger() -> None:
    assert risks_of(a_message("no"), {"danger": None}) == (Risk.EMERGENCY,)


def test_danger_to_a_child_brings_the_likeliest_need_of_a_child_where_the_words_are_unsure() -> None:
    ranked = (Need.MONEY_HELP, Need.WORRIED_ABOUT_YOUNG_PERSON, Need.MISSING)
    message = a_message("…", risks=(Risk.CHILD,), intent="nlu_fallback", _ranked=ranked)

    assert hear(message, asked="needs", answers=Answers())["needs"] == [ranked[1].value]


def test_danger_now_to_a_child_is_about_the_child_where_the_words_are_unsure() -> None:
    unsure = a_message(
        "…", risks=(Risk.EMERGENCY, Risk.CHILD), intent="nlu_fallback", _ranked=(Need.HOUSING, Need.MISSING)
    )

    assert hear(unsure, asked="needs", answers=Answers())["needs"] == [Need.MISSING.value]


def test_a_child_who_wants_to_die_is_heard_as_that() -> None:
    unsure = a_message("…", risks=(Risk.SUICIDE, Risk.CHILD), intent="nlu_fallback", _ranked=(Need.MISSING,))

    assert hear(unsure, asked="needs", answers=Answers())["needs"] == [Need.FEELINGS_SUICIDE.value]


def test_a_question_of_a_child_is_answered_and_not_taken_for_an_age() -> None:
    message = a_message("will they tell my mum", risks=(Risk.CHILD,), intent=Label.ASK_FAMILY_TOLD)

    assert hear(message, asked="area", answers=Answers(needs=(Need.DRUG_DEBT,))) == {}


def test_something_else_brings_the_whole_menu_again() -> None:
    message = a_message("/something_else", by_button=True, intent="something_else")

    assert hear(message, asked="needs", answers=Answers()) == {"group": None, "offered": None}


def test_a_key_that_is_held_down_is_no_yes() -> None:
    assert hear(a_message("a" * 2000, intent=Label.AFFIRM), asked="danger", answers=Answers()) == {}


def test_refusing_to_say_where_skips_the_area_and_not_the_question_about_safety() -> None:
    message = a_message("I don't want to say where I live", intent=Label.SKIP)

    assert hear(message, asked="danger", answers=Answers())["area"] == SKIPPED


def test_safety_is_asked_once_and_passed_by_whoever_answers_the_next_question() -> None:
    message = a_message("shrewsbury", intent=Label.GIVE_AREA)

    assert hear(message, asked="danger", answers=Answers())["danger"] == SKIPPED


def test_a_long_answer_about_safety_does_not_take_the_lead_from_the_need_that_was_brought() -> None:
    message = a_message("I am safe, it is her I am worried about now", needs=(Need.FAMILY_DRUG_USE,))
    known = Answers(needs=(Need.MISSING,))

    heard = hear(message, asked="danger", answers=known)

    assert heard["needs"] == [Need.MISSING.value, Need.FAMILY_DRUG_USE.value]


def test_danger_now_leaves_the_need_that_was_brought_before_in_place() -> None:
    message = a_message(
        "they are outside with a knife",
        needs=(Need.DANGER_NOW,),
        risks=(Risk.EMERGENCY,),
        intent="danger_now",
    )

    heard = hear(message, asked="area", answers=Answers(needs=(Need.CUCKOOING,)))

    assert heard["needs"] == [Need.CUCKOOING.value]


@pytest.mark.parametrize(
    "said", ["he is outside with a machete right now", "what is the weather tomorrow then"]
)
def test_a_long_answer_is_not_searched_for_bare_places(said: str) -> None:
    assert "area" not in hear(a_message(said), asked="area", answers=Answers(needs=(Need.CUCKOOING,)))


def test_words_that_go_on_below_a_card_go_on() -> None:
    for text in ("I can go on", "ok continue", "carry on please"):
        assert hear(a_message(text), asked="danger", answers=Answers(), after_card=True)["danger"] == UNSAFE


def test_an_unsure_message_is_settled_by_plain_words_among_its_guesses() -> None:
    unsure = a_message(
        "someone nicked my phone for drug money",
        intent="nlu_fallback",
        _ranked=(Need.MONEY_HELP, Need.ROBBERY_BURGLARY),
    )

    assert hear(unsure, asked="needs", answers=Answers())["needs"] == [Need.ROBBERY_BURGLARY.value]


def test_an_unsure_message_keeps_what_stands_beside_the_guess_that_was_settled() -> None:
    unsure = a_message(
        "I'm using heroin every day, I owe my dealer 600 and he has moved into my flat",
        intent="nlu_fallback",
        _ranked=(Need.DRUG_DEBT, Need.FAMILY_DRUG_USE),
    )

    needs = hear(unsure, asked="needs", answers=Answers())["needs"]

    assert needs == [Need.DRUG_DEBT.value, Need.CUCKOOING.value, Need.OWN_DRUG_USE.value]


@pytest.mark.parametrize(
    "text",
    [
        "I don't want to say where I live",
        "I\u2019d rather not tell you where i live",
        "sorry i wont give my address",
        "rather not say where we live",
    ],
)
def test_refusing_to_say_where_is_heard_in_plain_words(text: str) -> None:
    assert hear(a_message(text, intent="nlu_fallback"), asked="area", answers=Answers()) == {"area": SKIPPED}


def test_not_being_able_to_say_where_for_fear_is_more_than_a_refusal() -> None:
    message = a_message("i cant say where i live because they have a key", intent="nlu_fallback")

    assert hear(message, asked="area", answers=Answers()) == {}


def test_plain_words_never_lead_before_a_need_that_is_known() -> None:
    message = a_message("her dealer is threatening her too", intent="nlu_fallback")

    heard = hear(message, asked="age", answers=Answers(needs=(Need.CUCKOOING,)))

    assert heard["needs"] == [Need.CUCKOOING.value, Need.THREATS_VIOLENCE.value]


def test_a_bare_no_to_where_or_how_old_leaves_it_out() -> None:
    no = a_message("nope", intent=Label.DENY)

    assert hear(no, asked="area", answers=Answers()) == {"area": SKIPPED}
    assert hear(no, asked="age", answers=Answers()) == {"age": SKIPPED}


OF_CHILD = Answers(needs=(Need.CRIMINAL_EXPLOITATION_CHILD,), age=AgeBand.UNDER_18, of_child=True)


def test_the_callers_own_age_below_a_card_for_a_child_leaves_the_childs() -> None:
    heard = hear(a_message("im 61 by the way"), asked="area", answers=OF_CHILD)

    assert heard == {"person": Person.OTHER.value}


@pytest.mark.parametrize(
    ("text", "asked", "answers"),
    [
        ("im 61", "age", OF_CHILD),
        ("im 61", "area", replace(OF_CHILD, person=Person.SELF)),
        ("im 61", "area", replace(OF_CHILD, of_child=False)),
        ("its for me im 61", "area", OF_CHILD),
    ],
)
def test_an_age_that_corrects_the_one_before_is_taken(text: str, asked: str, answers: Answers) -> None:
    assert hear(a_message(text), asked=asked, answers=answers)["age"] == AgeBand.FROM_60


TOLD = Answers(needs=(Need.DRUG_DEBT,), area=District.HEREFORDSHIRE.value, age=AgeBand.FROM_26_TO_59.value)


@pytest.mark.parametrize("text", ["16", "my kid is 4"])
def test_a_told_age_is_not_overwritten_by_a_bare_number_or_by_anothers(text: str) -> None:
    assert "age" not in hear(a_message(text, risks=(Risk.CHILD,)), asked=None, answers=TOLD)


@pytest.mark.parametrize(
    "text", ["actually i live in DY10", "actually its Newport", "sorry i meant wellington"]
)
def test_an_area_put_right_while_the_age_is_asked_is_asked_about_where_it_may_be_two(text: str) -> None:
    heard = hear(a_message(text), asked="age", answers=replace(TOLD, age=None))

    assert heard["area"] is None
    assert heard["area_candidates"]


def test_a_region_that_holds_the_told_area_takes_nothing_away() -> None:
    message = a_message("how do I ring west mercia womens aid")

    assert "area" not in hear(message, asked=None, answers=TOLD)


def test_the_other_one_is_the_other_of_the_two_that_were_offered() -> None:
    two = (District.HEREFORDSHIRE.value, District.TELFORD_AND_WREKIN.value)
    answers = replace(TOLD, age=None, area_candidates=two)

    assert hear(a_message("no actually the other one"), asked="age", answers=answers)["area"] == two[1]


@pytest.mark.parametrize("needs", [(), (Need.CRIMINAL_EXPLOITATION_ADULT,), (Need.CUCKOOING,)])
def test_no_age_is_made_up_for_the_one_who_writes(needs: tuple[Need, ...]) -> None:
    message = a_message("two lads make me sell", risks=(Risk.CHILD,), needs=needs)

    assert "age" not in hear(message, asked="needs", answers=Answers())


@pytest.mark.parametrize(
    ("need", "text", "needs"),
    [
        (Need.CRIMINAL_EXPLOITATION_CHILD, "im 32", [Need.CRIMINAL_EXPLOITATION_ADULT.value]),
        (Need.CRIMINAL_EXPLOITATION_CHILD, "adult", [Need.CRIMINAL_EXPLOITATION_ADULT.value]),
        (Need.WORRIED_ABOUT_YOUNG_PERSON, "hes 81", None),
    ],
)
def test_an_adults_age_switches_or_drops_the_need_of_a_child(need: Need, text: str, needs: object) -> None:
    assert hear(a_message(text), asked="age", answers=Answers(needs=(need,)))["needs"] == needs


def test_a_message_about_a_parent_is_no_worry_about_a_child() -> None:
    message = a_message(
        "its for my grandad, a lad has moved in",
        needs=(Need.WORRIED_ABOUT_YOUNG_PERSON,),
        risks=(Risk.CHILD,),
        _ranked=(Need.WORRIED_ABOUT_YOUNG_PERSON, Need.CUCKOOING),
    )

    heard = hear(message, asked="needs", answers=Answers())

    assert heard["needs"] == [Need.CUCKOOING.value]
    assert "age" not in heard
