"""How a conversation is reached: by a signed token that nobody can guess, and what follows from it."""

import hashlib
import hmac
import secrets
from datetime import datetime

from itsdangerous import BadSignature, Signer

from usage.event import new_visit
from vocabulary.pathway import Channel
from web.chat.conversation import Conversation, UnknownConversation


RANDOM_BYTES = 18
CHARACTERS = 32  # of what is derived: 128 bits


class Tokens:
    """Makes and checks tokens; every process with the same secret knows those of the others."""

    def __init__(self, secret: bytes) -> None:
        self._signer = Signer(secret, salt="chat.conversation", digest_method=hashlib.sha256)
        self._secret = secret

    def new_conversation(self, now: datetime, *, channel: Channel = Channel.API) -> Conversation:
        """A conversation under a token that nobody had yet."""
        token = self._signer.sign(secrets.token_urlsafe(RANDOM_BYTES)).decode()
        return self.conversation_of(token, now, channel=channel)

    def conversation_of(self, token: str, now: datetime, *, channel: Channel = Channel.API) -> Conversation:
        """A conversation under a checked token in which nothing was said yet, as a visit of its own."""
        return Conversation(
            token=token,
            sender=self.sender_of(token),
            visit=new_visit(),
            used=now,
            channel=channel,
            key=self.key_of(token),
        )

    def check(self, token: str) -> None:
        """Raises UnknownConversation for a token that was made up."""
        try:
            self._signer.unsign(token)
        except (BadSignature, UnicodeEncodeError):
            raise UnknownConversation from None

    def sender_of(self, token: str) -> str:
        """What the engine knows the conversation of a token by."""
        return self._derived(b"chat.sender:", token)

    def key_of(self, token: str) -> str:
        """What an address may carry: it can forget the conversation of a token, and nothing else."""
        return self._derived(b"chat.key:", token)

    def _derived(self, purpose: bytes, token: str) -> str:
        return hmac.new(self._secret, purpose + token.encode(), hashlib.sha256).hexdigest()[:CHARACTERS]
