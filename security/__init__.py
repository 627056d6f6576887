"""What Signpost is made of, what is known to be weak in it, and which requirements of OWASP it meets."""
