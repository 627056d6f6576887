"""`make audit`, also a part of `make check`: what is known to be weak in what we are made of.

The accepted findings are checked on every machine. Where an advisory service cannot be reached this is said,
and is no failure: the machine that builds a release needs one, see docs/security/threat-model.md.
"""

import sys
from collections.abc import Callable, Mapping
from datetime import date

from security import advisories, findings
from security.advisories import NoService
from security.findings import Accepted, Found
from security.locked import browser_packages, python_packages


SERVICES: Mapping[str, Callable[[], list[Found]]] = {
    "Python packages": advisories.ask_about_python,
    "Browser packages": advisories.ask_about_browser,
}


def audit(
    services: Mapping[str, Callable[[], list[Found]]], accepted: list[Accepted], *, today: date
) -> tuple[list[str], bool]:
    """The lines to print, and whether all is well."""
    wrong = findings.complaints(accepted, locked=python_packages() | browser_packages(), today=today)
    lines = [*wrong, f"Accepted findings: {len(accepted)}, {len(wrong)} of them to be looked at."]
    for name, ask in services.items():
        try:
            new = findings.unknown(ask(), accepted)
        except NoService as error:
            lines.append(f"{name}: NOT CHECKED. {error}")
            continue
        wrong += [_told(each) for each in new]
        lines += [_told(each) for each in new] or [f"{name}: no weakness that is not accepted."]
    return lines, not wrong


def _told(found: Found) -> str:
    return f"{found.package} {found.version}: {', '.join(sorted(found.ids))} is known and not accepted."


def main() -> int:
    """Prints what was found; 1 when somebody has to act."""
    lines, is_well = audit(SERVICES, findings.read_accepted(), today=date.today())
    print("\n".join(lines))
    return 0 if is_well else 1


if __name__ == "__main__":
    sys.exit(main())
