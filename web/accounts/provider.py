"""Where a single sign-on provider's doors are, as it says itself (OpenID Connect Discovery 1.0)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import requests
from authlib.oidc.discovery import get_well_known_url  # type: ignore[import-untyped]

from signpost.settings import LOCAL_HOSTS
from web.accounts.errors import SingleSignOnFailed


MOST_BYTES = 512 * 1024


@dataclass(frozen=True)
class Provider:
    """The addresses that the code flow needs."""

    authorization: str
    token: str
    keys: str
    client_proof: str  # how it wants us to show who we are


def find_provider(issuer: str, *, timeout: float) -> Provider:
    """The provider's doors, all of them encrypted. Raises SingleSignOnFailed."""
    told = read_json(get_well_known_url(issuer, external=True), timeout=timeout)
    if told.get("issuer") != issuer:
        raise SingleSignOnFailed("discovery: another issuer")
    doors = [told.get(name) for name in ("authorization_endpoint", "token_endpoint", "jwks_uri")]
    for door in doors:
        if not isinstance(door, str) or not _is_safe(door):
            raise SingleSignOnFailed("discovery: a door is missing or not encrypted")
    proofs = told.get("token_endpoint_auth_methods_supported") or ["client_secret_basic"]
    proof = "client_secret_basic" if "client_secret_basic" in proofs else "client_secret_post"
    authorization, token, keys = map(str, doors)
    return Provider(authorization, token, keys, client_proof=proof)


def read_json(url: str, *, timeout: float) -> Mapping[str, Any]:
    """A JSON object from the provider: soon, small, and from no other place. Raises SingleSignOnFailed."""
    try:
        with requests.get(url, timeout=timeout, allow_redirects=False, stream=True) as answer:
            body = answer.raw.read(MOST_BYTES + 1, decode_content=True)
        read = json.loads(body) if answer.status_code == 200 and len(body) <= MOST_BYTES else None
    except (requests.RequestException, OSError, ValueError) as error:
        raise SingleSignOnFailed(f"provider: {type(error).__name__}") from None
    if not isinstance(read, dict):
        raise SingleSignOnFailed("provider: not an object")
    return read


def _is_safe(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOCAL_HOSTS)
