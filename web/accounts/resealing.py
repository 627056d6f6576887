"""What becomes of accounts when the installation's key is replaced.

The keys of apps for one-time codes are sealed again. Of recovery codes, links and sign-ins only hashes are
kept, keyed with what is gone: they end, and their people make new ones.
"""

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from web.accounts.code_apps import PURPOSE
from web.accounts.factor_model import CodeApp, RecoveryCode
from web.accounts.model import StaffLink, StaffSession
from web.accounts.sealing import seal, unseal


def reseal(session: Session, old: bytes, new: bytes) -> int:
    """Seals with the new key what the old one sealed; returns how many apps go on. The caller commits.

    Done again after it was cut off it changes nothing that is sealed with the new key already. An app that
    neither key opens is forgotten: its person sets up another.
    """
    kept = 0
    for app in session.scalars(select(CodeApp)):
        key = unseal(old, app.key, purpose=PURPOSE) or unseal(new, app.key, purpose=PURPOSE)
        if key is None:
            session.delete(app)
            continue
        app.key = seal(new, key, purpose=PURPOSE)
        kept += 1
    for table in (RecoveryCode, StaffLink, StaffSession):
        session.execute(delete(table))
    return kept
