"""The flow pages of the SOP-AP matrix: what stands in which cell, on which arrow and below the table."""

import pytest
from drawn import Cell
from matrices import Drawn, compiled, matrix, steps
from sample import definition

from sop_engine.flow import Flow
from sop_engine.messages import printed
from sop_engine.render.diagram import Diagram, Heading
from sop_engine.render.drawing import diagram
from sop_engine.render.matrix import Style, draw
from sop_engine.render.notice import Notice
from sop_engine.settings import MatrixForm, Settings

ENDS = "ends:\n  ditolak: {status: rejected, text: Permohonan ditolak, document: surat penolakan}\n"


def width(cell: Cell) -> float:
    return cell.box.right - cell.box.left


class TestSymbols:
    def drawn(self, fragment: str) -> Diagram:
        return diagram(self.flow(fragment), Heading("x", "y"), closing=True)

    def flow(self, fragment: str) -> Flow:
        return compiled(fragment).flows[0]

    def test_first_and_last_activity_are_capsules(self) -> None:
        shapes = matrix(steps("a pemohon Mengajukan", "b petugas Memeriksa", "c lurah Menandatangani")).shapes
        assert shapes == {"a": "capsule", "b": "box", "c": "capsule"}

    def test_every_step_that_only_leads_to_an_end_is_its_capsule(self) -> None:
        fragment = ENDS + steps(
            "a pemohon Mengajukan",
            "b petugas Memeriksa | decision: {question: Lengkap?, branches: [{answer: ya}, {answer: tidak, to: d}]}",
            "c lurah Menandatangani | end: selesai",
            "d petugas Menyusun surat penolakan | end: ditolak",
        )
        shown = {symbol.id: symbol for symbol in self.drawn(fragment).symbols}
        assert list(shown) == ["a", "b", "c", "d"]
        assert {key: each.absorbs for key, each in shown.items()} == {
            "a": None, "b": None, "c": "end:selesai", "d": "end:ditolak",
        }  # fmt: skip
        assert matrix(fragment).cells["d", "note"] == "Akhir: permohonan ditolak (surat penolakan)"
        assert matrix(fragment).cells["c", "note"] == ""

    def test_an_end_that_something_else_reaches_keeps_its_symbol(self) -> None:
        more = "decision: {question: Layak?, branches: [{answer: ya}, {answer: tidak, end: ditolak}]}"
        fragment = ENDS + steps(
            "a pemohon Mengajukan",
            f"b petugas Memeriksa | {more}",
            "c petugas Menyusun surat | end: ditolak",
        )
        drawn = matrix(fragment)
        assert drawn.shapes == {"a": "capsule", "b": "diamond", "c": "capsule", "end:ditolak": "plain"}
        assert drawn.cells["end:ditolak", "activity"] == "Permohonan ditolak (surat penolakan)"
        assert drawn.cells["end:ditolak", "no"] == ""

    def test_the_flowchart_keeps_its_ends(self) -> None:
        flow = self.flow(ENDS + steps("a pemohon Mengajukan", "b petugas Menolak | end: ditolak"))
        assert "end:ditolak" in [symbol.id for symbol in diagram(flow, Heading("x", "y")).symbols]

    def test_no_words_stand_in_symbols(self) -> None:
        for page in matrix().flow:
            assert [symbol.texts for symbol in page.symbols if symbol.texts] == []

    def test_joint_actors_have_a_symbol_each_and_a_line_between(self) -> None:
        (page,) = matrix(
            steps("a pemohon Mengajukan", "b petugas Memeriksa | with: [lurah]", "c lurah Menyetujui")
        ).flow
        assert [symbol.actor for symbol in page.symbols if symbol.step == "b"] == ["petugas", "lurah"]
        assert [step for step, _ in page.joints] == ["b"]

    def test_a_decision_that_comes_first_has_a_start_above_it(self) -> None:
        two_ways = "decision: {question: Lengkap?, branches: [{answer: lengkap}, {answer: kurang, to: c}]}"
        drawn = matrix(steps(f"a petugas Memeriksa | {two_ways}", "b pemohon Melengkapi", "c lurah Menyetujui"))
        assert drawn.cells["start:", "activity"] == "Mulai"


