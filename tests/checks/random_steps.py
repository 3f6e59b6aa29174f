"""Random procedures of the whole language, sound and broken: the steps as they would be written."""

from __future__ import annotations

from itertools import count
from random import Random
from typing import Any

GROUPS = ("umum", "bpjs")


def procedure(random: Random) -> tuple[list[dict[str, Any]], tuple[str, ...]]:
    """Return the steps of a procedure, and the groups of applicants that it tells apart."""
    return _Writer(random).procedure()


class _Writer:
    def __init__(self, random: Random) -> None:
        self.random = random
        self.numbers = count(1)
        self.left = random.randint(2, 9)
        self.groups = GROUPS if random.random() < 0.25 else ()
        # how often a case is sent back, and how often counted: from tidy to wild
        self.backward = random.choice((0.15, 0.4, 0.7))
        self.limits = random.choice((0.0, 0.2, 0.5))
        self.lates = random.choice((0.0, 0.1, 0.3))
        self.forks = random.choice((0.0, 0.15, 0.4))

    def procedure(self) -> tuple[list[dict[str, Any]], tuple[str, ...]]:
        return self._steps(self.random.randint(2, 7), 0), self.groups

    def _steps(self, size: int, depth: int) -> list[dict[str, Any]]:
        steps = [{"id": f"s{next(self.numbers)}", "actor": "a", "activity": "Bekerja"} for _ in range(size)]
        names = [step["id"] for step in steps]
        for index, step in enumerate(steps):
            self._fill(step, index, names, depth)
        return steps

    def _fill(self, step: dict[str, Any], index: int, names: list[str], depth: int) -> None:
        chance = self.random.random
        if depth < 2 and self.left > 0 and chance() < self.forks:
            branches = [self._steps(self.random.randint(1, 2 + (depth == 0)), depth + 1) for _ in range(2)]
            self.left -= sum(map(len, branches))
            step["parallel"] = [{"steps": branch} for branch in branches]
            step |= self._onward(index, names, depth)
        elif chance() < 0.45:
            answers = [
                self._branch(f"j{number}", index, names, depth) for number in range(self.random.choice((2, 2, 3)))
            ]
            step["decision"] = {"question": "Bagaimana?", "branches": answers}
        else:
            step |= self._onward(index, names, depth)
        if self.groups and chance() < 0.4:
            step["only"] = [self.random.choice(GROUPS)]
        if chance() < 0.15:
            step["optional"] = "bila perlu"
        if ("only" in step or "optional" in step) and chance() < 0.4 and index + 1 < len(names):
            step["skip_to"] = self.random.choice(names[index + 1 :])
        if chance() < self.lates:
            step["deadline"] = {"within": "3 hari kerja", **self._target(index, names, depth)}

    def _onward(self, index: int, names: list[str], depth: int) -> dict[str, Any]:
        if self.random.random() < 0.65:
            return {}
        target = self._target(index, names, depth)
        return {"next" if key == "to" else key: value for key, value in target.items()}

    def _target(self, index: int, names: list[str], depth: int) -> dict[str, Any]:
        if self.random.random() < self.backward:
            return {"to": self.random.choice(names[: index + 1])}
        ways: list[dict[str, Any]] = [{"to": name} for name in names[index + 1 :]]
        ways += [{"end": "selesai"}, {"end": "tolak"}] if depth == 0 else []
        return self.random.choice(ways or [{"to": names[index]}])

    def _branch(self, answer: str, index: int, names: list[str], depth: int) -> dict[str, Any]:
        chance = self.random.random
        branch: dict[str, Any] = {"answer": answer}
        if chance() < 0.7:
            branch |= self._target(index, names, depth)
        if chance() < self.limits:
            if chance() < 0.8:
                branch |= {"to": self.random.choice(names[: index + 1])}
                branch.pop("end", None)
            branch["limit"] = {"times": self.random.choice((1, 1, 2)), **self._target(index, names, depth)}
        if "to" in branch and chance() < self.lates:
            branch["deadline"] = {"within": "7 hari", **self._target(index, names, depth)}
        return branch
