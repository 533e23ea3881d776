"""A document as blocks: what the writers of all forms are given."""

import pytest
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import DE_BRUG, render_all

from samenwerk.rendering.forms.blocks import (
    Block,
    CodeBlock,
    Heading,
    ListBlock,
    Paragraph,
    Quote,
    Rule,
    Span,
    Table,
    find_title,
    plain_text,
    read_blocks,
)
from samenwerk.rendering.text.markdown import escape_inline


def words(block: Block) -> str:
    assert isinstance(block, Paragraph)
    return plain_text(block.content)


def test_every_kind_of_block_is_read_in_its_order() -> None:
    blocks = read_blocks("""\
# Startnota

Een *alinea*.

| Kop | Twee |
| --- | --- |
| cel | |

3. drie

> **Nog te doen**
>
> - dit

---

    letterlijk
""")
    assert blocks == (
        Heading(1, (Span("Startnota"),)),
        Paragraph((Span("Een "), Span("alinea", italic=True), Span("."))),
        Table(((Span("Kop"),), (Span("Twee"),)), (((Span("cel"),), ()),)),
        ListBlock(((Paragraph((Span("drie"),)),),), 3),
        Quote((Paragraph((Span("Nog te doen", bold=True),)), ListBlock(((Paragraph((Span("dit"),)),),)))),
        Rule(),
        CodeBlock("letterlijk"),
    )
    assert find_title(blocks) == "Startnota"


def test_a_list_in_a_list_stands_in_its_item() -> None:
    (lijst,) = read_blocks("- **Taken:**\n\n    - een\n    - twee\n- na")
    assert isinstance(lijst, ListBlock)
    (wat, binnen), (na,) = lijst.items
    assert (words(wat), words(na)) == ("Taken:", "na")
    assert isinstance(binnen, ListBlock)
    assert [words(item[0]) for item in binnen.items] == ["een", "twee"]


def test_a_line_end_that_counts_is_kept_and_another_is_a_space() -> None:
    (alinea,) = read_blocks("een\\\ntwee\ndrie")
    assert alinea == Paragraph((Span("een\ntwee drie"),))


@pytest.mark.parametrize(
    ("markdown", "span"),
    [
        ("<script>alert(1)</script>", Span("<script>alert(1)</script>")),
        ("![een kaart](https://elders.example/spion.png)", Span("een kaart")),
        ("[klik](javascript:alert%281%29)", Span("[klik](javascript:alert%281%29)")),
        ("[klik](file:///etc/passwd)", Span("[klik](file:///etc/passwd)")),
        ("[klik](//elders.example)", Span("klik")),
        ("[site](https://www.opgroeien.be)", Span("site", link="https://www.opgroeien.be")),
        ("[schrijf](mailto:info@voorbeeld.example)", Span("schrijf", link="mailto:info@voorbeeld.example")),
    ],
)
def test_what_could_do_something_is_text_and_only_a_plain_link_stays_one(markdown: str, span: Span) -> None:
    assert read_blocks(markdown) == (Paragraph((span,)),)


@settings(max_examples=tries(30), deadline=None, derandomize=True)
@given(st.text(min_size=1, max_size=30))
def test_any_text_of_a_dossier_is_one_piece_of_text_again(tekst: str) -> None:
    line = escape_inline(tekst)
    shown = [words(block) for block in read_blocks(f"Voor {line} na")]
    assert len(shown) == 1
    assert (shown[0].startswith("Voor"), shown[0].endswith("na")) == (True, True)


def test_no_document_of_the_example_loses_a_table_or_a_heading() -> None:
    for tekst in render_all(DE_BRUG).values():
        blocks = read_blocks(tekst)
        headings = [line for line in tekst.splitlines() if line.startswith("#")]
        assert len([block for block in blocks if isinstance(block, Heading)]) == len(headings)
        tables = [line for line in tekst.splitlines() if line.startswith("| ---")]
        assert len([block for block in blocks if isinstance(block, Table)]) == len(tables)
