"""The promise check: what a flow takes, against every way through small random flows, and its verdict."""

import random
from time import perf_counter

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from sop_engine.definition.model import Definition
from sop_engine.duration import Duration, Unit, parse
from sop_engine.flow import EdgeKind, EndStatus, Flow, Whose, derive
from sop_engine.messages import printed
from sop_engine.promise import wording
from sop_engine.promise.chance import trials
from sop_engine.promise.measure import measure
from sop_engine.promise.pledge import Verdict, assess
from sop_engine.promise.schedule import Only, bars
from sop_engine.promise.worktime import WorkingTime

WORKING = WorkingTime()
BASE = {
    "sop": 1,
    "id": "contoh",
    "title": "Contoh",
    "unit": "contoh/kelurahan",
    "requirements": [{"id": "surat", "text": "Surat"}],
    "actors": {"p": {"name": "Pemohon", "external": True}, "k": {"name": "Petugas"}},
    "sla": {"within": "5 hari kerja", "from": "requirements_complete"},
    "fee": {"free": True},
    "products": ["Surat"],
    "complaints": {"channels": [{"kind": "phone", "value": "1"}]},
}


def definition(steps, **more):
    ends = {"ditolak": {"status": "rejected", "text": "Ditolak"}, "selesai": {"text": "Selesai"}}
    return Definition.model_validate({**BASE, "ends": ends, "steps": steps, **more})


def flow_of(steps, **more) -> Flow:
    return derive(definition(steps, **more))[0]


def step(name, time=None, **more):
    timed = {} if time is None else {"time": f"{time} menit" if isinstance(time, int) else time}
    return {"id": name, "actor": "k", "activity": "Mengerjakan", **timed, **more}


def decision(*branches):
    return {"question": "Baik?", "branches": list(branches)}


def taken(flow, **options):
    found = measure(flow, WORKING, complete=options.get("complete", False))
    assert found is not None
    return found


# ---- the oracle: every way a case can go, walked one by one


class Endless(Exception):  # noqa: N818
    pass


class TooMany(Exception):  # noqa: N818
    pass


class Walker:
    """Walks a flow as the engine does: limits are counted over the whole case, all branches of a block are walked."""

    def __init__(self, flow, cost, returns=True, ordinary=False):
        self.flow, self.cost, self.returns, self.ordinary = flow, cost, returns, ordinary
        self.visits = 0

    def ways(self, place, goals, given=(), entered=None, total=0, trail=None):
        """Return {(minutes, answers given)} of all ways from ``place`` to ``goals``."""
        self.visits += 1
        if self.visits > 4000:
            raise TooMany
        if place in goals:
            return {(total, given)}
        if place in self.flow.end:
            return set()
        trail = trail or {}
        here = (place, entered, given)
        if here in trail:
            if total > trail[here] and not self.ordinary:
                raise Endless
            return set()
        trail = {**trail, here: total}
        found = set()
        forks = [edge for edge in self.flow.outgoing[place] if edge.kind is EdgeKind.FORK]
        if forks:
            states = {(0, given)}
            for fork in forks:
                join = f"join:{place}"
                states = {
                    (max(most, minutes), after)
                    for most, before in states
                    for minutes, after in self.ways(fork.target, {join}, before)
                }
            for minutes, after in states:
                spent = total + self.spent(place, entered, None) + minutes
                found |= self.ways(f"join:{place}", goals, after, None, spent, trail)
        for edge in self.flow.outgoing[place]:
            if edge.kind is EdgeKind.FORK or not self.allowed(edge, given, entered):
                continue
            after = given
            if edge.kind is EdgeKind.ANSWER and edge.limit is not None:
                after = tuple(sorted((*given, (edge.source, edge.answer))))
            spent = total + self.spent(place, entered, edge)
            via = edge if edge.kind is EdgeKind.ANSWER else None
            found |= self.ways(edge.target, goals, after, via, spent, trail)
        return found

    def allowed(self, edge, given, entered):
        used = given.count((edge.source, edge.answer))
        if (self.ordinary or not self.returns) and edge.kind in (EdgeKind.LATE, EdgeKind.LIMIT):
            return False
        if edge.back and not self.returns:
            return False
        if edge.kind is EdgeKind.LATE and edge.via is not None:
            return entered is not None and edge.via == (entered.source, entered.answer)
        if edge.kind is EdgeKind.LIMIT:
            return used == edge.limit
        if edge.kind is EdgeKind.ANSWER and edge.limit is not None:
            return used < edge.limit
        return True

    def spent(self, place, entered, edge):
        if place not in self.flow.node or (edge is not None and edge.kind is EdgeKind.SKIP):
            return 0
        node = self.flow.node[place]
        clock = entered.clock if entered is not None and entered.clock is not None else node.clock
        if clock is not Whose.OFFICE:
            return 0
        late = edge is not None and edge.kind is EdgeKind.LATE
        return max(self.cost(node), edge.within.amount if late else 0)


