"""Runs the benchmarks that are named, or all one after the other: ``python -m benchmarks [NAME…]``."""

import sys

from benchmarks import (
    batch,
    drawing,
    durable_step,
    hostile,
    inbox,
    matrix,
    peers,
    postgres,
    reading,
    soundness,
    startup,
    transition,
)

ALL = {
    module.__name__.rpartition(".")[2]: module
    for module in (
        startup,
        reading,
        soundness,
        transition,
        durable_step,
        drawing,
        matrix,
        batch,
        hostile,
        inbox,
        peers,
        postgres,
    )
}

unknown = [name for name in sys.argv[1:] if name not in ALL]
if unknown:
    sys.exit(f"no benchmark {', '.join(unknown)}; there are: {', '.join(ALL)}")
for name in sys.argv[1:] or ALL:
    ALL[name].main()
