"""How a time was counted, day by day, and what is left of it."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str]] = {
    "weekday_0": ("Senin", "Monday"),
    "weekday_1": ("Selasa", "Tuesday"),
    "weekday_2": ("Rabu", "Wednesday"),
    "weekday_3": ("Kamis", "Thursday"),
    "weekday_4": ("Jumat", "Friday"),
    "weekday_5": ("Sabtu", "Saturday"),
    "weekday_6": ("Minggu", "Sunday"),
    "date": ("{weekday} {date}", "{weekday} {date}"),
    "dates": ("{first} s.d. {last}", "{first} to {last}"),
    # what a day is to a count
    "arrived": ("tidak dihitung: hari mulai", "not counted: the day it began"),
    "away": ("tidak dihitung: waktu berhenti", "not counted: the clock stood still"),
    "weekend": ("tidak dihitung: akhir pekan", "not counted: weekend"),
    "national": ("tidak dihitung: libur nasional, {name}", "not counted: national holiday, {name}"),
    "joint_leave": ("tidak dihitung: cuti bersama, {name}", "not counted: joint leave, {name}"),
    "regional": ("tidak dihitung: libur daerah, {name}", "not counted: regional holiday, {name}"),
    "estimated": ("{told} (tanggal perkiraan)", "{told} (estimated date)"),
    "opened": ("{told} (kantor buka: {name})", "{told} (office open: {name})"),
    "working_day": ("hari kerja ke-{number}", "working day {number}"),
    "working_days": ("hari kerja ke-{first} s.d. ke-{last}", "working days {first} to {last}"),
    "calendar_day": ("hari ke-{number}", "day {number}"),
    "calendar_days": ("hari ke-{first} s.d. ke-{last}", "days {first} to {last}"),
    "hours": ("{time}, seluruhnya {total}", "{time}, in all {total}"),
    "hours_each": ("{time} sehari, seluruhnya {total}", "{time} a day, in all {total}"),
    "outside": ("tidak dihitung: di luar jam kerja", "not counted: outside office hours"),
    "hours_only": ("{hours} jam", "{hours} h"),
    "minutes_only": ("{minutes} menit", "{minutes} min"),
    "seconds_only": ("{seconds} detik", "{seconds} s"),
    # when it runs out
    "due_day": (
        "{allowed} habis pada akhir hari {date} (pukul 24.00 {zone})",
        "{allowed} run out at the end of {date} (24.00 {zone})",
    ),
    "due_hour": ("{allowed} habis pada {date} pukul {time} {zone}", "{allowed} run out on {date} at {time} {zone}"),
    "due_none": (
        "Waktu sedang berhenti; jatuh tempo dihitung lagi setelah waktu berjalan.",
        "The clock stands still; the due date is counted again once it runs.",
    ),
    # what is to be known about it
    "strictly": (
        "Dokumen menulis `hari` tanpa menyebut hari kerja atau hari kalender. Di sini dihitung hari kalender, cara "
        "yang paling ketat bagi kantor.",
        "The document says `hari` and leaves open whether working or calendar days are meant. Calendar days are "
        "counted here, the strictest way for the office.",
    ),
    "doubt_estimated": (
        "Tanggal {value} masih perkiraan; jatuh tempo dapat bergeser setelah tanggal itu ditetapkan.",
        "The date of {value} is an estimate; the due date may move once it is settled.",
    ),
    "doubt_ramadan": (
        "Awal dan akhir Ramadan masih perkiraan; jatuh tempo dapat bergeser karena jam kerja bulan Ramadan lebih "
        "pendek.",
        "The days of Ramadan are an estimate; the due date may move, for its office hours are shorter.",
    ),
    "doubt_before": (
        "Kalender baru dimulai {value}; hari libur sebelumnya tidak diketahui dan dihitung sebagai hari kerja.",
        "The calendar begins in {value}; holidays before are not known and counted as working days.",
    ),
    "doubt_beyond": (
        "Kalender hanya sampai {value}; hari libur sesudahnya belum diketahui, jadi jatuh tempo dapat mundur.",
        "The calendar ends with {value}; later holidays are not known yet, so the due date may come later.",
    ),
    "cut": ("Hari-hari selanjutnya tidak dirinci.", "Later days are not told one by one."),
    # what is left
    "left": ("sisa {time}", "{time} left"),
    "late": ("terlambat {time}", "late by {time}"),
    "overdue": ("lewat waktu", "overdue"),
    "last_day": ("hari terakhir", "last day"),
    "last_minute": ("sisa kurang dari 1 menit", "less than 1 min left"),
    "day_of_work": ("{amount} hari kerja", "{amount} working day"),
    "days_of_work": ("{amount} hari kerja", "{amount} working days"),
    "day_of_calendar": ("{amount} hari", "{amount} day"),
    "days_of_calendar": ("{amount} hari", "{amount} days"),
}
