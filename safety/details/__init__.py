"""The kinds of personal details that are taken out of a message; each leaves one mark where it stood."""

GONE = "…"  # one character, so a scrubbed message is never longer than the message
