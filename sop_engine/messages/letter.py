"""The words of letters to people outside: Indonesian papers (tata naskah dinas), in English for their maintainers."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str]] = {
    # frame
    "blank": ("……………………………", "……………………………"),
    "number": ("Nomor", "Number"),
    "nature": ("Sifat", "Nature"),
    "nature_usual": ("Biasa", "Ordinary"),
    "nature_secret": ("Rahasia", "Secret"),
    "enclosures": ("Lampiran", "Enclosures"),
    "no_enclosures": ("-", "-"),
    "subject": ("Hal", "Subject"),
    "dated": ("{place}, {day}", "{place}, {day}"),
    "day_blank": ("…………………", "…………………"),
    "to": ("Yth. {name}", "To {name}"),
    "to_applicant": ("Pemohon", "the applicant"),
    "to_complainant": ("Pelapor", "the complainant"),
    "where": ("di {where}", "at {where}"),
    "where_unstated": ("Tempat", "this place"),
    "on_behalf": ("a.n. {position}", "on behalf of {position}"),
    "position": ("{position},", "{position},"),
    "signature": ("Tanda tangan", "Signature"),
    "nip": ("NIP {nip}", "NIP {nip}"),
    "copies": ("Tembusan:", "Copies to:"),
    "logo": ("Logo {unit}", "Logo of {unit}"),
    "closing": (
        "Demikian kami sampaikan. Atas perhatian Saudara, kami ucapkan terima kasih.",
        "Thank you for your attention.",
    ),
    # receipt
    "receipt": ("Tanda Terima Permohonan", "Receipt of an application"),
    "named": ("{name} {number}", "{name} {number}"),
    "case": ("Nomor registrasi", "Case number"),
    "service": ("Layanan", "Service"),
    "applicant": ("Nama pemohon", "Applicant"),
    "secret": ("dirahasiakan", "kept secret"),
    "reference": ("Rujukan pemohon", "Reference of the applicant"),
    "opened": ("Diterima pada", "Received on"),
    "way": ("Melalui", "By way of"),
    "requirements": ("Kelengkapan persyaratan", "Requirements"),
    "column_number": ("No", "No."),
    "column_requirement": ("Persyaratan", "Requirement"),
    "column_received": ("Diterima", "Received"),
    "column_missing": ("Kekurangan", "Missing"),
    "nothing": ("–", "–"),
    "original": ("asli", "original"),
    "copied": ("salinan {count} lembar", "{count} sheets of copy"),
    "not_handed_in": ("belum diserahkan", "not handed in"),
    "complete": ("Berkas lengkap.", "The file is complete."),
    "incomplete": ("Berkas belum lengkap.", "The file is not complete yet."),
    "unchecked": ("Berkas dianggap lengkap.", "The file counts as complete."),
    "due_promise": (
        "Layanan diselesaikan dalam {promise}, paling lambat {due}.",
        "The service takes {promise}, until {due} at the latest.",
    ),
    "due": ("Layanan diselesaikan paling lambat {due}.", "The service is finished by {due} at the latest."),
    "promised": (
        "Waktu penyelesaian: {promise}, dihitung sejak berkas lengkap masuk ke kantor.",
        "Completion time: {promise}, counted from when the office has the complete file.",
    ),
    "promised_nothing": (
        "Waktu penyelesaian tidak dinyatakan dalam standar pelayanan.",
        "The service standard states no completion time.",
    ),
    "not_counted": (
        "Waktu penyelesaian{promise} belum dihitung sampai berkas lengkap.",
        "The completion time{promise} is not counted until the file is complete.",
    ),
    "in_brackets": (" ({promise})", " ({promise})"),
    "complete_it": (
        "Mohon melengkapi kekurangan yang tercantum pada tabel di atas.",
        "Please hand in what the table above says is missing.",
    ),
    "following": ("Selanjutnya", "What happens next"),
    "channels": (
        "Pengaduan atas layanan ini dapat disampaikan melalui:",
        "Complaints about this service can be made by:",
    ),
    "keep_it": (
        "Simpan tanda terima ini dan sebutkan nomor registrasi apabila menanyakan perkembangan permohonan.",
        "Keep this receipt and give the case number when you ask how far your application is.",
    ),
    "receiver": ("Petugas penerima", "Receiving officer"),
    "complaint_receipt": ("Tanda Terima Pengaduan", "Receipt of a complaint"),
    "complainant": ("Nama pelapor", "Complainant"),
    "complaint_taken": ("Pengaduan diterima.", "The complaint was received."),
    "handled_limit_due": (
        "Pengaduan diselesaikan dalam {promise}, paling lambat {due}.",
        "The complaint is settled within {promise}, until {due} at the latest.",
    ),
    "handled_limit_day": (
        "Pengaduan diselesaikan paling lambat {due}.",
        "The complaint is settled until {due} at the latest.",
    ),
    "handled_limit_running": (
        "Pengaduan diselesaikan dalam {promise}, dihitung sejak petugas menanganinya.",
        "The complaint is settled within {promise} after the office has taken it up.",
    ),
    "keep_complaint": (
        "Simpan tanda terima ini dan sebutkan nomor registrasi apabila menanyakan perkembangan pengaduan.",
        "Keep this receipt and give the case number when you ask how far your complaint is.",
    ),
    "moment": ("{weekday}, {day}, pukul {hour}", "{weekday}, {day}, {hour}"),
    "next_step": ("{activity} ({who})", "{activity} ({who})"),
    "part": ("{paper}: {part}", "{paper}: {part}"),
    "there": ("ada", "there"),
    "short": ("belum lengkap", "not enough"),
    # rejection and return
    "rejection": ("Penolakan", "Rejection of"),
    "return": ("Pengembalian Berkas", "Return of the file of"),
    "lapse": ("Pemberitahuan Batalnya", "Notice of lapse of"),
    "application": ("{act} {service}", "{act} {service}"),
    "application_named": ("Permohonan {service}", "the application for {service}"),
    "following_application": (
        "Menindaklanjuti permohonan Saudara untuk {service}{reference} yang kami terima pada tanggal {received} dan "
        "tercatat dengan nomor registrasi {case}, dengan hormat kami sampaikan bahwa {verdict}",
        "Concerning your application for {service}{reference}, which we received on {received} and recorded as {case}, "
        "we inform you that {verdict}",
    ),
    "with_reference": (" (rujukan Saudara: {reference})", " (your reference: {reference})"),
    "rejection_for": (
        "permohonan tersebut tidak dapat kami kabulkan dengan alasan sebagai berikut:",
        "we cannot grant it, for these reasons:",
    ),
    "lapse_for": (
        "permohonan tersebut batal karena hal berikut:",
        "it has lapsed, for these reasons:",
    ),
    "return_for": (
        "berkas permohonan tersebut kami kembalikan untuk dilengkapi atau diperbaiki, dengan penjelasan berikut:",
        "we give the file back to you, to be completed or put right, for these reasons:",
    ),
    "decision": (
        "Berdasarkan hal tersebut, penanganan permohonan Saudara berakhir dengan keputusan: {decision}",
        "The case has therefore ended with this decision: {decision}",
    ),
    "until": (
        "Kami mohon berkas yang telah diperbaiki disampaikan kembali paling lambat {until}.",
        "Please hand in the file again by {until} at the latest.",
    ),
    "clock_stands": (
        "Selama berkas berada pada Saudara, waktu penyelesaian tidak dihitung.",
        "While the file is with you, the completion time is not counted.",
    ),
    "objection": (
        "Apabila Saudara berkeberatan, pengaduan dapat disampaikan melalui:",
        "If you object, you can complain by:",
    ),
    "lapsed_since": (
        "{activity}: tidak dilakukan dalam {within} yang disediakan",
        "{activity}: not done within the {within} that are given",
    ),
    "lapsed_by": (
        "{activity}: tidak dilakukan dalam {within} yang disediakan, paling lambat {due}",
        "{activity}: not done within the {within} that are given, until {due}",
    ),
    "lacking": ("persyaratan belum diserahkan: {paper}", "not handed in yet: {paper}"),
    # the command
    "help_letter": (
        "Buat surat dari rekaman perkara, dan lampirkan padanya: tanda terima (receipt), penolakan (rejection), "
        "pengembalian berkas (return), atau pemberitahuan batal (lapse).\n\n"
        "Perintah yang sama tidak membuat surat kedua.\n\n"
        "Contoh: sop case letter izin-2026-0001 receipt --out tanda-terima.pdf",
        "Make a letter from the record of a case, and attach it: a receipt, a rejection, a return of the file, or a "
        "notice of lapse.\n\nThe same command makes no second letter.\n\n"
        "Example: sop case letter izin-2026-0001 receipt --out receipt.pdf",
    ),
    "arg_kind": (
        "receipt: tanda terima; rejection: penolakan; return: pengembalian; lapse: batal karena tenggat.",
        "Which letter; lapse: a deadline ended the case.",
    ),
    "opt_out": ("Berkas .pdf, .docx, .html, atau .md.", "A file .pdf, .docx, .html or .md."),
    "opt_number": ("Nomor surat; bila tidak disebut, ditulis tangan.", "Number; written in by hand where left out."),
    "opt_receipt": (
        "Tanda terima untuk pemohon: berkas .pdf, .docx, .html, atau .md.",
        "A receipt for the applicant: a file .pdf, .docx, .html or .md.",
    ),
    "is_sent": ("Surat ditulis ke {path} dan dilampirkan pada {case}.", "The letter is in {path}, attached to {case}."),
    "was_sent": (
        "Surat yang sama sudah ada; salinannya ditulis ke {path}.",
        "The same letter was there already; a copy is in {path}.",
    ),
    "file_receipt": ("{case}-tanda-terima.{form}", "{case}-tanda-terima.{form}"),
    "file_rejection": ("{case}-penolakan.{form}", "{case}-penolakan.{form}"),
    "file_return": ("{case}-pengembalian.{form}", "{case}-pengembalian.{form}"),
    "file_lapse": ("{case}-batal.{form}", "{case}-batal.{form}"),
    # answer to a complaint
    "interim": ("Jawaban Sementara atas Pengaduan", "Interim answer to complaint"),
    "complaint_officer": ("Pejabat Pengelola Pengaduan", "Complaint officer"),
    "at_office": ("di kantor kami", "at our office"),
    "in_person": ("penyampaian langsung", "a personal visit"),
    "secret_words": (
        "Isi pengaduan tidak kami kutip dalam surat ini untuk melindungi kerahasiaan identitas Saudara.",
        "The complaint is not quoted here, to keep your identity secret.",
    ),
    "loss": ("Kerugian yang Saudara sampaikan: {loss}", "The loss that you reported: {loss}"),
    "remedy": ("Penyelesaian yang Saudara minta: {remedy}", "What you ask for: {remedy}"),
    "done_at": ("{activity} ({who}, {day})", "{activity} ({who}, {day})"),
    "outcome_open": (
        "Penanganan pengaduan masih berlangsung, maka jawaban ini bersifat sementara. Tahap saat ini: {activity}",
        "The complaint is still being handled, so this answer is for the time being. At present: {activity}",
    ),
    "outcome_waits": (
        "Penanganan pengaduan masih berlangsung, maka jawaban ini bersifat sementara",
        "The complaint is still being handled, so this answer is for the time being",
    ),
    "outcome_finished": ("Penanganan pengaduan telah selesai", "The complaint has been settled"),
    "outcome_rejected": ("Pengaduan tidak dapat kami tindak lanjuti", "The complaint cannot be pursued"),
    "outcome_withdrawn": ("Pengaduan telah Saudara cabut", "You have withdrawn the complaint"),
    "answer": ("Jawaban atas Pengaduan", "Answer to complaint"),
    "answer_number": ("{name} Nomor {number}", "{name} number {number}"),
    "following_complaint": (
        "Menindaklanjuti pengaduan Saudara yang kami terima pada tanggal {received}{way} dan tercatat dengan nomor "
        "{complaint}, dengan hormat kami sampaikan hal-hal sebagai berikut:",
        "Concerning your complaint, which we received on {received}{way} and recorded as {complaint}, we inform you of "
        "the following:",
    ),
    "by_way": (" melalui {way}", " by way of {way}"),
    "about": ("Pokok pengaduan", "What was complained of"),
    "concerns": ("Pengaduan ini menyangkut {what}.", "The complaint concerns {what}."),
    "concerned_case": ("permohonan dengan nomor registrasi {case}", "the application {case}"),
    "concerned_step": ("langkah “{step}”", "the step “{step}”"),
    "found": ("Hasil pemeriksaan", "What was found"),
    "done": ("Tindakan yang telah dilakukan", "What was done"),
    "outcome": ("Kesimpulan", "Outcome"),
    "time_limit": ("Waktu penyelesaian pengaduan", "Time limit"),
    "limit_due": (
        "Batas waktu menjawab pengaduan ini adalah {limit}, yaitu paling lambat {due}.",
        "The time limit for the answer was {limit}, until {due}.",
    ),
    "limit_alone": ("Batas waktu menjawab pengaduan ini adalah {limit}.", "The time limit for the answer was {limit}."),
    "limit_day": (
        "Batas waktu menjawab pengaduan ini adalah {due}.",
        "The time limit for the answer was {due}.",
    ),
    "kept": ("Jawaban ini kami sampaikan dalam batas waktu tersebut.", "This answer keeps it."),
    "not_kept": (
        "Jawaban ini melewati batas waktu tersebut; atas keterlambatan itu kami mohon maaf.",
        "This answer is late, for which we apologize.",
    ),
    "identity_secret": (
        "Identitas Saudara kami rahasiakan.",
        "Your identity is kept secret.",
    ),
    "ombudsman": (
        "Apabila Saudara tidak puas atas jawaban ini, Saudara dapat menyampaikan pengaduan kepada Ombudsman Republik "
        "Indonesia (Pasal 46 Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik).",
        "If you are not satisfied with this answer, you can turn to the Ombudsman of the Republic of Indonesia (UU "
        "25/2009 Pasal 46).",
    ),
    "answer_closing": (
        "Demikian kami sampaikan. Atas pengaduan dan perhatian Saudara, kami ucapkan terima kasih.",
        "Thank you for your complaint and your attention.",
    ),
}
