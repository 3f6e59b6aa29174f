"""Words of the promise check: the command, its table, and its picture."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str]] = {
    "help_promise": (
        "Periksa apakah janji waktu layanan dapat ditepati.\n\nWaktu semua langkah dijumlahkan dalam jam kerja: jalur "
        "tercepat, biasa, dan terlama.\n\n\b\nContoh:\n  sop promise kerjasama-media\n"
        "  sop promise izin.yaml --format png -o janji.png\n  sop promise izin.yaml --returns 0.2\n\n"
        "\b\nKode keluar: 0 janji dapat ditepati atau belum dapat dipastikan, 1 tidak dapat ditepati\n"
        "(dengan --strict: juga bila tidak selalu dapat ditepati atau belum pasti), 2 cara pakai salah,\n"
        "3 tidak dapat dijalankan.",
        "Check whether the promised time can be kept.\n\nThe times of all steps are added up in working time: the "
        "shortest, usual and longest way.\n\n\b\nExamples:\n  sop promise kerjasama-media\n"
        "  sop promise permit.yaml --format png -o promise.png\n  sop promise permit.yaml --returns 0.2\n\n"
        "\b\nExit codes: 0 the promise can be kept or is not decidable, 1 it cannot be kept\n"
        "(with --strict: also when it cannot always be kept or is not decidable), 2 wrong usage,\n"
        "3 could not run.",
    ),
    "source": ("Berkas definisi atau id SOP.", "A definition file or an SOP's id."),
    "procedure": (
        "Prosedur, juga prosedur pengaduan. Bila tidak disebut: semua prosedur layanan.",
        "A procedure, a complaint procedure too. By default: all service procedures.",
    ),
    "group": (
        "Golongan pemohon. Bila tidak disebut: semua golongan.",
        "A group of applicants. By default: all groups.",
    ),
    "format": ("Bentuk hasil.", "Form of the result."),
    "output": ("Berkas hasil; gambar memerlukannya.", "File for the result; pictures need it."),
    "returns": (
        "Kemungkinan sebuah keputusan mengembalikan berkas, untuk peluang (0 sampai 0.9).",
        "The chance that a decision sends the file back, for the simulation (0 to 0.9).",
    ),
    "runs": ("Banyaknya perkara tiruan untuk peluang.", "Number of simulated cases."),
    "seed": ("Benih bilangan acak; benih sama, hasil sama.", "Seed of the random numbers; same seed, same result."),
    "strict": (
        "Kode keluar 1 bila janji tidak selalu dapat ditepati.",
        "Exit with 1 unless the promise can always be kept.",
    ),
    "kept": (
        "Janji {promise} dapat ditepati: paling lama {longest}, semua pengembalian termasuk.",
        "The promise of {promise} can be kept: at most {longest}, all returns included.",
    ),
    "kept_whatever_passes": (
        "Janji {promise} dapat ditepati: paling lama {longest}, semua pengembalian dan tenggat yang lewat termasuk.",
        "The promise of {promise} can be kept: at most {longest}, all returns and passed deadlines included.",
    ),
    "kept_unless_deadlines_pass": (
        "Janji {promise} hanya dapat ditepati bila tidak ada tenggat yang lewat: paling lama {straight}; bila tenggat "
        "langkah {late} lewat, {longest}.",
        "The promise of {promise} can be kept only when no deadline passes: at most {straight}; {longest} when the "
        "deadline of step {late} passes.",
    ),
    "kept_with_returns_unless_deadlines_pass": (
        "Janji {promise} dapat ditepati dengan semua pengembalian (paling lama {returned}), tetapi tidak bila tenggat "
        "langkah {late} lewat: {longest}.",
        "The promise of {promise} can be kept with all returns (at most {returned}), but not when the deadline of "
        "step {late} passes: {longest}.",
    ),
    "kept_unless_limits_are_used_up": (
        "Janji {promise} dapat ditepati dengan pengembalian (paling lama {unexhausted}), tetapi tidak bila batas "
        "pengembalian langkah {limits} habis: {returned}.",
        "The promise of {promise} can be kept with returns (at most {unexhausted}), but not when the limit of returns "
        "of step {limits} is used up: {returned}.",
    ),
    "kept_without_returns": (
        "Janji {promise} hanya dapat ditepati tanpa pengembalian: tanpa pengembalian paling lama {straight}, dengan "
        "pengembalian {returned}.",
        "The promise of {promise} can be kept only without returns: at most {straight} without returns, {returned} "
        "with returns.",
    ),
    "kept_without_returns_and_passed_deadlines": (
        "Janji {promise} hanya dapat ditepati tanpa pengembalian dan tanpa tenggat yang lewat: tanpa keduanya paling "
        "lama {straight}, dengan pengembalian {returned}, bila tenggat langkah {late} lewat {lapsed}, dengan keduanya "
        "{longest}.",
        "The promise of {promise} can be kept only without returns and when no deadline passes: at most {straight} "
        "then, {returned} with returns, {lapsed} when the deadline of step {late} passes, {longest} with both.",
    ),
    "kept_at_usual_times": (
        "Janji {promise} hanya dapat ditepati bila tiap langkah selesai dalam waktu biasanya ({usual}); dengan waktu "
        "terlama, tanpa pengembalian, {straight}.",
        "The promise of {promise} can be kept only when each step takes its usual time ({usual}); at worst, without "
        "returns, {straight}.",
    ),
    "cannot_be_kept": (
        "Janji {promise} tidak dapat ditepati: biasanya {usual}, lebih {over}.",
        "The promise of {promise} cannot be kept: usually {usual}, {over} too long.",
    ),
    "not_decidable": (
        "Janji {promise} belum dapat dipastikan: paling sedikit {usual}, {unknown} dari {counted} langkah kantor "
        "tanpa waktu.",
        "The promise of {promise} is not decidable: at least {usual}, {unknown} of {counted} office steps without "
        "time.",
    ),
    "nothing_timed": (
        "Janji {promise} belum dapat dipastikan: tidak satu pun dari {counted} langkah kantor mempunyai waktu. Isi "
        "`time` pada langkah-langkahnya.",
        "The promise of {promise} is not decidable: none of the {counted} office steps has a time. Write `time` at the "
        "steps.",
    ),
    "case_not_told": (
        "Janji {promise} belum dapat dipastikan: jalur tercepat {shortest}, jalur biasa {usual}, dan langkah untuk "
        "jenis ini tidak dibedakan.",
        "The promise of {promise} is not decidable: {shortest} on the shortest way, {usual} on the usual one, and "
        "which steps this kind takes is not told.",
    ),
    "no_pledge": (
        "Standar ini tidak menjanjikan batas waktu; biasanya {usual}.",
        "This standard promises no time limit; usually {usual}.",
    ),
    "at_least": (
        "Standar ini tidak menjanjikan batas waktu; paling sedikit {usual}, {unknown} dari {counted} langkah kantor "
        "tanpa waktu.",
        "This standard promises no time limit; at least {usual}, {unknown} of {counted} office steps without time.",
    ),
    "only_shortest": (
        "Hanya jalur tercepat ({shortest}) yang cukup.",
        "Only the shortest way ({shortest}) is short enough.",
    ),
    "extended": (
        "Dengan perpanjangan menjadi {longer}, waktu biasanya cukup.",
        "With the extension to {longer} the usual time is enough.",
    ),
    "not_even_extended": (
        "Dengan perpanjangan menjadi {longer} pun tidak cukup.",
        "Not even the extension to {longer} is enough.",
    ),
    "or_more": ("paling sedikit {minutes}", "at least {minutes}"),
    "for_case": ("{promise} untuk “{case}”", "{promise} for “{case}”"),
    "endless": (
        "tanpa batas ({once} bila tiap pengembalian yang tak berbatas terjadi sekali)",
        "without bound ({once} when each unlimited return happens once)",
    ),
    "endless_late": (
        "tanpa batas ({once} bila tiap tenggat yang mengembalikan lewat sekali)",
        "without bound ({once} when each deadline that leads back passes once)",
    ),
    "and": ("{before} dan {last}", "{before} and {last}"),
    "or": ("{before} atau {last}", "{before} or {last}"),
    "more_steps": ("{count} lainnya", "{count} others"),
    "late_times": (
        "Bila tenggat langkah {source} lewat, kembali ke langkah {target}: paling banyak {times} kali, tiap kali "
        "{minutes}.",
        "When the deadline of step {source} passes, back to step {target}: at most {times} times, {minutes} each.",
    ),
    "late_endless": (
        "Bila tenggat langkah {source} lewat, kembali ke langkah {target}: tanpa batas, tiap kali {minutes}.",
        "When the deadline of step {source} passes, back to step {target}: without limit, {minutes} each.",
    ),
    "return_times": (
        "Kembali dari langkah {source} ke langkah {target}: paling banyak {times} kali, tiap kali {minutes}.",
        "Back from step {source} to step {target}: at most {times} times, {minutes} each.",
    ),
    "return_endless": (
        "Kembali dari langkah {source} ke langkah {target}: tanpa batas, tiap kali {minutes}.",
        "Back from step {source} to step {target}: without limit, {minutes} each.",
    ),
    "more_returns": ("Dan {count} pengembalian lain.", "And {count} more returns."),
    "more_pledges": ("{count} janji lain tidak digambar", "{count} more promises are not drawn"),
    "working": (
        "1 hari kerja = {hours}; 1 minggu = {days} hari kerja.",
        "1 working day = {hours}; 1 week = {days} working days.",
    ),
    "from_complete": (
        "Dihitung sejak berkas lengkap: pengembalian ke pengajuan memulai waktu dari awal.",
        "Counted from the complete file on: a return to the submission starts the time anew.",
    ),
    "from_submitted": (
        "Dihitung sejak diajukan; selama menunggu pemohon waktu kantor berhenti.",
        "Counted from the submission on; while the applicant is waited for, the office's time stands still.",
    ),
    "approximate": (
        "Kira-kira: `hari` dihitung sebagai hari kerja, 7 hari kalender sebagai 1 minggu, 1 bulan sebagai 30 hari "
        "kalender, tanpa hari libur.",
        "Approximate: `hari` counts as a working day, 7 calendar days as 1 week, 1 month as 30 calendar days, "
        "without holidays.",
    ),
    "chance": (
        "Peluang menepati janji {promise}: {share} (antara {low} dan {high}; {runs} perkara tiruan, benih {seed}, tiap "
        "keputusan mengembalikan berkas dengan kemungkinan {returned}).",
        "Chance of keeping the promise of {promise}: {share} (between {low} and {high}; {runs} simulated cases, seed "
        "{seed}, each decision sends the file back with a chance of {returned}).",
    ),
    "nine_of_ten": (
        "Sembilan dari sepuluh perkara tiruan selesai dalam {minutes}.",
        "Nine of ten simulated cases are finished within {minutes}.",
    ),
    "no_end": (
        "Prosedur ini tidak dapat diukur: tidak ada akhir yang dapat dicapai.",
        "This procedure cannot be measured: no end can be reached.",
    ),
    "number": ("No", "No"),
    "step": ("Langkah", "Step"),
    "actor": ("Pelaksana", "Actor"),
    "time": ("Waktu", "Time"),
    "minutes": ("Menit kerja", "Working min"),
    "days": ("Hari kerja", "Working days"),
    "share": ("Bagian", "Share"),
    "path": ("Jalur", "Path"),
    "theirs": ("di luar kantor", "not the office's"),
    "unknown": ("belum ditulis", "not written"),
    "path_note": (
        "● pada jalur biasa terlama, yang menentukan waktu; Bagian dihitung dari jalur itu.",
        "● on the longest usual way, which takes the time; the share is of that way.",
    ),
    "shortest": ("Tercepat", "Shortest"),
    "usual": ("Biasanya", "Usual"),
    "straight": ("Terlama tanpa pengembalian", "Longest without returns"),
    "longest": ("Terlama dengan pengembalian", "Longest with returns"),
    "longest_late": ("Terlama bila tenggat lewat", "Longest with passed deadlines"),
    "longest_both": ("Terlama dengan pengembalian dan tenggat lewat", "Longest with returns and passed deadlines"),
    "for_group": ("{title} – {group}", "{title} – {group}"),
    "written": ("Ditulis: {path}", "Written: {path}"),
    "picture_title": ("Pemeriksaan janji layanan", "Check of the promised time"),
    "axis_days": ("hari kerja", "working days"),
    "axis_hours": ("jam kerja", "working hours"),
    "axis_minutes": ("menit", "minutes"),
    "promise": ("janji {promise}", "promise {promise}"),
    "extension": ("perpanjangan", "extension"),
    "key_main": ("pada jalur biasa terlama", "on the longest usual way"),
    "key_beside": ("di samping jalur itu", "beside that way"),
    "key_over": ("melewati janji", "beyond the promise"),
    "key_range": ("paling cepat sampai paling lama", "best to worst"),
    "key_theirs": ("waktu di luar kantor, tidak dihitung", "not the office's time, not counted"),
    "key_broken": ("terpotong, lebih panjang daripada sumbu", "broken off, longer than the axis"),
    "left_out": ("{count} langkah lain tidak digambar", "{count} more steps are not drawn"),
    "by_return": ("hanya lewat pengembalian", "only through a return"),
    "by_limit": ("hanya bila batas pengembalian habis", "only when a limit of returns is used up"),
    "by_deadline": ("hanya bila tenggat lewat", "only when a deadline passes"),
    "key_beyond": ("di luar jalur biasa, tidak digambar pada sumbu", "not on an ordinary way, not on the axis"),
    "unbounded": ("tanpa batas", "without bound"),
}
