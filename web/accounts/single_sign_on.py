"""Single sign-on with an organisation's own accounts: OpenID Connect's code flow with state, nonce and PKCE.

The provider vouches for an e-mail address and nothing else: whoever it names must have an account already.
"""

import json
import secrets
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import requests
from authlib.common.errors import AuthlibBaseError  # type: ignore[import-untyped]
from authlib.integrations.requests_client import OAuth2Session  # type: ignore[import-untyped]
from authlib.oidc.core import CodeIDToken  # type: ignore[import-untyped]
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from signpost.settings import SingleSignOn
from web.accounts.errors import SingleSignOnFailed
from web.accounts.provider import Provider, find_provider, read_json
from web.accounts.sealing import seal, unseal
from web.resources import Resources


BACK = "/staff/single-sign-on/back"
SCOPE = "openid email"
PURPOSE = "single sign-on"
LASTS = timedelta(minutes=10)
LEEWAY = 60  # seconds between our clock and the provider's
TIMEOUT = 5.0  # seconds for each answer of the provider
ALGORITHMS = [
    "RS256",
    "RS384",
    "RS512",
    "PS256",
    "ES256",
    "ES384",
    "EdDSA",
]  # none that a shared secret signs
SEVERAL_FACTORS = "mfa"  # RFC 8176


@dataclass(frozen=True)
class Away:
    """What a browser keeps, sealed, while its person is at the provider."""

    state: str
    nonce: str
    verifier: str
    where: str
    at: int


@dataclass(frozen=True)
class Vouched:
    """What the provider says of a person: a verified address, and how they signed in there."""

    email: str
    with_several_factors: bool
    signed_in_at: datetime | None


def leave(held: Resources, chosen: SingleSignOn, *, where: str) -> tuple[str, str]:
    """The provider's page to go to, and what the browser keeps meanwhile. Raises SingleSignOnFailed."""
    provider = find_provider(chosen.issuer, timeout=TIMEOUT)
    state, nonce, verifier = (secrets.token_urlsafe(32) for _ in range(3))
    away = Away(state, nonce, verifier, where, int(held.clock().timestamp()))
    client = _client(held, chosen, provider)
    url, _state = client.create_authorization_url(
        provider.authorization, state=state, nonce=nonce, code_verifier=verifier
    )
    return str(url), seal(held.secret, json.dumps(asdict(away)), purpose=PURPOSE)


def away_of(held: Resources, kept: str | None, *, state: str) -> Away:
    """What this browser kept when it left, if the answer belongs to it. Raises SingleSignOnFailed."""
    opened = unseal(held.secret, kept or "", purpose=PURPOSE)
    if opened is None:
        raise SingleSignOnFailed("nobody-left")
    away = Away(**json.loads(opened))
    gone = held.clock() - datetime.fromtimestamp(away.at, UTC)
    if not secrets.compare_digest(away.state.encode(), state.encode("utf-8", "replace")) or gone >= LASTS:
        raise SingleSignOnFailed("state")
    return away


def come_back(held: Resources, chosen: SingleSignOn, away: Away, answer: Mapping[str, str]) -> Vouched:
    """Whom the provider vouches for, in the answer that a browser brought back. Raises SingleSignOnFailed."""
    if answer.get("error") or not answer.get("code"):
        raise SingleSignOnFailed("refused")
    if answer.get("iss", chosen.issuer) != chosen.issuer:  # RFC 9207: another provider's answer
        raise SingleSignOnFailed("issuer")
    provider = find_provider(chosen.issuer, timeout=TIMEOUT)
    token = _fetch_token(_client(held, chosen, provider), provider, away, answer["code"])
    keys = read_json(provider.keys, timeout=TIMEOUT)
    return _vouched(_claims(held, chosen, away, token, keys))


def _client(held: Resources, chosen: SingleSignOn, provider: Provider) -> Any:
    return OAuth2Session(
        chosen.client_id,
        chosen.client_secret,
        scope=SCOPE,
        redirect_uri=held.settings.public_url + BACK,
        code_challenge_method="S256",
        token_endpoint_auth_method=provider.client_proof,
        default_timeout=TIMEOUT,
    )


def _fetch_token(client: Any, provider: Provider, away: Away, code: str) -> Mapping[str, Any]:
    try:
        token: Mapping[str, Any] = client.fetch_token(
            provider.token,
            grant_type="authorization_code",
            code=code,
            code_verifier=away.verifier,
            allow_redirects=False,
        )
    except (requests.RequestException, AuthlibBaseError, ValueError) as error:
        raise SingleSignOnFailed(f"token: {type(error).__name__}") from None
    return token


def _claims(
    held: Resources, chosen: SingleSignOn, away: Away, token: Mapping[str, Any], keys: Mapping[str, Any]
) -> Mapping[str, Any]:
    """The claims of the ID token, once its signature and each of them are right."""
    try:
        signed = jwt.decode(
            str(token.get("id_token", "")), KeySet.import_key_set({"keys": keys["keys"]}), ALGORITHMS
        )
        claims = CodeIDToken(
            signed.claims,
            signed.header,
            {"iss": {"value": chosen.issuer}, "aud": {"value": chosen.client_id}},
            {
                "nonce": away.nonce,
                "client_id": chosen.client_id,
                "access_token": token.get("access_token"),
            },
        )
        claims.validate(now=held.clock().timestamp(), leeway=LEEWAY)
    except (JoseError, AuthlibBaseError, ValueError, KeyError, TypeError) as error:
        raise SingleSignOnFailed(f"id token: {type(error).__name__}") from None
    return dict(claims)


def _vouched(claims: Mapping[str, Any]) -> Vouched:
    email, is_verified = claims.get("email"), claims.get("email_verified")
    if not isinstance(email, str) or is_verified is not True:
        raise SingleSignOnFailed("address not verified")
    methods, moment = claims.get("amr") or [], claims.get("auth_time")
    return Vouched(
        email=email,
        with_several_factors=SEVERAL_FACTORS in methods,
        signed_in_at=datetime.fromtimestamp(moment, UTC) if moment else None,
    )
