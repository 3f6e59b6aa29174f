"""The sheet as Markdown: as last looked at, and no text becomes markup."""

import pytest
import sheeting

from sop_engine.render.sheet import markdown


@pytest.mark.parametrize("name", sheeting.INPUTS)
def test_page_is_as_last_looked_at(name: str) -> None:
    sheeting.compare(markdown.page(sheeting.sheet_of(name)), f"{name}.md")


def test_no_golden_is_left_over() -> None:
    sheeting.assert_no_orphans(".md")


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("*a* _b_ `c` [d](e) <f> #g |h| ~~i~~ $j$ &k; {{l}}",
         r"\*a\* \_b\_ \`c\` \[d\](e) \<f\> \#g \|h\| \~\~i\~\~ \$j\$ \&k; \{\{l\}\}"),
        ("2. dua", r"2\. dua"),
        ("10) sepuluh", r"10\) sepuluh"),
        ("- butir", r"\- butir"),
        ("2.5 m - 3 m", "2.5 m - 3 m"),
    ],
)  # fmt: skip
def test_signs_are_signs(text: str, escaped: str) -> None:
    assert markdown.escaped(text) == escaped


def test_a_markdown_reader_sees_the_text_and_no_markup() -> None:
    from markdown_it import MarkdownIt

    rendered = MarkdownIt("commonmark").render(markdown.page(sheeting.sheet_of("dokumen-diam")))
    assert "&lt;script&gt;alert('x')&lt;/script&gt; &amp; #let $x$ \\ {{ y }} *z* [q](r)" in rendered
    assert "<script" not in rendered
    assert "<a " not in rendered