def minutes_of(node, which=2):
    if node.times is not None:
        return (node.times.best, node.times.usual, node.times.worst)[which].amount
    return node.time.amount if node.time is not None else 0


# ---- random flows


def random_steps(chance: random.Random, count: int, depth: int = 0, prefix: str = "s"):
    names = [f"{prefix}{number}" for number in range(count)]
    steps = []
    for place, name in enumerate(names):
        one = step(name, chance.choice([1, 2, 3, 5, 8, 13]))
        one["clock"] = chance.choice(["office", "office", "office", "applicant"])
        if chance.random() < 0.25:
            one["times"] = {"best": "1 menit", "usual": one["time"], "worst": f"{chance.randint(13, 20)} menit"}
        kind = chance.random()
        if depth < 1 and kind < 0.2:
            one["parallel"] = [
                {"steps": random_steps(chance, chance.randint(1, 2), depth + 1, f"{name}{letter}")} for letter in "ab"
            ]
        elif kind < 0.65:
            one["decision"] = decision(*branches(chance, names, place, depth))
        elif kind < 0.75 and place + 1 < count:
            one["next"] = chance.choice(names[place + 1 :])
        if chance.random() < 0.2:
            one["optional"] = "bila perlu"
        if chance.random() < 0.15:
            one["deadline"] = {"within": f"{chance.randint(1, 30)} menit", "to": chance.choice(names)}
        steps.append(one)
    return steps


def branches(chance, names, place, depth):
    found = [{"answer": "ya"}]
    for answer in ("tidak", "lain")[: chance.randint(1, 2)]:
        branch = {"answer": answer}
        if depth == 0 and chance.random() < 0.2:
            branch["end"] = "ditolak"
        else:
            branch["to"] = chance.choice(names)
            if chance.random() < 0.75:
                branch["limit"] = {"times": chance.randint(1, 2), "to": chance.choice(names[place:])}
            if chance.random() < 0.3:
                branch["clock"] = chance.choice(["applicant", "office"])
            if chance.random() < 0.2:
                branch["deadline"] = {"within": f"{chance.randint(1, 30)} menit", "to": chance.choice(names)}
        found.append(branch)
    return found


def drawn(seed, count):
    flow = flow_of(random_steps(random.Random(seed), count))
    found = measure(flow, WORKING, complete=False)
    assume(found is not None)
    assert found is not None
    return flow, found


RANDOM = {"seed": st.integers(0, 10**9), "count": st.integers(1, 5)}


@given(**RANDOM)
@settings(max_examples=300, deadline=None)
def test_no_way_takes_longer_than_the_longest(seed, count):
    flow, found = drawn(seed, count)
    try:
        ways = Walker(flow, minutes_of).ways(flow.start, set(flow.end))
    except Endless:
        assert found.longest.endless
        return
    except TooMany:
        assume(False)
        return
    assert max(minutes for minutes, _ in ways) <= found.longest.minutes


