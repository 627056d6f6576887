"""What can go wrong with staff accounts.

AccountsError
├── NotSignedIn        nobody is signed in, or the session has ended
├── NotAllowed         signed in, but the role does not cover this
├── FormExpired        a form without the token of this session
├── SignInRefused      the e-mail address or the password is wrong (which one is never said)
├── TooManyAttempts    the account or the network has to wait
├── SecondFactorNeeded signed in by password alone; says which step is next
├── SecondFactorRefused the passkey or the code is not right, or was used before
│   └── CodeUsedAgain  a one-time code that was right, and was taken before
├── ProofNeeded        who this is was proved too long ago for what was asked
├── PasskeyRefused     what a browser sent is not a passkey of this person and this moment
├── SingleSignOnFailed the provider is away, or what it says cannot be believed
├── LinkEnded          the link of an e-mail is used, replaced, too old or not ours
├── LastAdministrator  nobody would be left who can let people in
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


class SecondFactorNeeded(AccountsError):
    """Signed in by password alone; `page` is where the next step is."""

    def __init__(self, page: str) -> None:
        super().__init__(page)
        self.page = page


class SecondFactorRefused(AccountsError):
    """The passkey or the code is not right, or was used before."""


class CodeUsedAgain(SecondFactorRefused):
    """A one-time code of this moment, but one that was taken before: perhaps somebody read it."""


class ProofNeeded(AccountsError):
    """Who this is was proved too long ago; `wrong` is what was wrong with the proof that was sent, if any."""

    def __init__(self, wrong: str = "") -> None:
        super().__init__(wrong)
        self.wrong = wrong


class PasskeyRefused(AccountsError):
    """What a browser sent is not a passkey of this person and this moment."""


class SingleSignOnFailed(AccountsError):
    """The provider is away, or what it says cannot be believed; the text is for the log."""


class LinkEnded(AccountsError):
    """The link of an e-mail is used, replaced, too old or not ours."""


class LastAdministrator(AccountsError):
    """Nobody would be left who can let people in."""


class BadAccount(AccountsError):
    """An account that cannot be made: `code` is email, password-short, -long or -leaked, or taken."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
