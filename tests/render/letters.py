"""Letters as offices write them, and some that try to break out of their paper."""

import base64
import struct
import zlib

from sheeting import compiled

from sop_engine.definition.logo import Logo
from sop_engine.render.letter.kinds import Answer, Handed, Issued, Receipt, Rejection, Signer
from sop_engine.render.letter.receipt import papers
from sop_engine.render.sheet.grievance import channels

MARKUP = "<script>alert('x')</script> & #let $x$ \\ {{ y }} *z* [q](r) _s_ `t` | u"

HEAD = Signer(
    position="Kepala Bagian Protokol dan Komunikasi Pimpinan",
    name="Rina Contoh, S.E., M.M.",
    rank="Pembina",
    nip="197001011990012001",
)
SERVICE = "Kerjasama Media"
CASE = "kerjasama-media-2026-0012"


def unit():
    return compiled("kerjasama-media").unit


def _channels():
    return channels(compiled("kerjasama-media").definition.complaints)


def logo() -> Logo:
    """Return a blue disc."""
    side = 64
    rows = b"".join(
        b"\0" + b"".join(b"\x0b\x4f\x8a" if (x - 32) ** 2 + (y - 32) ** 2 < 900 else b"\xff" * 3 for x in range(side))
        for y in range(side)
    )  # fmt: skip

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
    png += chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return Logo(f"data:image/png;base64,{base64.b64encode(png).decode()}", side, side)


HANDED = (
    Handed("Surat penawaran kerjasama disertai dengan daftar harga dari media rekanan", papers(True, 1)),
    Handed("Salinan Kartu Tanda Penduduk (KTP) pemilik atau pimpinan perusahaan media", papers(False, 2)),
    Handed("Salinan Nomor Pokok Wajib Pajak (NPWP) perusahaan", papers(False, 1), papers(False, 1)),
    Handed("Bukti verifikasi Dewan Pers", "", papers(True, 0)),
)
NEXT = (
    "Kepala Bagian mendisposisi surat penawaran kepada Pranata Hubungan Masyarakat",
    "Pemohon menerima pemberitahuan melalui telepon apabila berkas perlu diperbaiki",
)


def receipt(**changes: object) -> Receipt:
    given: dict[str, object] = {
        "case": CASE,
        "service": SERVICE,
        "opened": "Senin, 2 Maret 2026, pukul 09.15 WIB",
        "applicant": "PT Media Contoh Nusantara",
        "reference": "Surat Nomor 05/MCN/III/2026 tanggal 1 Maret 2026",
        "way": "loket pelayanan",
        "requirements": tuple(Handed(each.text, each.received or "asli") for each in HANDED),
        "complete": True,
        "promise": "3 hari kerja",
        "due": "Kamis, 5 Maret 2026",
        "following": NEXT,
        "channels": _channels(),
        "issued": Issued(
            place="Pekalongan", day="2 Maret 2026", signer=Signer("", "Sari Contoh", "", "199001012015032001")
        ),
    }
    return Receipt(**{**given, **changes})


def incomplete(**changes: object) -> Receipt:
    return receipt(requirements=HANDED, complete=False, due="", **changes)


def rejection(**changes: object) -> Rejection:
    given: dict[str, object] = {
        "case": CASE,
        "service": SERVICE,
        "received": "2 Maret 2026",
        "grounds": (
            "media yang Saudara kelola belum terverifikasi pada Dewan Pers",
            "harga yang ditawarkan melebihi standar biaya yang berlaku pada tahun anggaran 2026",
        ),
        "applicant": "Pimpinan PT Media Contoh Nusantara",
        "reference": "Surat Nomor 05/MCN/III/2026",
        "decision": "Permohonan ditolak",
        "channels": _channels(),
        "issued": Issued(
            number="400.14.5/0123",
            place="Pekalongan",
            day="5 Maret 2026",
            signer=HEAD,
            copies=("Asisten Administrasi Umum Sekretaris Daerah", "Arsip"),
        ),
    }
    return Rejection(**{**given, **changes})


def returned(**changes: object) -> Rejection:
    return rejection(
        returned=True,
        until="12 Maret 2026",
        grounds=("bukti tayang pada media daring belum memuat alamat tautan berita",),
        decision="",
        issued=Issued(place="Pekalongan", signer=Signer(HEAD.position, on_behalf="Sekretaris Daerah")),
        **changes,
    )


def answer(**changes: object) -> Answer:
    given: dict[str, object] = {
        "complaint": "kerjasama-media-pengaduan-2026-0003",
        "received": "9 Maret 2026",
        "way": "surat elektronik",
        "complainant": "Budi Contoh",
        "where": "Pekalongan",
        "about": ("Pembayaran publikasi Februari 2026 belum diterima meskipun bukti tayang telah diserahkan.",),
        "service": SERVICE,
        "case": CASE,
        "step": "Memverifikasi kelengkapan bukti tayang pada media rekanan",
        "found": (
            "Bukti tayang diterima pada 3 Maret 2026 dan dinyatakan lengkap pada 4 Maret 2026.",
            "Berkas tertahan satu hari kerja pada langkah verifikasi karena pejabat yang menangani sedang cuti.",
        ),
        "done": ("Verifikasi telah diselesaikan dan pembayaran diajukan pada 10 Maret 2026.",),
        "outcome": "Pengaduan terbukti dan telah ditindaklanjuti.",
        "limit": "14 hari kerja",
        "due": "31 Maret 2026",
        "kept": True,
        "issued": Issued(number="400.14.5/0201", place="Pekalongan", day="12 Maret 2026", signer=HEAD),
    }  # fmt: skip
    return Answer(**{**given, **changes})


def secret_answer(**changes: object) -> Answer:
    return answer(secret=True, kept=False, due="10 Maret 2026", limit="1 hari kerja", **changes)


LETTERS = {
    "tanda-terima-lengkap": receipt,
    "tanda-terima-belum-lengkap": incomplete,
    "penolakan": rejection,
    "pengembalian": returned,
    "jawaban": answer,
    "jawaban-rahasia": secret_answer,
}