@given(**RANDOM)
@settings(max_examples=300, deadline=None)
def test_shortest_and_straight_are_the_extremes_of_all_ways(seed, count):
    flow, found = drawn(seed, count)
    served = {end.id for end in flow.ends if end.status is EndStatus.FINISHED} & {edge.target for edge in flow.edges}
    try:
        straight = Walker(flow, minutes_of, returns=False).ways(flow.start, set(flow.end))
        usual = Walker(flow, lambda node: minutes_of(node, 1), returns=False).ways(flow.start, served)
        quick = Walker(flow, lambda node: minutes_of(node, 0), ordinary=True).ways(flow.start, served)
    except TooMany:
        assume(False)
        return
    assert found.straight.minutes == max(minutes for minutes, _ in straight)
    assert not usual or found.usual.minutes == max(minutes for minutes, _ in usual)
    assert not quick or found.shortest.minutes == min(minutes for minutes, _ in quick)


def nested(chance, depth, names):
    """Return steps in a row, some of them the last of a loop that leads back to an earlier one of this row."""
    row = []
    for _ in range(chance.randint(1, 3)):
        first = len(row)
        row += nested(chance, depth - 1, names) if depth and chance.random() < 0.5 else []
        row.append(step(next(names), chance.randint(1, 9)))
        if chance.random() < 0.5:
            again = {
                "answer": "ulang",
                "to": row[first]["id"],
                "limit": {"times": chance.randint(1, 2), "end": "ditolak"},
            }
            row[-1]["decision"] = decision({"answer": "ya"}, again)
    return row


@given(seed=st.integers(0, 10**9))
@settings(max_examples=150, deadline=None)
def test_the_longest_is_exact_where_returns_are_nested(seed):
    flow = flow_of(nested(random.Random(seed), 2, iter([f"s{number}" for number in range(99)])))
    try:
        ways = Walker(flow, minutes_of).ways(flow.start, set(flow.end))
    except TooMany:
        assume(False)
        return
    found = taken(flow)
    assert found.longest.minutes == max(minutes for minutes, _ in ways)
    assert found.longest.minutes - found.straight.minutes == sum(
        each.minutes * each.times for each in found.longest.returns
    )


@given(seed=st.integers(0, 10**9), count=st.integers(1, 5))
@settings(max_examples=200, deadline=None)
def test_the_usual_way_is_in_order_and_adds_up(seed, count):
    _, found = drawn(seed, count)
    assert found.shortest.minutes <= found.usual.minutes or not found.usual.legs
    assert found.straight.minutes <= found.longest.minutes
    assert sum(leg.minutes for leg in found.usual.legs) == found.usual.minutes


# ---- working time


@pytest.mark.parametrize(
    ("written", "minutes", "exact"),
    [
        ("90 menit", 90, True),
        ("8 jam", 480, True),
        ("2 hari kerja", 900, True),
        ("2 minggu", 4500, True),
        ("2 hari", 900, False),
        ("7 hari kalender", 2250, False),
        ("3 hari kalender", 964, False),
        ("1 bulan", 9643, False),
    ],
)
def test_each_unit_has_one_conversion(written, minutes, exact):
    assert WORKING.span(parse(written)) == (minutes, exact)


def test_an_office_of_six_shorter_days_has_the_same_week():
    six = WorkingTime(375, 6)
    assert six.span(parse("1 minggu")) == WORKING.span(parse("1 minggu"))
    assert six.span(parse("1 hari kerja")).minutes == 375


@given(st.integers(1, 99_999), st.sampled_from([Unit.MINUTE, Unit.HOUR, Unit.WORKING_DAY]))
def test_what_is_told_is_what_was_counted(amount, unit):
    minutes = WORKING.span(Duration(amount, unit)).minutes
    words = WORKING.told(minutes).replace(" kerja", "").split()
    worth = {"hari": 450, "jam": 60, "menit": 1}
    assert sum(int(n) * worth[u] for n, u in zip(words[::2], words[1::2], strict=True)) == minutes


@pytest.mark.parametrize(("minutes", "days"), [(0, 5), (1441, 5), (450, 0), (450, 8)])
def test_no_office_works_like_that(minutes, days):
    with pytest.raises(ValueError, match=str(minutes)):
        WorkingTime(minutes, days)


# ---- what counts


