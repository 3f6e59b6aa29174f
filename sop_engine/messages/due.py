"""The words for times that run out: (Indonesian, English)."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str]] = {
    "none": ("–", "–"),
    "today": ("hari ini", "today"),
    "tomorrow": ("besok", "tomorrow"),
    "days_left": ("{count} hari lagi", "in {count} days"),
    "days_late": ("lewat {count} hari", "{count} days late"),
    "passed": ("sudah lewat", "passed"),
    "working_left": ("sisa {count} hari kerja", "{count} working days left"),
    "working_late": ("terlambat {count} hari kerja", "{count} working days late"),
    "hours_left": ("sisa {time} kerja", "{time} of office hours left"),
    "hours_late": ("terlambat {time} kerja", "{time} of office hours late"),
    "late": ("terlambat", "late"),
    "last_day": ("hari terakhir", "the last day"),
    "in_brackets": ("{due} ({left})", "{due} ({left})"),
    "unsure": ("{due}, perkiraan", "{due}, estimated"),
    "suspended": ("berhenti dihitung selama ditangguhkan", "stands still while the case is suspended"),
    "incomplete": ("mulai dihitung setelah berkas lengkap", "begins when the papers are complete"),
    "not_begun": ("mulai dihitung setelah berkas masuk ke kantor", "begins when the file has come in"),
    "papers": ("berhenti dihitung sampai berkas lengkap lagi", "stands still until the papers are complete again"),
    "with_applicant": ("berhenti dihitung selama berkas pada pemohon", "stands still while the applicant has the file"),
}
