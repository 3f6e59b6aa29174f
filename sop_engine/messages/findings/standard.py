"""The components of a service standard and what its document leaves open (SP0xx, SOP08x)."""

from __future__ import annotations

from sop_engine.messages.findings.entry import Finding

FINDINGS: dict[str, Finding] = {
    "SP001": Finding(
        "error",
        ("komponen {missing} kosong", "component {missing} is empty"),
        (
            "Standar pelayanan wajib memuatnya (PermenPAN-RB 15/2014).",
            "A service standard must have it (PermenPAN-RB 15/2014).",
        ),
    ),
    "SP030": Finding(
        "warning",
        ("bagian pengaduan belum menyebut: {missing}", "the complaint section does not name: {missing}"),
        (
            "Lengkapi dari dokumen, atau tanyakan kepada unit; kanal dan pejabat pengaduan wajib ada (UU 25/2009 "
            "Pasal 36).",
            "Complete it from the document, or ask the unit; channels and an officer are a duty (UU 25/2009 "
            "Article 36).",
        ),
    ),
    "SOP080": Finding(
        "warning",
        (
            "dokumen tidak menyebut {missing} secara jelas; isi di sini adalah tafsiran: `{value}`",
            "the document does not clearly state the {missing}; this is a reading of it: `{value}`",
        ),
        (
            "Pastikan kepada unit penyusun, lalu hapus dari `unstated`.",
            "Confirm with the unit, then remove it from `unstated`.",
        ),
    ),
    "SOP081": Finding(
        "warning",
        ("`unstated` menyebut `{key}`, padahal tidak diisi", "`unstated` names `{key}`, which is not filled in"),
        ("Isi kuncinya, atau hapus dari `unstated`.", "Fill it in, or remove it from `unstated`."),
    ),
}
