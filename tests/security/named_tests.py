"""Which test functions a file of the suite holds, without importing it."""

import ast
from functools import cache
from pathlib import Path


ROOT = Path(__file__).parents[2]


@cache
def tests_in(file: str) -> frozenset[str]:
    """The names of the test functions at the top of a file; none where there is no such file."""
    path = ROOT / file
    if not path.is_file():
        return frozenset()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    names = [each.name for each in tree.body if isinstance(each, kinds)]
    return frozenset(name for name in names if name.startswith("test_"))


def missing(tests: tuple[str, ...]) -> list[str]:
    """Those of these ids (file::name) that the suite does not have."""
    return [each for each in tests if each.partition("::")[2] not in tests_in(each.partition("::")[0])]
