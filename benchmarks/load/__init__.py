"""How much traffic Signpost bears: an open-loop load generator, beside a `rasa init` bot."""
