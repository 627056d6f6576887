"""The directory to and from files: an export of what the public sees, an import that is all or nothing."""
