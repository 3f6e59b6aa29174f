"""Words of the JSON Schemas: what each kind of file is, and what each value of a closed list means.

Schemas are files beside the definitions and always Indonesian; the English words are for who reads this catalogue.
"""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str]] = {
    "sop": ("Definisi SOP", "SOP definition"),
    "sop_meaning": (
        "Satu standar pelayanan dengan prosedurnya: isi dokumennya, dalam bentuk yang dapat diperiksa, dijalankan, dan "
        "dicetak (UU 25/2009, PermenPAN-RB 15/2014, PermenPAN-RB 35/2012).",
        "One service standard with its procedure: what its document says, to be checked, run and printed.",
    ),
    "unit": ("Unit", "Unit"),
    "unit_meaning": (
        "Unit yang memberi pelayanan; satu berkas di bawah `units/`, dipakai bersama oleh standar-standarnya.",
        "The unit that gives the service: one file under `units/`, shared by its standards.",
    ),
    "project": ("Proyek", "Project"),
    "project_meaning": (
        "Yang ditetapkan sebuah kantor untuk semua berkas SOP-nya.",
        "What one office has settled for all its SOP files.",
    ),
    "scenario": ("Skenario uji", "Scenarios"),
    "scenario_meaning": (
        "Skenario di samping sebuah definisi: bila dijawab begini, langkah-langkahnya begini dan akhirnya itu; "
        "dijalankan dengan `sop test`.",
        "Scenarios beside a definition: answered so, these are the steps and this is the end; run by `sop test`.",
    ),
    "people": ("Daftar orang", "List of people"),
    "people_meaning": (
        "Siapa memangku jabatan apa di unit mana, dari kapan sampai kapan; menentukan siapa boleh mencatat apa.",
        "Who holds which office in which unit, from when to when: it decides who may record what.",
    ),
    # whose clock runs
    "office": ("waktu kantor", "the office's time"),
    "applicant": ("waktu pemohon; waktu kantor berhenti", "the applicant's time; the office's stands still"),
    "none": ("tidak ada waktu yang berjalan", "no clock runs"),
    # how a case ends
    "finished": ("permohonan dilayani sampai selesai", "the request was served"),
    "rejected": ("permohonan ditolak", "the request was rejected"),
    "withdrawn": ("permohonan ditarik atau dibatalkan pemohon", "the applicant withdrew"),
    # from when the promised time counts
    "requirements_complete": ("sejak berkas dinyatakan lengkap", "from when the file is complete"),
    "submitted": ("sejak permohonan diajukan", "from when the request is submitted"),
    # kinds of channels
    "phone": ("telepon kantor", "office telephone"),
    "mobile": ("nomor telepon genggam", "mobile number"),
    "whatsapp": ("WhatsApp", "WhatsApp"),
    "sms": ("pesan singkat (SMS)", "text message"),
    "fax": ("faksimile", "fax"),
    "call_center": ("pusat panggilan", "call centre"),
    "email": ("surat elektronik", "email"),
    "website": ("situs web", "web site"),
    "app": ("aplikasi", "app"),
    "form": ("formulir", "form"),
    "lapor": ("SP4N-LAPOR!", "SP4N-LAPOR!"),
    "twitter": ("Twitter/X", "Twitter/X"),
    "instagram": ("Instagram", "Instagram"),
    "facebook": ("Facebook", "Facebook"),
    "tiktok": ("TikTok", "TikTok"),
    "youtube": ("YouTube", "YouTube"),
    "telegram": ("Telegram", "Telegram"),
    "letter": ("surat", "letter"),
    "suggestion_box": ("kotak saran", "suggestion box"),
    "in_person": ("datang langsung", "in person"),
    "survey": ("survei kepuasan", "survey"),
    # kinds of SOP
    "technical": ("teknis: rinci, satu pelaksana", "technical: in detail, one actor"),
    "administrative": ("administratif: umum, lebih dari satu pelaksana", "administrative: general, several actors"),
    "macro": ("makro: memuat beberapa SOP mikro", "macro: holds several micro SOPs"),
    "micro": ("mikro: bagian dari SOP makro", "micro: part of a macro SOP"),
    "final": ("final: menghasilkan produk akhir", "final: gives the end product"),
    "partial": ("parsial: masih ada kegiatan lanjutan", "partial: more activity follows"),
    "generic": ("generik: kegiatan dan pelaksananya sama di banyak tempat", "generic: the same in many places"),
    "specific": ("spesifik: khas kegiatan, pelaksana, atau tempatnya", "specific: differs by activity, actor or place"),
    # how SOPs hang together
    "follows": ("SOP lanjutan, dikerjakan sesudah ini", "comes after this one"),
    "precedes": ("SOP prasyarat, dikerjakan sebelum ini", "comes before this one"),
    "related": ("SOP yang berkaitan", "is related"),
    "part_of": ("SOP makro yang memuat ini", "the macro SOP that holds this one"),
    # where a document stands in its life
    "draft": ("rancangan", "draft"),
    "in_force": ("berlaku", "in force"),
    "replaced": ("digantikan", "replaced"),
    "revoked": ("dicabut", "revoked"),
    # a key that `unstated` names
    "limit": ("batas pengulangan jawaban", "how often the answer may be given"),
    # how an office is held
    "definitive": ("pejabat definitif", "the official"),
    "plt": ("pelaksana tugas", "acting, until there is an official"),
    "plh": ("pelaksana harian", "acting, while the official is away"),
    # project files
    "off": ("tidak dilaporkan", "not reported"),
    "info": ("catatan", "note"),
    "warning": ("peringatan", "warning"),
    "error": ("kesalahan: SOP tidak dapat dijalankan", "error: the SOP cannot be run"),
    "A4": ("A4 (210 × 297 mm)", "A4 (210 × 297 mm)"),
    "F4": ("F4/folio (215 × 330 mm)", "F4/folio (215 × 330 mm)"),
    "sans": ("tanpa kait: Arimo", "sans serif: Arimo"),
    "serif": ("berkait: PT Serif", "serif: PT Serif"),
    "holiday": ("kantor libur pada hari cuti bersama", "the office is closed on days of joint leave"),
    "workday": ("kantor tetap buka pada hari cuti bersama", "the office is open on days of joint leave"),
    "5": ("Senin sampai Jumat", "Monday to Friday"),
    "6": ("Senin sampai Sabtu", "Monday to Saturday"),
    "Asia/Jakarta": ("WIB", "Western Indonesia Time"),
    "Asia/Makassar": ("WITA", "Central Indonesia Time"),
    "Asia/Jayapura": ("WIT", "Eastern Indonesia Time"),
}
