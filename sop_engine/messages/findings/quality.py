"""Mutu baku: what each step needs, how long it takes and what it yields (SOP06x), beside the times."""

from __future__ import annotations

from sop_engine.messages.findings.entry import Finding

FINDINGS: dict[str, Finding] = {
    "SOP060": Finding(
        "warning",
        (
            "mutu baku langkah {number} `{step}` belum memuat {missing}",
            "step {number} `{step}` lacks its quality standard: {missing}",
        ),
        (
            "Isi kelengkapan (`input`), waktu (`time`), dan output (`output`) tiap langkah.",
            "Fill in what each step needs (`input`), its time (`time`) and what it yields (`output`).",
        ),
    ),
    "SOP066": Finding(
        "info",
        (
            "output langkah {number}, `{value}`, tidak menjadi kelengkapan langkah lain",
            "the output of step {number}, `{value}`, is needed by no other step",
        ),
        (
            "Samakan sebutannya dengan kelengkapan langkah berikut, atau periksa apakah output ini diperlukan.",
            "Name it as the next step's input does, or check whether it is needed.",
        ),
    ),
    "SOP068": Finding(
        "warning",
        ("persyaratan `{value}` tidak diminta pada langkah mana pun", "no step asks for requirement `{value}`"),
        (
            "Sebut kuncinya di `requires:` pada langkah yang menerima atau memeriksanya, atau hapus persyaratan ini.",
            "Name its key in `requires:` at the step that receives or checks it, or delete the requirement.",
        ),
    ),
    "SOP069": Finding(
        "warning",
        (
            "prosedur final ini berakhir dengan `{value}`, bukan produk pelayanan ({products})",
            "this final SOP ends with `{value}`, not with the product ({products})",
        ),
        (
            "Samakan sebutan produk dan output langkah terakhir; bila masih ada kelanjutannya, tulis "
            "`completeness: partial`.",
            "Name the product and the last output alike; where something follows, write `completeness: partial`.",
        ),
    ),
}