def applicant(name, time=None, **more):
    return {**step(name, time, **more), "actor": "p"}


def verdict(steps, **more):
    described = definition(steps, **more)
    (found,) = assess(described, derive(described)[0], WORKING)
    return found.verdicts[0]


def test_the_applicants_time_is_not_the_offices():
    found = taken(flow_of([applicant("a", "9 hari kerja"), step("b", 30), step("c", 60, clock="none")]))
    assert found.usual.minutes == found.longest.minutes == 30


def test_parallel_branches_take_as_long_as_the_longest():
    split = step("a", 10, parallel=[{"steps": [step("b", 5), step("c", 7)]}, {"steps": [step("d", 11)]}])
    found = taken(flow_of([split, step("e", 1)]))
    assert found.usual.minutes == 10 + 12 + 1
    assert [leg.step for leg in found.usual.legs] == ["a", "b", "c", "e"]
    assert (found.begins["b"], found.begins["d"], found.begins["e"]) == (10, 10, 22)


def test_an_optional_step_is_in_the_usual_way_and_not_in_the_shortest():
    found = taken(flow_of([step("a", 10), step("b", 5, optional="bila perlu")]))
    assert (found.shortest.minutes, found.usual.minutes) == (10, 15)


def test_three_estimates_feed_the_three_ways():
    times = {"best": "1 menit", "usual": "5 menit", "worst": "20 menit"}
    found = taken(flow_of([step("a", times=times)]))
    assert (found.shortest.minutes, found.usual.minutes, found.straight.minutes) == (1, 5, 20)


def test_the_usual_of_two_estimates_lies_in_the_middle():
    found = taken(flow_of([step("a", times={"best": "10 menit", "worst": "20 menit"})]))
    assert found.usual.minutes == 15


def test_a_rejection_is_no_short_way_to_be_served():
    check = step("a", 10, decision=decision({"answer": "ya"}, {"answer": "tidak", "end": "ditolak"}))
    assert taken(flow_of([check, step("b", 100)])).shortest.minutes == 110


def test_a_deadline_that_passes_is_in_the_longest_way_alone():
    late = step("a", 10, deadline={"within": "60 menit", "to": "c"})
    found = taken(flow_of([late, step("b", 5), step("c", 5)]))
    assert (found.straight.minutes, found.longest.minutes) == (20, 65)


def returning(to, limit=None, clock=None):
    back = {"answer": "tidak", "to": to}
    if limit is not None:
        back["limit"] = {"times": limit, "end": "ditolak"}
    if clock is not None:
        back["clock"] = clock
    return [applicant("a"), step("b", 30), step("c", 60, decision=decision({"answer": "ya"}, back))]


def test_a_limited_return_adds_its_round_as_often_as_it_may():
    found = taken(flow_of(returning("b", 2)))
    (back,) = found.longest.returns
    assert (found.longest.minutes, back.minutes, back.times) == (90 + 2 * 90, 90, 2)


def test_an_unlimited_return_is_told_and_counted_once():
    found = taken(flow_of(returning("b")))
    assert found.longest.endless
    assert found.longest.minutes == 180


def test_the_clock_of_an_answer_stops_the_offices():
    found = taken(flow_of(returning("b", 1, "applicant")))
    assert found.longest.minutes == 90 + 60


def test_from_the_complete_file_on_a_return_to_the_submission_starts_anew():
    steps = returning("a")
    assert taken(flow_of(steps)).longest.endless
    assert not taken(flow_of(steps), complete=True).longest.endless
    assert verdict(steps) is Verdict.KEPT
    assert verdict(steps, sla={"within": "5 hari kerja", "from": "submitted"}) is Verdict.WITHOUT_RETURNS


def test_groups_of_applicants_are_measured_apart():
    groups = {"u": {"name": "Umum"}, "b": {"name": "BPJS"}}
    steps = [step("a", 10), step("b", 100, only=["u"]), step("c", 50, only=["b"])]
    described = definition(steps, applicants=groups)
    found = assess(described, derive(described)[0], WORKING)
    assert [each.measured.usual.minutes for each in found] == [110, 60]


