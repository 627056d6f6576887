"""How passwords are kept and checked: argon2id, with a limit on how many are worked out at once."""

from functools import cache
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from web.accounts.errors import BadAccount
from web.accounts.leaked import is_leaked


SHORTEST = 12  # National Cyber Security Centre: three random words
LONGEST = 128  # OWASP ASVS 2.1.2
LONGEST_KEPT = 256  # what was taken before; it still opens

# OWASP's Password Storage Cheat Sheet: argon2id with 19 MiB, two passes, one lane.
_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)

# Each takes 19 MiB: a flood of sign-ins waits here instead of filling the memory.
_AT_ONCE = BoundedSemaphore(4)


def hash_password(password: str) -> str:
    """What is stored of a password. Raises BadAccount when it is too short, too long or leaked."""
    if len(password) < SHORTEST:
        raise BadAccount("password-short")
    if len(password) > LONGEST:
        raise BadAccount("password-long")
    if is_leaked(password):
        raise BadAccount("password-leaked")
    with _AT_ONCE:
        return _HASHER.hash(_as_bytes(password))


def is_password(stored: str | None, password: str) -> bool:
    """Whether a password is the stored one; takes as long when there is none stored, or an empty one."""
    if len(password) > LONGEST_KEPT:
        return False
    with _AT_ONCE:
        try:
            _HASHER.verify(stored or _nobodys(), _as_bytes(password))
        except (VerificationError, InvalidHashError):
            return False
    return bool(stored)


@cache
def _nobodys() -> str:
    return _HASHER.hash(b"the password of an account that does not exist")


def _as_bytes(password: str) -> bytes:
    return password.encode("utf-8", "surrogatepass")
