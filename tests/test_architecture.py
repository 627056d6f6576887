"""Who may import whom: the arrows of docs/architecture.md, read from the imports themselves."""

import ast
from pathlib import Path

import pytest


ROOT = Path(__file__).parents[1]
OURS = {"vocabulary", "safety", "directory", "usage", "actions", "bot", "web", "signpost", "migrations"}
LEAVES = {
    "signpost.settings",
    "signpost.database",
    "signpost.secrets",
    "signpost.logs",
    "signpost.metrics",
    "signpost.monitoring",
    "signpost.scale",
    "signpost.shelf",
    "signpost.redis_link",
    "signpost.tracing",
    "signpost.done",
}
ALLOWED = {
    "vocabulary": {"vocabulary"},
    "safety": {"safety", "vocabulary"},
    "directory": {"directory", "vocabulary"},
    "usage": {"usage", "vocabulary"},
    "bot": {"bot", "safety", "vocabulary"},
    "actions": {"actions", "directory", "usage.log", "usage.event", "safety", "vocabulary"},
    "web.chat": {
        "web.chat",
        "web",
        "safety",
        "directory.search",
        "directory.places",
        "directory.reports",
        "usage.log",
        "usage.event",
        "vocabulary",
    },
    "web.embed": {"web.embed", "web.chat", "web", "safety", "vocabulary"},
    "web.services": {"web.services", "web.chat", "web", "safety", "directory", "vocabulary"},
    "web.statements": {"web.statements", "web", "signpost.assurance", "vocabulary"},
    "web.admin": {"web.admin", "web", "directory", "vocabulary"},
    "web.directory_api": {"web.directory_api", "web", "directory", "vocabulary"},
    "web.insights": {"web.insights", "web", "usage.release", "vocabulary"},
    "web.accounts": {"web.accounts", "web", "vocabulary"},
}
FRAMEWORKS = {
    "directory": {"rasa", "rasa_sdk", "fastapi", "starlette", "tensorflow"},
    "usage": {"rasa", "rasa_sdk", "fastapi", "starlette", "tensorflow"},
    "safety": {"rasa", "rasa_sdk", "fastapi", "starlette", "sqlalchemy", "requests", "httpx"},
    "web": {"rasa", "rasa_sdk", "tensorflow"},
    "actions": {"rasa", "fastapi", "starlette", "tensorflow", "requests", "httpx"},
}


def _modules() -> list[Path]:
    return [path for package in sorted(OURS) for path in sorted((ROOT / package).rglob("*.py"))]


def _imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def _room_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    two = ".".join(parts[:2])
    return two if two in ALLOWED else parts[0]


def _is_within(name: str, packages: set[str]) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)


@pytest.mark.parametrize("path", _modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_imports_only_what_its_room_may(path: Path) -> None:
    room = _room_of(path)
    allowed = ALLOWED.get(room)
    if allowed is None:
        pytest.skip("wires the rooms together")

    ours = {name for name in _imports(path) if name.split(".")[0] in OURS}
    wrong = {name for name in ours if not _is_within(name, allowed | LEAVES)}

    assert not wrong, f"{room} may not import {sorted(wrong)}"


@pytest.mark.parametrize("path", _modules(), ids=lambda path: str(path.relative_to(ROOT)))
def test_a_room_stays_free_of_the_frameworks_it_does_not_need(path: Path) -> None:
    forbidden = FRAMEWORKS.get(path.relative_to(ROOT).parts[0], set())

    assert not {name for name in _imports(path) if name.split(".")[0] in forbidden}


def test_the_doors_do_not_import_each_other() -> None:
    doors = {"web.chat", "web.services", "web.admin", "web.insights", "web.directory_api"}
    own = {"web.services": {"web.services", "web.chat"}}  # the public's pages: the same cards and dangers
    for path in _modules():
        room = _room_of(path)
        if room in doors:
            others = doors - own.get(room, {room})
            assert not {name for name in _imports(path) if _is_within(name, others)}, path


def test_no_module_reads_the_folder_beside_the_project() -> None:
    for path in _modules():
        assert "../shared" not in path.read_text(encoding="utf-8"), path


def test_no_file_of_code_is_a_god_file() -> None:
    for path in _modules():
        if path.parent.name == "versions":
            continue  # a migration is one change, however long
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 300, path
