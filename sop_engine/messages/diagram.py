"""Words on flowcharts."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str]] = {
    "kind": ("DIAGRAM ALIR PROSEDUR", "PROCEDURE FLOWCHART"),
    "described": ("Diagram alir {title}, halaman {page} dari {pages}", "Flowchart of {title}, page {page} of {pages}"),
    "decree": ("Nomor SK", "Decree no."),
    "case": ("Perkara", "Case"),
    "page": ("Halaman", "Page"),
    "of": ("{page} dari {pages}", "{page} of {pages}"),
    "actors": ("Pelaksana", "Actors"),
    "external": ("pihak luar", "outside the office"),
    "involves": ("melibatkan {names}", "with {names}"),
    "and": ("dan", "and"),
    "start": ("Mulai", "Start"),
    "skip": ("bila tidak diperlukan", "if not needed"),
    "returned": ("dikembalikan", "returned"),
    "optional": ("apabila diperlukan", "where needed"),
    "connector": ("sambungan halaman", "page connector"),
    "to_page": ("ke hal. {pages}", "to p. {pages}"),
    "from_page": ("dari hal. {pages}", "from p. {pages}"),
    "state_done": ("selesai dikerjakan", "done"),
    "state_current": ("sedang berjalan", "current"),
    "state_ahead": ("belum", "not yet"),
}
