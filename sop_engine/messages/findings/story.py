"""The pieces of a finding that tells a story: what happened to a case, and what would mend it, in both languages.

An argument in STORY_ARGS is a JSON list of pieces, each a phrase's name and what fills it.
"""

from __future__ import annotations

PIECES = {
    "for_group": ("bagi {0}: ", "for {0}: "),
    "before": ("…", "…"),
    "answered": ("langkah {0} dijawab `{1}`", "step {0} is answered `{1}`"),
    "answered_more": (
        "langkah {0} dijawab `{1}` lebih dari {2} kali",
        "step {0} is answered `{1}` more than {2} times",
    ),
    "spent": (
        "jawaban `{1}` langkah {0} sudah dipakai sampai batasnya ({2} kali)",
        "answer `{1}` of step {0} is used up ({2} times)",
    ),
    "skipped": ("langkah {0} dilewati", "step {0} is skipped"),
    "late": ("langkah {0} melewati tenggat", "step {0} is past its deadline"),
    "came": ("perkara sampai di langkah {0}", "the case comes to step {0}"),
    "at_answer": ("Pada jawaban `{1}` langkah {0}", "At answer `{1}` of step {0}"),
    "at_limit": ("Pada `limit` jawaban `{1}` langkah {0}", "At the `limit` of answer `{1}` of step {0}"),
    "at_step": ("Pada langkah {0}", "At step {0}"),
    "write": ("tulis `{0}`", "write `{0}`"),
    "write_either": ("tulis `{0}` atau `{1}`", "write `{0}` or `{1}`"),
    "drop": (
        "hapus `{0}` supaya cabang sampai ke titik temu",
        "delete `{0}`, so that the branch comes to where all meet",
    ),
    "or_here": ("atau ubah tujuan yang ditunjuk di sini", "or change the target that is pointed at here"),
    "likewise": ("begitu pula langkah {0}", "nor are steps {0}"),
    "over": ("langkah {0} dilompati", "past {0}"),
    "whole_branch": (
        "Arahkan salah satu langkah itu ke langkah terakhir cabang, dan langkah terakhir itu ke titik temu",
        "Lead one of those steps to the last step of the branch, and that one to where all meet",
    ),
}

STORY_ARGS = {
    "who": (("", "", ""), ("", "", "")),
    "story": (("setelah ", ", lalu ", ", "), ("after ", ", then ", ", ")),
    "edit": (("", ", ", ""), ("", ", ", "")),
    "others": (("; ", "", ""), ("; ", "", "")),
    "skipped": (("; ", "", ""), (", ", "", "")),
}
"""What stands before, between and after the pieces of an argument; an argument without pieces says nothing."""


def worded(name: str, value: str, index: int) -> str:
    """Return the words of a story argument in the language with this index."""
    import json

    pieces = [PIECES[piece][index].format(*rest) for piece, *rest in json.loads(value)]
    before, between, after = STORY_ARGS[name][index]
    return before + between.join(pieces) + after if pieces else ""