class TestCells:
    def test_a_row(self) -> None:
        drawn = matrix(
            steps(
                "a pemohon Mengajukan surat | input: [Formulir, KTP], time: 15 menit, output: Berkas, note: di loket",
                "b petugas Memeriksa | input: [Berkas]",
            )
        )
        columns = ("no", "activity", "input", "time", "output", "note")
        assert [drawn.cells["a", column] for column in columns] == [
            "1", "Mengajukan surat", "1. Formulir 2. KTP", "15 menit", "Berkas", "di loket",
        ]  # fmt: skip
        assert [drawn.cells["b", column] for column in columns] == ["2", "Memeriksa", "Berkas", "", "", ""]

    def test_requirements_are_named_once(self) -> None:
        drawn = matrix(
            steps("a pemohon Mengajukan | input: [surat Permohonan], requires: [surat]", "b petugas Memeriksa")
        )
        assert drawn.cells["a", "input"] == "surat Permohonan"
        drawn = matrix(steps("a pemohon Mengajukan | input: [KTP], requires: [surat]", "b petugas Memeriksa"))
        assert drawn.cells["a", "input"] == "1. KTP 2. Surat permohonan"

    def test_three_times(self) -> None:
        more = "time: 1 jam, times: {best: 30 menit, worst: 1 hari kerja}"
        drawn = matrix(steps(f"a pemohon Mengajukan | {more}", "b petugas Memeriksa"))
        assert drawn.cells["a", "time"] == "1 jam (paling cepat 30 menit, paling lama 1 hari kerja)"

    def test_a_decision_says_ya_and_tidak_and_explains_them(self) -> None:
        drawn = matrix()
        assert drawn.cells["periksa", "activity"] == "Memeriksa berkas (Apakah berkas lengkap?)"
        assert drawn.labels == {("periksa", "tandatangani"): "Ya", ("periksa", "ajukan"): "Tidak"}
        assert drawn.cells["periksa", "note"] == (
            "Ya: lengkap Tidak: tidak lengkap, kembali ke langkah 1; berkas dilengkapi pemohon"
        )
        assert drawn.notices == {}

    def test_the_affirmative_answer_is_ya_wherever_it_is_listed(self) -> None:
        branches = "[{answer: ditolak, to: a}, {answer: diterima, affirmative: true}]"
        more = f"decision: {{question: Diterima?, branches: {branches}}}"
        drawn = matrix(steps("a pemohon Mengajukan", f"b petugas Memeriksa | {more}", "c lurah Menyetujui"))
        assert drawn.labels == {("b", "a"): "Tidak", ("b", "c"): "Ya"}

    def test_an_answer_that_is_the_label_is_not_repeated(self) -> None:
        more = "decision: {question: Lengkap?, branches: [{answer: ya}, {answer: Tidak, to: a}]}"
        drawn = matrix(steps("a pemohon Mengajukan", f"b petugas Memeriksa | {more}", "c lurah Menyetujui"))
        assert drawn.cells["b", "note"] == "Tidak: kembali ke langkah 1"

    def test_terms_are_told_without_the_answer_that_is_the_label(self) -> None:
        branches = "[{answer: lengkap}, {answer: kurang, to: a, limit: {times: 3, to: c}}, {answer: ragu, to: c}]"
        drawn = matrix(
            steps(
                "a pemohon Mengajukan",
                f"b petugas Memeriksa | decision: {{question: Bagaimana?, branches: {branches}}}",
                "d petugas Mencatat",
                "c lurah Menyetujui",
            )
        )
        assert drawn.cells["b", "note"] == (
            "Kurang: paling banyak 3 kali, kembali ke langkah 1 Kurang, bila sudah 3 kali: ke langkah 4 "
            "Ragu: ke langkah 4"
        )

    def test_an_answer_that_would_be_told_alone_says_where_both_lead(self) -> None:
        more = "decision: {question: Warga?, branches: [{answer: ya}, {answer: bukan, end: ditolak}]}"
        lines = ("a pemohon Mengajukan", f"b petugas Memeriksa | {more}", "c lurah Menyetujui | end: ditolak")
        drawn = matrix(ENDS + steps(*lines))
        assert drawn.cells["b", "note"] == "Ya: ke langkah 3 Tidak: bukan, permohonan ditolak"

    def test_more_than_two_answers_all_keep_their_words_or_all_get_a_letter(self) -> None:
        long = "perlu peninjauan lapangan bersama tim teknis"
        branches = f"[{{answer: lengkap}}, {{answer: kurang, to: a}}, {{answer: {long}, to: c}}]"
        drawn = matrix(
            steps(
                "a pemohon Mengajukan",
                f"b petugas Memeriksa | decision: {{question: Bagaimana?, branches: {branches}}}",
                "d petugas Mencatat",
                "c lurah Menyetujui",
            )
        )
        assert drawn.labels == {("b", "d"): "a)", ("b", "a"): "b)", ("b", "c"): "c)"}
        assert drawn.cells["b", "note"] == f"a) lengkap b) kurang, kembali ke langkah 1 c) {long}, ke langkah 4"
        assert drawn.notices == {"matrix_answers": {"numbers": "2"}}
        assert printed("matrix.note_answers", note="Keterangan") in drawn.loose

    def test_what_else_is_to_be_known_of_a_step(self) -> None:
        drawn = matrix(
            steps(
                "a pemohon Mengajukan",
                "b petugas Meninjau | optional: diperlukan, involves: [pemohon], deadline: {within: 3 hari kerja}",
                "c lurah Menyetujui | any_of: [petugas], four_eyes: [b]",
            )
        )
        assert drawn.cells["b", "note"] == "Apabila diperlukan Melibatkan Pemohon Tenggat 3 hari kerja"
        assert drawn.cells["c", "note"] == "Oleh Lurah atau Petugas Loket Oleh orang lain daripada langkah 2"
        assert drawn.labels == {("b", "c"): "dilewati"}
        assert set(drawn.notices) == {"matrix_skip", "matrix_either"}

    def test_parallel_work_is_drawn_between_bars_and_told(self) -> None:
        branches = "[{title: Administrasi, steps: [{id: p, actor: petugas, activity: Mencatat}]}, "
        branches += "{steps: [{id: q, actor: lurah, activity: Menilai}]}]"
        drawn = matrix(steps("a pemohon Mengajukan", f"b petugas Membagi | parallel: {branches}", "c lurah Menyetujui"))
        assert drawn.shapes["fork:b"] == drawn.shapes["join:b"] == "bar"
        assert drawn.cells["fork:b", "activity"] == "2 cabang dikerjakan bersamaan"
        assert drawn.cells["join:b", "activity"] == "Setelah semua cabang langkah 2 selesai"
        assert (drawn.cells["p", "note"], drawn.cells["q", "note"]) == ("Cabang 1: Administrasi", "Cabang 2")
        assert drawn.notices == {"matrix_parallel": {"numbers": "2"}}
        assert printed("matrix.note_parallel").split(":")[0] in drawn.loose


