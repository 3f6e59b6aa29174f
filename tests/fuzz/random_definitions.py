"""A random generator -> data of a definition in the whole language, more or less wrong.

``wrong`` is the share of values that are something else than they should be: another kind, a misspelled name, a sign
that no text needs. With 0 the parts are what they should be; how they fit together is left to chance all the same.
"""

from __future__ import annotations

from random import Random
from typing import Any

ACTORS = ("pemohon", "petugas", "kepala", "sistem")
GROUPS = ("umum", "bpjs", "lansia")
ENDS = ("ditolak", "dicabut", "dialihkan")
TIMES = ("15 menit", "1 jam", "3 hari kerja", "7 hari", "2 minggu", "1 bulan", "999 hari kerja")
DAYS = ("2026-01-31", "2024-02-29", "9999-12-31")
WORDS = (
    "Memeriksa berkas permohonan",
    "Mencatat dan menyerahkan surat kepada pemohon apabila lengkap",
    "berkas diperiksa oleh petugas",
    "a)  Pemohon datang; petugas dll. melayani",
    "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
    "Fotokopi KTP 2 lembar, asli dan salinan KK",
    "http://contoh.go.id (0285) 123456 / 197001011990011001",
    "لا مرحبا \u0628",
    "e\u0301\u0302\u0303 kombinasi 👩‍👩‍👧 😀",
    "<script>alert(1)</script> & ]]> {{ x }} {% y %} #let $x$",
    "|**tebal**| `kode` [tautan](x) <!-- -->",
    "%s %d {value} {0} {} \\n \\",
    "x" * 4000,
    "kata " * 900,
    "1",
    "-",
    "'\"",
)
FOREIGN = ("\x00", "\u202e terbalik", "\ud800", "\u2028", "\ufeff", "\x1b[31m", "\t", "", " ", "\uffff")
ANYTHING: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 10**30, 1.5, float("inf"), "", "x", "2026-02-30", "2026-13-01", [], {}, [[]], [None],
    {"x": None}, ["a", "a"], {"to": "x"}, {"times": 0, "to": "x"}, {"within": "0 hari"}, "3 hari kerja sekali",
)  # fmt: skip


