"""Why something could not be fetched; none of these holds a word of what a site sent.

OutboundError
├── RefusedAddress     not a public web address, or it leads to one that is not
├── Unreachable        nobody answers there, or the answer broke off
├── TooSlow            not whole within the time
├── TooLarge           more bytes than we take
├── TooManyRedirects   sent on and on
└── Unreadable         not an answer in HTTP, or packed in a way that we do not read
"""


class OutboundError(Exception):
    """Something could not be fetched; the text is a key, not a sentence."""


class RefusedAddress(OutboundError):
    """Not a public web address, or a name or redirect that leads to one that is not."""


class Unreachable(OutboundError):
    """Nobody answers there, or the answer broke off."""


class TooSlow(OutboundError):
    """Not whole within the time."""


class TooLarge(OutboundError):
    """More bytes than we take."""


class TooManyRedirects(OutboundError):
    """Sent on and on."""


class Unreadable(OutboundError):
    """Not an answer in HTTP, or packed in a way that we do not read."""
