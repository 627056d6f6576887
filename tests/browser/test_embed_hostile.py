"""A partner's page that turned against its visitors can neither read the chat nor drive it."""

import json
from typing import Any

import pytest
from playwright.sync_api import Frame, Page, expect

from tests.browser.partner_site import FRAME, PartnerSite, go_on, open_widget, with_launcher
from tests.web.chat.conftest import Place


SECRET = "quartz lantern"  # typed by nobody else and in no page
# Listens to all that a session recorder can hear, and keeps what the launcher tries to hide.
RECORDER = """<script>
window.heard = [];
for (const kind of ["keydown", "keypress", "keyup", "beforeinput", "input", "change", "compositionupdate",
  "paste", "copy", "selectionchange", "focusin", "focusout", "submit", "message", "pointerdown", "click"]) {
  const note = ({ key, data, target }) => heard.push([kind, String(key ?? data), String(target?.value)]);
  window.addEventListener(kind, note, true);
  document.addEventListener(kind, note, true);
}
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (given) { return window.root = attach.call(this, given); };
new MutationObserver(() => heard.push(["changed", document.body.innerHTML, ""]))
  .observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
</script>"""
POLLUTION = """<script>
for (const name of ["srcdoc", "src", "sandbox", "onload", "label", "close", "colour", "position", "language"])
  Object.prototype[name] = "javascript:alert(1)";
Object.prototype.toString = () => "polluted";
const fail = () => { throw new Error("polluted"); };
Array.prototype.map = Array.prototype.includes = String.prototype.startsWith = fail;
window.fetch = window.XMLHttpRequest = JSON.parse = JSON.stringify = fail;
navigator.sendBeacon = EventTarget.prototype.removeEventListener = fail;
</script>"""
READS = {
    "its document": "frame.contentDocument?.body.innerText ?? 'nothing'",
    "its window's document": "frame.contentWindow.document.body.innerText",
    "its address": "frame.contentWindow.location.href",
    "its origin": "frame.contentWindow.origin",
    "a name in it": "frame.contentWindow.anything",
    "its history": "String(frame.contentWindow.history.length)",
    "its storage": "frame.contentWindow.localStorage.length",
    "its document as SVG": "frame.getSVGDocument()?.body ?? 'nothing'",
}


@pytest.fixture
def environ(partner: PartnerSite) -> dict[str, str]:
    """The partner is named in the settings, and no longer deserves it."""
    return {"SIGNPOST_EMBED_HOSTS": partner.origin}


def typed(page: Page, partner: PartnerSite, address: str, *, before: str = RECORDER) -> Frame:
    """The chat in the hostile page, in which the secret was typed letter by letter and sent."""
    page.goto(partner.show(with_launcher(address), before=before))
    frame = open_widget(page)
    go_on(frame)
    frame.focus("#text")
    page.keyboard.type(SECRET)
    page.keyboard.press("Enter")
    expect(frame.locator("#latest .is-you")).to_contain_text(SECRET)
    return frame


def attempt(page: Page, script: str) -> str:
    """What a script of the page gets from the frame, or the name of the error that it meets."""
    found: Any = page.evaluate(
        f"(() => {{ const frame = root.querySelector('iframe');"
        f" try {{ return {script}; }} catch (error) {{ return error.name; }} }})()"
    )
    return str(found)


# --- reading


def test_a_session_recorder_gets_nothing_that_is_typed(
    page: Page, partner: PartnerSite, address: str
) -> None:
    typed(page, partner, address)
    heard = page.evaluate("heard")
    pressed = "".join(
        key for kind, key, _ in heard if kind in {"keydown", "keypress", "keyup"} and len(key) == 1
    )

    assert heard  # it did listen
    assert SECRET not in json.dumps(heard)
    assert pressed == ""


def test_the_recorder_would_hear_what_is_typed_in_the_page_itself(
    page: Page, partner: PartnerSite, address: str
) -> None:
    page.goto(partner.show(with_launcher(address), before=RECORDER))
    page.focus("#search")
    page.keyboard.type(SECRET)

    assert SECRET in json.dumps(page.evaluate("heard"))


