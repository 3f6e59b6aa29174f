"""Why the system refused, as it says it by name: (Indonesian, English). What is not here is told in its own words."""

from __future__ import annotations

REASONS: dict[str, tuple[str, str]] = {
    # of the operating system, by the name of the error
    "EACCES": ("tidak ada izin", "permission denied"),
    "EPERM": ("tidak diizinkan oleh sistem", "not permitted by the system"),
    "EROFS": ("cakramnya hanya dapat dibaca", "the disk is read-only"),
    "EEXIST": ("sudah ada berkas dengan nama foldernya", "there is a file with the name of its folder"),
    "ENOTDIR": ("sebagian letaknya adalah berkas, bukan folder", "a part of its path is a file, not a folder"),
    "EISDIR": ("itu sebuah folder", "it is a folder"),
    "ENOTEMPTY": ("itu sebuah folder yang berisi", "it is a folder that is not empty"),
    "ENOENT": ("letaknya tidak ada", "there is no such place"),
    "ENAMETOOLONG": ("namanya terlalu panjang", "the name is too long"),
    "ELOOP": ("tautannya berputar", "its links run in a circle"),
    "EBUSY": ("sedang dipakai program lain", "it is in use by another program"),
    "EIO": ("cakramnya tidak dapat dibaca atau ditulis", "the disk could not be read or written"),
    "EINVAL": ("nama itu tidak diterima sistem", "the system does not accept the name"),
    # of the database
    "SQLITE_NOTADB": ("isinya bukan basis data", "its content is no database"),
    "SQLITE_CORRUPT": ("isi basis datanya kacau", "the content of the database is garbled"),
    "SQLITE_CANTOPEN": ("berkas atau foldernya tidak dapat dibuka", "the file or its folder cannot be opened"),
    "SQLITE_IOERR": ("cakramnya tidak dapat dibaca atau ditulis", "the disk could not be read or written"),
    "SQLITE_NOMEM": ("memori komputer habis", "the computer is out of memory"),
    "SQLITE_TOOBIG": ("isinya terlalu panjang", "the content is too long"),
    "SQLITE_PROTOCOL": ("penguncian berkas tidak berjalan di cakram itu", "files cannot be locked on that disk"),
    # of a backup
    "lacks manifest.json": ("di dalamnya tidak ada manifest.json", "there is no manifest.json in it"),
    "lacks cases.db": ("di dalamnya tidak ada cases.db", "there is no cases.db in it"),
    # of what somebody else has made
    "foreign": ("basis data milik program lain", "the database of another program"),
}

ENDS: dict[str, tuple[str, str]] = {
    "finished": ("selesai", "finished"),
    "withdrawn": ("dicabut", "withdrawn"),
    "rejected": ("ditolak", "rejected"),
}
"""How a case ended outside its procedure, where no end has words for it."""
