"""Web origins as a setting names them: exactly one site each, and nothing that a header could misread."""

import re


LABEL = "[a-z0-9]([a-z0-9-]*[a-z0-9])?"
PORT = "(:[1-9][0-9]{0,4})?"
# Unencrypted only on this machine: elsewhere anybody on the way could put another page around the chat.
ORIGIN = re.compile(rf"https://{LABEL}(\.{LABEL})*{PORT}|http://(localhost|127\.0\.0\.1){PORT}", re.ASCII)
LAST_PORT = 65535


class BadOrigin(ValueError):
    """A text that is not the origin of one site; the message says what to write."""


def check_origin(named: str) -> None:
    """Raises BadOrigin unless this is the origin of one site as a browser writes it."""
    if not ORIGIN.fullmatch(named) or _port_of(named) > LAST_PORT:
        raise BadOrigin(
            "Write each site as https:// and its host in small letters, with its port where it has its own, "
            "such as https://www.council.example: no path, no slash after it, no *. Put commas between sites."
        )


def _port_of(origin: str) -> int:
    port = origin.rpartition(":")[2]
    return int(port) if port.isdecimal() else 0
