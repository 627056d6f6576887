"""The closed lists that every side of Signpost shares, and the catalogue of public words."""