# ---- verdicts


def test_a_promise_is_kept_to_the_minute_and_broken_by_one():
    assert verdict([step("a", 60)], sla={"within": "60 menit"}) is Verdict.KEPT
    assert verdict([step("a", 61)], sla={"within": "60 menit"}) is Verdict.BROKEN


def test_without_returns_only():
    assert verdict(returning("b", 2), sla={"within": "100 menit"}) is Verdict.WITHOUT_RETURNS


def told(steps, **more):
    described = definition(steps, **more)
    (found,) = assess(described, derive(described)[0], WORKING)
    return wording.verdict(printed, found.measured, found.pledges[0], found.verdicts[0])


def late_twice(*back):
    last = {"answer": "ya", "end": "selesai"}
    return [
        step("a", 10, deadline={"within": "30 menit", "to": "d"}),
        step("b", 10, deadline={"within": "40 menit", "to": "d"}),
        step("c", 10, decision=decision(last, *back) if back else decision(last, {"answer": "lain", "end": "ditolak"})),
        step("d", 100),
    ]


def test_deadlines_are_blamed_for_what_only_they_cause():
    sla = {"within": "60 menit"}
    assert verdict(late_twice(), sla=sla) is Verdict.ON_TIME
    assert told(late_twice(), sla=sla) == (
        "Janji 60 menit hanya dapat ditepati bila tidak ada tenggat yang lewat: paling lama 30 menit; bila tenggat "
        "langkah 1 atau 2 lewat, 2 jam 30 menit."
    )


def test_a_promise_kept_with_all_returns_but_not_with_passed_deadlines_is_told_so():
    steps, sla = (
        late_twice({"answer": "tidak", "to": "c", "limit": {"times": 2, "end": "ditolak"}}),
        {"within": "1 jam"},
    )
    assert verdict(steps, sla=sla) is Verdict.ON_TIME
    assert "dapat ditepati dengan semua pengembalian (paling lama 50 menit), tetapi tidak bila tenggat" in told(
        steps, sla=sla
    )


def test_two_deadlines_that_only_together_are_too_long_are_joined_by_and():
    steps = [step(name, 10, deadline={"within": "30 menit", "to": after}) for name, after in ("ab", "bc")]
    assert "tenggat langkah 1 dan 2 lewat, 1 jam 10 menit" in told([*steps, step("c", 10)], sla={"within": "50 menit"})


def test_returns_and_deadlines_are_blamed_together_when_each_is_too_long():
    steps = late_twice({"answer": "tidak", "to": "a", "limit": {"times": 2, "end": "ditolak"}})
    assert verdict(steps, sla={"within": "60 menit"}) is Verdict.WITHOUT_EITHER
    assert "dengan pengembalian 1 jam 30 menit, bila tenggat langkah 1 atau 2 lewat 2 jam 30 menit" in told(
        steps, sla={"within": "60 menit"}
    )


def test_returns_are_blamed_alone_where_deadlines_alone_fit_in():
    steps = returning("b", 2)
    steps[1]["deadline"] = {"within": "35 menit", "to": "c"}
    assert verdict(steps, sla={"within": "100 menit"}) is Verdict.WITHOUT_RETURNS


def test_what_follows_a_used_up_limit_is_blamed_on_the_limit():
    back = {"answer": "tidak", "to": "a", "limit": {"times": 1, "to": "d"}}
    steps = [step("a", 10, decision=decision({"answer": "ya", "end": "selesai"}, back)), step("d", 300)]
    assert verdict(steps, sla={"within": "60 menit"}) is Verdict.WITHIN_LIMITS
    assert "dengan pengembalian (paling lama 20 menit), tetapi tidak bila batas pengembalian langkah 1 habis" in told(
        steps, sla={"within": "60 menit"}
    )


@pytest.mark.parametrize(
    ("steps", "names"),
    [
        (returning("b", 2), ["longest"]),
        (late_twice(), ["longest_late"]),
        (
            late_twice({"answer": "tidak", "to": "a", "limit": {"times": 2, "end": "ditolak"}}),
            ["longest", "longest_both"],
        ),
    ],
)
def test_the_longest_ways_are_named_after_what_they_take(steps, names):
    assert [each.name for each in wording.slowest(taken(flow_of(steps)))] == names


