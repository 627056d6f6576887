"""What is measured beside us is pinned, checked, and no part of what we install."""

import json

import pytest

from benchmarks.others import packages
from tests.running import ROOT


def locked() -> dict[str, dict[str, str]]:
    whole: dict[str, dict[str, str]] = json.loads((packages.HERE / packages.LOCK).read_text())["packages"]
    return {name.removeprefix("node_modules/"): one for name, one in whole.items() if name}


def test_the_lock_holds_each_pinned_version_with_its_checksum_and_nothing_else() -> None:
    assert {name: one["version"] for name, one in locked().items()} == dict(packages.versions())
    assert all(one["integrity"].startswith("sha512-") for one in locked().values())


def test_the_lock_names_no_registry() -> None:
    assert "://" not in (packages.HERE / packages.LOCK).read_text()


def test_nothing_that_is_measured_is_in_our_own_lock_but_govuk() -> None:
    ours = json.loads((ROOT / "package-lock.json").read_text())["packages"]

    assert {name.removeprefix("node_modules/") for name in ours} & set(locked()) == {"govuk-frontend"}


def test_without_npm_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(packages.PackagesMissing, match="npm was not found"):
        packages.lock_again()
