"""The actors: who acts, under which name (SOP04x)."""

from __future__ import annotations

from sop_engine.messages.findings.entry import Finding

FINDINGS: dict[str, Finding] = {
    "SOP041": Finding(
        "warning",
        ("pelaksana `{actor}` tidak dipakai oleh langkah mana pun", "actor `{actor}` is used by no step"),
        ("Hapus dari `actors`, atau beri langkah.", "Delete it from `actors`, or give it a step."),
    ),
    "SOP042": Finding(
        "warning",
        (
            "urutan kolom tidak mengikuti urutan bertindak: `{left}` bertindak sesudah `{right}`",
            "the columns do not follow the order of acting: `{left}` acts after `{right}`",
        ),
        ("Urutkan `actors`: {order}.", "Put `actors` in this order: {order}."),
    ),
    "SOP043": Finding(
        "warning",
        (
            "urutan kolom mengikuti pangkat: `{left}` bertindak sesudah `{right}`",
            "the columns follow rank: `{left}` acts after `{right}`",
        ),
        (
            "Urutkan `actors` menurut saat bertindak: {order}.",
            "Put `actors` in the order of acting: {order}.",
        ),
    ),
    "SOP044": Finding(
        "warning",
        (
            "pelaksana seharusnya jabatan, bukan {kind}: `{value}`",
            "an actor should be a position, not {kind}: `{value}`",
        ),
        (
            "Tulis jabatan yang mengerjakannya, misalnya `Petugas Loket` atau `Kepala Seksi Pelayanan`.",
            "Write the position that does the work, such as `Petugas Loket` or `Kepala Seksi Pelayanan`.",
        ),
    ),
    "SOP045": Finding(
        "warning",
        (
            "pelaksana yang sama ditulis dengan beberapa ejaan: {spellings}",
            "one actor is spelled in several ways: {spellings}",
        ),
        (
            "Seragamkan dalam dokumen; definisi ini memakai `{name}`.",
            "Make the document uniform; this definition uses `{name}`.",
        ),
    ),
    "SOP046": Finding(
        "warning",
        (
            "sifat kegiatan {kind}, padahal pelaksananya {count}",
            "the nature is {kind}, but the number of actors is {count}",
        ),
        (
            "SOP teknis dikerjakan satu pelaksana, SOP administratif lebih dari satu.",
            "A technical SOP has one actor, an administrative one has several.",
        ),
    ),
    "SOP047": Finding(
        "info",
        (
            "{count} pelaksana dalam `{procedure}`; lebih dari {limit} sulit dimuat dalam satu halaman",
            "{count} actors in `{procedure}`; more than {limit} hardly fit a page",
        ),
        (
            "Gabungkan peran yang sama, atau pecah menjadi beberapa SOP.",
            "Join roles that are the same, or make several SOPs of it.",
        ),
    ),
    "SOP048": Finding(
        "error",
        ("pelaksana `{value}` tidak ada{near}", "there is no actor `{value}`{near}"),
        ("Yang ada di `actors`: {allowed}.", "There are in `actors`: {allowed}."),
    ),
    "SOP049": Finding(
        "error",
        ("pelaksana `{value}` disebut dua kali dalam satu langkah", "actor `{value}` is named twice in one step"),
        (
            "Sebut sekali saja: sebagai `actor`, dalam `with`, atau dalam `involves`.",
            "Name it once: as `actor`, in `with`, or in `involves`.",
        ),
    ),
}
