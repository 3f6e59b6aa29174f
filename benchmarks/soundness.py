"""The analysis of soundness: growth with the size of a flow, and two flows of the sizes that matter.

The floor is reading the arrows once, in the same run.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

from benchmarks.measure import alternating, table
from sop_engine.checks.soundness import judge
from sop_engine.flow import DEFAULT_END, END_PREFIX, Edge, EdgeKind, End, EndStatus, Flow, Join, Node

ROUNDS = 15
SIZES = (1_000, 2_000, 5_000, 10_000)


def main() -> None:
    everyday, broad, trapped = mixed(200), wide(10, 2), mixed(200, way_out=False)
    flows = {"200 steps, mixed": everyday, "10 branches of 2 steps": broad, "200 steps, a trap": trapped}
    tasks = {"floor: the arrows of 200 steps, once": lambda: arrows(everyday)}
    tasks |= {name: (lambda flow=flow: judge(flow)) for name, flow in flows.items()}
    table("Soundness of one flow", alternating(tasks, ROUNDS * 4), "floor: the arrows of 200 steps, once", {})
    growth()


def growth() -> None:
    """Print what a step costs in flows of four sizes, and as a ratio to the bare reading of the same flow's arrows.

    Larger tables no longer fit the processor's cache; that costs the bare reading the same.
    """
    print("\nGrowth (processor time, the best of each)")
    grown = {size: mixed(size) for size in SIZES}
    gc.freeze()  # the flows of the other sizes would be looked through again and again
    for size, flow in grown.items():
        whole, bare = cpu(judge, flow), cpu(arrows, flow)
        print(f"  {size:>6} steps {whole * 1e3:9.2f} ms {whole / size * 1e6:7.2f} us a step {whole / bare:7.2f}x")


def cpu(task: Callable[[Flow], object], flow: Flow) -> float:
    """Return the least processor seconds that a task takes: other work on the machine does not count."""
    seconds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        task(flow)
        seconds.append(time.process_time() - start)
    return min(seconds)


def arrows(flow: Flow) -> dict[str, list[str]]:
    """Return the bare successors: the least that any walk has to read."""
    after: dict[str, list[str]] = {node.id: [] for node in flow.nodes}
    for edge in flow.edges:
        after.setdefault(edge.source, []).append(edge.target)
    return after


def mixed(size: int, *, way_out: bool = True) -> Flow:
    """Return a flow of blocks of ten steps: a counted return, an optional step, two parallel branches, a deadline."""
    nodes: list[Node] = []
    joins: list[Join] = []
    edges: list[Edge] = []
    for block in range(size // 10):
        n = [f"b{block}-{index}" for index in range(10)]
        after = f"b{block + 1}-0" if (block + 1) * 10 < size else END_PREFIX + DEFAULT_END
        inside = {4: (f"{n[3]}/1",), 5: (f"{n[3]}/1",), 6: (f"{n[3]}/2",), 7: (f"{n[3]}/2",)}
        numbered = enumerate(n)
        nodes += [Node(name, block * 10 + at + 1, "a", "Bekerja", inside=inside.get(at, ())) for at, name in numbered]
        join = Join(f"join:{n[3]}", n[3], (n[4], n[6]), ())
        joins.append(join)
        edges += [
            Edge(n[0], n[1], EdgeKind.NEXT),
            Edge(n[1], n[2], EdgeKind.ANSWER, "ya"),
            Edge(n[1], n[0], EdgeKind.ANSWER, "tidak", back=True, limit=3),
            Edge(n[1], END_PREFIX + "tolak", EdgeKind.LIMIT, "tidak", limit=3),
            Edge(n[2], n[3], EdgeKind.NEXT),
            Edge(n[2], n[3], EdgeKind.SKIP),
            *(Edge(n[3], n[first], EdgeKind.FORK) for first in (4, 6)),
            *(Edge(n[first], n[first + 1], EdgeKind.NEXT) for first in (4, 6)),
            Edge(n[5], join.id, EdgeKind.NEXT),
            Edge(n[7], join.id, EdgeKind.ANSWER, "baik"),
            Edge(n[7], n[6], EdgeKind.ANSWER, "ulang", back=True),
            Edge(join.id, n[8], EdgeKind.NEXT),
            Edge(n[8], n[9], EdgeKind.NEXT),
            Edge(n[8], n[1], EdgeKind.LATE),
            Edge(n[9], after if way_out else n[0], EdgeKind.ANSWER, "lanjut"),
            Edge(n[9], n[8], EdgeKind.ANSWER, "periksa ulang", back=True),
        ]
    ends = (_end(DEFAULT_END, EndStatus.FINISHED), _end("tolak", EndStatus.REJECTED))
    return Flow("utama", "Contoh", nodes[0].id, tuple(nodes), ends, tuple(edges), {}, frozenset(), tuple(joins))


def wide(branches: int, length: int) -> Flow:
    """Return a flow whose first step splits into parallel branches."""
    first = Node("s", 1, "a", "Bekerja")
    join = Join("join:s", "s", tuple(f"b{branch}-0" for branch in range(branches)), ())
    nodes, edges = [first], [Edge("join:s", END_PREFIX + DEFAULT_END, EdgeKind.NEXT)]
    for branch in range(branches):
        names = [f"b{branch}-{index}" for index in range(length)]
        nodes += [
            Node(name, len(nodes) + at, "a", "Bekerja", inside=(f"s/{branch + 1}",)) for at, name in enumerate(names, 1)
        ]
        edges.append(Edge("s", names[0], EdgeKind.FORK))
        edges += [Edge(one, other, EdgeKind.NEXT) for one, other in zip(names, [*names[1:], join.id], strict=True)]
    ends = (_end(DEFAULT_END, EndStatus.FINISHED),)
    return Flow("utama", "Contoh", "s", tuple(nodes), ends, tuple(edges), {}, frozenset(), (join,))


def _end(key: str, status: EndStatus) -> End:
    return End(END_PREFIX + key, key, status, key.title(), None)


if __name__ == "__main__":
    main()
