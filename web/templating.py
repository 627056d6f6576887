"""The one Jinja environment, which knows GOV.UK's components, and how a page is made from it."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PackageLoader, PrefixLoader
from markupsafe import Markup

from vocabulary.words import danger_language, danger_words, speaking, spoken
from web.bidi import numbers_in_order
from web.demonstration import is_demonstration


TEMPLATES = Path(__file__).resolve().parent / "templates"
COMPONENTS = "govuk_frontend_jinja"
FOUND_BY_THE_DOOR = ("staff", "form_token", "confirmed")


@cache
def environment() -> Environment:
    """Templates in web/templates, each door its folder; everything is escaped by default."""
    loader = ChoiceLoader(
        [FileSystemLoader(TEMPLATES), PrefixLoader({COMPONENTS: PackageLoader(COMPONENTS)})],
    )
    found = Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
    found.filters["numbers_in_order"] = numbers_in_order
    found.globals.update(spoken=spoken, danger_words=danger_words, in_danger_language=in_danger_language)
    found.globals.update(is_demonstration=is_demonstration, danger_marks=danger_marks)
    return found


def danger_marks() -> Markup:
    """The attributes of what holds `danger_words`: their language, where the page has another."""
    language = danger_language()
    if language is spoken():
        return Markup("")
    return Markup(' lang="{}" dir="{}"').format(language, language.direction)


def in_danger_language(caller: Callable[[], Markup]) -> Markup:
    """What a template calls it with, in the language of the words for danger, which the markup then names."""
    language = danger_language()
    if language is spoken():
        return caller()
    with speaking(language):
        return Markup('<div class="danger-words" lang="{}" dir="{}">{}</div>').format(
            language, language.direction, caller()
        )


def page(
    request: Request,
    template: str,
    *,
    status: int = 200,
    headers: Mapping[str, str] | None = None,
    **values: Any,
) -> HTMLResponse:
    """A page from a template; staff pages find who is signed in and the form token by themselves."""
    held = request.scope.get("state", {})
    context = {name: held.get(name) for name in FOUND_BY_THE_DOOR} | {"path": request.url.path}
    html = environment().get_template(template).render(context | values)
    return HTMLResponse(html, status, headers=headers)
