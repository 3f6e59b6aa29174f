"""Who may do what on a day: terms with both their days, capacities, the counter, stewards, and refusals that help."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from listed import FIRST, LAST, LIST, TITLES, UNIT

from sop_engine.failure import Failure
from sop_engine.people import NOBODY, Deed, Holding, People, Person, Standing
from sop_engine.people.listing import of_text

PEOPLE = of_text(LIST)
DAY = timedelta(days=1)
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
DEWI = "KOTA\\dewi"
OUTSIDE = frozenset({"pemohon"})


def actor(person: str, performers: list[str], on: date = FIRST, asked: str | None = None) -> str:
    return PEOPLE.capacity(person, UNIT, performers, on, asked, external=OUTSIDE, titles=TITLES).actor


def refused(person: str, performers: list[str], on: date = FIRST, asked: str | None = None) -> Failure:
    with pytest.raises(Failure) as failure:
        PEOPLE.capacity(person, UNIT, performers, on, asked, external=OUTSIDE, titles=TITLES)
    return failure.value


class TestTerms:
    @given(DAYS)
    def test_a_term_holds_from_its_first_to_its_last_day(self, on: date) -> None:
        held = {each.actor for each in PEOPLE.held(DEWI, on)}
        assert ("lurah" in held) == (FIRST <= on <= LAST)
        assert ("petugas" in held) == (on >= date(2025, 1, 6))

    @pytest.mark.parametrize(("on", "may"), [(FIRST - DAY, False), (FIRST, True), (LAST, True), (LAST + DAY, False)])
    def test_at_its_ends(self, on: date, may: bool) -> None:
        if may:
            assert actor(DEWI, ["lurah"], on) == "lurah"
        else:
            assert refused(DEWI, ["lurah"], on).code == "RUN031"

    @given(DAYS, DAYS, DAYS)
    def test_no_day_outside_is_ever_in_force(self, since: date, until: date, on: date) -> None:
        holding = Holding("a", UNIT, "b", Standing.PLT, "1", since, until)
        assert holding.in_force(on) == ((on in {since, until} and since <= until) or since < on < until)

    @given(DAYS, st.sampled_from(["lurah", "petugas"]))
    def test_holders_are_those_who_hold_it(self, on: date, key: str) -> None:
        held = [each for person in PEOPLE.persons for each in PEOPLE.held(person.id, on) if each.actor == key]
        assert sorted(held) == sorted(PEOPLE.holders(UNIT, key, on))
        assert {each.person for each in held} == {
            each.person for each in PEOPLE.holdings if each.actor == key and each.in_force(on)
        }

    @pytest.mark.parametrize("holdings", [PEOPLE.holdings, PEOPLE.holdings[::-1]])
    def test_the_definitive_official_comes_first(self, holdings: tuple[Holding, ...]) -> None:
        people = People(PEOPLE.persons, holdings)
        assert [each.person for each in people.holders(UNIT, "lurah", FIRST)] == ["siti", DEWI]

    def test_another_unit_has_other_offices(self) -> None:
        assert PEOPLE.holders("contoh/lain", "lurah", FIRST) == ()
        with pytest.raises(Failure):
            PEOPLE.capacity("siti", "contoh/lain", ["lurah"], FIRST)


class TestCapacity:
    def test_it_is_the_office_that_the_step_names_first(self) -> None:
        assert actor(DEWI, ["petugas", "lurah"]) == "petugas"
        assert actor(DEWI, ["lurah", "petugas"]) == "lurah"

    def test_it_tells_standing_and_letter(self) -> None:
        held = PEOPLE.capacity(DEWI, UNIT, ["lurah"], FIRST)
        assert (held.standing, held.letter, held.by) == (Standing.PLH, "800/15/2026", None)

    def test_the_definitive_standing_counts_before_a_deputys(self) -> None:
        terms = [Holding("a", UNIT, "b", each, "1", FIRST, LAST) for each in (Standing.PLH, Standing.DEFINITIVE)]
        people = People((Person("a", "A"),), tuple(terms))
        assert people.capacity("a", UNIT, ["b"], FIRST).standing is Standing.DEFINITIVE

    def test_one_is_asked_for(self) -> None:
        assert actor(DEWI, ["petugas", "lurah"], asked="lurah") == "lurah"

    def test_what_is_held_but_not_a_performers_is_the_desks_to_refuse(self) -> None:
        assert actor(DEWI, ["petugas"], asked="lurah") == "lurah"

    def test_without_performers_any_office_of_the_unit_will_do(self) -> None:
        assert actor(DEWI, []) == "petugas"
        assert refused("tono", []).code == "RUN031"

    def test_for_an_external_actor_any_office_of_the_unit_records(self) -> None:
        held = PEOPLE.capacity(DEWI, UNIT, ["pemohon"], FIRST, external=OUTSIDE)
        assert (held.actor, held.by) == ("pemohon", "petugas")
        assert refused("tono", ["pemohon"]).code == "RUN031"
        assert refused("budi", ["pemohon"], asked="pemohon").code == "RUN031"

    def test_an_own_office_counts_before_the_counter(self) -> None:
        assert actor(DEWI, ["pemohon", "petugas"]) == "petugas"
        assert actor("siti", ["pemohon", "petugas"]) == "pemohon"
        assert actor(DEWI, ["pemohon", "petugas"], asked="pemohon") == "pemohon"

    @given(st.sampled_from(["siti", DEWI, "budi", "tono"]), DAYS, st.sampled_from(["lurah", "petugas", None]))
    def test_nobody_acts_in_an_office_not_held(self, person: str, on: date, asked: str | None) -> None:
        wanted = ["petugas", "lurah"] if asked is None else [asked]
        held = [each for each in PEOPLE.held(person, on) if each.actor in wanted]
        if held:
            assert PEOPLE.capacity(person, UNIT, ["petugas", "lurah"], on, asked) in held
        else:
            assert refused(person, ["petugas", "lurah"], on, asked).code == ("RUN031" if asked is None else "RUN032")


class TestRefusals:
    def test_somebody_who_is_not_on_the_list(self) -> None:
        assert refused("rudi", ["lurah"]).message("id") == (
            "Pengguna `rudi` tidak ada dalam daftar orang. Masuklah dengan nama pengguna sendiri, atau mintalah "
            "pengelola mencatatnya (Siti Contoh). Yang berwenang: Siti Contoh (Lurah), Dewi Contoh (Plh. Lurah sampai "
            "13-11-2026)."
        )

    def test_nobody_unnamed_gets_in_where_no_office_is_needed(self) -> None:
        PEOPLE.require_known("tono")
        with pytest.raises(Failure) as failure:
            PEOPLE.require_known("rudi")
        assert failure.value.message("id").endswith("mintalah pengelola mencatatnya (Siti Contoh).")

    def test_capitals_make_another_user(self) -> None:
        assert refused("SITI", ["lurah"]).code == "RUN030"

    def test_a_term_that_ended(self) -> None:
        assert refused("budi", ["petugas"], date(2025, 1, 6)).message("id") == (
            "Budi tidak berwenang: pada 06-01-2025 tidak memangku jabatan Petugas Loket (`petugas`) di "
            "contoh/kelurahan. Jabatan Petugas Loket dipangkunya sampai 31-12-2024. Yang berwenang: Dewi Contoh "
            "(Petugas Loket)."
        )

    def test_of_several_terms_the_last_is_told_and_the_next(self) -> None:
        days = [date(2026, month, 1) for month in range(1, 9)]
        terms = [Holding("a", UNIT, "lurah", Standing.PLT, str(9 - at), *days[at : at + 2]) for at in (0, 2, 6, 4)]
        with pytest.raises(Failure) as failure:
            People((Person("a", "A"),), tuple(terms)).capacity("a", UNIT, ["lurah"], date(2026, 4, 2), titles=TITLES)
        assert (
            "Jabatan Plt. Lurah dipangkunya sampai 01-04-2026. Jabatan Plt. Lurah baru dipangkunya mulai 01-05-2026."
        ) in failure.value.message("id")

    def test_a_term_in_another_office_is_not_told(self) -> None:
        assert "dipangkunya" not in refused("budi", ["lurah"]).message("id")
        assert "dipangkunya sampai 31-12-2024" in refused("budi", []).message("id")

    def test_a_person_with_two_letters_is_named_once(self) -> None:
        terms = tuple(Holding("a", UNIT, "lurah", Standing.PLT, letter, FIRST, LAST) for letter in "12")
        with pytest.raises(Failure) as failure:
            People((Person("a", "A"), Person("b", "B")), terms).capacity("b", UNIT, ["lurah"], FIRST, titles=TITLES)
        assert failure.value.message("id").endswith("Yang berwenang: A (Plt. Lurah sampai 13-11-2026).")

    def test_a_term_that_is_to_come(self) -> None:
        message = refused(DEWI, ["lurah"], date(2026, 11, 1)).message("id")
        assert "Jabatan Plh. Lurah baru dipangkunya mulai 02-11-2026." in message

    def test_an_office_that_nobody_holds(self) -> None:
        message = refused("siti", ["lurah"], date(2024, 1, 1)).message("id")
        assert message.endswith(
            "Pada hari itu tidak ada yang memangku jabatan tersebut; mintalah pengelola mencatatnya (Siti Contoh)."
        )

    def test_an_office_that_was_asked_for(self) -> None:
        failure = refused(DEWI, ["petugas"], LAST + DAY, asked="lurah")
        assert failure.code == "RUN032"
        assert failure.message("id") == (
            "Dewi Contoh tidak dapat bertindak sebagai Lurah (`lurah`): pada 14-11-2026 tidak memangku jabatan itu di "
            "contoh/kelurahan. Jabatan Plh. Lurah dipangkunya sampai 13-11-2026. Jabatannya di sana: Petugas Loket "
            "(`petugas`). Yang berwenang: Siti Contoh (Lurah)."
        )

    def test_at_the_counter_whoever_holds_an_office_may(self) -> None:
        message = refused("tono", ["pemohon"]).message("id")
        assert "tidak memangku jabatan apa pun di contoh/kelurahan" in message
        assert "Yang berwenang: Siti Contoh (Lurah), Dewi Contoh (Plh. Lurah sampai 13-11-2026)" in message
        assert "Dewi Contoh (Petugas Loket)" in message

    def test_in_english(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SOP_LANG", "en")
        assert refused(DEWI, ["lurah"], LAST + DAY).message() == (
            "Dewi Contoh may not do this: on 14-11-2026 he or she does not hold Lurah (`lurah`) in contoh/kelurahan. "
            "The term as acting Lurah (Plh.) ended on 13-11-2026. Who may: Siti Contoh (Lurah)."
        )

    def test_an_actor_without_a_title_is_named_by_its_key(self) -> None:
        with pytest.raises(Failure) as failure:
            PEOPLE.capacity("tono", UNIT, ["petugas", "lurah"], FIRST)
        assert "tidak memangku jabatan `petugas` atau `lurah` di" in failure.value.message("id")

    def test_not_more_are_named_than_are_read(self) -> None:
        many = tuple(Person(f"p{n}", f"Orang {n}") for n in range(100))
        terms = tuple(Holding(each.id, UNIT, "b", Standing.DEFINITIVE, None, FIRST, None) for each in many)
        people = People((*many, Person("x", "X")), terms)
        with pytest.raises(Failure) as failure:
            people.capacity("x", UNIT, ["b"], FIRST)
        assert "Orang 11 (`b`), …." in failure.value.message("id")

    def test_all_of_them_are_refusals(self) -> None:
        assert refused("rudi", []).exit_code == refused("tono", []).exit_code == 1


class TestStewards:
    @pytest.mark.parametrize("deed", Deed)
    def test_only_a_steward_may(self, deed: Deed) -> None:
        PEOPLE.require_steward("siti", deed)
        for person in (DEWI, "rudi"):
            with pytest.raises(Failure) as failure:
                PEOPLE.require_steward(person, deed)
            assert failure.value.code == "RUN033"

    def test_the_refusal_names_them(self) -> None:
        with pytest.raises(Failure) as failure:
            PEOPLE.require_steward(DEWI, Deed.REASSIGN)
        assert failure.value.message("id") == (
            "Hanya pengelola yang boleh mengalihkan pekerjaan orang lain, sedangkan Dewi Contoh bukan pengelola. "
            "Pengelola: Siti Contoh."
        )

    def test_a_steward_without_an_office_records_no_step(self) -> None:
        people = People((Person("a", "A", None, True),))
        with pytest.raises(Failure) as failure:
            people.capacity("a", UNIT, ["lurah"], FIRST)
        assert failure.value.code == "RUN031"


class TestNoList:
    def test_everybody_may_do_everything(self) -> None:
        assert not NOBODY.listed
        assert NOBODY.known("siapa saja")
        assert NOBODY.is_steward("siapa saja")
        NOBODY.require_known("siapa saja")
        NOBODY.require_steward("siapa saja", Deed.LOAD)
        assert NOBODY.held("siapa saja", FIRST) == NOBODY.holders(UNIT, "lurah", FIRST) == ()

    @pytest.mark.parametrize(
        ("performers", "asked", "expected"),
        [(["lurah", "petugas"], None, "lurah"), (["lurah"], "petugas", "petugas"), ([], None, ""), ([], "x", "x")],
    )
    def test_the_capacity_is_the_one_asked_for_or_the_first(
        self, performers: list[str], asked: str | None, expected: str
    ) -> None:
        held = NOBODY.capacity("siapa saja", UNIT, performers, FIRST, asked)
        assert (held.actor, held.person, held.standing) == (expected, "siapa saja", Standing.DEFINITIVE)

    def test_with_a_list_only_those_on_it_are_known(self) -> None:
        assert PEOPLE.listed
        assert PEOPLE.known("tono")
        assert not PEOPLE.known("rudi")
        assert not PEOPLE.is_steward("tono")
