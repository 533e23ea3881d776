"""What the writers of all forms agree on: the parts of a document, its headings, and the widths of the columns of a table."""

import pytest
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st

from samenwerk.rendering.forms.blocks import Heading, Paragraph, Span, Table, plain_text, read_blocks
from samenwerk.rendering.forms.layout import LINE, column_shares, has_contents, is_to_fill_in, split_document


def make_table(*rows: tuple[str, ...]) -> Table:
    header, *body = (tuple((Span(cell),) if cell else () for cell in row) for row in rows)
    return Table(header, tuple(body))


def test_a_document_is_its_title_with_what_introduces_it_the_rest_and_the_colofon() -> None:
    opening, content, colofon = split_document(
        read_blocks("# Nota\n\nWaarom.\n\n- Status\n\n## Idee\n\nTekst.\n\n---\n\n*Kenmerk*")
    )
    assert [type(block).__name__ for block in opening] == ["Heading", "Paragraph", "ListBlock"]
    assert [type(block).__name__ for block in content] == ["Heading", "Paragraph"]
    assert [plain_text(block.content) for block in colofon if isinstance(block, Paragraph)] == ["Kenmerk"]


def test_a_document_without_a_title_or_a_colofon_is_whole_all_the_same() -> None:
    assert split_document(()) == ((), (), ())
    assert split_document(read_blocks("Alleen tekst."))[0] == read_blocks("Alleen tekst.")
    assert split_document(read_blocks("# N\n\n---\n\nEen.\n\nTwee."))[2] == ()


@pytest.mark.parametrize(
    ("markdown", "levels"),
    [
        ("# A\n\n## B\n\n### C\n\n## D", [1, 2, 3, 2]),
        ("### A\n\n# B\n\n###### C\n\n# D", [1, 2, 3, 2]),
        ("# A\n\n#### B\n\n#### C", [1, 2, 3]),
    ],
)
def test_headings_begin_with_one_of_level_1_and_skip_none(markdown: str, levels: list[int]) -> None:
    parts = split_document(read_blocks(markdown))
    found = [block.level for part in parts for block in part if isinstance(block, Heading)]
    assert found == levels


def test_only_a_document_of_some_pages_and_parts_has_a_table_of_contents() -> None:
    def write(parts: int, size: int) -> bool:
        return has_contents(read_blocks("\n\n".join(f"## Deel {n}\n\n- {'a' * size}" for n in range(parts))))

    assert [write(6, 1100), write(6, 1000), write(5, 9000)] == [True, False, False]


def test_a_date_stays_on_one_line_beside_a_long_text() -> None:
    table = make_table(("Dag", "Waarom"), ("28 september 2026", "woord " * 60))
    date, why = column_shares(table)
    assert date * LINE >= len("28 september 2026")
    assert why > 3 * date


def test_a_date_is_wrapped_before_a_word_is_broken() -> None:
    heads = ("Actie", "Trekker", "Met", "Tegen", "Output", "Stand")
    row = ("Een sportnamiddag op het plein", "Basisschool De Oever", "Vrijwilligerspunt", "27 september 2026")
    shares = column_shares(make_table(heads, (*row, "Sportnamiddag voor zestig", "niet uitgevoerd")))

    longest = ("sportnamiddag", "Basisschool", "Vrijwilligerspunt", "september", "Sportnamiddag", "uitgevoerd")
    assert [word for word, share in zip(longest, shares, strict=True) if round(share * LINE, 6) < len(word) + 2] == []
    assert shares[3] * LINE < len("27 september 2026")


def test_a_table_of_short_cells_gives_each_column_what_it_asks() -> None:
    short, long = column_shares(make_table(("A", "B"), ("aaaa", "b" * 14)))
    assert (round(short, 3), round(long, 3)) == (0.273, 0.727)


@settings(max_examples=tries(50), deadline=None, derandomize=True)
@given(st.lists(st.lists(st.text("ab ", max_size=90), min_size=3, max_size=3), min_size=1, max_size=4))
def test_the_columns_always_fill_the_width_and_none_is_without_any(rows: list[list[str]]) -> None:
    shares = column_shares(make_table(*map(tuple, rows)))
    assert abs(sum(shares) - 1) < 1e-9
    assert min(shares) > 0


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((("Partner", "Handtekening"), ("Stad", ""), ("School", "")), True),
        ((("Partner", "Handtekening"), ("Stad", ""), ("School", "ja")), False),
        ((("Partner", ""), ("Stad", "")), False),
        ((("Partner", "Handtekening"),), False),
    ],
)
def test_a_column_with_a_head_and_nothing_below_it_is_there_to_write_in(
    rows: tuple[tuple[str, ...], ...], expected: bool
) -> None:
    assert is_to_fill_in(make_table(*rows)) is expected
