"""Where a person goes after signing in."""

import pytest

from web.accounts.next_page import START, next_page


@pytest.mark.parametrize(
    "asked",
    [
        "/admin",
        "/insights",
        "/staff",
        "/admin/services/6f1d1c6e-1f0a-5c0e-9a57-5d6a6b0c51d9",
        "/insights/needs-by-area.csv?from=2026-W45&area=Telford%20and%20Wrekin",
    ],
)
def test_a_staff_page_that_was_asked_for_is_next(asked: str) -> None:
    assert next_page(asked) == asked


@pytest.mark.parametrize(
    "asked",
    [
        "",
        "/",
        "//evil.example",
        "https://evil.example/admin",
        "/admin/../../evil",
        "/admin\\evil",
        "/\\evil.example",
        "/admin//evil.example",
        "/admin?x=//evil",
        "/admin\n",
        "javascript:alert(1)",
        "/administrator",
        "/staff/sign-in",
        "/staff/sign-out",
        "/staff/signed-out",
    ],
)
def test_anything_else_leads_to_the_start(asked: str) -> None:
    assert next_page(asked) == START
