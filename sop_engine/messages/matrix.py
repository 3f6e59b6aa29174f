"""Words of the SOP-AP matrix. What the boxes and columns are called can be settled by a project (``labels``)."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str]] = {
    # what boxes and columns are called
    "label_number": ("Nomor SOP", "SOP number"),
    "label_made": ("Tanggal Pembuatan", "Date made"),
    "label_revised": ("Tanggal Revisi", "Date revised"),
    "label_effective": ("Tanggal Efektif", "Date in force"),
    "label_approved_by": ("Disahkan Oleh", "Approved by"),
    "label_title": ("Nama SOP", "Title of the SOP"),
    "label_legal_basis": ("Dasar Hukum", "Legal basis"),
    "label_qualifications": ("Kualifikasi Pelaksana", "Qualifications"),
    "label_related": ("Keterkaitan", "Related SOPs"),
    "label_equipment": ("Peralatan dan Perlengkapan", "Equipment"),
    "label_warnings": ("Peringatan", "Warnings"),
    "label_records": ("Pencatatan dan Pendataan", "Records"),
    "label_row": ("No", "No."),
    "label_activity": ("Kegiatan", "Activity"),
    "label_actors": ("Pelaksana", "Actors"),
    "label_quality": ("Mutu Baku", "Quality standard"),
    "label_input": ("Kelengkapan", "Input"),
    "label_time": ("Waktu", "Time"),
    "label_output": ("Output", "Output"),
    "label_note": ("Keterangan", "Remarks"),
    # the identity page
    "titled": ("{title}: {procedure}", "{title}: {procedure}"),
    "never": ("-", "-"),
    "nip": ("NIP {number}", "NIP {number}"),
    "nip_blank": ("NIP", "NIP"),
    "numbered": ("{number}.", "{number}."),
    "continued": ("{head} (lanjutan)", "{head} (continued)"),
    "sop": ("SOP {title}", "SOP {title}"),
    "related_follows": ("Lanjutan dari {sop}", "Continues {sop}"),
    "related_precedes": ("Dilanjutkan dengan {sop}", "Followed by {sop}"),
    "related_related": ("{sop}", "{sop}"),
    "related_part_of": ("Bagian dari {sop}", "Part of {sop}"),
    "process": ("Proses bisnis {code}", "Business process {code}"),
    "process_of": ("{process}, {map}", "{process}, {map}"),
    "process_level": ("{process}, tingkat {level}", "{process}, level {level}"),
    # around the table
    "page": ("Halaman {page} dari {pages}", "Page {page} of {pages}"),
    "running_number": ("Nomor {number} · {running}", "No. {number} · {running}"),
    "notes": ("Catatan:", "Notes:"),
    "see_last": ("Arti tanda: lihat catatan di halaman terakhir.", "For the signs see the notes on the last page."),
    "see_end": (
        "Arti tanda: lihat catatan di akhir matriks ini.",
        "For the signs see the notes that follow the matrix.",
    ),
    # in the table
    "yes": ("Ya", "Yes"),
    "no": ("Tidak", "No"),
    "mark": ("{letter})", "{letter})"),
    "note_mark": ("*{number})", "*{number})"),
    "index": ("({number})", "({number})"),
    "question": ("({question})", "({question})"),
    "explained": ("{label}: {words}", "{label}: {words}"),
    "skip": ("dilewati", "left out"),
    "back_to": ("kembali ke langkah {number}", "back to step {number}"),
    "on_to": ("ke langkah {number}", "to step {number}"),
    "to_join": ("cabang ini selesai", "this branch ends"),
    "to_fork": ("ke pekerjaan bersamaan", "to parallel work"),
    "end": ("Akhir: {text}", "End: {text}"),
    "either": ("Oleh {names}", "By {names}"),
    "rule": ("Dasar: {rule}", "Basis: {rule}"),
    "goes_on": ("… lihat catatan {mark}", "… see note {mark}"),
    "rest": ("{mark} {column}, {row}: … {text}", "{mark} {column}, {row}: … {text}"),
    "rest_row": ("langkah {number}", "step {number}"),
    "rest_unnumbered": ("baris tanpa nomor", "row without a number"),
    # what the five symbols cannot say, under the table
    "note_parallel": (
        "Dua garis tebal mendatar: cabang-cabang di antaranya dikerjakan bersamaan, dan langkah berikutnya menunggu "
        "semuanya selesai.",
        "Two thick level lines: the branches between them run at once, and the next step waits for all of them.",
    ),
    "note_answers": (
        "Belah ketupat dengan lebih dari dua jawaban: semua jawaban tertulis pada anak panahnya, atau semua "
        "diterangkan dengan hurufnya dalam kolom {note}.",
        "A diamond with more than two answers: all stand on their arrows, or all are explained by letters in {note}.",
    ),
    "note_late": (
        "Anak panah titik-titik: jalan bila tenggat lewat.",
        "A dotted arrow: the way when a deadline has passed.",
    ),
    "note_skip": (
        "Anak panah “{skip}”: jalan bila langkah itu tidak diperlukan menurut syarat dalam kolom {note}.",
        "The arrow “{skip}”: the way when that step is not needed by the condition in {note}.",
    ),
    "note_either": (
        "Simbol yang dihubungkan garis dengan kata “atau” dalam kolom {note}: dikerjakan oleh salah satu pelaksana.",
        "Symbols joined by a line with “or” in {note}: one of the actors does it.",
    ),
    "note_call": (
        "“SOP lain” dalam kolom {note}: SOP itu dijalankan sampai selesai sebagai langkah ini.",
        "“Other SOP” in {note}: that SOP is carried out as this step.",
    ),
    # what is read aloud
    "described_title": ("{sop}, halaman {page} dari {pages}", "{sop}, page {page} of {pages}"),
    "unit_head": ("Unit", "Unit"),
    "unfilled": ("belum diisi", "not filled in"),
}
