"""What is raised when a copy of the database cannot be made or put back."""


class BackupFailed(RuntimeError):
    """A copy could not be made or put back; the message says why and what to do."""
