"""Definition -> Flow: the nodes and arrows that everything reads that runs or draws.

One :class:`Flow` for each procedure of a definition: the service procedures first, then the complaint procedures.
Nothing in here reads files or judges; see ``docs/semantics.md`` for the meaning.
"""

from sop_engine.flow.derivation import derive
from sop_engine.flow.graph import (
    DEFAULT_END,
    END_PREFIX,
    JOIN_PREFIX,
    Call,
    Edge,
    EdgeKind,
    End,
    EndStatus,
    Estimates,
    Flow,
    Join,
    Node,
    Whose,
)

__all__ = [
    "DEFAULT_END",
    "END_PREFIX",
    "JOIN_PREFIX",
    "Call",
    "Edge",
    "EdgeKind",
    "End",
    "EndStatus",
    "Estimates",
    "Flow",
    "Join",
    "Node",
    "Whose",
    "derive",
]
