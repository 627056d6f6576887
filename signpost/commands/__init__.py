"""One file for each family of `signpost` commands; each imports what it needs when it runs."""
