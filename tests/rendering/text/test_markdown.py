"""Text of people in Markdown: whatever they typed is read back as that text, and as nothing else."""

import unicodedata
from itertools import product

import pytest
from cases import for_each
from effort import tries
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markupsafe import Markup
from reading import COMMONMARK, TABLES, Block, read_blocks, read_shape

from samenwerk.rendering.text.markdown import escape_inline, escape_paragraphs, escape_value
from samenwerk.rendering.text.plain import tidy

NASTY = (
    *("| a | b |", "|--|--|", "a|b", "\\|", "\\", "a\\", "\\\\", "a\\\\|"),
    *("*a*", "**a**", "_a_", "__a__", "***", "* * *", "~~a~~", "~~~", "`a`", "``` sh", "`", "$x$", "^a^", "==a=="),
    *("# kop", "#", "####### zeven", "===", "---", "- - -", "- punt", "-", "+ punt", "* punt", "> citaat", ">"),
    *("1. een", "1) een", "1.", "123456789. x", "1234567890. x", "1.5 miljoen", "2026", "[ ] taak", "- [x] taak"),
    *("[x](y)", "![x](http://a.be/b.png)", "[x]: http://a.be", "[^1]", "[^1]: noot", "<http://a.be>", "a@b.be", "www.a.be"),
    *("<script>alert(1)</script>", "</td>", "<!-- x -->", "<?php ?>", "<b>", "a < b > c", "<![CDATA[x]]>"),
    *("&amp;", "&lt;b&gt;", "&#35; kop", "&#x2a;", "&copy", "a & b", "&\n#35;", "&nbsp;"),
    *("a\n# b", "a\n===", "a\n---", "a\n\nb", "a\n\n    b", "    code", "\tcode", "a  \nb", "a\\\nb", "a\r\nb", "\n\n"),
    *("{{ 7*7 }}", "{% raw %}", "{# x #}", ": term", ":::", "% titel", "a\n: uitleg", "\\newpage", "@noot", "!", "! [x]"),
    *("a\u2028# b", "a\x0b# b", "a\x85# b", "\u200b# b", "\ufeff# b", "\u202egnp.x", "\u00a0# b", "\u3000- b", "\x00*"),
    *("“Ja”, zei ze – ’s avonds…", "école, Súdwest-Fryslân", "日本語", "👩‍👩‍👧", "e\u0301", "\u0301", "«*»"),
)
READERS = [COMMONMARK, TABLES]
WITH_EACH_READER = pytest.mark.parametrize("reader", READERS, ids=["commonmark", "tables"])
PIECES = st.one_of(st.sampled_from(NASTY), st.text(max_size=12), st.sampled_from(["\n", " ", "\t", "|", "*", "_", "\\", "`"]))
TEXTS = st.lists(PIECES, max_size=5).map("".join)

SETTINGS = settings(max_examples=tries(30), deadline=None, derandomize=True)

INVISIBLE = set(
    "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2065\u2066\u2067\u2068\u2069\ufeff\ufff9\ufffa\ufffb"
)


def fold(text: str) -> str:
    """The text as a person sees it on one line: without signs that show nothing, white space made equal."""
    shown = (sign for sign in text if sign not in INVISIBLE and (unicodedata.category(sign) != "Cc" or sign in "\t\n\r"))
    return " ".join("".join(shown).split())


PLACES = """\
{0}

- {0}
- na
    - {0}

1. {0}

## {0}

Eerst **{0}** dan.

- **{0}:** na
- **{0}** (na): na

> **Kop**
>
> - {0}

slot
"""
TABLE = """\
| Een | Twee |
| --- | --- |
| {0} | na |
| **{0}** | {0} |

slot
"""


SHAPES = {reader: read_shape(PLACES.format("woord"), reader) for reader in (COMMONMARK, TABLES)}
TABLE_SHAPE = read_shape(TABLE.format("woord"))


def check_places(text: str, reader: MarkdownIt) -> None:
    """The text in a paragraph, a list item, a heading, in bold and in a quote is read back as that text."""
    gelezen, rest = fold(text), "Eerst  dan."
    document = PLACES.format(escape_inline(text))
    assert read_blocks(document, reader) == [
        Block("paragraph", gelezen),
        Block("bullet_list>list_item>paragraph", gelezen),
        Block("bullet_list>list_item>paragraph", "na"),
        Block("bullet_list>list_item>bullet_list>list_item>paragraph", gelezen),
        Block("ordered_list>list_item>paragraph", gelezen),
        Block("h2", gelezen),
        Block("paragraph", f"{rest[:6]}{gelezen}{rest[6:]}"),
        Block("bullet_list>list_item>paragraph", f"{gelezen}: na"),
        Block("bullet_list>list_item>paragraph", f"{gelezen} (na): na"),
        Block("blockquote>paragraph", "Kop"),
        Block("blockquote>bullet_list>list_item>paragraph", gelezen),
        Block("paragraph", "slot"),
    ]
    assert read_shape(document, reader) == SHAPES[reader]


