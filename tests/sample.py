"""A small complete definition without a single finding, as one text chunk for each of its keys.

Text and not data, so that a chunk can be replaced by YAML that cannot be read.
"""

from __future__ import annotations

import re

CHUNKS = {
    "sop": "sop: 1\n",
    "id": "id: izin-keramaian\n",
    "title": "title: Izin Keramaian\n",
    "unit": "unit: contoh/kelurahan\n",
    "decree": "decree:\n  number: 100/7 Tahun 2025\n",
    "requirements": "requirements:\n  - id: surat\n    text: Surat permohonan\n",
    "actors": (
        "actors:\n"
        "  pemohon:\n    name: Pemohon\n    external: true\n"
        "  petugas:\n    name: Petugas Loket\n"
        "  lurah:\n    name: Lurah\n"
    ),
    "steps": (
        "steps:\n"
        "  - id: ajukan\n    actor: pemohon\n    activity: Mengajukan permohonan\n"
        "  - id: periksa\n    actor: petugas\n    activity: Memeriksa berkas\n"
        "    decision:\n"
        "      question: Apakah berkas lengkap?\n"
        "      branches:\n"
        "        - answer: lengkap\n"
        "        - answer: tidak lengkap\n          to: ajukan\n          note: berkas dilengkapi pemohon\n"
        "  - id: tandatangani\n    actor: lurah\n    activity: Menandatangani surat izin\n"
    ),
    "sla": "sla:\n  within: 3 hari kerja\n  from: requirements_complete\n",
    "fee": "fee:\n  free: true\n",
    "products": "products:\n  - Surat izin keramaian\n",
    "complaints": (
        "complaints:\n"
        "  within: 5 hari kerja\n"
        "  channels:\n    - kind: phone\n      value: (0285) 000000\n    - kind: lapor\n"
        "  officer:\n    name: Pejabat Pengaduan Contoh\n    position: Sekretaris Kelurahan\n"
    ),
    "standard": (
        "standard:\n"
        "  legal_basis: [Undang-Undang Nomor 25 Tahun 2009]\n"
        "  facilities: [Loket pelayanan]\n"
        "  staff_competence: [Memahami tata naskah dinas]\n"
        "  internal_supervision: [Oleh atasan langsung]\n"
        "  staff_count: [Tiga orang]\n"
        "  service_guarantee: [Dilayani sesuai standar]\n"
        "  safety_guarantee: [Surat bernomor dan berstempel]\n"
        "  staff_evaluation: [Setahun sekali]\n"
    ),
}

UNIT_TEXT = "unit: 1\nid: contoh/kelurahan\nname: Kelurahan Contoh\nparent: Pemerintah Kota Contoh\n"

_TOP_KEY = re.compile(r"^([a-z_]+) *:", re.MULTILINE)


def definition(fragment: str = "") -> str:
    """Return the base definition, the keys that ``fragment`` names at its left edge replaced by the fragment."""
    named = set(_TOP_KEY.findall(fragment))
    if "procedures" in named:
        named.add("steps")
    return "".join(chunk for key, chunk in CHUNKS.items() if key not in named) + fragment
