"""Writes the numbers of the matrix into docs/matrix.md: ``python tests/docs/write_constants.py``.

Every module constant that is a number, a text or a size, with its value and the words that stand below or beside it.
"""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
PAGE = TOP / "docs" / "matrix.md"
FOLDERS = ("matrix", "grid")
BETWEEN = re.compile(r"(<!-- constants -->\n).*(<!-- /constants -->)", re.DOTALL)


def table() -> str:
    """Return the constants of all modules as a table."""
    rows = [
        f"| `{module.parent.name}.{module.stem}.{name}` | {value} | {meaning} |\n"
        for folder in FOLDERS
        for module in sorted((TOP / "sop_engine" / "render" / folder).glob("*.py"))
        for name, value, meaning in constants(module.read_text(encoding="utf-8"))
    ]
    return "\n| constant | value | meaning |\n|---|---|---|\n" + "".join(rows) + "\n"


def constants(source: str) -> Iterator[tuple[str, str, str]]:
    """Yield name, value and meaning of the constants of a module."""
    comments = _comments(source)
    body = ast.parse(source).body
    for node, after in zip(body, [*body[1:], None], strict=True):
        if not isinstance(node, ast.Assign):
            continue
        (target,) = node.targets
        names = target.elts if isinstance(target, ast.Tuple) else [target]
        values = (
            node.value.elts if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple) else [node.value]
        )
        words = after.value.value if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant) else None
        meaning = re.sub(r"\s+", " ", str(words or comments.get(node.lineno, ""))).replace("|", "\\|")
        for name, value in zip(names, values, strict=True):
            written = _value(value)
            if isinstance(name, ast.Name) and re.fullmatch(r"[A-Z][A-Z_]*", name.id) and written:
                yield name.id, written, meaning


def _value(node: ast.expr) -> str | None:
    """Return a value as it is written: a number or a product of some, a size, a text, a table of numbers."""
    numeric = all(
        isinstance(
            part, ast.Constant | ast.Name | ast.BinOp | ast.operator | ast.expr_context | ast.UnaryOp | ast.unaryop
        )
        for part in ast.walk(node)
    )
    plain = isinstance(node, ast.Constant | ast.BinOp | ast.Dict)
    sized = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Size"
    if not (plain and (numeric or isinstance(node, ast.Dict))) and not sized:
        return None
    return f"`{ast.unparse(node)}`"


def _comments(source: str) -> dict[int, str]:
    """Return the comments at the ends of lines, by line."""
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    return {token.start[0]: token.string.lstrip("# ") for token in tokens if token.type == tokenize.COMMENT}


def page() -> str:
    """Return the page with the table made anew."""
    return BETWEEN.sub(lambda found: found[1] + table() + found[2], PAGE.read_text(encoding="utf-8"))


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
