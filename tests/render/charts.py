"""What the tests of flowcharts share: the flows of the five definitions, and made-up ones of any size and shape."""

import random
from pathlib import Path

from sop_engine.compiler import Compiled, compile_text
from sop_engine.flow import Edge, EdgeKind, End, EndStatus, Flow, Node
from sop_engine.render import publication
from sop_engine.render.diagram import Heading

ROOT = Path(__file__).parents[2]
NAMES = sorted(path.stem for path in (ROOT / "definitions").glob("*.yaml"))
HEADING = Heading(
    title="Pelayanan Contoh",
    unit="Bagian Contoh",
    parent="Pemerintah Kota Contoh",
    decree="000/01",
    procedure="Pengaduan Langsung",
)
ACTORS = ("Pemohon", "Agendaris", "Kepala Bagian", "Staf Subbagian Umum dan Perlengkapan", "Sekretaris", "Pelapor")
WORDS = (
    *("memeriksa", "berkas", "permohonan", "dan", "kelengkapan", "dokumen", "pendukung", "sesuai", "ketentuan"),
    *("peraturan", "yang", "berlaku", "kepada", "pejabat", "terkait", "untuk", "ditindaklanjuti", "secepatnya"),
    *("pertanggungjawaban", "https://contoh.example/alamat/yang/panjang"),
)


def compiled(name: str) -> Compiled:
    text = (ROOT / "definitions" / f"{name}.yaml").read_text(encoding="utf-8")
    unit = next(line.removeprefix("unit: ") for line in text.splitlines() if line.startswith("unit: "))
    unit_text = (ROOT / "definitions" / "units" / f"{unit}.yaml").read_text(encoding="utf-8")
    result, found = compile_text(text, unit_text, name)
    assert result is not None, found
    return result


def known() -> list[tuple[str, Flow, Heading]]:
    """Return the flows of the five definitions by the name of their picture."""
    return [
        (f"{name}.{flow.procedure}", flow, publication.heading(made, flow))
        for name in NAMES
        for made in [compiled(name)]
        for flow in made.flows
    ]


def node(number: int, actor: str = "a0", activity: str = "Memeriksa berkas", **parts: object) -> Node:
    """Return a step ``s<number>``."""
    values: dict[str, object] = {
        "joint": (), "involves": (), "optional": None, "question": None, "answers": (), "time": None, "input": (),
        "output": None, "note": None,
    }  # fmt: skip
    return Node(id=f"s{number}", number=number, actor=actor, activity=activity, **(values | parts))  # type: ignore[arg-type]


def flow(nodes: list[Node], edges: list[Edge], ends: tuple[End, ...] | None = None) -> Flow:
    """Return a flow over the actors a0 … a5, of whom the first and the last are outside the office."""
    done = (End("end:selesai", "selesai", EndStatus.FINISHED, "Selesai", None),)
    actors = {f"a{index}": name for index, name in enumerate(ACTORS)}
    return Flow("utama", "Contoh", tuple(nodes), ends or done, tuple(edges), actors, frozenset({"a0", "a5"}))


def chain(count: int) -> Flow:
    """Return a straight flow of ``count`` steps."""
    nodes = [node(number, f"a{number % 6}") for number in range(1, count + 1)]
    targets = [*(step.id for step in nodes[1:]), "end:selesai"]
    return flow(nodes, [Edge(step.id, to, EdgeKind.NEXT) for step, to in zip(nodes, targets, strict=True)])


def anything(seed: int, count: int) -> Flow:
    """Return a flow in which steps are skipped, returned from, jumped over, rejected and repeated."""
    die = random.Random(seed)
    nodes: list[Node] = []
    edges: list[Edge] = []
    for number in range(1, count + 1):
        question = die.random() < 0.35
        optional = die.random() < 0.15
        answers = tuple(f"{_words(die, 1, 3)} {index}" for index in range(die.randint(2, 4) if question else 0))
        onward = f"s{number + 1}" if number < count else "end:selesai"
        for index, answer in enumerate(answers):
            goal = onward if index == 0 else _goal(die, number, count)
            edges.append(Edge(f"s{number}", goal, EdgeKind.ANSWER, answer, _back(goal, number)))
        if not question:
            edges.append(Edge(f"s{number}", onward, EdgeKind.NEXT))
        if optional:
            edges.append(Edge(f"s{number}", onward, EdgeKind.SKIP))
        nodes.append(
            node(
                number,
                die.choice(["a0", "a1", "a2", "a3", "a4", "a5"]),
                _words(die, 1, 14).capitalize(),
                joint=("a3", "a4")[: die.choice((0, 0, 0, 0, 1, 2))],
                optional=_words(die, 1, 9) if optional else None,
                question=f"Apakah {_words(die, 1, 5)}?" if question else None,
                answers=answers,
            )
        )
    rejected = End("end:tolak", "tolak", EndStatus.REJECTED, "Permohonan ditolak", "surat penolakan")
    done = End("end:selesai", "selesai", EndStatus.FINISHED, "Selesai", None)
    return flow(nodes, edges, (rejected, done))


def _goal(die: random.Random, number: int, count: int) -> str:
    throw = die.random()
    if throw < 0.2:
        return "end:tolak"
    if throw < 0.65:
        return f"s{max(1, number - die.randint(0, 12))}"
    return f"s{min(count, number + die.randint(1, 8))}"


def _back(goal: str, number: int) -> bool:
    return goal.startswith("s") and int(goal[1:]) <= number


def _words(die: random.Random, least: int, most: int) -> str:
    return " ".join(die.choice(WORDS) for _ in range(die.randint(least, most)))
