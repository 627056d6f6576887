"""Sends what a person typed where it belongs: at once to the public, or to a second person."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from directory.approval.errors import NothingToPropose
from directory.approval.proposing import Asking, propose
from directory.checking import checked_values
from directory.fields import Owner, Values, guarded_changes, read_values, write_values
from directory.history import Action
from directory.model import Proposal
from directory.saving import Edit, apply, check_seen


@dataclass(frozen=True)
class Sent:
    """What became of the values: some are shown now, some wait."""

    shown: bool
    proposal: Proposal | None


def send(session: Session, owner: Owner, values: Values, asking: Asking) -> Sent:
    """Publish the values that need nobody, and propose the others, in one transaction.

    Raises EditedMeanwhile, BadValue, NothingToPropose (nothing differs), AlreadyProposed.
    """
    check_seen(owner, asking.seen)
    checked = checked_values(owner, values)
    there = read_values(owner)
    guarded = guarded_changes(owner, checked)
    plain = {name: value for name, value in checked.items() if there[name] != value and name not in guarded}
    if not guarded and not plain:
        raise NothingToPropose
    again = Asking(asking.by, asking.at, seen=None, reason=asking.reason)
    proposal = propose(session, owner, guarded, again) if guarded else None
    if plain:
        edit = Edit(asking.by, asking.at, asking.seen, asking.reason, Action.UPDATE)
        apply(session, owner, edit, lambda: write_values(owner, plain))
    return Sent(bool(plain), proposal)
