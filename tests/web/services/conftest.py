"""The service pages over the starter directory: the installation that the chat's tests have."""

from tests.web.chat.conftest import client, environ, place, starter  # noqa: F401 - fixtures
