"""The notices of the installation that the chat's tests have."""

from tests.web.chat.conftest import client, environ, place, starter  # noqa: F401 - fixtures