class TestTable:
    def test_the_head_has_two_rows_and_stands_on_every_page(self) -> None:
        many = steps(*(f"s{n} {('pemohon', 'petugas', 'lurah')[n % 3]} Memeriksa berkas ke-{n}" for n in range(40)))
        drawn = matrix(many)
        assert len(drawn.flow) > 1
        for page in drawn.flow:
            heads = {cell.column: cell for cell in page.cells if cell.head}
            assert [heads[f"actor:{key}"].words for key in ("pemohon", "petugas", "lurah")] == [
                "Pemohon", "Petugas Loket", "Lurah",
            ]  # fmt: skip
            assert heads["actors"].words == "Pelaksana"
            assert heads["quality"].words == "Mutu Baku"
            assert heads["no"].box.bottom == pytest.approx(heads["time"].box.bottom)
            assert heads["quality"].box.bottom == pytest.approx(heads["input"].box.top)

    def test_labels_widths_size_and_numbers_of_columns_are_the_projects(self) -> None:
        form = MatrixForm(
            "serif", 9, True, {"activity": 60, "note": 40}, {"activity": "Uraian Prosedur", "quality": "Mutu"}
        )
        style = Style.of(Settings(paper="F4", matrix=form))
        drawn = matrix("", style)
        (page,) = drawn.flow
        heads = {cell.column: cell for cell in page.cells if cell.head and cell.column != "index"}
        assert (heads["activity"].words, heads["quality"].words) == ("Uraian Prosedur", "Mutu")
        assert width(heads["activity"]) == pytest.approx(60 / 25.4 * 72, abs=0.1)
        assert width(heads["note"]) == pytest.approx(40 / 25.4 * 72, abs=0.1)
        assert [cell.words for cell in page.cells if cell.column == "index"] == [f"({n})" for n in range(1, 10)]
        assert {text.size for cell in page.cells if cell.step for text in cell.texts} == {9.0}
        assert 'width="330mm" height="215mm"' in drawn.svgs[0]
        assert all("font-family=\"'PT Serif'," in page for page in drawn.svgs)

    def test_columns_of_words_shrink_as_actors_grow_in_number(self) -> None:
        def wide(count: int) -> float:
            actors = "actors:\n" + "".join(f"  a{n}: {{name: Seksi {n}}}\n" for n in range(count))
            more = "note: dicatat dalam buku agenda pada hari yang sama oleh petugas yang menerimanya"
            drawn = matrix(actors + steps(*(f"s{n} a{n} Memeriksa berkas permohonan | {more}" for n in range(count))))
            assert "matrix_scaled" not in drawn.notices
            heads = [cell for page in drawn.flow for cell in page.cells if cell.head and cell.column == "note"]
            return width(heads[0])

        assert wide(2) > max(wide(8), wide(12))

    def test_too_many_columns_make_the_page_smaller_and_are_told(self) -> None:
        actors = "actors:\n" + "".join(f"  a{n}: {{name: Pelaksana Bagian {n}}}\n" for n in range(40))
        drawn = matrix(actors + steps(*(f"s{n} a{n} Memeriksa berkas" for n in range(40))))
        assert 50 < int(drawn.notices["matrix_scaled"]["percent"]) < 90
        assert 'width="297mm" height="210mm"' in drawn.svgs[1]

    def test_symbols_and_columns_become_narrower_before_the_page_is_made_smaller(self) -> None:
        actors = "actors:\n" + "".join(f"  a{n}: {{name: Kepala Seksi {n}}}\n" for n in range(12))
        ways = "decision: {question: Lengkap?, branches: [{answer: ya}, {answer: tidak, to: s%d}]}"
        lines = [
            f"s{n} a{n % 12} Memeriksa | {ways % (n - 3)}" if n % 6 == 5 else f"s{n} a{n % 12} Memeriksa"
            for n in range(30)
        ]
        drawn = matrix(actors + steps(*lines))
        assert "matrix_scaled" not in drawn.notices
        symbols = [each.box for page in drawn.flow for each in page.symbols if each.shape == "box"]
        assert max(box.right - box.left for box in symbols) < 20

    def test_names_stand_level_where_columns_can_be_a_little_more_even(self) -> None:
        names = ("Pemohon", "Loket", "Kasi", "Kabid", "Sekretaris", "Kadis", "Arsiparis", "Bendahara")
        actors = "actors:\n" + "".join(f"  a{n}: {{name: {name}}}\n" for n, name in enumerate(names))
        ways = "decision: {question: Lengkap?, branches: [{answer: ya}, {answer: tidak, to: s4}]}"
        more = "input: [Berkas permohonan], time: 15 menit, output: Berkas"
        lines = [f"s{n} a{n * 3 % 8} Memeriksa kelengkapan berkas ke-{n} | {more}" for n in range(16)]
        lines[7] += f", {ways}"
        drawn = matrix(actors + steps(*lines))
        assert "rotate(-90" not in drawn.svgs[1]

    def test_pages_with_a_sign_say_where_it_is_explained(self) -> None:
        lines = [f"s{n} petugas Memeriksa berkas ke-{n}" for n in range(40)]
        lines[3] += " | optional: perlu"
        drawn = matrix(steps(*lines))
        hint = printed("matrix.see_last")
        told = [any(text.words == hint for text in page.loose) for page in drawn.flow]
        assert len(told) > 2
        assert told == [True] + [False] * (len(told) - 1)
        assert printed("matrix.notes") in [text.words for text in drawn.flow[-1].loose]

    def test_settled_widths_that_make_the_page_smaller_are_told(self) -> None:
        drawn = matrix("", Style.of(Settings(matrix=MatrixForm(widths={"activity": 200, "row": 8, "note": 120}))))
        assert drawn.notices["matrix_widths"]["columns"] == "activity, note"
        assert "matrix_scaled" not in drawn.notices

    def test_a_page_that_is_hard_to_read_comes_with_advice(self) -> None:
        actors = "actors:\n" + "".join(f"  a{n}: {{name: Pelaksana Bagian {n}}}\n" for n in range(60))
        more = actors + steps(*(f"s{n} a{n} Memeriksa berkas" for n in range(60)))
        assert {"matrix_scaled", "matrix_small", "matrix_paper"} <= matrix(more).notices.keys()
        assert "matrix_paper" not in matrix(more, Style(paper="F4")).notices

    def test_long_names_of_actors_stand_on_end_and_go_on_below_the_table(self) -> None:
        name = "Kepala Subbagian Pengelolaan Administrasi Pertanggungjawaban " * 12
        actors = "actors:\n" + "".join(f"  a{n}: {{name: {name}{n}}}\n" for n in range(8))
        drawn = matrix(actors + steps(*(f"s{n} a{n} Memeriksa berkas" for n in range(8))))
        assert 'transform="rotate(-90' in drawn.svgs[1]
        assert f"Pelaksana: {name}7" in drawn.loose
        assert drawn.notices["matrix_names"] == {"actors": ", ".join(f"a{n}" for n in range(8))}

    def test_names_that_stand_whole_in_the_head_are_not_told(self) -> None:
        actors = "actors:\n" + "".join(f"  a{n}: {{name: Kepala Subbagian Keuangan {n}}}\n" for n in range(8))
        assert "matrix_names" not in matrix(actors + steps(*(f"s{n} a{n} Memeriksa" for n in range(8)))).notices

    def test_the_numbers_of_pages_and_the_sop_stand_above_the_table(self) -> None:
        drawn = matrix('identity: {number: "060/7/2026"}\n')
        assert [(page.number, page.pages) for page in drawn.pages] == [(1, 2), (2, 2)]
        assert "Nomor 060/7/2026 · SOP Izin Keramaian" in drawn.loose
        assert "Halaman 2 dari 2" in drawn.loose


