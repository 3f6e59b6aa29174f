"""Runs all benchmarks one after the other: ``python -m benchmarks``."""

from benchmarks import drawing, durable_step, startup, transition

for module in (startup, transition, durable_step, drawing):
    module.main()
