"""The words of ``sop diff``: (Indonesian, English)."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str]] = {
    "help_diff": (
        "Bandingkan dua versi SOP: apa yang berubah, dan bagi siapa.\n\n"
        "Bagi pemohon, bagi tiap pelaksana, pada alur, dan pada dokumen.\n\n\b\nContoh:\n"
        "  sop diff lama.yaml definitions/kerjasama-media.yaml\n"
        "  sop diff lama.yaml baru.yaml --format md > perubahan.md\n"
        "  git show HEAD~1:definitions/kerjasama-media.yaml | sop diff - definitions/kerjasama-media.yaml\n\n"
        "\b\nKode keluar: 0 tidak ada yang berubah, 1 ada yang berubah, 2 cara pakai salah,\n3 tidak dapat dijalankan.",
        "Compare two versions of an SOP: what changed, and for whom.\n\n"
        "For the applicant, for each actor, in the flow, and in the papers. Labels stay Indonesian, as on the papers."
        "\n\n\b\nExamples:\n"
        "  sop diff old.yaml definitions/kerjasama-media.yaml\n"
        "  sop diff old.yaml new.yaml --format md > changes.md\n"
        "  git show HEAD~1:definitions/kerjasama-media.yaml | sop diff - definitions/kerjasama-media.yaml\n\n"
        "\b\nExit codes: 0 nothing changed, 1 something changed, 2 wrong usage, 3 could not run.",
    ),
    "old": ("Versi lama; `-` untuk masukan baku.", "The old version; `-` from standard input."),
    "new": ("Versi baru; `-` untuk masukan baku.", "The new version; `-` from standard input."),
    "format": ("Bentuk hasil.", "Form of the answer."),
    "same": ("Tidak ada yang berubah.", "Nothing changed."),
    "title": ("Perubahan {title}", "Changes of {title}"),
    "audience_applicant": ("Bagi pemohon", "For the applicant"),
    "audience_actor": ("Bagi {actor}", "For {actor}"),
    "audience_flow": ("Pada alur", "In the flow"),
    "audience_papers": ("Pada dokumen", "In the papers"),
    "added": ("{place}: ditambah “{new}”", "{place}: “{new}” was added"),
    "removed": ("{place}: dihapus “{old}”", "{place}: “{old}” was removed"),
    "changed": ("{place}: dari “{old}” menjadi “{new}”", "{place}: from “{old}” to “{new}”"),
    "moved": ("{place}: urutannya berubah", "{place}: the order changed"),
    "step_added": ("langkah baru “{new}”", "a new step “{new}”"),
    "step_removed": ("langkah “{old}” tidak ada lagi", "step “{old}” is gone"),
    "taken": ("mengambil alih langkah “{place}” dari {old}", "takes over step “{place}” from {old}"),
    "left": ("tidak lagi mengerjakan langkah “{place}”; kini oleh {new}", "no longer does step “{place}”; now {new}"),
    "leads": ("sesudah {place}: dahulu ke “{old}”, kini ke “{new}”", "after {place}: was “{old}”, now “{new}”"),
    "leads_new": ("sesudah {place}: kini ke “{new}”", "after {place}: now “{new}”"),
    "leads_gone": ("sesudah {place}: tidak lagi ke “{old}”", "after {place}: no longer “{old}”"),
    "by_next": ("“{step}”", "“{step}”"),
    "by_answer": ("“{step}” dijawab “{answer}”", "“{step}” is answered “{answer}”"),
    "by_skip": ("“{step}” dilewati", "“{step}” is skipped"),
    "by_fork": ("“{step}”, bersamaan", "“{step}”, at the same time"),
    "by_limit": ("“{step}” dijawab “{answer}” melampaui batas", "“{step}” is answered “{answer}” beyond its limit"),
    "by_late": ("tenggat “{step}” lewat", "the deadline of “{step}” has passed"),
}
