"""A connection to one checked address, whatever the name of the host says by then."""

import socket
from contextlib import suppress
from typing import Any

from requests import PreparedRequest
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection
from urllib3.connectionpool import ConnectionPool


class PinnedAdapter(HTTPAdapter):
    """Connects to `address` while the certificate and the Host header are those of `host`."""

    def __init__(self, host: str, address: str) -> None:
        self._host = host
        self._address = address
        self._connections: list[HTTPConnection] = []
        super().__init__(max_retries=0)

    def build_connection_pool_key_attributes(
        self, request: PreparedRequest, verify: bool | str, cert: Any = None
    ) -> Any:  # a pair of urllib3's own typed dictionaries, which name fewer keys than it takes
        """The address in place of the host's name; the name stays what the certificate must be for."""
        pair: Any = super().build_connection_pool_key_attributes(request, verify, cert)
        host, more = pair
        if host["scheme"] == "https":
            more |= {"server_hostname": self._host, "assert_hostname": self._host}
        return {**host, "host": self._address}, more

    def get_connection_with_tls_context(
        self,
        request: PreparedRequest,
        verify: Any,
        proxies: Any = None,  # noqa: ARG002 - requests' own signature; we use none
        cert: Any = None,
    ) -> ConnectionPool:
        """The pool, whose connections are remembered so that they can be cut."""
        pool: Any = super().get_connection_with_tls_context(request, verify, proxies=None, cert=cert)
        kind, made = pool.ConnectionCls, self._connections

        def connection(*given: Any, **named: Any) -> HTTPConnection:
            made.append(kind(*given, **named))
            return made[-1]

        pool.ConnectionCls = connection
        return pool  # type: ignore[no-any-return]  # as requests itself types it

    def cut(self) -> None:
        """End every connection at once, from another thread."""
        for each in self._connections:
            held = each.sock
            if held is not None:
                with suppress(OSError):
                    held.shutdown(socket.SHUT_RDWR)
