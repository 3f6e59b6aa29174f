"""The words that fill the arguments of findings, in both languages."""

from __future__ import annotations

TERMS = {
    "text": ("teks", "text"),
    "number": ("bilangan bulat", "a whole number"),
    "boolean": ("true atau false", "true or false"),
    "list": ("daftar (baris-baris yang diawali `- `)", "a list (lines that begin with `- `)"),
    "mapping": ("kelompok kunci (`kunci: isi`)", "a group of keys (`key: value`)"),
    "empty": ("berkas kosong", "an empty file"),
    "channel": ("kanal pengaduan", "complaint channels"),
    "officer": ("pejabat pengaduan", "complaint officer"),
    "limit": ("batas waktu", "time limit"),
    "requirements": ("persyaratan", "requirements"),
    "products": ("produk pelayanan", "service products"),
    "actor": ("pelaksana", "actor"),
    "activity": ("kegiatan", "activity"),
    "next": ("langkah berikut", "next step"),
    "time": ("waktu", "time"),
    "output": ("output", "output"),
    "optional": ("syarat langkah", "condition"),
    "decision": ("keputusan", "decision"),
    "to": ("langkah tujuan", "target step"),
    "end": ("akhir", "end"),
    "answer": ("jawaban", "answer"),
    "unit": ("unit", "unit"),
    "title": ("nama layanan", "title"),
    "decree": ("surat keputusan", "decree"),
    "step": ("langkah", "step"),
    "requirement": ("persyaratan", "requirement"),
    "procedure": ("prosedur", "procedure"),
    "as_boolean": ("ya/tidak", "a boolean"),
    "as_number": ("angka", "a number"),
    "as_date": ("tanggal", "a date"),
    "alias": ("jangkar atau alias", "an anchor or alias"),
    "tag": ("penanda jenis", "a tag"),
    "key": ("kunci yang bukan teks", "a key that is not text"),
    "merge": ("kunci gabungan", "a merge key"),
    "gone": ("berkas tidak ada", "there is no such file"),
    "forbidden": ("tidak ada izin membaca", "you may not read it"),
    "link_loop": ("tautan berputar tanpa ujung", "its links go round in a circle"),
    "other": ("tempat simpannya tidak menjawab", "its storage does not answer"),
}
"""Words that fill the arguments of TERM_ARGS; several are separated by commas."""

TERM_ARGS = frozenset({"expected", "seen", "missing", "kind", "reason"})