class TestHostileTexts:
    LONG = "Memeriksa " + "kelengkapan berkas permohonan warga " * 60

    def test_a_text_of_two_thousand_signs_is_whole(self) -> None:
        text = self.LONG.strip()
        drawn = matrix(steps(f"a pemohon {text}", "b petugas Memeriksa"))
        assert drawn.cells["a", "activity"] == text
        assert drawn.notices["matrix_smaller"] == {"numbers": "1"}

    def test_what_does_not_fit_into_a_page_goes_on_below_the_table(self) -> None:
        words = [f"kata{number}" for number in range(1500)]
        drawn = matrix(steps(f"a pemohon Mengajukan | note: {' '.join(words[:500])}", "b petugas Memeriksa"))
        shown = f"{drawn.cells['a', 'note']} {drawn.loose}"
        assert [word for word in words[:500] if word not in shown] == []
        assert "matrix_continued" in drawn.notices
        assert "… lihat catatan *1)" in drawn.cells["a", "note"]

    def test_a_list_of_many_short_items_goes_on_too(self) -> None:
        names = [f"s{number}" for number in range(30)]
        drawn = matrix(steps(f"a pemohon Mengajukan | input: [{', '.join(names)}]", "b petugas Memeriksa"))
        shown = f"{drawn.cells['a', 'input']} {drawn.loose}"
        assert [name for place, name in enumerate(names, 1) if f"{place}. {name}" not in shown] == []
        assert "matrix_continued" in drawn.notices

    def test_notes_without_end_have_pages_of_their_own(self) -> None:
        text = " ".join(f"kata{number}" for number in range(550))
        drawn = matrix(steps(*(f"s{n} petugas Mencatat | note: {text}, output: {text}" for n in range(6))))
        assert drawn.pages[-1].symbols == []
        assert drawn.loose.count("kata549") == 12

    def test_a_word_of_two_hundred_signs(self) -> None:
        drawn = matrix(steps(f"a pemohon {'x' * 200}", f"b petugas Memeriksa | output: {'y' * 200}"))
        assert drawn.cells["a", "activity"].replace(" ", "") == "x" * 200
        assert drawn.cells["b", "output"].replace(" ", "") == "y" * 200

    @pytest.mark.parametrize("text", ["<script>alert(1)</script> & {{ x }}", "#let $x$ \\ 100%", "😀 قهوة ꦲꦏ꧀ꦱꦫ"])
    def test_signs_stay_as_they_are(self, text: str) -> None:
        drawn = matrix(
            f'title: "{text}"\n'.replace("\\", "\\\\") + steps(f"a pemohon 'Menulis {text}'", "b petugas Membaca")
        )
        assert drawn.cells["a", "activity"].replace(" ", "") == f"Menulis {text}".replace(" ", "")
        assert drawn.facts["title"].replace(" ", "") == text.replace(" ", "")
        assert "<script" not in drawn.svgs[1]

    def test_one_step_of_one_actor(self) -> None:
        drawn = matrix("actors: {petugas: {name: Petugas}}\n" + steps("a petugas Mencatat"))
        assert drawn.shapes == {"a": "capsule"}


