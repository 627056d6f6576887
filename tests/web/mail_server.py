"""A little mail server on loopback: speaks enough SMTP (RFC 5321) to take e-mails, and keeps them."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import cast


@dataclass
class MailServer:
    """Where it listens, and what it was given."""

    port: int = 0
    refuses: bool = False
    kept: list[EmailMessage] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)


@contextmanager
def mail_server(*, refuses: bool = False) -> Iterator[MailServer]:
    """A running server; one that refuses says that the mailbox is not there."""
    state = MailServer(refuses=refuses)

    class Talk(socketserver.StreamRequestHandler):
        """One client."""

        def handle(self) -> None:
            """Answers command after command until the client quits."""
            self._say("220 ready")
            while line := self.rfile.readline().decode("ascii").strip():
                command = line.partition(" ")[0].upper()
                if command == "QUIT":
                    self._say("221 bye")
                    return
                if command == "RCPT":
                    state.recipients.append(line.partition("<")[2].partition(">")[0])
                    self._say("550 no such mailbox" if state.refuses else "250 ok")
                    continue
                if command == "DATA":
                    self._take()
                self._say("250 ok")

        def _take(self) -> None:
            self._say("354 go on")
            lines = []
            while (line := self.rfile.readline()) != b".\r\n":
                lines.append(line.removeprefix(b".") if line.startswith(b"..") else line)
            parsed = message_from_bytes(b"".join(lines), policy=default)
            state.kept.append(cast(EmailMessage, parsed))

        def _say(self, line: str) -> None:
            self.wfile.write(f"{line}\r\n".encode())

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Talk) as server:
        state.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield state
        server.shutdown()
        thread.join(5)