def test_a_deadline_that_leads_back_is_no_return_of_the_file():
    steps = [step("a", 10), step("b", 10, deadline={"within": "30 menit", "to": "a"})]
    found = taken(flow_of(steps))
    assert wording.longest(printed, found, found.longest).startswith("tanpa batas (")
    assert "tenggat yang mengembalikan" in wording.longest(printed, found, found.longest)
    assert wording.returns(printed, found, 9)[0].startswith("Bila tenggat langkah 2 lewat, kembali ke langkah 1")


@pytest.mark.parametrize(
    ("first", "only"),
    [
        ({"deadline": {"within": "30 menit", "to": "d"}}, Only.DEADLINE),
        ({"decision": decision({"answer": "y", "end": "selesai"},
                               {"answer": "t", "to": "a", "limit": {"times": 1, "to": "d"}})}, Only.LIMIT),
    ],
)  # fmt: skip
def test_a_step_beside_all_ordinary_ways_says_what_leads_there(first, only):
    steps = [step("a", 10, **first), step("d", 5)]
    if only is Only.DEADLINE:
        steps.insert(1, step("b", 5, end="selesai"))
    found = {bar.node.id: bar for bar in bars(taken(flow_of(steps)))}
    assert (found["a"].only, found["d"].only, found["d"].begin) == (None, only, None)


@given(**RANDOM)
@settings(max_examples=200, deadline=None)
def test_what_leaves_something_out_is_an_upper_bound_of_its_own(seed, count):
    flow, found = drawn(seed, count)

    class Punctual(Walker):
        def allowed(self, edge, given, entered):
            return edge.kind is not EdgeKind.LATE and super().allowed(edge, given, entered)

    try:
        ways = Punctual(flow, minutes_of).ways(flow.start, set(flow.end))
    except Endless:
        assert found.returned.endless
        return
    except TooMany:
        assume(False)
        return
    assert found.straight.minutes <= max(minutes for minutes, _ in ways) <= found.returned.minutes
    assert found.straight.minutes <= found.lapsed.minutes
    assert found.unexhausted.minutes <= found.returned.minutes
    # what has no end has no figure to be compared with
    assert max(found.lapsed.minutes, found.returned.minutes) <= found.longest.minutes or found.longest.endless


def test_at_usual_times_only():
    times = {"best": "1 menit", "usual": "5 menit", "worst": "20 menit"}
    assert verdict([step("a", times=times)], sla={"within": "10 menit"}) is Verdict.USUALLY


def test_a_missing_time_leaves_it_open_unless_the_others_are_too_long_already():
    assert verdict([step("a", 5), step("b")], sla={"within": "10 menit"}) is Verdict.UNDECIDED
    assert verdict([step("a", 50), step("b")], sla={"within": "10 menit"}) is Verdict.BROKEN
    assert verdict([step("a", 5), applicant("b")], sla={"within": "10 menit"}) is Verdict.KEPT


def test_each_form_of_promise_is_read():
    def promised(sla):
        described = definition([step("a", 5)], sla=sla)
        (found,) = assess(described, derive(described)[0], WORKING)
        return [(pledge.minutes, pledge.case, pledge.longer) for pledge in found.pledges]

    assert promised({"within": "1 jam"}) == [(60, None, None)]
    assert promised({"at_least": "1 jam", "within": "3 jam"}) == [(180, None, None)]
    assert promised({"adjusts": "Menyesuaikan"}) == []
    assert promised({"stages": [{"name": "x", "within": "1 jam"}, {"name": "y", "within": "2 jam"}]}) == [
        (180, None, None)
    ]
    cases = [{"when": "baru", "within": "1 jam"}, {"when": "lama", "within": "2 jam", "procedure": "lain"}]
    assert promised({"cases": cases}) == [(60, "baru", None)]
    assert promised({"within": "1 jam", "extension": {"within": "2 jam"}}) == [(60, None, 180)]