def test_the_same_definition_gives_the_same_bytes() -> None:
    assert matrix().svgs == matrix().svgs


def test_each_page_tells_itself_in_words() -> None:
    first, second = matrix().svgs
    assert "<desc>Kelurahan Contoh, Pemerintah Kota Contoh. Nomor SOP: belum diisi." in first
    assert "<title>SOP Izin Keramaian, halaman 2 dari 2</title>" in second
    assert "Memeriksa berkas" in second.partition("</desc>")[0]


def test_every_notice_has_words() -> None:
    drawn: Drawn = matrix(steps("a pemohon Mengajukan", "b petugas Meninjau | optional: perlu", "c lurah Menyetujui"))
    for name, args in drawn.notices.items():
        assert "langkah 2" in Notice.of(name, **args).message()


def test_a_procedure_of_several_is_named_with_its_own_title() -> None:
    procedures = (
        "procedures:\n  - {id: baru, title: Izin Baru, steps: [{id: a, actor: petugas, activity: Mencatat}]}\n"
        "  - {id: ulang, title: Perpanjangan, steps: [{id: a, actor: petugas, activity: Mencatat}]}\n"
    )
    assert "procedures" in definition(procedures)
    made = compiled(procedures)
    drawn = [draw(made, flow).pages[0] for flow in made.flows]
    assert "Izin Keramaian: Izin Baru" in drawn[0]
    assert "Izin Keramaian: Perpanjangan" in drawn[1]
