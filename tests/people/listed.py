"""A list of people of one unit. Dewi stands in for the head from 2 to 13 November 2026; Budi was clerk until 2024."""

from __future__ import annotations

from datetime import date

UNIT = "contoh/kelurahan"
FIRST, LAST = date(2026, 11, 2), date(2026, 11, 13)
TITLES = {"pemohon": "Pemohon", "petugas": "Petugas Loket", "lurah": "Lurah"}

LIST = """\
people: 1
# yang bertugas di kelurahan
persons:
  - id: siti # kepala
    name: Siti Contoh
    nip: "197001011995032001"
    steward: true
    offices:
      # sejak pelantikan
      - {unit: contoh/kelurahan, actor: lurah, from: 2024-03-01} # SK 821/7
      # di bawah jabatan
  - id: KOTA\\dewi
    name: Dewi Contoh
    offices:
      - {unit: contoh/kelurahan, actor: petugas, from: 2025-01-06}
      - unit: contoh/kelurahan
        actor: lurah
        standing: plh
        letter: 800/15/2026
        from: 2026-11-02
        until: 2026-11-13
  - {id: budi, name: Budi, offices: [{unit: contoh/kelurahan, actor: petugas, from: 2020-01-06, until: 2024-12-31}]}
  - {id: tono, name: Tono Contoh}
"""
