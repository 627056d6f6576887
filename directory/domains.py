"""Whose a web or an e-mail address is: the part of its host that somebody registers."""

from urllib.parse import urlsplit


# Domains below which others register names, as far as our services have them (publicsuffix.org).
SHARED = frozenset("co.uk org.uk ac.uk gov.uk nhs.uk police.uk ltd.uk me.uk net.uk plc.uk sch.uk".split())


def registrable_domain(address: str) -> str:
    """Such as "example.org.uk" of "https://www.help.example.org.uk" and of "desk@help.example.org.uk"."""
    host = urlsplit(address).hostname or "" if "//" in address else address.rpartition("@")[2]
    host = host.rstrip(".").lower()
    if host.replace(".", "").isdecimal() or ":" in host:
        return host  # an address belongs to nobody's domain
    labels = host.split(".")
    return ".".join(labels[-3:] if ".".join(labels[-2:]) in SHARED else labels[-2:])
