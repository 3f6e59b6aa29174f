"""A seed -> a made-up service standard in the real language, for drawings that must stand whatever they are given.

Up to 60 steps, 12 actors and 15 returns; decisions with two to five answers, joint actors, optional steps, parallel
blocks in blocks, limits, deadlines, several ends, and texts of any length in every cell. ``STRESS`` names single
inputs of the nasty kind. Same seed, same standard.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from sop_engine.compiler import Compiled
from sop_engine.definition.model import Definition, OfficeUnit
from sop_engine.flow import derive

MOST_STEPS, MOST_ACTORS, MOST_RETURNS = 60, 12, 15

NAMES = (
    "Pemohon",
    "Petugas Loket",
    "Agendaris",
    "Kepala Subbagian Umum",
    "Analis Kebijakan Ahli Muda",
    "Kepala Bidang",
    "Sekretaris Dinas",
    "Kepala Dinas",
    "Staf Subbagian Komunikasi dan Dokumentasi Pimpinan",
    "Tim Teknis Penilai Kelayakan Lingkungan Hidup",
    "Bendahara",
    "Camat",
    "Pranata Hubungan Masyarakat",
    "Arsiparis",
    "Asisten Perekonomian dan Pembangunan Sekretariat Daerah Kabupaten",
    "Lurah",
)
VERBS = (
    *("Memeriksa", "Mencatat", "Meneliti", "Menyusun", "Menandatangani", "Menyerahkan", "Mengarsipkan"),
    *("Memverifikasi", "Mengajukan", "Menelaah", "Mendisposisikan", "Membubuhkan paraf pada", "Menjadwalkan"),
)
NOUNS = (
    *("berkas", "permohonan", "surat pengantar", "dokumen pendukung", "draf keputusan", "laporan", "rekomendasi"),
    *("buku agenda", "tanda terima", "kuitansi", "berita acara", "nota dinas", "hasil peninjauan lapangan"),
)
REST = (
    *("yang diajukan", "sesuai ketentuan", "kepada pejabat yang berwenang", "untuk ditindaklanjuti", "secara daring"),
    *("beserta lampirannya", "dan kelengkapan administrasinya", "paling lambat pada hari yang sama", "di loket"),
    *("pertanggungjawaban", "melalui https://contoh.example/layanan/permohonan", "(fotokopi, 2 lembar)"),
)
ANSWERS = ("lengkap", "tidak lengkap", "perlu perbaikan", "ditolak", "dirujuk ke dinas lain yang berwenang")
TIMES = ("5 menit", "30 menit", "2 jam", "1 hari kerja", "14 hari kerja", "1 bulan")


def made_up(seed: int) -> Compiled:
    """Return the standard of a seed."""
    return compiled(_Invented(Random(seed)).data())


def compiled(data: dict[str, Any]) -> Compiled:
    """Return what a definition's data would compile to if nothing in it were judged."""
    definition = Definition.model_validate(data)
    unit = OfficeUnit.model_validate(
        {"unit": 1, "id": "contoh", "name": "Dinas Contoh", "parent": "Pemerintah Kabupaten Contoh"}
    )
    return Compiled(definition, unit, tuple(derive(definition)), "", None)


