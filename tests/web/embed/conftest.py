"""An installation whose chat two other sites may hold."""

import pytest

from tests.web.chat.conftest import client, place, starter  # noqa: F401 - fixtures


PARTNER, OTHER = "https://www.council.example", "https://support.example:8443"


@pytest.fixture
def environ() -> dict[str, str]:
    """The settings."""
    return {"SIGNPOST_EMBED_HOSTS": f"{PARTNER},{OTHER}", "SIGNPOST_PUBLIC_URL": "https://signpost.example"}
