"""A little OpenID Connect provider on loopback: real HTTP, real signed tokens, strict in what it takes."""

import base64
import hashlib
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey


CLIENT_ID = "signpost"
CLIENT_SECRET = "shared with the provider"


@dataclass
class Provider:
    """One provider; what it says can be changed before it says it."""

    clock: Callable[[], datetime]
    issuer: str = ""
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "one"}, auto_kid=False))
    signs_with: RSAKey | None = None  # another key than the published one
    algorithm: str = "RS256"
    discovery: dict[str, Any] = field(default_factory=dict)
    claims: dict[str, Any] = field(default_factory=dict)
    delay: threading.Event | None = None  # answers nothing until it is set
    codes: dict[str, dict[str, str]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def visit(self, url: str) -> dict[str, str]:
        """What a person's browser does at the provider: signs in there, and is sent back with this query."""
        parts = urlsplit(url)
        asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
        assert url.startswith(f"{self.issuer}/authorize?")
        assert asked["response_type"] == "code"
        assert asked["client_id"] == CLIENT_ID
        assert asked["code_challenge_method"] == "S256"
        code = f"code-{len(self.codes)}"
        self.codes[code] = asked
        return {"code": code, "state": asked["state"], "iss": self.issuer}

    def metadata(self) -> dict[str, Any]:
        """Its discovery document."""
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
        } | self.discovery

    def redeem(self, form: dict[str, str], authorization: str) -> tuple[int, dict[str, Any]]:
        """Its token endpoint: who asks, a code that works once, the verifier that was promised."""
        expected = base64.b64encode(f"{CLIENT_ID}:{CLIENT_SECRET}".encode()).decode()
        if authorization != f"Basic {expected}":
            return 401, {"error": "invalid_client"}
        asked = self.codes.pop(form.get("code", ""), None)
        if asked is None or asked["redirect_uri"] != form.get("redirect_uri"):
            return 400, {"error": "invalid_grant"}
        digest = hashlib.sha256(form["code_verifier"].encode()).digest()
        if base64.urlsafe_b64encode(digest).rstrip(b"=").decode() != asked["code_challenge"]:
            return 400, {"error": "invalid_grant"}
        return 200, {"access_token": "x", "token_type": "Bearer", "id_token": self.id_token(asked["nonce"])}

    def id_token(self, nonce: str) -> str:
        """A signed token about the person."""
        now = int(self.clock().timestamp())
        claims = {
            "iss": self.issuer,
            "sub": "248289761001",
            "aud": CLIENT_ID,
            "iat": now,
            "exp": now + 300,
            "nonce": nonce,
            "email": "manager@signpost.example",
            "email_verified": True,
            "auth_time": now,
        }
        claims = {name: value for name, value in (claims | self.claims).items() if value is not None}
        header = {"alg": self.algorithm, "kid": "one"}
        return jwt.encode(header, claims, self.signs_with or self.key, algorithms=[self.algorithm])


@contextmanager
def running_provider(clock: Callable[[], datetime]) -> Iterator[Provider]:
    """A provider that listens."""
    state = Provider(clock)

    class Door(BaseHTTPRequestHandler):
        """Its three doors for machines, and the one for people's browsers."""

        def do_GET(self) -> None:
            """Discovery and keys; whoever is at the browser is signed in there at once, and sent back."""
            state.asked.append(self.path)
            if self.path.startswith("/authorize?"):
                told = state.visit(f"{state.issuer}{self.path}")
                self.send_response(303)
                self.send_header("location", f"{state.codes[told['code']]['redirect_uri']}?{urlencode(told)}")
                self.send_header("content-length", "0")
                self.end_headers()
                return
            if state.delay is not None:
                state.delay.wait(10)
            answers: dict[str, Callable[[], dict[str, Any]]] = {
                "/.well-known/openid-configuration": state.metadata,
                "/keys": lambda: {"keys": [state.key.as_dict(private=False)]},
            }
            found = answers.get(self.path)
            self._say(200 if found else 404, found() if found else {})

        def do_POST(self) -> None:
            """Tokens."""
            state.asked.append(self.path)
            body = self.rfile.read(int(self.headers["content-length"])).decode()
            form = {name: values[0] for name, values in parse_qs(body).items()}
            self._say(*state.redeem(form, self.headers.get("authorization", "")))

        def _say(self, status: int, said: dict[str, Any]) -> None:
            body = json.dumps(said).encode()
            self.send_response(status)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *_args: object) -> None:  # the library's own name
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
    state.issuer = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield state
    server.shutdown()
    server.server_close()
    thread.join(5)
