"""What the tests of flowcharts share: the flows of the five definitions, and made-up ones of any size and shape."""

import random
from pathlib import Path
from typing import Any

import sheeting

from sop_engine.compiler import Compiled, compile_text
from sop_engine.definition.model import Definition
from sop_engine.flow import Edge, EdgeKind, End, EndStatus, Flow, Node, Whose, derive
from sop_engine.render import publication
from sop_engine.render.diagram import Heading

ROOT = Path(__file__).parents[2]
NAMES = sorted(path.stem for path in (ROOT / "definitions").glob("*.yaml") if not path.name.endswith(".uji.yaml"))
HEADING = Heading(
    title="Pelayanan Contoh",
    unit="Bagian Contoh",
    parent="Pemerintah Kota Contoh",
    decree="000/01",
    procedure="Pengaduan Langsung",
)
ACTORS = ("Pemohon", "Agendaris", "Kepala Bagian", "Staf Subbagian Umum dan Perlengkapan", "Sekretaris", "Pelapor")
OUTSIDE = frozenset({"a0", "a5"})
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


def samples() -> list[tuple[str, Flow, Heading]]:
    """Return the flows of the invented sheets that use the whole language, by the name of their picture."""
    return [
        (f"{name}.{flow.procedure}", flow, publication.heading(made, flow))
        for name in ("izin-keramaian", "surat-lapak")
        for made in [sheeting.compiled(name)]
        for flow in made.flows
    ]


def fan(count: int) -> Flow:
    """Return a flow whose first step splits into ``count`` branches of one step each, which meet before the last."""
    branches = [
        {"steps": [{"id": f"s{number}", "actor": "a1", "activity": "Menilai"}]} for number in range(2, count + 2)
    ]
    steps = [
        {"id": "s1", "actor": "a0", "activity": "Mengajukan", "parallel": branches},
        {"id": f"s{count + 2}", "actor": "a1", "activity": "Menutup"},
    ]
    return derive(Definition.model_validate(_bare(steps)))[0]


def _bare(steps: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "sop": 1, "id": "contoh", "title": "Contoh", "unit": "contoh", "requirements": [], "products": [],
        "actors": {f"a{i}": {"name": name, "external": i in (0, 5)} for i, name in enumerate(ACTORS)},
        "steps": steps, "sla": {"adjusts": "x"}, "fee": {"free": True}, "complaints": {},
    }  # fmt: skip


def node(number: int, actor: str = "a0", activity: str = "Memeriksa berkas", **parts: object) -> Node:
    """Return a step ``s<number>``."""
    clock = Whose.APPLICANT if actor in OUTSIDE else Whose.OFFICE
    values: dict[str, object] = {"id": f"s{number}", "number": number, "actor": actor, "clock": clock}
    return Node(activity=activity, **(values | parts))  # type: ignore[arg-type]


def flow(nodes: list[Node], edges: list[Edge], ends: tuple[End, ...] | None = None) -> Flow:
    """Return a flow over the actors a0 … a5, of whom the first and the last are outside the office."""
    done = (End("end:selesai", "selesai", EndStatus.FINISHED, "Selesai", None),)
    actors = {f"a{index}": name for index, name in enumerate(ACTORS)}
    return Flow("utama", "Contoh", nodes[0].id, tuple(nodes), ends or done, tuple(edges), actors, OUTSIDE)


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


GROUPS = {"umum": {"name": "Pasien umum"}, "bpjs": {"name": "Pasien BPJS"}, "asing": {"name": "Warga negara asing"}}


def rich(seed: int, count: int) -> Flow:
    """Return the flow of a made-up definition of about ``count`` steps in which every construct occurs."""
    return derive(_Invented(seed, count).definition())[0]


