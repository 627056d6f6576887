"""`python -m benchmarks`: our engine beside a fresh `rasa init` bot, then one message on one core."""

from benchmarks import engine, latency


engine.main()
print()
latency.main()