def check_table(text: str) -> None:
    """The text in a cell is read back as that text, and the cells beside and below it stay what they are."""
    gelezen = fold(text)
    document = TABLE.format(escape_inline(text))
    assert [block.tekst for block in read_blocks(document)] == ["Een", "Twee", gelezen, "na", gelezen, gelezen, "slot"]
    assert read_shape(document) == TABLE_SHAPE


@for_each(product([text for text in NASTY if fold(text)], READERS))
def test_a_nasty_text_stays_text_wherever_it_stands(text: str, reader: MarkdownIt) -> None:
    check_places(text, reader)


@WITH_EACH_READER
@SETTINGS
@given(text=TEXTS)
def test_any_text_stays_text_wherever_it_stands(text: str, reader: MarkdownIt) -> None:
    assume(fold(text))
    check_places(text, reader)


@for_each((text,) for text in NASTY if fold(text))
def test_a_nasty_text_stays_in_its_cell(text: str) -> None:
    check_table(text)


@SETTINGS
@given(text=TEXTS)
def test_any_text_stays_in_its_cell(text: str) -> None:
    assume(fold(text))
    check_table(text)


@SETTINGS
@given(text=TEXTS)
def test_a_text_takes_one_line_and_no_more(text: str) -> None:
    assert len(escape_inline(text).splitlines()) <= 1
    assert escape_inline(text) == escape_inline(text).strip()
    assert bool(escape_inline(text)) == bool(fold(text))


def test_harmless_text_is_left_as_it_was_typed() -> None:
    for text in (
        "Elk kind hoort erbij.",
        "9.000 euro (per jaar), 2,5 dagen; 50 % – of meer?",
        "school/buurt: “de Brug”, 't & 'n",
    ):
        assert escape_inline(text) == text


def read_lines(text: str) -> list[list[str]]:
    """The lines of each paragraph as a person typed them."""
    paragraphs: list[list[str]] = [[]]
    for line in map(fold, text.split("\n")):
        if line:
            paragraphs[-1].append(line)
        elif paragraphs[-1]:
            paragraphs.append([])
    return [lines for lines in paragraphs if lines]


def check_paragraphs(text: str, reader: MarkdownIt) -> None:
    """Paragraphs and line ends are read back as they were typed."""
    expected = read_lines(text)
    document = f"{escape_paragraphs(text)}\n\n- slot\n"
    read = read_blocks(document, reader)
    assert read == [
        *(Block("paragraph", " ".join(lines)) for lines in expected),
        Block("bullet_list>list_item>paragraph", "slot"),
    ]
    assert read_shape(document, reader).count("hardbreak") == sum(len(lines) - 1 for lines in expected)


@for_each(product([*NASTY, "een\ntwee\n\ndrie\n \t\n\n1. vier\n===\n", "a\n\u200b\nb", "\u200b", "", " \n"], READERS))
def test_nasty_paragraphs_stay_paragraphs_with_their_line_ends(text: str, reader: MarkdownIt) -> None:
    check_paragraphs(text, reader)


@WITH_EACH_READER
@SETTINGS
@given(text=st.lists(TEXTS, max_size=4).map("\n".join))
def test_any_paragraphs_stay_paragraphs_with_their_line_ends(text: str, reader: MarkdownIt) -> None:
    check_paragraphs(text, reader)


@pytest.mark.parametrize(
    ("value", "printed"), [(None, ""), ("", ""), (5, "5"), ("*a*", "\\*a\\*"), (Markup("*a*"), "*a*"), (("a",), "('a',)")]
)
def test_a_template_prints_markdown_as_it_is_and_everything_else_as_text(value: object, printed: str) -> None:
    assert escape_value(value) == printed
    assert isinstance(escape_value(value), Markup)


@SETTINGS
@given(text=st.text(alphabet="ab \t\n\\|>-\u00a0", max_size=40))
def test_tidy_leaves_one_blank_line_between_blocks_and_no_spaces_at_line_ends(text: str) -> None:
    netjes = tidy(text)
    assert netjes.endswith("\n")
    assert not netjes.endswith("\n\n")
    assert "\n\n\n" not in netjes
    assert netjes == "\n" or netjes[0] != "\n"
    assert [line for line in netjes.split("\n") if line] == [line.rstrip() for line in text.split("\n") if line.strip()]
    assert tidy(netjes) == netjes
