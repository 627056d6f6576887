"""`signpost embed`: the lines for partners, and what a page lacks of them."""

import functools
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from directory import outbound
from directory.outbound import Reach
from signpost.cli import app
from tests.browser.partner_site import PartnerSite
from tests.web.chat.conftest import starter  # noqa: F401 - a fixture
from tests.web.page_reader import Page
from web.embed.launcher import integrity


SITE = "https://signpost.example"
HERE = "127.0.0.1"


@pytest.fixture(autouse=True)
def installed(tmp_path: Path, starter: Path, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: F811
    """An installation with the starter services."""
    monkeypatch.setenv("SIGNPOST_HOME", str(tmp_path))
    monkeypatch.setenv("SIGNPOST_PUBLIC_URL", SITE)
    monkeypatch.delenv("SIGNPOST_DATABASE_URL", raising=False)
    shutil.copyfile(starter, tmp_path / "signpost.sqlite")


@pytest.fixture
def partner(monkeypatch: pytest.MonkeyPatch) -> Iterator[PartnerSite]:
    """A partner's site that the command may reach, although it is on this machine; settings name it."""
    with PartnerSite() as site:
        ports = frozenset({80, 443, int(site.origin.rpartition(":")[2])})
        reach = Reach(resolve=lambda *_: [HERE], is_allowed=lambda found: found == HERE, ports=ports)
        monkeypatch.setattr(outbound, "fetch", functools.partial(outbound.fetch, reach=reach))
        monkeypatch.setenv("SIGNPOST_EMBED_HOSTS", site.origin)
        yield site


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ["embed", *words])


def lines(*words: str) -> str:
    answer = run(*words)
    assert answer.exit_code == 0, answer.output
    return answer.stdout


def test_it_prints_the_lines_for_this_host_and_nothing_else_to_the_screen() -> None:
    printed = lines()
    page = Page(f"<html><body>{printed}</body></html>")

    assert page.one("script").attributes["src"] == f"{SITE}/embed.js"
    assert page.one("script").attributes["integrity"] == integrity()
    assert "tel:116123" in page.links.values()
    assert printed.strip().startswith("<div")
    assert printed.strip().endswith("</script>")


def test_it_says_beside_them_what_the_site_and_the_setting_need() -> None:
    hints = run().stderr

    assert "SIGNPOST_EMBED_HOSTS" in hints
    assert "script-src" in hints
    assert SITE in hints


def test_an_empty_directory_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIGNPOST_HOME", str(tmp_path / "another"))

    answer = run()

    assert answer.exit_code == 1
    assert answer.stdout == ""
    assert "signpost migrate" in answer.stderr


# --- languages


def test_in_another_language_all_words_are_in_it_and_the_numbers_stay() -> None:
    page = Page(f"<html><body>{lines('--language', 'pl')}</body></html>")
    script = page.one("script").attributes

    assert page.one("div").attributes["lang"] == "pl"
    assert script["data-language"] == "pl"
    assert script["data-close"] != "Close and forget"
    assert "999" in script["data-danger"]
    assert "55" in script["data-danger"]
    assert "tel:999" in page.links.values()


def test_a_language_that_nobody_has_read_is_refused_where_set(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SIGNPOST_UNREAD_LANGUAGES", "no")

    answer = run("--language", "pl")

    assert answer.exit_code == 1
    assert answer.stdout == ""
    assert "No native reader has read the words in Polish yet." in answer.stderr


def test_english_needs_no_words_beside_its_label() -> None:
    assert "data-close" not in lines()


# --- checking a partner's page


def test_a_page_with_todays_lines_is_right(partner: PartnerSite) -> None:
    answer = run("--check", partner.show(lines()))

    assert (answer.exit_code, answer.stdout) == (0, "The page holds the lines as they are today.\n")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("<script", "<template", f"It does not load {SITE}/embed.js."),
        ("sha384-", "sha384-old", "Its integrity is not that of today's launcher"),
        ("crossorigin=", "data-x=", "lacks crossorigin"),
        (f'href="{SITE}/chat"', 'href="/elsewhere"', f"It has no link to {SITE}/chat"),
        ("tel:116123", "tel:116124", "These numbers are not on it: tel:116123."),
    ],
)
def test_what_a_page_lacks_is_told(partner: PartnerSite, old: str, new: str, told: str) -> None:
    printed = lines()
    assert old in printed

    answer = run("--check", partner.show(printed.replace(old, new)))

    assert answer.exit_code == 1
    assert told in answer.stdout


def test_a_page_without_any_of_it_is_told_every_part(partner: PartnerSite) -> None:
    answer = run("--check", partner.show("<p>Nothing.</p>"))

    assert len(answer.stdout.splitlines()) == 3


def test_a_site_that_nobody_named_is_told(partner: PartnerSite, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIGNPOST_EMBED_HOSTS", "https://another.example")

    answer = run("--check", partner.show(lines()))

    assert answer.exit_code == 1
    assert f"SIGNPOST_EMBED_HOSTS does not name {partner.origin}" in answer.stdout


def test_an_address_within_our_own_network_is_not_asked() -> None:
    answer = run("--check", "http://127.0.0.1/")

    assert answer.exit_code == 1
    assert "could not be read (RefusedAddress)" in answer.stderr
