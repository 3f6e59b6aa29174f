"""Mutu baku: what each step needs, takes and yields (PermenPAN-RB 35/2012), and whether it hangs together.

Which columns a definition fills in is its author's choice, unless it has an identity block and so is meant to be an
SOP-AP sheet: then all three are wanted. Else a column counts that most steps of a procedure fill in, and its holes are
told. Whether two texts mean one paper is judged by :mod:`sop_engine.checks.likeness`, in doubt in their favour.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sop_engine.checks.likeness import draft, everything, telling
from sop_engine.checks.subject import ProcedureView, Subject
from sop_engine.definition.model import Step
from sop_engine.diagnostic import Diagnostic, finding
from sop_engine.flow import EdgeKind, EndStatus, Flow, Node
from sop_engine.spelling import listed

_COLUMNS = ("input", "time", "output")
_ONWARD = frozenset({EdgeKind.NEXT, EdgeKind.ANSWER})
_RECORDS = frozenset({"agenda", "arsip", "bukti", "buku", "ekspedisi", "laporan", "register", "survei", "tanda"})
"""What is left at the office when the product has been handed over."""


def empty_columns(subject: Subject) -> Iterator[Diagnostic]:
    """SOP060: a step without what it needs, the time it takes or what it yields."""
    for view in subject.procedures:
        wanted = _wanted(subject, view)
        for index, step in view.distinct if wanted else ():
            missing = [key for key in wanted if _lacks(step, key) and key not in _spared(subject, step)]
            if missing:
                args = {"number": str(view.flow.node[step.id].number), "step": step.id, "missing": ",".join(missing)}
                yield finding("SOP060", view.route(index), args=args)


def no_identity(subject: Subject) -> Iterator[Diagnostic]:
    """SOP017: two or three columns of an SOP-AP sheet, and no identity block."""
    service = [view for view in subject.procedures if not view.flow.complaint]
    if subject.definition.identity is None and any(len(_wanted(subject, view)) > 1 for view in service):
        yield finding("SOP017", ("sop",), at_key=True)


def _wanted(subject: Subject, view: ProcedureView) -> tuple[str, ...]:
    if subject.definition.identity is not None and not view.flow.complaint:
        return _COLUMNS
    steps = [step for _, step in view.distinct]
    filled = {
        "input": sum([1 for step in steps if step.input]),
        "time": sum([1 for step in steps if step.time]),
        "output": sum([1 for step in steps if step.output]),
    }
    return tuple(key for key in _COLUMNS if 2 * filled[key] > len(view.flow.nodes))


def _lacks(step: Step, key: str) -> bool:
    also = {"input": step.requires, "time": step.times}
    return not (getattr(step, key) or also.get(key))


def _spared(subject: Subject, step: Step) -> frozenset[str]:
    """Return the columns that need not be filled: of another SOP all, of somebody outside the office the time."""
    if step.call is not None:
        return frozenset(_COLUMNS)
    actor = subject.definition.actors.get(step.actor)
    return frozenset({"time"}) if actor is not None and actor.external else frozenset()


def unused_output(subject: Subject) -> Iterator[Diagnostic]:
    """SOP066: what a step yields is needed by no other step, though the step after it says what it needs."""
    promised = _words(subject.definition.products)
    for view in subject.procedures:
        flow = view.flow
        users = _users(flow) if any(node.output for node in flow.nodes) else {}
        for index, step in view.distinct if users else ():
            output = telling(step.output) if step.output is not None else frozenset()
            if not output or output & promised or any(users.get(word, {step.id}) != {step.id} for word in output):
                continue
            after = [flow.node[edge.target] for edge in flow.outgoing[step.id] if edge.target in flow.node]
            needed = [text for node in after if node.id != step.id for text in node.input]
            # "berkas" can mean any paper
            if needed and all(map(telling, needed)):
                args = {"value": str(step.output), "number": str(flow.node[step.id].number)}
                yield finding("SOP066", view.route(index, "output"), args=args)


def _users(flow: Flow) -> dict[str, set[str]]:
    """Return the steps that need or speak of something, by its telling words."""
    users: dict[str, set[str]] = {}
    for node in flow.nodes:
        for word in _words((node.activity, *node.input)):
            users.setdefault(word, set()).add(node.id)
    return users


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in telling(text))


def unasked_requirement(subject: Subject) -> Iterator[Diagnostic]:
    """SOP068: a requirement that no step asks for, though the steps say what they need."""
    steps = [step for view in subject.procedures if not view.flow.complaint for step in view.steps]
    asked = {key for step in steps for key in step.requires}
    inputs = [text for step in steps for text in step.input]
    # once somebody says it exactly, "berkas persyaratan" no longer stands for everything
    if not asked and (any(map(everything, inputs)) or not (all(map(telling, inputs)) or _most_say(steps))):
        return
    words = _words(inputs)
    for index, requirement in enumerate(subject.definition.requirements if steps and (asked or inputs) else ()):
        named = _words((requirement.text, *(item.text for item in (*requirement.one_of, *requirement.parts))))
        if requirement.id not in asked and not named & words and (named or asked):
            yield finding("SOP068", ("requirements", index), args={"value": requirement.text})


def _most_say(steps: list[Step]) -> bool:
    return 2 * sum([1 for step in steps if step.input]) > len(steps)


def other_output(subject: Subject) -> Iterator[Diagnostic]:
    """SOP069: an SOP that is carried to its end, and ends with something else than the product."""
    identity = subject.definition.identity
    if identity is not None and identity.completeness == "final":
        yield from _other_output(subject, "SOP069")


def product_not_made(subject: Subject) -> Iterator[Diagnostic]:
    """SP041: the steps end with something else than the products of the standard."""
    identity = subject.definition.identity
    if identity is None or identity.completeness is None:
        yield from _other_output(subject, "SP041")


def _other_output(subject: Subject, code: str) -> Iterator[Diagnostic]:
    products = subject.definition.products
    for view in subject.procedures:
        last = [] if view.flow.complaint else _last_outputs(view.flow)
        if not last or not all(map(telling, products)):
            continue
        promised = _words((*products, *(end.product for end in view.flow.ends if end.product)))
        if not any(_is_product(telling(node.output or ""), promised, view.flow) for node in last):
            args = {"value": str(last[0].output), "products": "; ".join(products)}
            yield finding(code, view.route(view.place[last[0].id], "output"), args=args, related=("products",))


def _is_product(output: frozenset[str], promised: frozenset[str], flow: Flow) -> bool:
    if not output or output & promised:
        return True
    made = (each.output for each in flow.nodes if each.output is not None and not draft(each.output))
    return bool(output & _RECORDS) and bool(_words(made) & promised)


def _last_outputs(flow: Flow) -> list[Node]:
    """Return the last steps before the service is given that say what they yield.

    A step that says nothing hands on what came before, but only where most steps say it: else the little that was
    said stands midway (a receipt, a report of a visit), and how the procedure ends is not told.
    """
    filled = sum(node.output is not None for node in flow.nodes)
    if not filled:
        return []
    told = 2 * filled > len(flow.nodes)
    before: dict[str, list[str]] = {}
    for edge in flow.edges:
        if edge.kind in _ONWARD and not edge.back:
            before.setdefault(edge.target, []).append(edge.source)
    waiting = [place for end in flow.ends if end.status is EndStatus.FINISHED for place in before.get(end.id, ())]
    seen: set[str] = set()
    found = []
    while waiting:
        place = waiting.pop()
        if place in seen:
            continue
        seen.add(place)
        node = flow.node.get(place)
        if node is not None and node.output is not None:
            found.append(node)
        elif node is None or told:
            waiting += before.get(place, ())
    return sorted(found, key=lambda each: each.number)


def unknown_product(subject: Subject) -> Iterator[Diagnostic]:
    """SP042: an end gives a product that the standard does not promise."""
    products = dict.fromkeys(subject.definition.products)
    allowed = listed(tuple(products), "; ")
    for view in subject.procedures:
        for key, end in view.ends.items():
            if end.product is not None and end.product not in products and not view.flow.complaint:
                args = {"value": end.product, "allowed": allowed}
                yield finding("SP042", (*view.base, "ends", key, "product"), args=args)
