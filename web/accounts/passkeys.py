"""Passkeys (WebAuthn): a device proves to one host name that it holds a key and has seen its owner."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session
from webauthn import (
    generate_authentication_options,
    generate_registration_options,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import (
    base64url_to_bytes,
    bytes_to_base64url,
    options_to_json_dict,
    parse_authentication_credential_json,
)
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from web.accounts.errors import PasskeyRefused
from web.accounts.factor_model import Passkey
from web.accounts.model import Staff


NAME = "Signpost"
SEEN = UserVerificationRequirement.REQUIRED  # by finger, face or PIN: a key found on a desk opens nothing
MOST = 20  # for one person
LONGEST = 20_000  # characters of what a browser sends


@dataclass(frozen=True)
class Site:
    """This installation as the browser sees it."""

    host: str
    origin: str


def registration_options(session: Session, staff: Staff, site: Site, challenge: bytes) -> dict[str, Any]:
    """What a browser needs to make a passkey; a device that has one already makes no second."""
    options = generate_registration_options(
        rp_id=site.host,
        rp_name=NAME,
        user_name=staff.email,
        user_id=staff.id.encode(),
        challenge=challenge,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.PREFERRED, user_verification=SEEN
        ),
        exclude_credentials=_descriptors(passkeys_of(session, staff.id, host=site.host)),
    )
    return options_to_json_dict(options)


def register(
    session: Session, staff_id: str, sent: str, site: Site, challenge: bytes, *, at: datetime
) -> None:
    """Keeps a new passkey; the caller commits. Raises PasskeyRefused."""
    if len(sent) > LONGEST or len(passkeys_of(session, staff_id)) >= MOST:
        raise PasskeyRefused
    try:
        made = verify_registration_response(
            credential=sent,
            expected_challenge=challenge,
            expected_rp_id=site.host,
            expected_origin=site.origin,
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError, TypeError, KeyError):
        raise PasskeyRefused from None
    credential_id = bytes_to_base64url(made.credential_id)
    if session.scalar(select(Passkey.id).where(Passkey.credential_id == credential_id)):
        raise PasskeyRefused
    session.add(
        Passkey(
            staff_id=staff_id,
            credential_id=credential_id,
            public_key=bytes_to_base64url(made.credential_public_key),
            host=site.host,
            uses=made.sign_count,
            made_at=at,
        )
    )


def authentication_options(session: Session, staff_id: str, site: Site, challenge: bytes) -> dict[str, Any]:
    """What a browser needs to prove that it holds one of the person's passkeys."""
    options = generate_authentication_options(
        rp_id=site.host,
        challenge=challenge,
        allow_credentials=_descriptors(passkeys_of(session, staff_id, host=site.host)),
        user_verification=SEEN,
    )
    return options_to_json_dict(options)


def check_passkey(
    session: Session, staff_id: str, sent: str, site: Site, challenge: bytes, *, at: datetime
) -> None:
    """Notes that one of the person's passkeys was used; the caller commits. Raises PasskeyRefused."""
    passkey = _named(session, staff_id, sent, site)
    try:
        proved = verify_authentication_response(
            credential=sent,
            expected_challenge=challenge,
            expected_rp_id=site.host,
            expected_origin=site.origin,
            credential_public_key=base64url_to_bytes(passkey.public_key),
            credential_current_sign_count=passkey.uses,
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError, TypeError, KeyError):
        raise PasskeyRefused from None
    passkey.uses = proved.new_sign_count
    passkey.used_at = at


def passkeys_of(session: Session, staff_id: str, *, host: str | None = None) -> list[Passkey]:
    """The person's passkeys, the oldest first; with a host, those that work under its name."""
    mine = select(Passkey).where(Passkey.staff_id == staff_id).order_by(Passkey.made_at, Passkey.id)
    return list(session.scalars(mine.where(Passkey.host == host) if host else mine))


def remove_passkey(session: Session, staff_id: str, passkey_id: str) -> None:
    """One passkey of the person counts no more; the caller commits."""
    session.execute(delete(Passkey).where(Passkey.staff_id == staff_id, Passkey.id == passkey_id))


def forget_passkeys(session: Session, staff_id: str) -> None:
    """No passkey of the person counts any more."""
    session.execute(delete(Passkey).where(Passkey.staff_id == staff_id))


def _named(session: Session, staff_id: str, sent: str, site: Site) -> Passkey:
    if len(sent) > LONGEST:
        raise PasskeyRefused
    try:
        credential_id = bytes_to_base64url(parse_authentication_credential_json(sent).raw_id)
    except (WebAuthnException, ValueError, TypeError, KeyError):
        raise PasskeyRefused from None
    for passkey in passkeys_of(session, staff_id, host=site.host):
        if passkey.credential_id == credential_id:
            return passkey
    raise PasskeyRefused


def _descriptors(passkeys: list[Passkey]) -> list[PublicKeyCredentialDescriptor]:
    return [PublicKeyCredentialDescriptor(id=base64url_to_bytes(each.credential_id)) for each in passkeys]
