"""The project's own trained model, loaded once for all held-out messages."""

from pathlib import Path

import pytest

from bot.training import train_if_changed
from bot.understanding import Understanding


ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def understanding() -> Understanding:
    """The model as it is shipped; trained now when what it is made of has changed."""
    return Understanding(train_if_changed(ROOT, ROOT / "models").path)
