"""What can go wrong with a proposal.

ProposalError
├── NoProposal          no such proposal
├── NothingToPropose    the values are those that are there
├── AlreadyProposed     somebody has proposed the same, and it still waits
├── SamePerson          whoever proposed it may not approve or refuse it
├── OtherPerson         only whoever proposed it takes it back
└── DecidedMeanwhile    somebody else decided first; carries how it stands now
"""

from directory.terms import ProposalState


class ProposalError(Exception):
    """Something about a proposal that was not done."""


class NoProposal(ProposalError):
    """No such proposal."""


class NothingToPropose(ProposalError):
    """The values are those that are there already."""


class AlreadyProposed(ProposalError):
    """The same change waits already; `proposal_id` says where."""

    def __init__(self, proposal_id: str) -> None:
        super().__init__("already-proposed")
        self.proposal_id = proposal_id


class SamePerson(ProposalError):
    """Whoever proposed a change may neither approve nor refuse it."""


class OtherPerson(ProposalError):
    """Only whoever proposed a change takes it back."""


class DecidedMeanwhile(ProposalError):
    """Somebody else decided first; `state` is how it stands now."""

    def __init__(self, state: ProposalState) -> None:
        super().__init__("decided-meanwhile")
        self.state = state
