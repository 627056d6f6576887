"""What the forms for a new contact, service and organization share: the form, the check, and what is sent."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from fastapi import Request, Response
from starlette.datastructures import FormData

from directory.checking import BadValue
from directory.fields import Values
from web.admin.fault_words import say_fault
from web.admin.moment import cool_off_of
from web.admin.saved import saved_words
from web.admin.sections import Kind, Question, choices_of
from web.admin.value_words import say_value
from web.templating import page


AGAIN, SEND = "edit", "send"
Problem = tuple[str, str]  # the field and what is wrong with it


@dataclass(frozen=True)
class Part:
    """Some questions that belong together, and a page that helps with them."""

    title: str
    questions: tuple[Question, ...]
    link: tuple[str, str] | None = None


@dataclass(frozen=True)
class Adding:
    """A form for something new, as its pages show it."""

    heading: str
    about: str
    sections: tuple[Part, ...]
    back: str
    caption: str = ""
    waits: bool = True  # for a second person, by itself
    trail: list[dict[str, str]] = field(default_factory=list)

    @property
    def questions(self) -> tuple[Question, ...]:
        """All of them, in their order."""
        return tuple(each for part in self.sections for each in part.questions)


class Wrong(ValueError):
    """What was typed may not be stored; `problem` says where and why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__("wrong")
        self.problem = problem


def wrong(error: BadValue, *, at: str) -> Wrong:
    """What is wrong with a value, at the field of the form in which it was typed."""
    return Wrong((at, say_fault(error)))


def read_typed(adding: Adding, sent: FormData) -> dict[str, str | None]:
    """What was typed or chosen, several choices with commas between."""
    typed: dict[str, str | None] = {}
    for each in adding.questions:
        said = [str(value) for value in sent.getlist(each.field)]
        typed[each.field] = ",".join(said) if each.kind is Kind.SEVERAL else (said[0] if said else None)
    return typed


def check_chosen(adding: Adding, typed: Values, fields: Iterable[str]) -> None:
    """Raises Wrong for the first of these fields in which nothing of its list was chosen."""
    for each in adding.questions:
        if each.field in fields and typed[each.field] not in dict(each.choices):
            raise Wrong((each.field, f"Choose: {each.label[0].lower()}{each.label[1:]}"))


def show_form(request: Request, adding: Adding, typed: Values, *, problem: Problem | None = None) -> Response:
    """The form, with what was typed and what is wrong with it."""
    return page(
        request,
        "admin/add.html",
        status=422 if problem else 200,
        adding=adding,
        typed=typed,
        choices={each.field: choices_of(each, typed[each.field]) for each in adding.questions},
        problem=problem,
        errors=_errors(problem),
        saved=saved_words(request.query_params.get("saved", "")),
    )


def show_check(
    request: Request, adding: Adding, typed: Values, *, problem: Problem | None = None, reason: object = ""
) -> Response:
    """What was typed, once more before it is sent."""
    return page(
        request,
        "admin/add_check.html",
        status=422 if problem else 200,
        adding=adding,
        typed=typed,
        lines=[
            (each.label, _say(each, typed[each.field] or ""))
            for each in adding.questions
            if typed[each.field]
        ],
        problem=problem,
        errors=_errors(problem),
        reason=reason,
        cool_off=cool_off_of(request),
    )


def _say(question: Question, value: str) -> str:
    if question.choices and question.kind is not Kind.SEVERAL:
        return dict(question.choices).get(value, value)
    return "; ".join(say_value(question.field, value))


def _errors(problem: Problem | None) -> list[dict[str, str]]:
    return [{"text": problem[1], "href": f"#{problem[0]}"}] if problem else []
