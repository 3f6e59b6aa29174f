"""Definitions to draw and tell the promise of, one for each thing that can be said about a promise. Invented."""

from __future__ import annotations

from sample import definition

PERMIT = """id: izin-keramaian
title: Izin Penyelenggaraan Reklame
actors:
  pemohon: {name: Pemohon, external: true}
  loket: {name: Petugas Loket}
  teknis: {name: Tim Teknis}
  kasi: {name: Kepala Seksi Perizinan}
  kabid: {name: Kepala Bidang Penataan dan Pengawasan Perizinan}
steps:
  - {id: ajukan, actor: pemohon, activity: Menyerahkan berkas permohonan izin reklame beserta gambar rancangan}
  - id: periksa
    actor: loket
    activity: Memeriksa kelengkapan dan kebenaran berkas permohonan
    time: 30 menit
    decision:
      question: Apakah berkas lengkap?
      branches:
        - answer: lengkap
        - {answer: tidak lengkap, to: ajukan}
  - id: telaah
    actor: kasi
    activity: Menelaah permohonan dan menugasi tim teknis
    time: 4 jam
    parallel:
      - title: Lapangan
        steps:
          - id: tinjau
            actor: teknis
            activity: Meninjau lokasi pemasangan reklame
            times: {best: 1 hari kerja, usual: 2 hari kerja, worst: 5 hari kerja}
          - {id: ba, actor: teknis, activity: Menyusun berita acara peninjauan, time: 3 jam}
      - title: Pajak
        steps:
          - {id: hitung, actor: kasi, activity: Menghitung pajak reklame, time: 1 hari kerja}
  - {id: konsep, actor: kasi, activity: Menyusun konsep surat izin, time: 1 hari kerja}
  - id: paraf
    actor: kabid
    activity: Meneliti konsep surat izin
    time: 1 hari kerja
    decision:
      question: Apakah konsep sudah benar?
      branches:
        - answer: benar
        - {answer: perlu perbaikan, to: konsep, limit: {times: 2, to: terbit}}
  - id: terbit
    actor: kabid
    activity: Menandatangani surat izin
    times: {best: 1 jam, usual: 1 hari kerja, worst: 3 hari kerja}
  - {id: serah, actor: loket, activity: Menyerahkan surat izin kepada pemohon, time: 15 menit}
"""

LETTER = """id: izin-keramaian
title: Surat Keterangan Domisili Usaha bagi Pelaku Usaha Mikro, Kecil, dan Menengah
actors:
  pemohon: {name: Pemohon, external: true}
  loket: {name: Petugas Loket}
  kasi: {name: Kepala Seksi Pelayanan}
steps:
  - {id: ajukan, actor: pemohon, activity: Menyerahkan berkas}
  - id: periksa
    actor: loket
    activity: Memeriksa berkas
    time: 10 menit
    decision: {question: Apakah lengkap?, branches: [{answer: ya}, {answer: belum, to: ajukan}]}
  - {id: cetak, actor: loket, activity: Mencetak surat}
  - id: tanda-tangan
    actor: kasi
    activity: Menandatangani surat
    time: 20 menit
    decision: {question: Apakah benar?, branches: [{answer: ya}, {answer: belum, to: cetak}]}
  - {id: serah, actor: loket, activity: Menyerahkan surat, time: 5 menit}
"""

COMPLAINT = """id: izin-keramaian
title: Penanganan Pengaduan
actors:
  pelapor: {name: Pelapor, external: true}
  petugas: {name: Petugas Pengaduan}
  camat: {name: Camat}
steps:
  - {id: lapor, actor: pelapor, activity: Menyampaikan pengaduan}
  - {id: catat, actor: petugas, activity: Mencatat pengaduan, time: 15 menit}
  - id: jawab
    actor: petugas
    activity: Menjawab pengaduan
    time: 2 jam
    deadline: {within: 1 hari kerja, to: ambil-alih}
  - id: kirim
    actor: petugas
    activity: Mengirim jawaban
    time: 15 menit
    deadline: {within: 4 jam, to: ambil-alih}
    end: selesai
  - {id: ambil-alih, actor: camat, activity: Mengambil alih pengaduan, time: 2 hari kerja}
ends: {selesai: {text: Pengaduan selesai}}
"""

EXAMPLES = {
    "broken": PERMIT + "sla: {within: 5 hari kerja, from: requirements_complete}\n",
    "without-returns": PERMIT + "sla: {within: 12 hari kerja, from: requirements_complete}\n",
    "undecided": LETTER
    + "sla:\n  from: submitted\n  extension: {within: 1 jam}\n  cases:\n"
    + "    - {when: usaha mikro, within: 1 jam}\n    - {when: usaha menengah, within: 3 jam}\n",
    "deadlines": COMPLAINT + "sla: {within: 1 hari kerja, from: submitted}\n",
    "broken-off": PERMIT.replace("times: 2, to: terbit", "times: 9, to: terbit")
    + "sla: {within: 12 hari kerja, from: requirements_complete}\n",
    "no-promise": LETTER + "sla: {adjusts: Waktu menyesuaikan jumlah berkas}\n",
}


def text(name: str) -> str:
    """Return the text of a definition by its name."""
    return definition(EXAMPLES[name])
