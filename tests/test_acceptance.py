"""Accepting a finding in place: which comment stands for which line, and what is said about a comment that fails."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample import definition

from sop_engine.acceptance import Judged, judged
from sop_engine.definition.project import settings_in
from sop_engine.diagnostic import Diagnostic, Position, finding
from sop_engine.settings import PLAIN

TEXT = "a: 1\nb:\n  - c: 2\n  - d: 3\n"


def at(line: int, code: str = "SP012") -> Diagnostic:
    return finding(code, path="f.yaml", position=Position(line, 3), args={"value": "3 hari"})


def verdict(text: str, *found: Diagnostic, project: str = "") -> Judged:
    return judged(found, settings_in(f"project: 1\n{project}", "")[0], text, "f.yaml")


def said(judgement: Judged) -> tuple[list[tuple[str, int]], list[tuple[str, int, str]]]:
    shown = [(each.code, each.position.line) for each in judgement.shown]
    return shown, [(each.finding.code, each.finding.position.line, each.reason) for each in judgement.accepted]


class TestPlace:
    @pytest.mark.parametrize(
        ("text", "line"),
        [
            ("a: 1\nb: 2 # sop: terima SP012 karena tertulis begitu\n", 2),
            ("a: 1\n# sop: terima SP012 karena tertulis begitu\nb: 2\n", 3),
            ("a: 1\n  #sop:terima SP012 karena tertulis begitu\n\n# lain\n\nb: 2\n", 6),
            ("a: 1\nb: {c: 1, # sop: terima SP012 karena tertulis begitu\n  d: 2}\n", 2),
            ("a: 1\nb: {c: 1,\n  # SOP: Terima sp012 Karena tertulis begitu\n  d: 2}\n", 4),
            ("a: 1\nb: > # sop: terima SP012 karena tertulis begitu\n  teks\n", 2),
            ("a: 1\nb: >\n  teks\n# sop: terima SP012 karena tertulis begitu\nc: 1\n", 5),
            ('a: "x # y" # sop: terima SP012 karena tertulis begitu\n', 1),
            ("a: 'x '' # y' # sop: accept SP012 because tertulis begitu.\n", 1),
            ("a: 1\n# sop: terima SP012, SOP041 karena tertulis begitu\nb: 2\n", 3),
        ],
    )
    def test_its_own_line_or_the_next_that_says_something(self, text: str, line: int) -> None:
        second = [at(line, "SOP041")] if "SOP041" in text else []
        shown, accepted = said(verdict(text, at(line), *second))
        assert shown == []
        assert accepted == [(each.code, line, "tertulis begitu") for each in (at(line), *second)]

    def test_another_line_is_not_meant(self) -> None:
        text = "a: 1\n# sop: terima SP012 karena begitu\nb: 2\nc: 3\n"
        assert said(verdict(text, at(1), at(4))) == ([("SP012", 1), ("SOP143", 2), ("SP012", 4)], [])

    def test_another_code_is_not_meant(self) -> None:
        text = "a: 1\nb: 2 # sop: terima SP013 karena begitu\n"
        assert said(verdict(text, at(2))) == ([("SP012", 2), ("SOP143", 2)], [])

    @pytest.mark.parametrize("head", ["", "# yaml-language-server: $schema=x\n", "---\n", "\n\n"])
    def test_before_the_first_key_it_stands_for_the_whole_file(self, head: str) -> None:
        text = f"{head}# sop: terima SP012 karena begitu\na: 1\nb: 2\n"
        lines = text.count("\n")
        assert said(verdict(text, at(lines), at(lines - 1)))[0] == []
        assert len(verdict(text, at(lines), at(lines - 1)).accepted) == 2

    def test_the_nearest_acceptance_gives_the_reason(self) -> None:
        text = "# sop: terima SP012 karena seluruh berkas\na: 1\nb: 2 # sop: terima SP012 karena baris ini\n"
        assert said(verdict(text, at(2), at(3)))[1] == [("SP012", 2, "seluruh berkas"), ("SP012", 3, "baris ini")]
        assert said(verdict(text, at(3)))[0] == [("SOP143", 1)]

    @pytest.mark.parametrize(
        "text",
        [
            'a: "x # sop: terima SP012 karena y"\n',
            "a: 'x\n  # sop: terima SP012 karena y'\n",
            "a: |\n  # sop: terima SP012 karena y\nb: 2\n",
            "a: >-\n\n  x\n  # sop: terima SP012 karena y\n",
            "a: x#sop: terima SP012 karena y\n",
            "a: 1 # contoh: # sop: terima SP012 karena y\n",
            '"# sop: terima SP012 karena y": 1\n',
        ],
    )
    def test_what_is_no_comment_of_its_own_says_nothing(self, text: str) -> None:
        found = [at(line) for line in range(1, text.count("\n") + 1)]
        assert verdict(text, *found) == Judged(tuple(found))

    @pytest.mark.parametrize("text", ["#sop: 1\na: 1\n", "# sop:\na: 1\n", "a: 1 # SOP ini baik\n", "# sop engine\n"])
    def test_what_is_not_for_the_checker_is_left_alone(self, text: str) -> None:
        assert verdict(text) == Judged(())


class TestWrong:
    @pytest.mark.parametrize(
        ("comment", "codes"),
        [
            ("# sop: trima SP012 karena begitu", ["SP012", "SOP140"]),
            ("# sop: terima", ["SP012", "SOP140"]),
            ("# sop: terima karena begitu", ["SP012", "SOP140"]),
            ("# sop: terima SP012", ["SP012", "SOP141"]),
            ("# sop: terima SP012 karena", ["SP012", "SOP141"]),
            ("# sop: terima SP012 karena …", ["SP012", "SOP141"]),
            ("# sop: terima SP0I2 karena begitu", ["SP012", "SOP142"]),
            ("# sop: terima SP012, SP0I2 karena begitu", ["SOP142"]),
            ("# sop: terima SP012 SP012 karena begitu", []),
        ],
    )
    def test_a_comment_that_fails_is_told_at_its_place(self, comment: str, codes: list[str]) -> None:
        shown = verdict(f"a: 1\nb: 2 {comment}\n", at(2)).shown
        assert [each.code for each in shown] == codes
        assert {each.position for each in shown if each.code != "SP012"} <= {Position(2, 6)}
        assert {each.path for each in shown} <= {"f.yaml"}

    def test_the_nearest_code_is_named(self) -> None:
        (_, found) = verdict("a: 1\nb: 2 # sop: terima SPX012 karena begitu\n", at(2)).shown
        assert "`SP012`" in found.message("id")

    def test_an_error_is_never_accepted(self) -> None:
        text = "a: 1\nb: 2 # sop: terima SOP027 karena begitu\n"
        error = finding("SOP027", position=Position(2, 1), args={"number": "1", "step": "x"})
        assert said(verdict(text, error)) == ([("SOP027", 2), ("SOP144", 2)], [])
        assert said(verdict(text)) == ([("SOP144", 2)], [])

    def test_what_the_project_made_an_error_cannot_be_accepted_either(self) -> None:
        text = "a: 1\nb: 2 # sop: terima SP012 karena begitu\n"
        assert said(verdict(text, at(2), project="severities: {SP012: error}"))[0] == [("SP012", 2), ("SOP144", 2)]

    def test_what_the_project_lowered_can(self) -> None:
        text = "a: 1\nb: 2 # sop: terima SP001 karena begitu\n"
        empty = finding("SP001", position=Position(2, 1), args={"missing": "products"})
        assert said(verdict(text, empty, project="severities: {SP001: info}"))[0] == []

    def test_what_is_turned_off_may_stay_accepted(self) -> None:
        text = "a: 1\nb: 2 # sop: terima SP012 karena begitu\n"
        assert verdict(text, at(2), project="severities: {SP012: off}") == Judged(())

    def test_while_there_are_errors_nobody_says_what_does_not_occur(self) -> None:
        text = "a: 1\nb: 2 # sop: terima SP012 karena begitu\n"
        error = finding("SOP104", args={"key": "a", "line": "1"})
        assert said(verdict(text))[0] == [("SOP143", 2)]
        assert said(verdict(text, error))[0] == [("SOP104", 1)]

    def test_its_own_findings_have_a_severity_too(self) -> None:
        text = "a: 1\nb: 2 # sop: terima SP012\n"
        assert verdict(text, project="severities: {SOP141: off}") == Judged(())

    @pytest.mark.parametrize(
        ("text", "second"),
        [
            ("a: 1\n# sop: terima SP012 karena x\nb: 2 # sop: terima SP012 karena y\n", Position(3, 6)),
            ("# sop: terima SP012 karena x\n# sop: terima SP012 karena y\nb: 2\n", Position(2, 1)),
        ],
    )
    def test_a_second_acceptance_of_the_same_is_told(self, text: str, second: Position) -> None:
        judgement = verdict(text, at(3))
        assert [(each.code, each.position) for each in judgement.shown] == [("SOP143", second)]
        assert [each.reason for each in judgement.accepted] == ["x"]

    def test_an_acceptance_after_the_last_key_accepts_nothing(self) -> None:
        assert said(verdict("a: 1\n# sop: terima SP012 karena begitu\n", at(1)))[0] == [("SP012", 1), ("SOP143", 2)]


def test_acceptance_never_changes_what_compiles() -> None:
    from sop_engine.compiler import compile_text

    plain = definition("sla:\n  within: 3 hari\n  from: submitted\n")
    accepting = plain.replace("within: 3 hari", "within: 3 hari # sop: terima SP012 karena tertulis begitu")
    one, other = compile_text(plain), compile_text(accepting)
    assert one[0] is not None
    assert other[0] is not None
    assert one[0].definition == other[0].definition
    assert {each.code for each in one[1]} - {each.code for each in other[1]} == {"SP012"}
    broken = definition("xyz: 1 # sop: terima SOP110 karena begitu\n")
    compiled, found = compile_text(broken)
    assert compiled is None
    assert {"SOP110", "SOP144"} <= {each.code for each in found}


@given(
    st.lists(
        st.sampled_from(
            ["# sop: terima SP012 karena x", "a: 1", "- b", "'", '"', "|", "  ", "#", "{", "}", ":", "\n", "é"]
        )
    ).map(" ".join)
)
@settings(max_examples=300, deadline=None)
def test_any_text_is_judged_without_losing_a_finding(text: str) -> None:
    found = [at(line) for line in range(1, text.count("\n") + 2)]
    judgement = judged(found, PLAIN, text)
    told = [each for each in judgement.shown if each.code == "SP012"] + [each.finding for each in judgement.accepted]
    assert sorted(each.position.line for each in told) == [each.position.line for each in found]


def test_a_file_full_of_comments_is_judged_quickly() -> None:
    import time

    text = "a: 1\n" + "".join(f"k{n}: 'x # y' # sop: terima SP9{n} karena x\n" for n in range(40_000))
    started = time.perf_counter()
    judged([], PLAIN, text)
    assert time.perf_counter() - started < 5