class Draft:
    """One random definition in the making."""

    def __init__(self, random: Random, wrong: float, size: int = 8) -> None:
        self.random = random
        self.wrong = wrong
        self.left = random.randint(1, size)
        self.count = 0

    def maybe(self, share: float = 0.5) -> bool:
        return self.random.random() < share

    def text(self) -> str:
        if self.maybe(self.wrong / 2):
            return self.random.choice(WORDS) + self.random.choice(FOREIGN)
        return self.random.choice(WORDS)

    def texts(self) -> list[str]:
        return [self.text() for _ in range(self.random.randint(0, 3))]

    def time(self) -> str:
        return self.random.choice(TIMES)

    def some(self, of: tuple[str, ...] | list[str]) -> list[str]:
        return self.random.sample(list(of), self.random.randint(0, min(2, len(of))))

    def spoiled(self, value: Any) -> Any:
        """Return the data with a share of its values and keys made wrong."""
        if self.maybe(self.wrong):
            return self.random.choice(ANYTHING)
        if isinstance(value, dict):
            return {self.misspelled(key): self.spoiled(inner) for key, inner in value.items() if not self.dropped()}
        if isinstance(value, list):
            return [self.spoiled(inner) for inner in value]
        return self.misspelled(value) if isinstance(value, str) else value

    def dropped(self) -> bool:
        return self.maybe(self.wrong / 3)

    def misspelled(self, name: str) -> str:
        if not self.maybe(self.wrong / 3):
            return name
        place = self.random.randint(0, len(name))
        return name[:place] + self.random.choice(("x", "", "-", " ", ":", *FOREIGN)) + name[place + 1 :]

    def definition(self) -> dict[str, Any]:
        data: dict[str, Any] = {"sop": 1, "id": "acak", "title": self.text()[:200], "unit": "contoh/unit"}
        groups = {key: {"name": key.title()} for key in GROUPS[: self.random.choice((0, 0, 1, 2, 3))]}
        self.groups = tuple(groups)
        if groups:
            data["applicants"] = groups
        self.requirements = [f"syarat-{n}" for n in range(self.random.randint(0, 3))]
        data["requirements"] = [self.requirement(each) for each in self.requirements] or [{"id": "x", "text": "Surat"}]
        data["actors"] = {key: self.actor(key) for key in ACTORS}
        if self.maybe(0.8):
            data |= self.procedure()
        else:
            data["procedures"] = [{"id": f"p{n}", "title": self.text()[:99], **self.procedure()} for n in range(2)]
        data["sla"] = self.sla()
        data["fee"] = self.fee()
        data["products"] = self.texts() or ["Surat"]
        data["complaints"] = self.complaints()
        data |= self.papers()
        spoiled = self.spoiled(data)
        return spoiled if isinstance(spoiled, dict) else {"sop": spoiled}

    def requirement(self, key: str) -> dict[str, Any]:
        item: dict[str, Any] = {"id": key, "text": self.text()}
        if self.maybe(0.3):
            item["when"] = self.text()
        if self.groups and self.maybe(0.3):
            item["only"] = self.some(self.groups)
        if self.maybe(0.3):
            item[self.random.choice(("parts", "one_of"))] = [{"text": self.text()}, {"text": self.text(), "copies": 2}]
        return item

    def actor(self, key: str) -> dict[str, Any]:
        actor: dict[str, Any] = {"name": key.title()}
        if key == "pemohon":
            actor |= {"external": True, "applicant": True}
        if self.maybe(0.2):
            actor |= {"aliases": self.texts(), "unit": self.text()}
        return actor

    def procedure(self) -> dict[str, Any]:
        self.left = max(1, self.left)
        self.ends = self.some(ENDS)
        return {"steps": self.steps(), "ends": {key: self.end() for key in self.ends}}

    def end(self) -> dict[str, Any]:
        end: dict[str, Any] = {"text": self.text(), "status": self.random.choice(("finished", "rejected", "withdrawn"))}
        if self.maybe(0.3):
            end |= {"document": self.text(), "notify": self.some(ACTORS)}
        return end

    def steps(self, depth: int = 0) -> list[dict[str, Any]]:
        size = self.random.randint(1, max(1, min(self.left, 6)))
        self.left -= size
        self.count += size
        names = [f"s{self.count - n}" for n in range(size)]
        return [self.step(name, names, depth) for name in names]

    def leads(self, names: list[str], depth: int, to: str = "to") -> dict[str, str]:
        """Return where something leads: mostly to a step of the same list, at times anywhere."""
        if self.maybe(self.wrong):
            return self.random.choice(({"end": "tiada"}, {"end": "selesai"}, {to: f"s{self.random.randint(0, 9)}"}))
        if self.maybe(0.3) and not depth:
            return {"end": self.random.choice((*self.ends, "selesai"))}
        return {to: self.random.choice(names)}

    def step(self, name: str, names: list[str], depth: int) -> dict[str, Any]:
        step: dict[str, Any] = {"id": name, "actor": self.random.choice(ACTORS), "activity": self.text()}
        ahead = names[names.index(name) + 1 :]
        names = ahead if ahead and self.maybe(0.75) else names
        for key, value in self.marks(step, names, depth).items():
            if self.maybe(0.12):
                step[key] = value
        if "optional" in step and self.maybe(0.3):
            step["skip_to"] = self.random.choice(names)
        if "decision" not in step and self.maybe(0.1):
            step["with" if self.maybe() else "any_of"] = [self.another(step)]
        form = self.random.random()
        if form < 0.3:
            step["decision"] = {
                "question": self.text(),
                "branches": [self.branch(n, names, depth) for n in range(self.random.randint(2, 4))],
            }
        elif form < 0.45 and self.left > 1 and depth < 3:
            step["parallel"] = [{"steps": self.steps(depth + 1)} for _ in range(self.random.randint(2, 3))]
        elif form < 0.6:
            step |= self.leads(names, depth, "next")
        return step

    def another(self, step: dict[str, Any]) -> str:
        return self.random.choice([each for each in ACTORS if each != step["actor"]])

    def marks(self, step: dict[str, Any], names: list[str], depth: int) -> dict[str, Any]:
        return {
            "deputy": {"actor": self.another(step), "when": self.text()},
            "involves": [self.another(step)],
            "only": self.some(self.groups),
            "optional": self.text(),
            "requires": self.some(self.requirements),
            "input": self.texts(),
            "time": self.time(),
            "times": {"best": "1 menit", "usual": "5 menit", "worst": "1 hari kerja"},
            "output": self.text(),
            "note": self.text(),
            "deadline": {"within": self.time(), **self.leads(names, depth)},
            "clock": self.random.choice(("office", "applicant", "none")),
            "four_eyes": self.some(names),
            "call": {"sop": self.random.choice(("acak", "lain"))},
            "unstated": self.some(("actor", "time", "output", "next", "end")),
        }

    def branch(self, number: int, names: list[str], depth: int) -> dict[str, Any]:
        branch: dict[str, Any] = {"answer": f"jawaban {number}" if self.maybe(0.95) else self.text()[:50]}
        branch["same_place"] = True
        if number:
            branch |= self.leads(names, depth)
        waits = "to" in branch
        for key, value in {
            "limit": {"times": self.random.choice((1, 2, 999)), **self.leads(names, depth)},
            "deadline": {"within": self.time(), **self.leads(names, depth)},
            "note": self.text(),
            "document": self.text(),
            "reason": True,
            "affirmative": True,
            "clock": self.random.choice(("office", "applicant", "none")),
            "through": self.random.choice(ACTORS),
            "suspend": self.text(),
        }.items():
            if self.maybe(0.12) and (waits or key not in {"limit", "deadline", "clock", "suspend"}):
                branch[key] = value
        return branch

    def sla(self) -> dict[str, Any]:
        return self.random.choice(
            (
                {"within": self.time()},
                {"at_least": "1 menit", "within": "9 hari kerja", "extension": {"within": self.time()}},
                {"adjusts": self.text()},
                {"stages": [{"name": self.text(), "within": self.time()}]},
                {"cases": [{"when": self.text(), "within": self.time()}, {"when": "lain", "adjusts": self.text()}]},
            )
        )

    def fee(self) -> dict[str, Any]:
        return self.random.choice(
            (
                {"free": True},
                {"amount": self.random.choice((1, 10**18)), "per": self.text()},
                {"regulation": self.text()},
                {"formula": self.text()},
                {"items": [{"text": self.text(), "amount": 5}, {"text": "x", "free": True}], "additive": True},
            )
        )

    def complaints(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        if self.maybe():
            found["channels"] = [{"kind": "phone", "value": self.text()}, {"kind": "lapor"}]
        if self.maybe():
            found["officer"] = {"name": self.text(), "phone": self.text()}
        if self.maybe():
            found |= {"within": self.time(), "categories": [{"name": "ringan", "within": self.time()}]}
        if self.maybe(0.2):
            found["procedures"] = [{"id": "aduan", "title": self.text()[:99], **self.procedure()}]
        return found

    def papers(self) -> dict[str, Any]:
        parts = {
            "decree": {"number": self.text(), "date": self.random.choice(DAYS)},
            "identity": {
                "number": self.text(),
                "made": "2020-02-29",
                "effective": self.random.choice(DAYS),
                "approved_by": {"position": self.text(), "nip": "197001011990011001"},
                "legal_basis": self.texts(),
                "warnings": self.texts(),
                "nature": "technical",
            },
            "process": {"code": self.text()},
            "related": [{"sop": "lain", "kind": "related", "title": self.text()}],
            "standard": {"legal_basis": self.texts(), "facilities": self.texts()},
            "charter": self.texts(),
            "validity": self.text(),
            "status": self.random.choice(("draft", "replaced", "revoked")),
        }
        return {key: value for key, value in parts.items() if self.maybe(0.3)}


def scenarios(random: Random, wrong: float) -> dict[str, Any]:
    """Return random data of a file of scenarios about a random definition."""
    draft = Draft(random, wrong)
    names = [f"s{n}" for n in range(6)]
    listed = []
    for _ in range(random.randint(0, 3)):
        scenario: dict[str, Any] = {"name": draft.text()[:99], "end": random.choice((*ENDS, "selesai"))}
        for key in ("skips", "late", "steps", "through", "never"):
            if draft.maybe(0.3):
                scenario[key] = draft.some(names)
        if draft.maybe():
            scenario["answers"] = {name: ["jawaban 1", "Jawaban 0", "tiada"][: random.randint(1, 3)] for name in names}
        if draft.maybe(0.3):
            scenario |= {"applicant": random.choice(GROUPS), "procedure": random.choice(("p0", "utama"))}
        listed.append(scenario)
    spoiled = draft.spoiled({"tests": 1, "sop": "acak", "scenarios": listed})
    return spoiled if isinstance(spoiled, dict) else {"tests": spoiled}


def project(random: Random, wrong: float) -> dict[str, Any]:
    """Return random data of a project file."""
    draft = Draft(random, wrong)
    patterns = (r"SOP/\d{3}/\d{4}", "(a+)+b", "[", "(?P<x>", "\\", "a{999999}", "((((((a*)*)*)*)*)*)", "." * 300)
    data = {
        "project": 1,
        "severities": {code: random.choice(("off", "info", "warning", "error")) for code in ("SOP052", "SOP104", "X")},
        "paper": random.choice(("A4", "F4", "A5")),
        "number_pattern": random.choice(patterns),
        "calendar": {
            "days_per_week": random.choice((5, 6, 7)),
            "hours_per_day": random.choice(("7.5", 7.5, "0", "24")),
        },
    }
    spoiled = draft.spoiled(data)
    return spoiled if isinstance(spoiled, dict) else {"project": spoiled}
