"""A test that is named as evidence is there, or is said not to be."""

from pathlib import Path

import pytest

from signpost.assurance.named_tests import is_there


TALKS = """
def test_it_goes(case): ...

def helper(): ...

class TestGroup:
    def test_inside(self): ...
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "tests" / "talks"
    (folder / "crisis").mkdir(parents=True)
    (folder / "crisis" / "somebody_is_hurt.yml").touch()
    (folder / "test_talks.py").write_text(TALKS)
    return tmp_path


@pytest.mark.parametrize(
    "name",
    [
        "tests/talks/test_talks.py::test_it_goes",
        "tests/talks/test_talks.py::TestGroup::test_inside",
        "tests/talks/test_talks.py::test_it_goes[somebody_is_hurt]",
    ],
)
def test_what_is_there_is_found(root: Path, name: str) -> None:
    assert is_there(name, root=root)


@pytest.mark.parametrize(
    "name",
    [
        "tests/talks/test_talks.py::test_it_went",
        "tests/talks/test_talks.py::test_inside",
        "tests/talks/test_talks.py::helper",
        "tests/talks/test_gone.py::test_it_goes",
        "tests/talks/test_talks.py::test_it_goes[somebody_is_well]",
        "tests/talks/test_talks.py",
        "",
    ],
)
def test_what_is_gone_is_missed(root: Path, name: str) -> None:
    assert not is_there(name, root=root)
