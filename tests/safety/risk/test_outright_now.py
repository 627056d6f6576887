"""Danger now that is said outright is certain; the same words of something else are not."""

import pytest

from safety.risk import explain
from tests.safety.risk.outright_now import NOT_NOW, SAID_NOW
from vocabulary.risks import Risk


@pytest.mark.parametrize(("risk", "text"), SAID_NOW)
def test_what_is_said_outright_is_certain(risk: Risk, text: str) -> None:
    assert risk in [finding.risk for finding in explain(text) if finding.certain]


@pytest.mark.parametrize("text", NOT_NOW)
def test_such_words_of_something_else_are_never_certain(text: str) -> None:
    assert [finding for finding in explain(text) if finding.certain] == []
