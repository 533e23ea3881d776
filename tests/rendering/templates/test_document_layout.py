"""What never stands in a document: empty parts, traces of its template, or a text that is more than text."""

import re
from itertools import pairwise

import pytest
from cases import for_each
from reading import (
    DE_BRUG,
    LEEG,
    TABLES,
    Block,
    map_texts,
    parse,
    read_blocks,
    read_headings,
    read_shape,
    render,
    render_all,
)
from rendered import DOSSIERS, EVERY_DOCUMENT, RENDERED, VOL, change

from samenwerk.domain.afspraken import Actie, Afspraak
from samenwerk.domain.samenwerking import Samenwerking

# What never stands in them


@EVERY_DOCUMENT
def test_a_document_has_no_empty_parts_and_no_traces_of_its_template(welk: str, naam: str) -> None:
    text = RENDERED[welk][naam]
    for trace in ("{{", "}}", "{%", "{#", "None", "…", "()", "\n\n\n", " \n", "\t", "****"):
        assert trace not in text
    assert text.endswith("*\n")
    assert not text.startswith("\n")
    handtekening = 0
    for block in read_blocks(text):
        handtekening += block == ("table>tbody>tr>td", "")
        assert block.tekst.strip(" :–") or block in (("hr", ""), ("table>tbody>tr>td", ""), ("table>tbody>tr>td", "–")), block
    assert handtekening == (len(DOSSIERS[welk].kernpartners) if naam in ("intentieverklaring", "afsprakennota") else 0)


@EVERY_DOCUMENT
def test_no_heading_stands_above_nothing(welk: str, naam: str) -> None:
    tokens = [token for token in parse(RENDERED[welk][naam], TABLES) if token.level == 0]
    for close, following in pairwise(tokens):
        if close.type == "heading_close":
            assert following.type not in ("hr", "heading_open") or following.tag > close.tag, following.map


@EVERY_DOCUMENT
def test_headings_go_one_level_down_at_a_time_and_none_stands_there_twice(welk: str, naam: str) -> None:
    koppen = read_headings(RENDERED[welk][naam])
    niveaus = [int(kop.plaats[1]) for kop in koppen]
    assert niveaus[0] == 1
    assert 1 not in niveaus[1:]
    assert all(verder - hier <= 1 for hier, verder in pairwise(niveaus))
    assert len(koppen) == len(set(koppen))


@pytest.mark.parametrize("aantal", [9, 10, 120])
def test_what_belongs_to_an_agreement_stays_with_it_however_many_there_are(aantal: int) -> None:
    afspraken = {f"a{nummer}": Afspraak(tekst=f"Afspraak {nummer}", status="voorstel") for nummer in range(aantal)}
    blocks = read_blocks(render(change(LEEG, afspraken=afspraken), "afsprakennota"))
    lijst = [block for block in blocks if block.plaats.startswith("ordered_list")]
    assert lijst == [
        block
        for nummer in range(aantal)
        for block in (
            Block("ordered_list>list_item>paragraph", f"Afspraak {nummer}"),
            Block("ordered_list>list_item>bullet_list>list_item>paragraph", "Status: voorstel"),
        )
    ]


@pytest.mark.parametrize(
    ("dossier", "zin"),
    [
        (LEEG, "Nog in te vullen."),
        (change(LEEG, acties={"feest": Actie(wat="Feest")}), "Wat we samen doen, staat in het actieplan."),
        (change(LEEG, afspraken={"geld": Afspraak(tekst="Geld", status="opgezegd")}), "Nog in te vullen."),
    ],
)
def test_without_agreements_the_afsprakennota_says_where_to_look(dossier: Samenwerking, zin: str) -> None:
    blocks = [block.tekst for block in read_blocks(render(dossier, "afsprakennota"))]
    assert blocks[blocks.index("Wat we afspreken") + 1] == zin


def test_an_agreement_that_was_ended_is_no_longer_among_those_that_hold() -> None:
    blocks = [block.tekst for block in read_blocks(render(DE_BRUG, "afsprakennota"))]
    assert blocks.index(DE_BRUG.afspraken["vieruurtje"].tekst) == blocks.index("Wat niet meer geldt") + 1
    assert blocks.count(DE_BRUG.afspraken["vieruurtje"].tekst) == 1


# A hostile dossier is only text

HARMLOOS = render_all(map_texts(VOL, lambda _: "harmloos"))
HOSTILE = (
    *("a | b", "</td></tr></table>", "![x](http://a.be/b.png)", "[x](javascript:alert(1))", "<script>alert(1)</script>"),
    *(
        "{{ 7*7 }}",
        "{% raw %}",
        "{{ samenwerking.__class__ }}",
        "{#",
        "**vet",
        "`code",
        "# kop",
        "- punt",
        "1. een",
        "---",
        "\\",
    ),
    *("a\n\n# b\n\n| c |\n|---|\n", "a\n===\n\n---\n\n*Gemaakt uit het dossier.*", "  \n\n    code\n", "<!--\n-->"),
)
STRUCTURE = re.compile("heading|table|thead|tbody|tr_|th_|td_|list|blockquote|hr|html|code|fence|link|image|_open_s")


@for_each((each,) for each in HOSTILE)
def test_a_hostile_dossier_gives_the_same_structure_as_a_harmless_one(nasty: str) -> None:
    gelezen = " ".join(nasty.split())
    for naam, text in render_all(map_texts(VOL, lambda _: nasty)).items():
        vorm, bedoeld = read_shape(text), read_shape(HARMLOOS[naam])
        if "\n" in nasty:
            vorm, bedoeld = ([soort for soort in shape if STRUCTURE.search(soort)] for shape in (vorm, bedoeld))
        assert vorm == bedoeld, naam
        aantal = sum(block.tekst.count("harmloos") for block in read_blocks(HARMLOOS[naam]))
        assert " ".join(block.tekst for block in read_blocks(text)).count(gelezen) >= aantal > 5
        assert "49" not in text.rsplit("Controlecode", 1)[0]
