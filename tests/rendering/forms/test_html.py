"""A document as a page for the web: all its text, nothing that runs, nothing from elsewhere. tests/browser opens it."""

import re

from cases import for_each
from hostile import HOSTILE, LINKS
from page import Page
from reading import DE_BRUG, render_all

from samenwerk.rendering.forms.blocks import Heading, ListBlock, Paragraph, Quote, Table, plain_text, read_blocks
from samenwerk.rendering.forms.html.page import write_html
from samenwerk.rendering.marks.vrij import without_marks

STYLE = "p { margin: 0 }\n"
DOCUMENTEN = {naam: read_blocks(without_marks(tekst)) for naam, tekst in render_all(DE_BRUG).items()}
HARMLESS = {
    *("html", "head", "meta", "title", "style", "body", "main", "header", "footer", "nav", "div", "aside", "hr"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "li", "br", "wbr", "a", "strong", "em", "code", "pre"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}


def write(markdown: str) -> Page:
    return Page(write_html(read_blocks(markdown), STYLE))


@for_each((each,) for each in DOCUMENTEN)
def test_a_page_holds_every_text_of_its_document(naam: str) -> None:
    text = Page(write_html(DOCUMENTEN[naam], STYLE)).text.replace(" ", "")

    def check(blocks: object) -> None:
        match blocks:
            case Heading(_, content) | Paragraph(content):
                assert plain_text(content).replace(" ", "") in text
            case Table(header, rows):
                for cell in (*header, *(cell for row in rows for cell in row)):
                    assert plain_text(cell).replace(" ", "") in text
            case ListBlock(inside) | Quote(inside) | tuple(inside):
                for part in inside:
                    check(part)

    check(DOCUMENTEN[naam])


def test_a_page_says_its_language_and_its_title() -> None:
    page = Page(write_html(DOCUMENTEN["startnota"], STYLE))
    assert page.all("html") == [{"lang": "nl"}]
    assert write("# De <nota> & meer").text == "De <nota> & meer"
    assert b"<title>De &lt;nota&gt; &amp; meer</title>" in write_html(read_blocks("# De <nota> & meer"), STYLE)
    assert b"<title>Document</title>" in write_html(read_blocks("Zonder titel."), STYLE)


def test_a_page_may_fetch_nothing_and_run_nothing() -> None:
    policy = next(meta["content"] for meta in write("# Nota").all("meta") if "http-equiv" in meta)
    assert policy == "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def test_what_attacks_stays_text() -> None:
    page = write(HOSTILE)
    assert {tag for tag, _ in page.tags} <= HARMLESS
    assert not any(name.startswith("on") or name in ("src", "srcset", "style") for _, found in page.tags for name in found)
    assert [link["href"] for link in page.all("a") if not str(link["href"]).startswith("#")] == list(LINKS)
    for attack in ('<script>document.title = "stuk"</script>', "<iframe", "=cmd|", "DDEAUTO", "[klik](javascript:"):
        assert attack in page.text
    assert "\u202e" not in page.text


def test_a_title_that_attacks_the_style_stays_a_string_in_it() -> None:
    content = write_html(read_blocks('# "} </style><script>alert(1)</script> \\'), STYLE).decode()
    style = content.split("<style>")[1].split("</style>")[0]
    assert style.startswith('\n@page { @top-left { content: "\\22 \\7d  \\3c \\2f style\\3e ')
    assert content.count("</style>") == 1


def test_headings_begin_with_one_title_and_skip_no_level() -> None:
    levels = [int(tag[1]) for tag, _ in write(HOSTILE).tags if re.fullmatch("h[1-6]", tag)]
    assert levels == [1, 2, 2, 2, 2, 2, 2, 2, 2]


def test_every_heading_can_be_linked_to_by_an_id_of_its_own() -> None:
    page = write("# Nota\n\n## Één\n\n## Een\n\n## 漢字\n\n## Een")
    assert [found["id"] for tag, found in page.tags if re.fullmatch("h[1-6]", tag)] == ["nota", "een", "een-2", "deel", "een-3"]


def test_only_a_long_document_has_a_table_of_contents_and_it_links_to_every_part() -> None:
    short, long = ("# Nota\n\n" + "\n\n".join(f"## Deel {n}\n\n{'woord ' * size}" for n in range(6)) for size in (20, 200))
    assert write(short).all("nav") == []
    assert [link["href"] for link in write(long).all("a")] == [f"#deel-{n}" for n in range(6)]


def test_a_table_tells_its_heads_to_who_sees_cards_and_leaves_room_to_sign() -> None:
    page = write("# N\n\n| Partner | Handtekening |\n| --- | --- |\n| Stad | |\n| School | |\n")
    assert [cell["data-kop"] for cell in page.all("td")] == ["Partner", "Handtekening"] * 2
    assert page.all("table") == [{"class": "in_te_vullen"}]
    assert write("# N\n\n| Partner | |\n| --- | --- |\n| Stad | |\n").all("table") == [{}]


def test_long_words_may_break_and_are_still_one_word_for_who_copies_them() -> None:
    page = write(f"# N\n\n{'abc' * 20}")
    assert "abc" * 20 in page.text
    assert len(page.all("wbr")) == 5


def test_the_same_blocks_give_the_same_bytes() -> None:
    assert write_html(DOCUMENTEN["procesplan"], STYLE) == write_html(DOCUMENTEN["procesplan"], STYLE)