@pytest.mark.parametrize("what", READS)
def test_the_page_cannot_read(page: Page, partner: PartnerSite, address: str, what: str) -> None:
    typed(page, partner, address)

    assert attempt(page, READS[what]) in {"nothing", "SecurityError"}


def test_what_the_page_can_see_of_the_frame_is_that_it_is_there(
    page: Page, partner: PartnerSite, address: str
) -> None:
    typed(page, partner, address)
    seen = page.evaluate("performance.getEntriesByType('resource').map((each) => each.name)")

    assert [url for url in seen if FRAME in url or "/static/" in url] == [f"{address}{FRAME}"]
    assert attempt(page, "frame.outerHTML").count(SECRET) == 0


def test_pictures_of_the_page_for_its_own_canvas_are_refused(
    page: Page, partner: PartnerSite, address: str
) -> None:
    """What recorders use to draw a page again: the frame's content does not come with it."""
    typed(page, partner, address)
    copied = page.evaluate(
        "new XMLSerializer().serializeToString(root.querySelector('iframe').cloneNode(true))"
    )

    assert SECRET not in copied


def test_its_own_requests_open_a_chat_of_their_own_and_never_the_persons(
    page: Page, partner: PartnerSite, address: str, place: Place
) -> None:
    typed(page, partner, address)
    got = page.evaluate(
        """async (url) => {
          const body = new URLSearchParams({ turn: "0123456789abcdef", text: "what did they say" });
          return await (await fetch(url, { method: "POST", body })).text();
        }""",
        f"{address}{FRAME}",
    )

    assert SECRET not in got
    assert len(place.app.state.chat.registry) == 2


@pytest.mark.parametrize("path", ["/chat", "/services", "/", "/staff/sign-in"])
def test_no_other_page_of_ours_can_be_read_by_its_requests(
    page: Page, partner: PartnerSite, address: str, path: str
) -> None:
    page.goto(partner.show("<p>Nothing.</p>"))
    got = page.evaluate(
        "(url) => fetch(url).then((answer) => answer.text(), (error) => error.name)", address + path
    )

    assert got == "TypeError"


# --- driving


def test_no_message_of_the_page_says_anything_in_the_chat(
    page: Page, partner: PartnerSite, address: str, place: Place
) -> None:
    frame = typed(page, partner, address)
    before = frame.content()
    for message in (
        "'hello'",
        "'signpost:ready'",
        "'signpost:leave'",
        "{ text: 'hello' }",
        "['signpost:left']",
        "null",
    ):
        attempt(page, f"frame.contentWindow.postMessage({message}, '*')")
    page.wait_for_timeout(200)

    assert frame.content() == before
    assert place.engine.messages == [SECRET]


def test_no_key_or_press_of_the_page_reaches_the_chat(
    page: Page, partner: PartnerSite, address: str, place: Place
) -> None:
    frame = typed(page, partner, address)
    attempt(page, "frame.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }))")
    attempt(page, "frame.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))")
    attempt(page, "frame.click()")
    page.wait_for_timeout(200)

    assert frame.input_value("#text") == ""
    assert place.engine.messages == [SECRET]


def test_all_it_can_do_is_to_end_the_chat_and_that_forgets(
    page: Page, partner: PartnerSite, address: str, place: Place
) -> None:
    frame = typed(page, partner, address)
    attempt(page, "frame.contentWindow.postMessage('signpost:left', '*')")
    expect(frame.locator("#log")).to_have_count(0)
    for _ in range(60):
        if len(place.app.state.chat.registry) == 0:
            break
        page.wait_for_timeout(50)

    assert len(place.app.state.chat.registry) == 0
    assert SECRET not in frame.content()


def test_a_message_from_another_frame_does_not_make_the_launcher_leave(
    page: Page, partner: PartnerSite, address: str
) -> None:
    partner.show("<script>parent.postMessage('signpost:leave', '*')</script>", path="/advert")
    page.goto(partner.show(with_launcher(address)))
    open_widget(page)
    page.evaluate("document.body.append(Object.assign(document.createElement('iframe'), { src: '/advert' }))")
    page.wait_for_timeout(400)

    assert page.url == f"{partner.origin}/"


