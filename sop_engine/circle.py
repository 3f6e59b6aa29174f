"""Which steps of a flow lie on a circle together: the strongly connected components of a directed graph.

Tarjan's algorithm (SIAM J. Comput. 1, 1972) without recursion, linear in nodes and arrows. Our own and not networkx,
whose import alone takes longer than checking a file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence


def components(successors: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Return the number of each node's component; every target of an arrow must be a node too."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    component: dict[str, int] = {}
    stack: list[str] = []
    for root in successors:
        if root in index:
            continue
        index[root] = low[root] = len(index)
        stack.append(root)
        path: list[tuple[str, Iterator[str]]] = [(root, iter(successors[root]))]
        while path:
            node, targets = path[-1]
            for target in targets:
                if target not in index:
                    index[target] = low[target] = len(index)
                    stack.append(target)
                    path.append((target, iter(successors[target])))
                    break
                if target not in component:
                    low[node] = min(low[node], index[target])
            else:
                path.pop()
                if path:
                    low[path[-1][0]] = min(low[path[-1][0]], low[node])
                if low[node] == index[node]:
                    number = index[node]
                    while component.get(node) is None:
                        component[stack.pop()] = number
    return component
