"""What can go wrong with staff accounts.

AccountsError
├── NotSignedIn        nobody is signed in, or the session has ended
├── NotAllowed         signed in, but the role does not cover this
├── FormExpired        a form without the token of this session
├── SignInRefused      the e-mail address or the password is wrong (which one is never said)
├── TooManyAttempts    the account or the network has to wait
└── BadAccount         an account that cannot be made; its code says why
"""


class AccountsError(Exception):
    """Anything this package raises."""


class NotSignedIn(AccountsError):
    """Nobody is signed in, or the session has ended."""


class NotAllowed(AccountsError):
    """Signed in, but the role does not cover this."""


class FormExpired(AccountsError):
    """A form was sent without the token of this session."""


class SignInRefused(AccountsError):
    """The e-mail address or the password is wrong."""


class TooManyAttempts(AccountsError):
    """Too many wrong passwords for this account or from this network."""


class BadAccount(AccountsError):
    """An account that cannot be made: `code` is email, password-short, password-long or taken."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