def test_it_works_on_a_page_whose_prototypes_and_functions_were_changed(
    page: Page, partner: PartnerSite, address: str, place: Place
) -> None:
    frame = typed(page, partner, address, before=POLLUTION + RECORDER)

    assert frame.evaluate("self.origin") == "null"
    assert place.engine.messages == [SECRET]
    assert page.evaluate("root.querySelector('iframe').hasAttribute('srcdoc')") is False
    assert page.evaluate("root.querySelector('.open').textContent") == "Find support"


def test_nothing_of_the_page_lies_over_the_frame_by_its_style_alone(
    page: Page, partner: PartnerSite, address: str
) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    cover = "<style>#cover { position: fixed; inset: 0; z-index: 2147483647; pointer-events: auto }</style>"
    page.goto(partner.show(with_launcher(address) + '<div id="cover"></div>', before=cover))
    frame = open_widget(page)
    box = frame.locator("#leave").bounding_box()
    assert box is not None
    at = [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2]

    assert page.evaluate("([x, y]) => document.elementFromPoint(x, y).localName", at) == "signpost-launcher"


# --- framing, opening and nesting


@pytest.mark.parametrize("path", ["/chat", FRAME])
def test_a_site_that_nobody_named_cannot_hold_the_chat(
    page: Page, stranger: PartnerSite, address: str, path: str
) -> None:
    page.goto(stranger.show(f'<iframe src="{address}{path}"></iframe>'))
    page.wait_for_load_state("networkidle")

    assert "Ring 999" not in page.frames[1].content()


@pytest.mark.parametrize("path", ["/chat", "/", "/services", "/staff/sign-in"])
def test_a_named_site_can_hold_the_frame_and_no_other_page(
    page: Page, partner: PartnerSite, address: str, path: str
) -> None:
    page.goto(
        partner.show(f'<iframe src="{address}{path}"></iframe><iframe src="{address}{FRAME}"></iframe>')
    )
    page.wait_for_load_state("networkidle")

    assert "<main" not in page.frames[1].content()
    assert "Ring 999" in page.frames[2].content()


def test_a_stranger_around_a_named_site_gets_no_chat(
    page: Page, partner: PartnerSite, stranger: PartnerSite, address: str
) -> None:
    inner = partner.show(f'<iframe src="{address}{FRAME}"></iframe>')
    page.goto(stranger.show(f'<iframe src="{inner}"></iframe>'))
    page.wait_for_load_state("networkidle")

    assert len(page.frames) == 3
    assert "Ring 999" not in page.frames[2].content()


def test_a_frame_without_a_sandbox_gets_ours(page: Page, partner: PartnerSite, address: str) -> None:
    page.goto(partner.show(f'<iframe src="{address}{FRAME}"></iframe>'))
    frame = page.frames[1]
    frame.wait_for_selector("[data-start]")

    assert frame.evaluate("self.origin") == "null"
    kept = "try { localStorage.length; } catch (error) { return error.name; }"
    assert frame.evaluate(f"() => {{ {kept} }}") == "SecurityError"
    assert (
        frame.evaluate("() => { try { return document.cookie; } catch (error) { return error.name; } }")
        == "SecurityError"
    )


@pytest.mark.parametrize("path", ["/chat", FRAME])
def test_a_page_that_opens_the_chat_in_a_window_holds_nothing_of_it(
    page: Page, partner: PartnerSite, address: str, path: str
) -> None:
    page.goto(partner.show('<button onclick="window.opened = window.open(this.value)">Open</button>'))
    page.evaluate("url => { document.querySelector('button').value = url }", address + path)
    with page.context.expect_page() as opening:
        page.click("button")
    opened = opening.value
    opened.wait_for_selector("[data-start]")

    assert opened.evaluate("window.opener") is None
    held = (
        "() => { try { return opened.closed || opened.document.title } catch (error) { return error.name } }"
    )
    assert page.evaluate(held) in {True, "SecurityError"}
    page.evaluate("opened.location = 'about:blank#taken'")
    page.wait_for_timeout(300)
    assert opened.url == address + path
