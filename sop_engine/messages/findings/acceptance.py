"""What a project and an analyst settle themselves: severities, patterns, accepted findings (SOP140-SOP149)."""

from __future__ import annotations

from sop_engine.messages.findings.entry import Finding

FINDINGS: dict[str, Finding] = {
    "SOP140": Finding(
        "warning",
        (
            "komentar `# sop: {value} …` tidak menerima temuan apa pun",
            "the comment `# sop: {value} …` accepts no finding",
        ),
        (
            "Tulis `# sop: terima KODE karena ALASAN`, misalnya `# sop: terima SOP052 karena dikerjakan sekaligus`.",
            "Write `# sop: terima CODE karena REASON` (or `accept … because …`).",
        ),
    ),
    "SOP141": Finding(
        "warning",
        (
            "penerimaan {value} tidak menyebut alasan, sehingga tidak berlaku",
            "the acceptance of {value} gives no reason and does not count",
        ),
        (
            "Tambahkan `karena` dan alasannya di baris yang sama.",
            "Add `because` and the reason on the same line.",
        ),
    ),
    "SOP142": Finding(
        "warning",
        ("tidak ada temuan berkode `{value}`{near}", "there is no finding with the code `{value}`{near}"),
        (
            "Salin kodenya dari laporan `sop validate`; satu kode tidak pernah berganti arti.",
            "Copy the code from the report of `sop validate`; a code never changes its meaning.",
        ),
    ),
    "SOP143": Finding(
        "warning",
        ("{value} diterima di sini, padahal temuannya tidak ada", "{value} is accepted here, but does not occur"),
        (
            "Hapus komentarnya, atau pindahkan ke baris temuannya atau tepat di atasnya.",
            "Delete the comment, or move it to the line of its finding or right above it.",
        ),
    ),
    "SOP144": Finding(
        "warning",
        ("{value} adalah kesalahan, dan kesalahan tidak dapat diterima", "{value} is an error and cannot be accepted"),
        (
            "Perbaiki kesalahannya, lalu hapus komentar ini. Instansi dapat menurunkan tingkat sebagian kode dalam "
            "`sop-project.yaml`.",
            "Mend the error and delete this comment. An agency can lower some codes in `sop-project.yaml`.",
        ),
    ),
    "SOP145": Finding(
        "error",
        (
            "{value} tidak dapat dijadikan `{level}`: SOP dengan kesalahan ini tidak dapat dijalankan",
            "{value} cannot be made `{level}`: an SOP with this error cannot be run",
        ),
        (
            "Hapus baris ini; kode itu tetap dilaporkan sebagai kesalahan.",
            "Delete this line; the code stays an error.",
        ),
    ),
    "SOP146": Finding(
        "error",
        ("pola nomor `{value}` tidak dapat dipakai", "the pattern `{value}` cannot be used"),
        (
            "Pakai huruf dan angka biasa, `.`, [..], \\d, (..|..), dan pengulangan ?, *, +, atau {{m,n}} sampai "
            "30 kali; paling panjang 200 karakter.",
            "Use plain signs, `.`, [..], \\d, (..|..), and the repeats ?, *, + or {{m,n}} up to 30 times; "
            "200 signs at most.",
        ),
    ),
}
