"""Whether a test that is named as evidence is there."""

import ast
import re
from functools import cache
from pathlib import Path


NAMED = re.compile(r"(?P<file>tests/[\w/]+\.py)::(?P<name>(?:Test\w+::)?test_\w+)(?:\[(?P<case>\w+)\])?")


def is_there(name: str, *, root: Path) -> bool:
    """Whether `tests/file.py::test_name` is a test of the repository at `root`.

    A case in brackets has to be a recorded conversation, the only cases that are files.
    """
    found = NAMED.fullmatch(name)
    if not found or found["name"] not in _tests_of(root / found["file"]):
        return False
    case = found["case"]
    return not case or any((root / found["file"]).parent.glob(f"*/{case}.yml"))


@cache
def _tests_of(path: Path) -> frozenset[str]:
    """The functions of a file, those of a class as `Class::function`."""
    if not path.is_file():
        return frozenset()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    inside = {f"{each.name}::{name}" for each in classes for name in _functions(each.body)}
    return frozenset(_functions(tree.body) | inside)


def _functions(body: list[ast.stmt]) -> set[str]:
    return {node.name for node in body if isinstance(node, ast.FunctionDef)}