def standard(actors: dict[str, Any], steps: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    """Return the data of a standard with nothing in it but a procedure."""
    return {
        "sop": 1, "id": "acak", "title": "Pelayanan Contoh", "unit": "contoh", "actors": actors, "steps": steps,
        "requirements": [], "products": ["Surat"], "sla": {"within": "3 hari kerja"}, "fee": {"free": True},
        "complaints": {},
        **more,
    }  # fmt: skip


class _Invented:
    """Makes up one standard; some seeds are plain, some wordy, some full of returns."""

    def __init__(self, die: Random) -> None:
        self.die = die
        self.left = die.choice((die.randint(1, 12), die.randint(5, 30), die.randint(20, MOST_STEPS)))
        self.returns = die.choice((0, 3, die.randint(0, MOST_RETURNS), MOST_RETURNS))
        self.actors = [f"a{number}" for number in range(die.randint(1, min(MOST_ACTORS, self.left + 1)))]
        self.deciding, self.special = die.uniform(0.05, 0.5), die.choice((0.0, 0.08, 0.25))
        self.wordy = die.choice((6, 12, 30))
        self.made = 0

    def data(self) -> dict[str, Any]:
        names = self.die.sample(NAMES, len(self.actors))
        actors = {key: {"name": name, "external": key == "a0"} for key, name in zip(self.actors, names, strict=True)}
        steps: list[dict[str, Any]] = []
        while self.left > 0:
            steps += self.list(self.left, 0)
        ends = {
            "tolak": {"status": "rejected", "text": "Ditolak", "document": self.words(3)},
            "batal": {"status": "withdrawn", "text": self.words(self.wordy)},
            "selesai": {"text": self.die.choice(("Selesai", self.words(5)))},
        }
        return standard(actors, steps, ends=ends, title=self.words(12))

    def perhaps(self, share: float) -> bool:
        return self.die.random() < share

    def rarely(self) -> bool:
        return self.perhaps(self.special)

    def words(self, most: int) -> str:
        parts = [self.die.choice(VERBS)]
        while len(parts) < self.die.randint(1, most):
            parts.append(self.die.choice((*NOUNS, *REST)))
        return " ".join(parts)

    def list(self, most: int, depth: int) -> list[dict[str, Any]]:
        """Return the steps of a list; arrows lead to its own steps only, and to ends at the outermost level."""
        steps: list[dict[str, Any]] = []
        actor = self.die.choice(self.actors)
        for _ in range(self.die.randint(1, max(1, min(most, 6 if depth else MOST_STEPS)))):
            self.made, self.left = self.made + 1, self.left - 1
            if self.perhaps(0.6):
                actor = self.die.choice(self.actors)
            step: dict[str, Any] = {"id": f"s{self.made}", "actor": actor, "activity": self.words(self.wordy)}
            steps.append(step)
            if self.left > 4 and depth < 3 and self.perhaps(self.special / 2):
                step["parallel"] = self.branches(self.die.choice((1, 2, 2, 2, 3, 4)), depth)
            if self.left <= 0:
                break
        ids = [step["id"] for step in steps]
        for index, step in enumerate(steps):
            self.fill(step, ids, index, depth)
        return steps

    def branches(self, count: int, depth: int) -> list[dict[str, Any]]:
        """Return parallel branches, one at least."""
        found: list[dict[str, Any]] = []
        while self.left > 0 and len(found) < count:
            found.append({"steps": self.list(max(1, self.left // 3), depth + 1)})
        return found

    def fill(self, step: dict[str, Any], ids: list[str], index: int, depth: int) -> None:
        ahead = ids[index + 1 :]
        if "parallel" not in step and self.perhaps(self.deciding):
            count = self.die.choice((2, 2, 2, 2, 3, 3, 4, 5))
            branches = [self.branch(number, ids, index, depth) for number in range(count)]
            step["decision"] = {"question": self.question(), "branches": branches}
        elif ahead and self.rarely():
            step["next"] = self.die.choice(ahead)
        self.perhaps_late(step, ids, index, depth)
        if self.rarely():
            step["optional"] = self.words(4)
            if len(ahead) > 1 and self.perhaps(0.4):
                step["skip_to"] = self.die.choice(ahead)
        others = [actor for actor in self.actors if actor != step["actor"]]
        for key in ("with", "any_of", "involves"):
            if others and self.rarely():
                step[key] = self.die.sample(others, self.die.randint(1, min(3, len(others))))
        if self.rarely():
            step["call"] = {"sop": "sop-lain"}
        self.quality(step)

    def quality(self, step: dict[str, Any]) -> None:
        """Fill the mutu baku of a step, now and then with nothing."""
        if self.perhaps(0.9):
            step["input"] = [self.words(self.wordy // 2) for _ in range(self.die.choice((1, 1, 2, 4)))]
        if self.perhaps(0.95):
            step["time"] = self.die.choice(TIMES)
        if self.perhaps(0.9):
            step["output"] = self.words(self.wordy // 2)
        if self.perhaps(0.2):
            step["note"] = self.words(self.wordy)

    def question(self) -> str:
        return self.die.choice(("Lengkap?", "Valid?", f"Apakah {self.words(4).lower()} sudah sesuai?"))

    def branch(self, number: int, ids: list[str], index: int, depth: int) -> dict[str, Any]:
        branch: dict[str, Any] = {"answer": ANSWERS[number]}
        if number == 0:
            return branch
        branch |= self.place(ids, index, depth)
        beyond = self.place(ids, index, depth) if "to" in branch and self.rarely() else {}
        if beyond:
            branch["limit"] = {"times": self.die.randint(1, 3), **beyond}
        if "to" in branch:
            self.perhaps_late(branch, ids, index, depth)
        if self.rarely():
            branch["document"] = self.words(3)
        return branch

    def perhaps_late(self, part: dict[str, Any], ids: list[str], index: int, depth: int) -> None:
        place = self.place(ids, index, depth) if self.rarely() else {}
        if place:
            part["deadline"] = {"within": self.die.choice(TIMES), **place}

    def place(self, ids: list[str], index: int, depth: int) -> dict[str, str]:
        """Return where an arrow leads: back while there are returns left, else onward, to an end, or just on."""
        if self.returns > 0 and self.perhaps(0.5):
            self.returns -= 1
            return {"to": ids[max(0, index - int(self.die.expovariate(0.25)))]}
        ahead = ids[index + 1 :]
        if depth == 0 and (not ahead or self.perhaps(0.3)):
            return {"end": self.die.choice(("tolak", "batal", "selesai"))}
        if not ahead:
            return {}
        return {"to": ahead[min(len(ahead) - 1, int(self.die.expovariate(0.3)))]}


def _actors(count: int) -> dict[str, Any]:
    return {f"a{n}": {"name": f"Pelaksana Urusan {n + 1}", "external": n == 0} for n in range(count)}


def _steps(*activities: str, **more: Any) -> list[dict[str, Any]]:
    return [
        {"id": f"s{number}", "actor": f"a{number % 2}", "activity": activity, **more}
        for number, activity in enumerate(activities)
    ]


def _three(words: str) -> dict[str, Any]:
    """Return three steps that say ``words`` wherever words can stand."""
    steps = _steps("Mengajukan berkas", words, "Menyimpan berkas", input=[words], output=words, note=words)
    steps[1]["decision"] = {"question": words, "branches": [{"answer": words}, {"answer": "tidak", "to": "s0"}]}
    return standard({"a0": {"name": words, "external": True}, "a1": {"name": "Petugas"}}, steps, title=words)


def _all_actors(count: int) -> dict[str, Any]:
    steps = [{"id": f"s{n}", "actor": f"a{n}", "activity": "Memeriksa berkas"} for n in range(count)]
    steps[-1]["decision"] = {"question": "Lengkap?", "branches": [{"answer": "ya"}, {"answer": "tidak", "to": "s0"}]}
    return standard(_actors(count), steps)


def _answers() -> dict[str, Any]:
    steps = _steps("Mengajukan berkas", "Menilai berkas", *["Mengerjakan berkas"] * 5)
    branches = [{"answer": answer, "to": f"s{2 + number}"} for number, answer in enumerate(ANSWERS)]
    steps[1]["decision"] = {"question": "Bagaimana hasilnya?", "branches": branches}
    return standard(_actors(2), steps)


def _returns() -> dict[str, Any]:
    """Return fifteen returns to one step."""
    steps = _steps("Mengajukan berkas", *["Menilai berkas"] * MOST_RETURNS)
    for step in steps[1:]:
        branches = [{"answer": "ya"}, {"answer": "tidak", "to": "s0"}]
        step["decision"] = {"question": "Benar?", "branches": branches}
    return standard(_actors(3), steps)


STRESS: dict[str, Callable[[], dict[str, Any]]] = {
    "word of 200 characters": lambda: _three("pertanggungjawaban" * 11 + "an"),
    "text of 2,000 characters": lambda: _three("Memeriksa kelengkapan" + " berkas permohonan dan lampirannya" * 58),
    "40 actors": lambda: _all_actors(40),
    "signs of other languages": lambda: _three("<script>alert('x')</script> & {{ x }} {% y %} #let $x$ \\n \" ' ]]>"),
    "emoji": lambda: _three("Memeriksa 😀 berkas 👩‍👩‍👧"),
    "Arabic": lambda: _three("Memeriksa سجل المواليد berkas"),
    "Javanese": lambda: _three("Memeriksa ꦲꦏ꧀ꦱꦫꦗꦮ berkas"),
    "nothing in the cells": lambda: standard(_actors(2), _steps("Mengajukan", "Memeriksa", "Menyimpan")),
    "one step": lambda: standard(_actors(1), _steps("Mengarsipkan berkas")),
    "five answers": _answers,
    "fifteen returns to one step": _returns,
}
