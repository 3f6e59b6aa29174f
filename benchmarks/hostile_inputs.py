"""Texts that mean harm: name -> a text of about so many characters that makes some part of the program work hard.

Each stands for a way in which a file may be too much: too many of something, too long, too deep, too near to something
else. What is no definition at all tries the reader, what is one (or nearly) the checks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

Build = Callable[[int], str]

MOST_READ = 145_000
"""Values: a little less than a file may hold, so that what is made here reaches the checks."""

_HEAD = "sop: 1\nid: contoh\ntitle: Contoh\nunit: contoh\n"
_REST = {
    "requirements": "requirements: []\n",
    "actors": "actors:\n  a: {name: Petugas}\n  b: {name: Pemohon, external: true}\n",
    "steps": "steps:\n- {id: x, actor: a, activity: Mencatat berkas}\n",
    "sla": "sla: {within: 3 hari kerja}\n",
    "fee": "fee: {free: true}\n",
    "products": "products: [Surat]\n",
    "complaints": "complaints: {}\n",
}


def _count(size: int, one: str) -> int:
    """Return how many pieces like ``one`` fill ``size``, and no more than are read."""
    values = 1 + 2 * one.count(":") + 2 * one.count("[")
    return max(2, min(size // len(one), MOST_READ // values))


def _definition(**chunks: str) -> str:
    return _HEAD + "".join({**_REST, **chunks}.values())


def _filled(size: int, line: Callable[[int], str]) -> str:
    """Return so many numbered lines as fill ``size`` characters."""
    count = max(1, size // len(line(size // 100)))
    return "".join(map(line, range(count)))


def _steps(size: int, more: Callable[[int, int], str], activity: str = "Mencatat berkas", **chunks: str) -> str:
    """Return a definition whose steps fill ``size``; ``more`` gives the rest of step ``n`` of ``count``."""
    count = _count(size, _step(9999, activity, more(9999, 9999)))
    listed = "".join(_step(n, activity, more(n, count)) for n in range(count))
    return _definition(steps=f"steps:\n{listed}", **chunks)


def _step(n: int, activity: str, more: str) -> str:
    return f"- {{id: s{n}, actor: a, activity: {activity}{', ' if more else ''}{more}}}\n"


def _listed(key: str, items: Iterable[str]) -> dict[str, str]:
    return {key: f"{key}:\n" + "".join(f"- {item}\n" for item in items)}


def _many(size: int, item: Callable[[int], str]) -> Iterator[str]:
    return (item(n) for n in range(max(1, size // (len(item(size // 50)) + 3))))


def _groups(size: int, more: str = "") -> str:
    """Return about as many groups of applicants as steps, each step for one group only."""
    count = _count(
        size, f"  g9999: {{name: Golongan 9999}}\n{_step(9999, 'Mencatat berkas', f'only: [g9999], {more}')}"
    )
    groups = "".join(f"  g{n}: {{name: Golongan {n}}}\n" for n in range(count))
    rest = f", {more}" if more else ""
    steps = "".join(_step(n, "Mencatat berkas", f"only: [g{n}]{rest}") for n in range(count))
    return _definition(applicants=f"applicants:\n{groups}", steps=f"steps:\n{steps}")


def _answers(size: int, more: str = "") -> str:
    branches = "".join(
        f"    - {{answer: jawaban {n}{more}}}\n" for n in range(_count(size, "    - {answer: jawaban 9999}" + more))
    )
    steps = (
        "steps:\n- {id: s0, actor: b, activity: Mengajukan berkas}\n"
        "- id: s1\n  actor: a\n  activity: Memeriksa berkas\n  decision:\n    question: Apa?\n    branches:\n"
        f"{branches}"
        "- {id: s2, actor: a, activity: Mencatat berkas}\n"
    )
    return _definition(steps=steps)


def _branches(size: int, length: int = 1) -> str:
    """Return a step with many parallel branches of ``length`` steps."""
    one = "    - steps:\n" + "".join(
        f"      - {{id: p{{n}}-{k}, actor: a, activity: Mencatat}}\n" for k in range(length)
    )
    branches = "".join(
        one.replace("{n}", str(n)).replace("{{", "{").replace("}}", "}") for n in range(_count(size, one))
    )
    return _definition(steps=f"steps:\n- id: s\n  actor: a\n  activity: Membagi berkas\n  parallel:\n{branches}")


def _nested(size: int, depth: int = 18) -> str:
    """Return blocks of parallel branches that nest as deep as a file may."""

    def block(name: str, left: int) -> str:
        plain = f"{{id: {name}z, actor: a, activity: Mencatat}}"
        if not left:
            return plain
        inner = block(name + "q", left - 1)
        return f"{{id: {name}, actor: a, activity: Membagi, parallel: [{{steps: [{inner}]}}, {{steps: [{plain}]}}]}}"

    one = block("n0", depth)
    blocks = "".join(f"- {block(f'n{n}', depth)}\n" for n in range(max(1, size // len(one))))
    return _definition(steps=f"steps:\n{blocks}")


def _procedures(size: int, key: str = "procedures") -> str:
    one = "{{id: p{n}, title: Cara {n}, steps: [{{id: x, actor: a, activity: Mencatat berkas}}]}}"
    listed = "".join(f"- {one.format(n=n)}\n" for n in range(_count(size, one)))
    if key == "procedures":
        return _definition(steps=f"procedures:\n{listed}")
    return _definition(complaints=f"complaints:\n  procedures:\n{listed.replace('- {', '  - {')}")


def _backward(n: int, count: int) -> str:
    if n == 0:
        return ""
    return f"decision: {{question: Apa?, branches: [{{answer: ya}}, {{answer: tidak, to: s{n * 7919 % n}}}]}}"


def _limited(n: int, count: int) -> str:
    if n == 0:
        return ""
    limit = f"limit: {{times: {n % 900 + 1}, to: s{count - 1}}}"
    return f"decision: {{question: Apa?, branches: [{{answer: ya}}, {{answer: tidak, to: s{n // 2}, {limit}}}]}}"


def _overdue(n: int, count: int) -> str:
    late = f"deadline: {{within: 2 hari kerja, to: s{(n * 31 + 7) % count}}}"
    return f"decision: {{question: Apa?, branches: [{{answer: ya}}, {{answer: tidak, to: s{n // 2}, {late}}}]}}"


def _times(n: int, count: int) -> str:
    back = (
        ""
        if n == 0
        else f", decision: {{question: Apa?, branches: [{{answer: ya}}, {{answer: tidak, to: s{n // 2}}}]}}"
    )
    return f"times: {{best: 1 menit, usual: 2 menit, worst: 9 menit}}, time: 2 menit{back}"


def _long(text: str, signs: int = 4990) -> Build:
    """Return what builds a definition of steps whose activity repeats a text up to the longest that is read."""

    def build(size: int) -> str:
        activity = '"' + (text * (signs // len(text) + 1))[:signs].strip() + '"'
        return _steps(size, lambda n, count: f"output: {activity}, note: {activity}, input: [{activity}]", activity)

    return build


def _long_everywhere(text: str) -> Build:
    def build(size: int) -> str:
        value = '"' + (text * 5000)[:4990].strip() + '"'
        lists = ("legal_basis", "related_sops", "warnings", "qualifications", "equipment", "records")
        each = max(1, size // (len(value) * (len(lists) + 2)))
        identity = f"identity:\n  number: {value}\n" + "".join(f"  {key}:\n" + f"  - {value}\n" * each for key in lists)
        requirements = "".join(f"- {{id: r{n}, text: {value}}}\n" for n in range(each))
        products = "products:\n" + f"- {value}\n" * each
        return _definition(identity=identity, requirements=f"requirements:\n{requirements}", products=products)

    return build


def _comments(comment: Callable[[int], str]) -> Build:
    return lambda size: _definition() + _filled(size, comment)


TEXTS: dict[str, Build] = {
    "empty keys": lambda size: _filled(size, lambda n: f"k{n}:\n"),
    "many keys": lambda size: _filled(size, lambda n: f"k{n}: teks\n"),
    "many keys in brackets": lambda size: "{" + _filled(size, lambda n: f"k{n}: teks, ") + "}",
    "one key again and again": lambda size: "sop: 1\n" * (size // 7),
    "keys near to one that is known": lambda size: _definition() + _filled(size, lambda n: f"step{n}: x\n"),
    "very long keys": lambda size: _definition() + _filled(size, lambda n: f"{'steps' * 180}{n}: x\n"),
    "one text": lambda size: "sop: " + "teks " * (size // 5),
    "one word": lambda size: "sop: " + "x" * size,
    "one number": lambda size: "sop: " + "9" * size,
    "one text in quotes": lambda size: 'sop: "' + r"\u0007" * (size // 6) + '"',
    "one block of text": lambda size: "sop: |\n" + "  teks\n" * (size // 7),
    "a quote that is not closed": lambda size: 'sop: "' + "teks\n " * (size // 6),
    "open brackets": lambda size: "sop: " + "[" * size,
    "open braces": lambda size: "sop: " + "{a: " * (size // 4),
    "items of items": lambda size: "sop:\n" + "- " * (size // 2),
    "deepening lines": lambda size: "".join(" " * n + "a:\n" for n in range(int((2 * size) ** 0.5))),
    "empty items": lambda size: "sop:\n" + "- \n" * (size // 3),
    "anchors": lambda size: "sop:\n" + _filled(size, lambda n: f"- &a{n} x\n"),
    "aliases": lambda size: "sop: &a x\nid:\n" + "- *a\n" * (size // 5),
    "aliases of lists of aliases": lambda size: (
        "a: &a0 [x]\n" + _filled(size, lambda n: f"b{n}: &a{n + 1} [*a{n}, *a{n}]\n")
    ),
    "merge keys": lambda size: "a: &a {b: c}\nd:\n" + "  - <<: *a\n" * (size // 11),
    "tags": lambda size: "sop:\n" + "- !!python/object/apply:os.system [x]\n" * (size // 38),
    "keys that are lists": lambda size: "? [a]\n: x\n" * (size // 10),
    "words that are no text": lambda size: "sop:\n" + "- no\n" * (size // 5),
    "times of the clock": lambda size: "sop:\n" + "- 12:30\n" * (size // 8),
    "leading zeros": lambda size: "sop:\n" + "- 0123\n" * (size // 7),
    "dots": lambda size: "sop:\n" + _filled(size, lambda n: f"- {n}{'.' * 90}\n"),
    "almost dates": lambda size: "sop:\n" + "- 2001-01-01 00:00:00.0000000000000000000000000x\n" * (size // 49),
    "underscores": lambda size: "sop:\n" + f"- 1{'_' * 900}x\n" * (size // 905),
    "a comment": lambda size: _definition() + "#" * size,
    "comments": lambda size: "# x\n" * (size // 4),
    "documents": lambda size: "--- x\n" * (size // 6),
    "acceptances": _comments(lambda n: "# sop: terima SOP052 karena begitu\n"),
    "acceptances of other codes": _comments(lambda n: f"# sop: terima SOP{n % 1000:03} karena begitu\n"),
    "acceptances of no code": _comments(lambda n: f"# sop: terima SQP{n} karena begitu\n"),
    "acceptances without reason": _comments(lambda n: "# sop: terima SOP052\n"),
    "one acceptance of many codes": lambda size: (
        _definition() + "# sop: terima " + _filled(size, lambda n: f"SQP{n} ") + "karena begitu\n"
    ),
    "signs of comments": _comments(lambda n: "x # sop:" + "#sop: " * 30 + "\n"),
    "acceptances between keys": lambda size: _filled(size, lambda n: f"k{n}: x # sop: terima SOP110 karena begitu\n"),
    "white space before an acceptance": lambda size: _definition() + "# sop:" + " " * size + "!\n",
    "blanks in reasons": lambda size: _definition() + "# sop: terima SOP052 karena" + " . " * (size // 3) + "x\n",
    "plain steps": lambda size: _steps(size, lambda n, count: ""),
    "steps of one id": lambda size: _steps(size, lambda n, count: "").replace("id: s", "id: s0, note: s"),
    "steps that lead back": lambda size: _steps(size, _backward),
    "limited returns": lambda size: _steps(size, _limited),
    "returns with deadlines": lambda size: _steps(size, _overdue),
    "steps with times": lambda size: _steps(size, _times),
    "deadlines anywhere": lambda size: _steps(
        size, lambda n, count: f"deadline: {{within: 1 hari, to: s{(n * 31 + 7) % count}}}"
    ),
    "optional steps": lambda size: _steps(size, lambda n, count: f"optional: bila perlu, skip_to: s{(n + 2) % count}"),
    "steps that lead nowhere": lambda size: _steps(size, lambda n, count: f"next: t{n}"),
    "actors nobody knows": lambda size: _steps(size, lambda n, count: f"involves: [c{n}]"),
    "steps that name all others": lambda size: _definition(
        steps="steps:\n"
        + "".join(
            _step(n, "Mencatat", f"four_eyes: [{', '.join(f's{m}' for m in range(int((size / 6) ** 0.5)))}]")
            for n in range(int((size / 6) ** 0.5))
        )
    ),
    "steps that involve everybody": lambda size: _definition(
        actors="actors:\n  a: {name: Petugas}\n"
        + "".join(f"  a{n}: {{name: Petugas {n}}}\n" for n in range(int((size / 6) ** 0.5))),
        steps="steps:\n"
        + "".join(
            _step(n, "Mencatat", f"involves: [{', '.join(f'a{m}' for m in range(int((size / 6) ** 0.5)))}]")
            for n in range(int((size / 6) ** 0.5))
        ),
    ),
    "wrong kinds of values": lambda size: _steps(size, lambda n, count: "time: [1], with: x, decision: 7"),
    "unknown keys in steps": lambda size: _steps(size, lambda n, count: f"activty: x, ouput{n}: y"),
    "missing keys in steps": lambda size: _definition(steps="steps:\n" + "- {id: x}\n" * (size // 10)),
    "dates that are none": lambda size: _definition(
        identity="identity:\n  effective: " + "2026-02-3" * (size // 9) + "\n"
    ),
    "answers": _answers,
    "answers that go back": lambda size: _answers(size, ", to: s0"),
    "limited answers": lambda size: _answers(size, ", to: s0, limit: {times: 3, to: s2}"),
    "answers with deadlines": lambda size: _answers(size, ", to: s0, deadline: {within: 2 hari, to: s2}"),
    "suspending answers": lambda size: _answers(size, ", to: s0, suspend: berkas, through: b"),
    "groups and steps": _groups,
    "groups and optional steps": lambda size: _groups(size, "optional: bila perlu, time: 2 menit"),
    "parallel branches": _branches,
    "long parallel branches": lambda size: _branches(size, 200),
    "parallel branches in branches": _nested,
    "procedures": _procedures,
    "complaint procedures": lambda size: _procedures(size, "complaints"),
    "actors": lambda size: _definition(
        actors="actors:\n  a: {name: Petugas}\n" + _filled(size, lambda n: f"  a{n}: {{name: Petugas {n}}}\n")
    ),
    "actors named alike": lambda size: _definition(
        actors="actors:\n  a: {name: Petugas}\n"
        + _filled(size, lambda n: f"  a{n}: {{name: Kepala Seksi Pelayanan Umum}}\n")
    ),
    "actors in use": lambda size: _steps(
        size // 2,
        lambda n, count: f"with: [a{n}]",
        actors="actors:\n  a: {name: Petugas}\n" + _filled(size // 2, lambda n: f"  a{n}: {{name: Petugas {n}}}\n"),
    ),
    "aliases of actors": lambda size: _definition(
        actors="actors:\n  a:\n    name: Petugas\n    aliases:\n" + _filled(size, lambda n: f"    - Petugas {n}\n")
    ),
    "requirements": lambda size: _definition(
        **_listed("requirements", _many(size, lambda n: f"{{id: r{n}, text: Surat {n}}}"))
    ),
    "requirements and steps": lambda size: _steps(
        size // 2,
        lambda n, count: f"input: [Surat {n}], output: Naskah {n}",
        **_listed("requirements", _many(size // 2, lambda n: f"{{id: r{n}, text: Surat permohonan nomor {n}}}")),
    ),
    "parts of a requirement": lambda size: _definition(
        requirements="requirements:\n- id: r\n  text: Surat\n  parts:\n"
        + _filled(size, lambda n: f"  - {{text: Surat {n}}}\n")
    ),
    "products": lambda size: _definition(**_listed("products", _many(size, lambda n: f"Surat {n}"))),
    "products and ends": lambda size: _definition(
        ends="ends:\n" + _filled(size // 2, lambda n: f"  e{n}: {{text: Terbit, product: Surat {n}}}\n"),
        **_listed("products", _many(size // 2, lambda n: f"Surat keterangan {n}")),
    ),
    "fees": lambda size: _definition(
        fee="fee:\n  items:\n" + _filled(size, lambda n: f"  - {{text: Jenis {n}, amount: {n + 1}}}\n")
    ),
    "promised stages": lambda size: _definition(
        sla="sla:\n  stages:\n" + _filled(size, lambda n: f"  - {{name: Tahap {n}, within: 2 hari}}\n")
    ),
    "promised cases": lambda size: _steps(
        size // 2,
        lambda n, count: "time: 2 menit",
        sla="sla:\n  cases:\n" + _filled(size // 2, lambda n: f"  - {{when: Jenis {n}, within: 2 hari}}\n"),
    ),
    "complaint channels": lambda size: _definition(
        complaints="complaints:\n  channels:\n" + _filled(size, lambda n: f"  - {{kind: phone, value: (0285) {n}}}\n")
    ),
    "related SOPs": lambda size: _definition(
        related="related:\n" + _filled(size, lambda n: f"- {{sop: s{n}, kind: related}}\n")
    ),
    "blanks in activities": _long("a "),
    "one word activities": _long("x"),
    "joined activities": _long("dan mencatat "),
    "passive activities": _long("dicatat oleh petugas "),
    "brackets in activities": _long("("),
    "dashes in activities": _long("-"),
    "digits in activities": _long("1."),
    "dotted activities": _long("a.b@c."),
    "questions in activities": _long("apakah? bila tidak, "),
    "hidden decisions": _long("jika berkas lengkap maka "),
    "signs that combine": _long("é̂̃"),
    "quotes of laws": _long_everywhere("Undang-Undang Nomor 25 Tahun 2009 "),
    "almost laws": _long_everywhere("Nomor 2"),
    "digits everywhere": _long_everywhere("1 "),
    "slashes everywhere": _long_everywhere("1/"),
    "words of links": _long_everywhere("www.http://a."),
    "almost phone numbers": _long_everywhere("08 1-"),
    "conditions everywhere": _long_everywhere("apabila maka, "),
}
