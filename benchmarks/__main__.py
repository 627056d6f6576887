"""`python -m benchmarks`: our engine beside a fresh `rasa init` bot."""

from benchmarks.engine import main


main()