class _Invented:
    """Makes up a definition: parallel blocks in blocks, limits, deadlines and all that a step may say."""

    def __init__(self, seed: int, count: int) -> None:
        self.die = random.Random(seed)
        self.left = count
        self.made = 0

    def definition(self) -> Definition:
        steps: list[dict[str, Any]] = []
        while self.left > 0 or not steps:
            steps += self._list(self.left, 0)
        if self._perhaps(0.3):
            steps[0]["starts_by"] = self._words(2, 12)
        ends = {
            "tolak": {"status": "rejected", "text": "Ditolak", "document": "surat", "notify": ["a1", "a2"]},
            "batal": {"status": "withdrawn", "text": "Permohonan dianggap batal"},
            "selesai": {"text": "Selesai", **({"product": "Surat izin"} if self._perhaps(0.5) else {})},
        }
        return Definition.model_validate({**_bare(steps), "applicants": GROUPS, "ends": ends})

    def _perhaps(self, share: float) -> bool:
        return self.die.random() < share

    def _words(self, least: int, most: int) -> str:
        return _words(self.die, least, most)

    def _list(self, most: int, depth: int) -> list[dict[str, Any]]:
        """Return the steps of a list; arrows lead to its own steps only, and to ends at the outermost level."""
        steps: list[dict[str, Any]] = []
        for _ in range(self.die.randint(1, max(1, min(most, 8)))):
            self.made, self.left = self.made + 1, self.left - 1
            step: dict[str, Any] = {"id": f"s{self.made}", "actor": self._actor(), "activity": self._words(1, 14)}
            steps.append(step)
            if self.left > 2 and depth < 3 and self._perhaps(0.25):
                step["parallel"] = [
                    {"steps": self._list(self.left // 2, depth + 1), **self._maybe("title", 0.6, 1, 16)}
                    for _ in range(self.die.choice((1, 2, 2, 2, 3, 5)))
                ]
        for index, step in enumerate(steps):
            self._fill(step, [each["id"] for each in steps], index, depth)
        return steps

    def _fill(self, step: dict[str, Any], ids: list[str], index: int, depth: int) -> None:
        if "parallel" not in step and self._perhaps(0.35):
            step["decision"] = {"question": self._words(1, 5) + "?", "branches": self._branches(ids, index, depth)}
        elif ids[index + 1 :] and self._perhaps(0.1):
            step["next"] = self.die.choice(ids[index + 1 :])
        if self._perhaps(0.25):
            step["deadline"] = {"within": "7 hari kerja", **self._place(ids, depth)}
        for key, share in (("with", 0.15), ("any_of", 0.2), ("involves", 0.15)):
            if self._perhaps(share):
                step[key] = self.die.sample([f"a{i}" for i in range(6)], self.die.randint(1, 2))
        if self._perhaps(0.12):
            step["deputy"] = {"actor": self._actor(), "when": self._words(1, 6)}
        self._fill_words(step, ids, index)

    def _fill_words(self, step: dict[str, Any], ids: list[str], index: int) -> None:
        if self._perhaps(0.15):
            step["only"] = self.die.sample([*GROUPS], self.die.randint(1, 2))
        if self._perhaps(0.12):
            step["optional"] = self._words(1, 9)
            if ids[index + 1 :] and self._perhaps(0.4):
                step["skip_to"] = self.die.choice(ids[index + 1 :])
        if self._perhaps(0.1):
            step["call"] = {"sop": "sop-lain"}
        if self._perhaps(0.15):
            step["clock"] = self.die.choice(("office", "applicant", "none"))
        if index and self._perhaps(0.1):
            step["four_eyes"] = ids[:index]

    def _branches(self, ids: list[str], index: int, depth: int) -> list[dict[str, Any]]:
        branches: list[dict[str, Any]] = []
        for number in range(self.die.randint(2, 4)):
            branch = (
                {"answer": f"{self._words(1, 3)} {number}", **self._place(ids, depth)} if number else {"answer": "ya"}
            )
            branch |= self._maybe("document", 0.15, 1, 4) | self._maybe("suspend", 0.15, 1, 6)
            if self._perhaps(0.15):
                branch["through"] = self._actor()
            if self._perhaps(0.25):
                branch["limit"] = {"times": 3, **self._place(ids, depth)}
            if self._perhaps(0.25):
                branch["deadline"] = {"within": "30 hari kalender", **self._place(ids, depth)}
            if self._perhaps(0.1):
                branch |= {"clock": self.die.choice(("office", "applicant", "none")), "reason": True}
            branches.append(branch)
        return branches

    def _place(self, ids: list[str], depth: int, key: str = "to") -> dict[str, str]:
        if depth == 0 and self._perhaps(0.3):
            return {"end": self.die.choice(("tolak", "batal"))}
        return {key: self.die.choice(ids)}

    def _maybe(self, key: str, share: float, least: int, most: int) -> dict[str, str]:
        return {key: self._words(least, most)} if self._perhaps(share) else {}

    def _actor(self) -> str:
        return f"a{self.die.randrange(6)}"


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
