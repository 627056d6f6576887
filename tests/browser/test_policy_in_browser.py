"""Chromium holds our pages to their policy: unnamed markup and code are refused, and no page breaks it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.managers_door import Door, desk_of, door  # noqa: F401 - fixtures
from tests.browser.partner_site import go_on, open_widget, say
from tests.browser.states import STATES, Visit
from tests.web.admin.conftest import blank  # noqa: F401 - a fixture
from tests.web.chat.conftest import Place
from web.accounts.roles import Role


NOTED = """
window.addEventListener("securitypolicyviolation", (event) =>
  console.log("VIOLATION", event.effectiveDirective, event.blockedURI, event.sample), true);
"""
SERVICES = [
    "/services",
    "/services/a-to-z",
    "/services/need/cuckooing",
    "/services/need/danger-now",
    "/services/crimestoppers",
    "/services/telford-stars",
    "/services/childline/wrong",
    "/services/childline/wrong/thanks",
]
STAFF = [
    "/staff",
    "/staff/security",
    "/staff/people",
    "/admin",
    "/admin/services",
    "/admin/services/new",
    "/admin/imports",
    "/admin/reports",
    "/admin/coverage",
    "/admin/approvals",
]  # the insights' pages, with their pictures: test_insights_in_browser
PAGES = ["/", "/chat", "/chat/frame", "/services", "/staff/sign-in"]
ATTACKS = {
    "markup": "document.body.innerHTML = '<p>x</p>'",
    "markup beside": "document.body.insertAdjacentHTML('beforeend', '<p>x</p>')",
    "markup in another document": "new DOMParser().parseFromString('<p>x</p>', 'text/html')",
    "another policy": "trustedTypes.createPolicy('other', { createHTML: (html) => html })",
    "a script's address": "document.createElement('script').src = '/static/chat/page.js'",
    "code in words": "setTimeout('1', 0)",
    "code in an attribute": "document.body.setAttribute('onclick', '1')",
}
TRIED = "(() => { try { %s; return 'done' } catch (error) { return error.name } })()"
REFUSED = {"TypeError", "EvalError"}


def violations(page: Page) -> list[str]:
    """What the browser says of the policy from now on; it fills while the page is used."""
    found: list[str] = []
    page.add_init_script(NOTED)
    page.on("console", lambda message: found.append(message.text) if "VIOLATION" in message.text else None)
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


@pytest.mark.parametrize("state", STATES)
def test_no_state_of_the_chat_breaks_the_policy(page: Page, address: str, place: Place, state: str) -> None:
    found = violations(page)
    STATES[state](Visit(page, address, place))

    assert found == []


@pytest.mark.parametrize("path", ["/", *SERVICES])
def test_no_other_page_of_the_public_breaks_it(page: Page, address: str, path: str) -> None:
    found = violations(page)
    page.goto(address + path)
    page.wait_for_load_state("networkidle")

    assert found == []


def test_the_frame_on_our_own_page_keeps_to_its_policy(page: Page, address: str) -> None:
    found = violations(page)
    page.goto(address)
    frame = open_widget(page)
    go_on(frame)
    say(frame, "he has a knife and he is outside my door now")

    assert found == []


def test_no_page_of_the_staff_breaks_it(desk_of: Callable[[Role], Page], door: Door) -> None:  # noqa: F811
    page = desk_of(Role.ADMINISTRATOR)
    found = violations(page)
    for path in [*STAFF, door.here, f"{door.here}/sections/words", f"{door.here}/history"]:
        answer = page.goto(door.address + path)
        assert answer is not None
        assert answer.status == 200, path
        page.wait_for_load_state("networkidle")

    assert found == []


@pytest.mark.parametrize("path", PAGES)
def test_unnamed_markup_and_code_are_refused_on_every_page(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    page.wait_for_load_state("networkidle")
    done = [what for what, attack in ATTACKS.items() if page.evaluate(TRIED % attack) not in REFUSED]

    assert done == []


@pytest.mark.parametrize("path", PAGES)
def test_inline_code_styles_and_other_hosts_are_refused_on_every_page(
    page: Page, address: str, path: str
) -> None:
    found = violations(page)
    page.goto(address + path)
    page.evaluate(
        """() => {
          const make = (name, given) => Object.assign(document.createElement(name), given);
          const put = (name, given) => document.body.append(make(name, given));
          put("style", { textContent: "p { color: red }" });
          put("p", {});
          document.body.lastChild.setAttribute("style", "color: red");
          put("img", { src: "https://elsewhere.example/x" });
          fetch("https://elsewhere.example/y").catch(() => {});
        }"""
    )
    page.wait_for_timeout(200)
    refused = {each.split()[1] for each in found}

    assert {"style-src-elem", "style-src-attr", "img-src", "connect-src"} <= refused


@pytest.mark.parametrize("path", ["/chat", "/chat/frame"])
def test_the_named_policy_is_made_once_and_by_our_script(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    page.wait_for_load_state("networkidle")

    assert page.evaluate(TRIED % "trustedTypes.createPolicy('signpost-chat', {})") == "TypeError"
