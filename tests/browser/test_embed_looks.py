"""How the launcher looks on a partner's page: place, colours, words and size, whatever stands around it."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.partner_site import PartnerSite, go_on, open_widget, with_launcher


@pytest.fixture
def environ(partner: PartnerSite) -> dict[str, str]:
    """The partner is named in the settings."""
    return {"SIGNPOST_EMBED_HOSTS": partner.origin}


def panel(page: Page, script: str) -> Any:
    """What a script finds in the launcher, whose root is `root`."""
    return page.evaluate(
        f"(() => {{ const root = document.querySelector('signpost-launcher').shadowRoot; {script} }})()"
    )


@pytest.mark.parametrize(("width", "height"), [(320, 640), (640, 320), (390, 844)])
def test_on_a_phone_the_frame_fills_the_screen(
    page: Page, partner: PartnerSite, address: str, width: int, height: int
) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto(partner.show(with_launcher(address)))
    frame = open_widget(page)

    assert frame.evaluate("innerWidth") == width
    assert height - 60 <= frame.evaluate("innerHeight") < height


@pytest.mark.parametrize(("position", "left"), [("start", True), ("end", False), ("nowhere", False)])
def test_it_stands_where_the_partner_wants_it(
    open_roots: Page, partner: PartnerSite, address: str, position: str, left: bool
) -> None:
    open_roots.set_viewport_size({"width": 1280, "height": 800})
    open_roots.goto(
        partner.show(with_launcher(address).replace('data-position="end"', f'data-position="{position}"'))
    )
    open_roots.wait_for_selector("signpost-launcher", state="attached")
    x = panel(open_roots, "return root.querySelector('.open').getBoundingClientRect().x")

    assert (x < 640) is left


CONTRAST = """
const seen = getComputedStyle(root.querySelector('.open'));
const light = (colour) => colour.match(/[0-9.]+/g).slice(0, 3).map((part) => {
  const share = part / 255;
  return share > 0.04045 ? ((share + 0.055) / 1.055) ** 2.4 : share / 12.92;
}).reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
const [low, high] = [light(seen.color), light(seen.backgroundColor)].sort((a, b) => a - b);
return (high + 0.05) / (low + 0.05);
"""


@pytest.mark.parametrize(
    "colour",
    ["#000000", "#ffffff", "#777777", "#767676", "#0f5257", "#ff0000", "#00ff00", "#ffdd00", "#5b7cff"],
)
def test_any_colour_leaves_its_words_readable(
    open_roots: Page, partner: PartnerSite, address: str, colour: str
) -> None:
    lines = with_launcher(address).replace('data-colour="#0f5257"', f'data-colour="{colour}"')
    open_roots.goto(partner.show(lines))
    open_roots.wait_for_selector("signpost-launcher", state="attached")

    assert panel(open_roots, CONTRAST) >= 4.5
    painted = panel(open_roots, "return getComputedStyle(root.querySelector('.open')).backgroundColor")
    assert painted == "rgb({}, {}, {})".format(*(int(colour[at : at + 2], 16) for at in (1, 3, 5)))


@pytest.mark.parametrize(
    "colour", ["red", "#fff", "#12345g", "#0f5257; } * { display: none", "url(https://x.example)"]
)
def test_what_is_no_colour_changes_nothing(
    open_roots: Page, partner: PartnerSite, address: str, colour: str
) -> None:
    lines = with_launcher(address).replace('data-colour="#0f5257"', f'data-colour="{colour}"')
    open_roots.goto(partner.show(lines))
    open_roots.wait_for_selector("signpost-launcher", state="attached")
    painted = panel(open_roots, "return getComputedStyle(root.querySelector('.open')).backgroundColor")

    assert painted == "rgb(15, 82, 87)"


def test_the_pages_own_styles_do_not_reach_it(open_roots: Page, partner: PartnerSite, address: str) -> None:
    style = "* { display: none !important; font-size: 5px } html, body { display: block !important }"
    open_roots.goto(partner.show(with_launcher(address), before=f"<style>{style}</style>"))
    open_roots.wait_for_selector("signpost-launcher", state="attached")
    seen = panel(
        open_roots,
        "const box = root.querySelector('.open').getBoundingClientRect(); return [box.width, box.height]",
    )

    assert min(seen) >= 44


def test_it_moves_nothing_and_shows_in_forced_colours(
    open_roots: Page, partner: PartnerSite, address: str
) -> None:
    open_roots.emulate_media(forced_colors="active", reduced_motion="reduce")
    open_roots.goto(partner.show(with_launcher(address)))
    open_widget(open_roots)

    assert open_roots.evaluate("document.getAnimations().length") == 0
    style = panel(open_roots, "return getComputedStyle(root.querySelector('.close')).borderTopStyle")
    assert style == "solid"


def test_its_words_and_their_language_come_from_the_partner(
    open_roots: Page, partner: PartnerSite, address: str
) -> None:
    lines = with_launcher(address, language="cy", close="Cau").replace(
        'data-label="Find support"', 'data-label="Cael cymorth"'
    )
    open_roots.goto(partner.show(lines))
    open_widget(open_roots)

    assert open_roots.locator("signpost-launcher").get_attribute("lang") == "cy"
    expect(open_roots.locator("signpost-launcher .open")).to_have_text("Cael cymorth")
    expect(open_roots.locator("signpost-launcher .close")).to_have_text("Cau")
    expect(open_roots.locator("signpost-launcher iframe")).to_have_attribute("title", "Cael cymorth")
    expect(open_roots.get_by_role("dialog", name="Cael cymorth")).to_be_visible()


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_around_or_in_the_frame(
    open_roots: Page, partner: PartnerSite, address: str, width: int, scheme: Any
) -> None:
    open_roots.emulate_media(color_scheme=scheme)
    open_roots.set_viewport_size({"width": width, "height": 700})
    open_roots.goto(partner.show(with_launcher(address)))
    open_roots.wait_for_selector("signpost-launcher", state="attached")
    found = [*Axe().run(open_roots).response["violations"]]
    frame = open_widget(open_roots)
    go_on(frame)
    found += Axe().run(open_roots).response["violations"]

    assert [(each["id"], [node["target"] for node in each["nodes"]]) for each in found] == []
