"""Runs all benchmarks one after the other: ``python -m benchmarks``."""

from benchmarks import drawing, durable_step, hostile, reading, soundness, startup, transition

for module in (startup, reading, soundness, transition, durable_step, drawing, hostile):
    module.main()
