"""The staff's routes of an application, however deep their routers are nested, and what guards them."""

import re
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from fastapi import FastAPI
from fastapi.dependencies.models import Dependant
from fastapi.routing import APIRoute, APIRouter

from web.accounts.guard import recently_signed_in
from web.accounts.roles import Role
from web.accounts.standing import Standing


STAFF = re.compile(r"/(admin|insights|staff)(/|$)")


@dataclass(frozen=True)
class StaffRoute:
    """One route that only staff use."""

    path: str
    methods: frozenset[str]
    roles: frozenset[Role]  # none: no guard
    standings: frozenset[Standing]  # none: all the way in
    untyped: tuple[str, ...]  # parameters of its path that take any text
    asks_again: bool = False  # who this is, unless it was proved within five minutes


def staff_routes(app: FastAPI) -> list[StaffRoute]:
    """Every route below /admin, /insights and /staff."""
    routes = [_staff_route(route) for route in _routes(app.router)]
    return [route for route in routes if STAFF.match(route.path)]


def _routes(router: APIRouter) -> list[APIRoute]:
    found = [route for route in router.routes if isinstance(route, APIRoute)]
    for route in router.routes:
        nested = getattr(route, "original_router", None)
        if nested is not None:
            found += _routes(nested)
    return found


def _staff_route(route: APIRoute) -> StaffRoute:
    untyped = tuple(
        each.name for each in route.dependant.path_params if not _is_typed(each.field_info.annotation)
    )
    return StaffRoute(
        route.path,
        frozenset(route.methods or ()),
        frozenset(_said(route.dependant, "roles")),
        frozenset(_said(route.dependant, "standings")),
        untyped,
        any(each.call is recently_signed_in for each in route.dependant.dependencies),
    )


def _is_typed(annotation: object) -> bool:
    return annotation is UUID or (isinstance(annotation, type) and annotation is not str)


def _said(dependant: Dependant, name: str) -> set[Any]:
    """What the guards of a route say of themselves."""
    found = set(getattr(dependant.call, name, ()))
    for each in dependant.dependencies:
        found |= _said(each, name)
    return found
