"""Nothing of ours speaks to a server that shows a certificate nobody vouches for."""

import ssl
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from urllib.request import urlopen

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from directory.outbound import Reach, Unreachable, fetch
from web.accounts.errors import SingleSignOnFailed
from web.accounts.provider import read_json
from web.mail import Mailer, MailNotSent, send


HERE = "127.0.0.1"


@dataclass
class Impostor:
    """A server that vouches for itself; `asked` counts the requests that reached it."""

    port: int
    certificate: Path
    asked: list[str] = field(default_factory=list)


def _certificate(folder: Path) -> Path:
    """A key and a certificate that it signed itself, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    names = x509.SubjectAlternativeName([x509.DNSName("localhost"), x509.IPAddress(ip_address(HERE))])
    now = datetime.now(UTC)
    made = x509.CertificateBuilder(issuer_name=name, subject_name=name, public_key=key.public_key())
    made = made.serial_number(1).not_valid_before(now - timedelta(1)).not_valid_after(now + timedelta(1))
    signed = made.add_extension(names, critical=False).sign(key, hashes.SHA256())
    plain = serialization.NoEncryption()
    form = serialization.PrivateFormat.PKCS8
    path = folder / "impostor.pem"
    path.write_bytes(
        key.private_bytes(serialization.Encoding.PEM, form, plain)
        + signed.public_bytes(serialization.Encoding.PEM)
    )
    return path


@pytest.fixture
def impostor(tmp_path: Path) -> Iterator[Impostor]:
    """It, running."""

    class Answer(BaseHTTPRequestHandler):
        """One request."""

        def do_GET(self) -> None:
            """An empty object of JSON."""
            state.asked.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"{}")

        def log_message(self, *_: object) -> None:
            """Nothing."""

    server = ThreadingHTTPServer((HERE, 0), Answer)
    server.handle_error = lambda *_: None  # type: ignore[method-assign]  # a refused handshake is meant
    state = Impostor(server.server_address[1], _certificate(tmp_path))
    encryption = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    encryption.load_cert_chain(state.certificate)
    server.socket = encryption.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield state
    server.shutdown()
    server.server_close()


def test_whoever_trusts_it_is_answered(impostor: Impostor) -> None:
    trusting = ssl.create_default_context(cafile=str(impostor.certificate))

    with urlopen(f"https://localhost:{impostor.port}/", context=trusting) as answer:
        assert answer.read() == b"{}"


def test_a_feed_or_link_behind_such_a_certificate_is_not_read(impostor: Impostor) -> None:
    reach = Reach(
        resolve=lambda _host, _port: [HERE],
        is_allowed=lambda _address: True,
        ports=frozenset({impostor.port}),
    )

    with pytest.raises(Unreachable):
        fetch(f"https://charity.example.org:{impostor.port}/feed", reach=reach)

    assert impostor.asked == []


def test_a_provider_of_sign_in_behind_such_a_certificate_is_not_believed(impostor: Impostor) -> None:
    with pytest.raises(SingleSignOnFailed):
        read_json(f"https://localhost:{impostor.port}/", timeout=5)

    assert impostor.asked == []


def test_a_mail_server_behind_such_a_certificate_gets_no_mail(impostor: Impostor, tmp_path: Path) -> None:
    mailer = Mailer(tmp_path, "signpost@example.org", f"smtps://localhost:{impostor.port}")

    with pytest.raises(MailNotSent, match="SSLCertVerificationError"):
        send(mailer, "ann@example.org", "Subject", ["Text"])
