"""The lists of what we are made of name everything that the locks name."""

import json
from pathlib import Path

import pytest

from security.locked import browser_packages, plain, python_packages
from security.sbom import CYCLONEDX, SbomFailed, write_browser, write_python


def test_the_browsers_part_is_listed_from_its_lock(tmp_path: Path) -> None:
    held = json.loads(write_browser(tmp_path / "browser.json").read_text())

    assert held["bomFormat"] == "CycloneDX"
    assert {each["name"]: each["version"] for each in held["components"]} == browser_packages()


@pytest.mark.skipif(not CYCLONEDX.exists(), reason="The tools of make sbom are not installed: make sbom")
def test_the_python_part_is_listed_from_its_lock_with_hashes_and_the_same_each_time(tmp_path: Path) -> None:
    first, second = write_python(tmp_path / "a.json"), write_python(tmp_path / "b.json")
    held = json.loads(first.read_text())

    assert held["bomFormat"] == "CycloneDX"
    assert {plain(each["name"]): each["version"] for each in held["components"]} == python_packages()
    assert all(each["externalReferences"][0]["hashes"] for each in held["components"])
    assert first.read_bytes() == second.read_bytes()


def test_a_list_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    broken = tmp_path / "cyclonedx-py"
    broken.write_text("#!/bin/sh\necho no such lock >&2\nexit 1\n")
    broken.chmod(0o700)

    with pytest.raises(SbomFailed, match="no such lock"):
        write_python(tmp_path / "a.json", program=broken)
