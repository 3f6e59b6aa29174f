"""The words of the standard sheet. It is an Indonesian document in every language; the English is for its maintainers.

The six ``component`` names are those of PermenPAN-RB 15/2014, in its order.
"""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str]] = {
    # head and frame
    "heading": ("Standar Pelayanan", "Service standard"),
    "name": ("Standar Pelayanan: {title}", "Service standard: {title}"),
    "running": ("{name} · {label} {number}", "{name} · {label} {number}"),
    "decree": ("No. SK", "Decree number"),
    "phone": ("Telepon", "Phone"),
    "site": ("Situs", "Site"),
    "caption": ("Komponen penyampaian pelayanan", "Components of service delivery"),
    "number": ("No", "No."),
    "component": ("Komponen", "Component"),
    "description": ("Uraian", "Description"),
    "notes": ("Catatan", "Notes"),
    "figures": ("Bagan alir", "Flowcharts"),
    "figure": ("Bagan alir {number}. {title}", "Flowchart {number}. {title}"),
    "figure_link": ("lihat bagan alir\N{NO-BREAK SPACE}{number}", "see flowchart {number}"),
    "figure_alt": (
        "Bagan alir {title}: {count} langkah, dari {first} sampai {last}. Semua langkah tertulis pada tabel.",
        "Flowchart of {title}: {count} steps, from {first} to {last}. All steps are written in the table.",
    ),
    "part": ("bagian", "part"),
    "page": ("Halaman", "Page"),
    "of": ("dari", "of"),
    "and": ("dan", "and"),
    "unstated": ("Tidak dinyatakan dalam dokumen", "Not stated in the document"),
    "unit_unstated": ("Unit penyelenggara tidak dinyatakan", "Providing unit not stated"),
    # the six components
    "component1": ("Persyaratan", "Requirements"),
    "component2": ("Sistem, mekanisme, dan prosedur", "System, mechanism and procedure"),
    "component3": ("Jangka waktu penyelesaian", "Completion time"),
    "component4": ("Biaya/tarif", "Fee"),
    "component5": ("Produk pelayanan", "Service product"),
    "component6": ("Penanganan pengaduan, saran, dan masukan", "Handling of complaints, advice and input"),
    # component 3 and 4
    "sla_requirements_complete": (
        "{time}, dihitung sejak persyaratan diterima lengkap",
        "{time}, counted from the receipt of complete requirements",
    ),
    "sla_submitted": ("{time}, dihitung sejak permohonan diajukan", "{time}, counted from the application"),
    "fee_free": ("Tidak dipungut biaya", "Free of charge"),
    "fee_per": ("{amount} per {unit}", "{amount} per {unit}"),
    "fee_regulation": ("Sesuai dengan {regulation}", "According to {regulation}"),
    # component 6
    "channels": ("Kanal pengaduan, saran, dan masukan", "Channels for complaints, advice and input"),
    "handling": ("Penanganan", "Handling"),
    "officer": ("Pejabat pengaduan", "Complaint officer"),
    "officer_phone": ("{name}, telepon {phone}", "{name}, phone {phone}"),
    "limit": ("Batas waktu tanggapan", "Time limit of the answer"),
    "by_procedure": ("mengikuti prosedur {title}", "following the procedure {title}"),
    # sentences of a procedure
    "together": ("{actor} bersama {others}", "{actor} together with {others}"),
    "if": ("Apabila {condition}", "If {condition}"),
    "if_then": ("{condition}, {outcome}.", "{condition}, {outcome}."),
    "if_then_place": ("{condition}, {outcome} ({place}).", "{condition}, {outcome} ({place})."),
    "skipped": ("Apabila tidak, langkah ini dilewati", "If not, this step is skipped"),
    "skipped_then": ("{skipped} dan {outcome}.", "{skipped} and {outcome}."),
    "onward": ("dilanjutkan ke langkah\N{NO-BREAK SPACE}{number} ({actor})", "continued at step {number} ({actor})"),
    "returned": ("dikembalikan ke langkah\N{NO-BREAK SPACE}{number} ({actor})", "returned to step {number} ({actor})"),
    "place_onward": ("langkah\N{NO-BREAK SPACE}{number}", "step {number}"),
    "place_returned": ("kembali ke langkah\N{NO-BREAK SPACE}{number}", "back to step {number}"),
    "back": ("Kembali ke langkah\N{NO-BREAK SPACE}{number} ({actor}).", "Back to step {number} ({actor})."),
    "repeated": ("langkah ini diulangi", "this step is repeated"),
    "finished": ("proses selesai", "the process is finished"),
    "ended": ("proses berakhir: {text}", "the process ends: {text}"),
    "document": ("{outcome}, dengan dokumen {document}", "{outcome}, with the document {document}"),
    "involves": ("Melibatkan {names}.", "Involves {names}."),
    "input": ("Kelengkapan", "Input"),
    "time": ("Waktu", "Time"),
    "output": ("Output", "Output"),
    "remark": ("Keterangan", "Remark"),
    # notes
    "note_unstated": (
        "{what} tidak dinyatakan dalam dokumen; yang tertulis adalah tafsiran penyusun.",
        "{what} is not stated in the document; what is written is the author's reading.",
    ),
    "note_days": (
        "Dokumen tidak menyebut apakah yang dimaksud hari kerja atau hari kalender.",
        "The document does not say whether working or calendar days are meant.",
    ),
    "note_start": (
        "Dokumen tidak menyebut sejak kapan jangka waktu ini dihitung.",
        "The document does not say from when this time is counted.",
    ),
    "note_adjusts": (
        "Dokumen tidak menetapkan batas jangka waktu penyelesaian.",
        "The document sets no limit to the completion time.",
    ),
    "note_written": ("Tertulis dalam dokumen: “{written}”.", "Written in the document: “{written}”."),
    "what_actor": ("Pelaksana langkah ini", "Who performs this step"),
    "what_activity": ("Kegiatan langkah ini", "What is done in this step"),
    "what_next": ("Langkah berikutnya", "The step that follows"),
    "what_time": ("Waktu langkah ini", "The time of this step"),
    "what_output": ("Output langkah ini", "The output of this step"),
    "what_optional": ("Syarat pelaksanaan langkah ini", "The condition of this step"),
    "what_decision": ("Keputusan pada langkah ini", "The decision in this step"),
    "what_to": ("Arah jawaban ini", "Where this answer leads"),
    "what_end": ("Akhir proses di sini", "The end of the process here"),
    "what_answer": ("Jawaban ini", "This answer"),
    "what_unit": ("Unit penyelenggara", "The providing unit"),
    "what_title": ("Nama layanan", "The name of the service"),
    "what_decree": ("Nomor surat keputusan", "The number of the decree"),
    # kinds of channels
    "channel_phone": ("Telepon", "Phone"),
    "channel_mobile": ("Telepon seluler", "Mobile phone"),
    "channel_whatsapp": ("WhatsApp", "WhatsApp"),
    "channel_sms": ("SMS", "SMS"),
    "channel_fax": ("Faksimile", "Fax"),
    "channel_call_center": ("Pusat panggilan", "Call centre"),
    "channel_email": ("Email", "Email"),
    "channel_website": ("Situs web", "Web site"),
    "channel_app": ("Aplikasi", "App"),
    "channel_form": ("Formulir", "Form"),
    "channel_lapor": ("SP4N-LAPOR!", "SP4N-LAPOR!"),
    "channel_twitter": ("Twitter/X", "Twitter/X"),
    "channel_instagram": ("Instagram", "Instagram"),
    "channel_facebook": ("Facebook", "Facebook"),
    "channel_tiktok": ("TikTok", "TikTok"),
    "channel_youtube": ("YouTube", "YouTube"),
    "channel_telegram": ("Telegram", "Telegram"),
    "channel_letter": ("Surat", "Letter"),
    "channel_suggestion_box": ("Kotak saran", "Suggestion box"),
    "channel_in_person": ("Datang langsung", "In person"),
    "channel_survey": ("Survei", "Survey"),
}


def indonesian(name: str, /, **args: object) -> str:
    """Return the Indonesian wording of ``name`` whatever language is in force: the sheet is an Indonesian document."""
    wording = PHRASES[name][0]
    return wording.format_map(args) if args else wording
