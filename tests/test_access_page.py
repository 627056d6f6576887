"""docs/access.md names tests that there are, and pictures that there are."""

import ast
import re
from pathlib import Path

import pytest


ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "access.md").read_text(encoding="utf-8")
TESTS = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE)))


@pytest.mark.parametrize(("file", "name"), TESTS)
def test_every_test_that_it_names_is_there(file: str, name: str) -> None:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))

    assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_every_criterion_names_a_test() -> None:
    rows = re.findall(r"^\| \d\.\d.*$", PAGE, re.MULTILINE)

    assert len(rows) > 20
    assert [row for row in rows if "`tests/" not in row] == []


@pytest.mark.parametrize("path", sorted(set(re.findall(r"\]\((pictures/[^)]+)\)", PAGE))))
def test_every_picture_is_there_and_small(path: str) -> None:
    assert 0 < (ROOT / "docs" / path).stat().st_size < 200_000
