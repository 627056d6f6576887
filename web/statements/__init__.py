"""The public's notices: privacy and accessibility."""
