"""Every chat stands on the same page, packed as web servers pack it, with a policy where it is asked for."""

import gzip
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from benchmarks.others.chats import chats
from benchmarks.others.site import STRICT, Site


BUNDLE = "const bundle = 1;\n" * 100


@pytest.fixture
def site(tmp_path: Path) -> TestClient:
    """The site over one made-up bundle, and a file beside the folder that it may serve."""
    modules = tmp_path / "node_modules"
    modules.mkdir()
    (modules / "bundle.js").write_text(BUNDLE)
    (modules / "letters.woff2").write_bytes(b"letters" * 100)
    (tmp_path / "private.txt").write_text("private")
    return TestClient(Site(modules, partner="http://localhost:1", launcher="<b>launcher</b>").app())


PATHS = [chat.path for chat in chats() if chat.path != "/chat"]


@pytest.mark.parametrize("path", [*PATHS, "/pages/exit-this-page"])
def test_every_page_is_there_with_nothing_left_to_fill_in(site: TestClient, path: str) -> None:
    answer = site.get(path)

    assert answer.status_code == 200
    assert "$" not in answer.text.replace("${", "")
    assert "Content-Security-Policy" not in answer.headers


@pytest.mark.parametrize("path", PATHS)
def test_under_a_policy_nothing_unsafe_is_allowed_and_each_visit_has_a_nonce(
    site: TestClient, path: str
) -> None:
    policies = {site.get(STRICT + path).headers["Content-Security-Policy"] for _ in range(2)}

    assert len(policies) == 2
    assert not any("unsafe" in policy for policy in policies)


def test_scripts_are_packed_and_letters_are_not(site: TestClient) -> None:
    script = site.get("/modules/bundle.js")
    letters = site.get("/modules/letters.woff2")

    assert script.text == BUNDLE
    assert int(script.headers["Content-Length"]) == len(gzip.compress(BUNDLE.encode(), 9))
    assert "Content-Encoding" not in letters.headers


@pytest.mark.parametrize("path", ["/modules/none.js", "/modules/..%2Fprivate.txt", "/modules/%2Fetc%2Fhosts"])
def test_only_the_packages_are_served(site: TestClient, path: str) -> None:
    assert site.get(path).status_code == 404