def test_a_promise_for_one_kind_is_broken_only_when_its_shortest_way_is_too_long():
    steps = [step("a", 30), step("b", 60, optional="bila perlu")]
    case = {"cases": [{"when": "biasa", "within": "1 jam"}]}
    assert verdict(steps, sla=case) is Verdict.UNDECIDED
    assert verdict([step("a", 61)], sla=case) is Verdict.BROKEN


def test_complaints_are_held_to_their_own_limits():
    own = {"id": "langsung", "title": "Langsung", "steps": [step("x", "3 hari kerja")]}
    channels = [{"kind": "phone", "value": "1"}]
    described = definition([step("a", 5)], complaints={"channels": channels, "within": "2 hari", "procedures": [own]})
    (found,) = assess(described, derive(described)[1], WORKING)
    assert found.verdicts == (Verdict.BROKEN,)
    assert not found.pledges[0].exact


# ---- chance


TIMES = {"best": "10 menit", "usual": "20 menit", "worst": "60 menit"}


def tried(steps, **options):
    found = trials(taken(flow_of(steps)), complete=False, **{"runs": 4000, **options})
    assert found is not None
    return found


def test_same_seed_same_tries():
    steps = [step("a", times=TIMES), *returning("b", 3)[1:]]
    assert tried(steps, seed=7) == tried(steps, seed=7)
    assert tried(steps, seed=7) != tried(steps, seed=8)


def test_times_are_drawn_from_the_triangular_distribution():
    found = tried([step("a", times=TIMES)])
    assert all(10 <= minutes <= 60 for minutes in found.minutes)
    assert sum(found.minutes) / found.runs == pytest.approx(30, abs=0.7)
    for minutes in (15, 20, 35, 50):
        below = (minutes - 10) ** 2 / (50 * 10) if minutes <= 20 else 1 - (60 - minutes) ** 2 / (50 * 40)
        estimate = found.within(minutes)
        assert estimate.low <= estimate.share <= estimate.high
        assert estimate.share == pytest.approx(below, abs=0.03)


def test_a_return_happens_as_often_as_is_assumed():
    found = tried(returning("b"), returned=0.25)
    assert found.within(90).share == pytest.approx(0.75, abs=0.03)
    assert found.within(180).share == pytest.approx(1 - 0.25**2, abs=0.03)
    assert tried(returning("b"), returned=0.0).minutes[-1] == 90


@given(seed=st.integers(0, 10**6))
@settings(max_examples=60, deadline=None)
def test_no_try_leaves_the_bounds(seed):
    flow = flow_of(nested(random.Random(seed), 2, iter([f"s{number}" for number in range(99)])))
    measured = taken(flow)
    found = trials(measured, complete=False, runs=100, returned=0.8)
    assert found is not None
    assert measured.shortest.minutes <= found.minutes[0]
    assert found.minutes[-1] <= measured.longest.minutes


def test_where_a_time_is_missing_there_is_no_chance():
    assert trials(taken(flow_of([step("a", times=TIMES), step("b")])), complete=False) is None


def test_a_procedure_that_hardly_ends_is_tried_less_often():
    rows = [step(f"s{n}", 1, decision=decision({"answer": "ya"}, {"answer": "tidak", "to": "s0"})) for n in range(5)]
    found = trials(taken(flow_of(rows)), complete=False, runs=10_000, returned=0.9)
    assert found is None or found.runs < 10_000
    assert trials(taken(flow_of(rows)), complete=False, runs=1000, returned=0.1).runs == 1000


def test_parallel_steps_are_tried_together():
    split = step("a", 10, parallel=[{"steps": [step("b", times=TIMES)]}, {"steps": [step("c", 59)]}])
    assert 69 <= min(tried([split]).minutes) <= max(tried([split]).minutes) <= 70


def test_ten_thousand_steps_are_measured_in_seconds():
    started = perf_counter()
    found = taken(flow_of([step(f"s{number}", 1) for number in range(10_000)]))
    assert found.longest.minutes == 10_000
    assert perf_counter() - started < 30
