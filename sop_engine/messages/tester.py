"""The words of ``sop test``: (Indonesian, English)."""

from __future__ import annotations

PHRASES: dict[str, tuple[str, str]] = {
    "help_test": (
        "Uji SOP dengan skenario dari berkas `<id>.uji.yaml` di sampingnya.\n\n"
        "Dengan --all-paths: semua jalan melalui SOP sebagai tabel.\n\n\b\nContoh:\n  sop test\n"
        "  sop test definitions/kerjasama-media.yaml\n  sop test definitions/kerjasama-media.yaml --all-paths\n"
        "  sop test definitions/kerjasama-media.yaml --all-paths --format csv --out jalan.csv\n\n"
        "\b\nKode keluar: 0 semua sesuai, 1 ada yang tidak sesuai, 2 cara pakai salah,\n3 tidak dapat dijalankan.",
        "Test SOPs with the scenarios in `<id>.uji.yaml` beside them.\n\n"
        "With --all-paths: every way through an SOP as a table.\n\n\b\nExamples:\n  sop test\n"
        "  sop test definitions/kerjasama-media.yaml\n  sop test definitions/kerjasama-media.yaml --all-paths\n"
        "  sop test definitions/kerjasama-media.yaml --all-paths --format csv --out ways.csv\n\n"
        "\b\nExit codes: 0 all are met, 1 one is not, 2 wrong usage, 3 could not run.",
    ),
    "paths": (
        "Definisi, berkas skenario, atau folder. Tanpa PATH: semua definisi.",
        "Definitions, files of scenarios or folders; without any, all definitions.",
    ),
    "all_paths": (
        "Tulis semua jalan melalui SOP, tanpa menjalankan skenario.",
        "List every way through the SOP instead of running scenarios.",
    ),
    "returns": (
        "Berapa kali tiap pengembalian ditempuh pada satu jalan.",
        "How often each return is taken on one way.",
    ),
    "late": ("Sertakan jalan yang tenggatnya lewat.", "Include the ways on which deadlines pass."),
    "most": ("Paling banyak sekian jalan yang ditulis.", "List at most so many ways."),
    "format": ("Bentuk hasil; csv dapat dibuka dengan Excel.", "Form of the answer; csv opens in Excel."),
    "out": ("Berkas hasil. Tanpa ini: ditampilkan di layar.", "File to write to; without it, the terminal."),
    "procedure": ("Hanya prosedur ini.", "This procedure only."),
    # scenarios
    "passed": ("sesuai        {sop}: {name}", "ok      {sop}: {name}"),
    "failed": ("TIDAK SESUAI  {sop}: {name}", "FAILED  {sop}: {name}"),
    "off_steps": (
        "langkah ke-{place} seharusnya `{expected}`, ternyata `{seen}`",
        "step {place} should be `{expected}`, but is `{seen}`",
    ),
    "off_through": (
        "tidak melalui `{expected}` pada urutan ke-{place}; yang dijalani: {seen}",
        "does not pass `{expected}` in place {place}; it went: {seen}",
    ),
    "off_never": (
        "melalui `{expected}`, yang seharusnya tidak; yang dijalani: {seen}",
        "passes `{expected}`, which it should not; it went: {seen}",
    ),
    "off_answers": (
        "jawaban untuk `{expected}` tidak terpakai semua; yang dijalani: {seen}",
        "not every answer for `{expected}` was asked for; it went: {seen}",
    ),
    "off_skips": (
        "`{expected}` tidak dapat dilewati sebanyak itu; yang dijalani: {seen}",
        "`{expected}` could not be skipped so often; it went: {seen}",
    ),
    "off_late": (
        "tenggat `{expected}` tidak dapat lewat sebanyak itu; yang dijalani: {seen}",
        "the deadline of `{expected}` could not pass so often; it went: {seen}",
    ),
    "off_end": ("berakhir di `{seen}`, seharusnya `{expected}`", "ends at `{seen}` instead of `{expected}`"),
    "walked": ("yang dijalani: {way}", "it went: {way}"),
    "summary": (
        "{files} berkas skenario, {scenarios} skenario, {failed} tidak sesuai",
        "{files} files of scenarios, {scenarios} scenarios, {failed} not met",
    ),
    "none": (
        "Belum ada skenario. Tulis `{file}` di samping definisinya; lihat docs/scenarios.md.",
        "There are no scenarios yet. Write `{file}` beside the definition; see docs/scenarios.md.",
    ),
    "orphan": (
        "{path}: tidak dijalankan, karena di sampingnya tidak ada definisi `{file}`. Periksa nama berkasnya.",
        "{path}: not run, because there is no definition `{file}` beside it. Check how the file is named.",
    ),
    "checking": ("Menguji", "Testing"),
    # all ways
    "title": ("{title} – {count} jalan", "{title} – {count} ways"),
    "title_more": (
        "{title} – {count} jalan pertama; masih ada yang lain (--most untuk lebih banyak)",
        "{title} – the first {count} ways; there are more (--most for more)",
    ),
    "not_reached": (
        "Tidak dicapai oleh jalan-jalan ini: {ends} (coba --returns atau --late)",
        "Not reached by these ways: {ends} (try --returns or --late)",
    ),
    "for_group": ("{title} ({group})", "{title} ({group})"),
    "column_number": ("No", "No"),
    "column_procedure": ("Prosedur", "Procedure"),
    "column_group": ("Golongan pemohon", "Applicants"),
    "column_steps": ("Langkah", "Steps"),
    "column_answers": ("Jawaban", "Answers"),
    "column_returns": ("Pengembalian", "Returns"),
    "column_end": ("Akhir", "End"),
    "skipped": ("{step} dilewati", "{step} skipped"),
    "was_late": ("{step} lewat tenggat", "{step} late"),
    "written": ("Ditulis: {path}", "Written: {path}"),
}
