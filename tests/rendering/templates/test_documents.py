"""The documents: what stands in them, what never does, and that the same dossier gives the same text on any machine."""

import os
import re
import subprocess
import sys
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from dossier_values import replace_at, walk_pads
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import (
    BUILTIN,
    DE_BRUG,
    LEEG,
    OPEN_WEBCONCEPT,
    TABLES,
    Block,
    covers,
    fill_samenwerking,
    get_at,
    hash_examples,
    map_texts,
    other_value,
    parse,
    read_blocks,
    read_columns,
    read_headings,
    read_shape,
    render,
    render_all,
    without_colofon,
)

import samenwerk
from samenwerk.domain.afspraken import Actie, Afspraak, Doelstelling, Knoop
from samenwerk.domain.documenten import (
    DOCUMENT_IDS,
    DOCUMENTEN,
    Document,
    Uitgave,
    all_uitgaven,
    document_of,
    uitgaven_of,
    uitgaven_of_fase,
)
from samenwerk.domain.fasen import FASE_IDS, fase_of
from samenwerk.domain.partners import Belang, Partner, Stakeholder
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.stand import Stand
from samenwerk.domain.tijdlijn import Documentversies, Evaluatie, Stap, Versie
from samenwerk.domain.versies import Versiestand
from samenwerk.domain.voorwaarden import find_document_gaten
from samenwerk.domain.vormgeving import Overleg, Project, Rol
from samenwerk.errors import Pad
from samenwerk.rendering.templates.documents import render_uitgave

VOL = fill_samenwerking()
KAAL = Samenwerking(
    **{
        **LEEG.__dict__,
        "partners": {"stad": Partner(), "school": Partner(soort="kern")},
        "stakeholders": {"ouders": Stakeholder()},
        "doelstellingen": {"bereik": Doelstelling()},
        "knopen": {"sleutels": Knoop()},
        "afspraken": {"lokalen": Afspraak(), "geld": Afspraak(status="opgezegd")},
        "acties": {"feest": Actie(), "badges": Actie(doelstelling="bereik", reden="Te vroeg.")},
        "projecten": {"klas": Project()},
        "rollen": {"gids": Rol()},
        "overleg": {"stuurgroep": Overleg()},
        "evaluaties": (Evaluatie(),),
        "begrippen": {"brede school": ""},
    }
)
DOSSIERS = {"de brug": DE_BRUG, "open webconcept": OPEN_WEBCONCEPT, "leeg": LEEG, "kaal": KAAL, "vol": VOL}
RENDERED = {welk: render_all(dossier) for welk, dossier in DOSSIERS.items()}
EVERY_DOCUMENT = pytest.mark.parametrize(("welk", "naam"), [(welk, naam) for welk, texts in RENDERED.items() for naam in texts])


def change(samenwerking: Samenwerking, **waarden: object) -> Samenwerking:
    return samenwerking.replace(**waarden)


def uitgave_of(samenwerking: Samenwerking, naam: str) -> Uitgave:
    return next(uitgave for uitgave in all_uitgaven(samenwerking) if uitgave.naam == naam)


# What stands in them


@pytest.mark.parametrize(
    ("naam", "koppen"),
    [
        (
            "stakeholderanalyse",
            "Het idee, Aanleiding, Wie er belang bij heeft, Wat er te winnen en te verliezen valt, "
            "Partners tot nu toe, Begrippen",
        ),
        (
            "startnota",
            "Aanleiding, Het idee, Waarom we willen samenwerken, Wie meedoet, Wat elke partner zoekt, "
            "Wie er nog belang bij heeft, Waar het wel over gaat, Waar het niet over gaat, Waar we van uitgaan, "
            "Gevraagde inzet, Hoe het verdergaat, Begrippen",
        ),
        (
            "intentieverklaring",
            "Wie wij zijn, Waarom wij elkaar opzoeken, Wat wij samen willen, Wat voor ons allemaal telt, "
            "Wat elk van ons meebrengt, Waar wij van uitgaan, Waarover wij verschillend denken, Wat nu volgt, "
            "Ondertekening, Begrippen",
        ),
        (
            "afsprakennota",
            "De partners, Wat voorafging, Onze gedeelde ambitie, Onze doelen, Waar we van uitgaan, Wat we beslisten, "
            "Wat we afspreken, Wat niet meer geldt, Wat elke partner inbrengt en eruit haalt, "
            "Waar we overleggen en beslissen, Hoe lang dit geldt, Ondertekening, Begrippen",
        ),
        (
            "actieplan",
            "Waar het toe bijdraagt, Doel 1, Doel 2, Wat niet of anders gebeurde en waarom, Waar we dit opvolgen, Begrippen",
        ),
        (
            "projectfiche-huiswerkklas",
            "Aanleiding, Doel, Voor wie, Aanpak, Wie wat doet, Wanneer, Middelen, Resultaat, Wat er mis kan gaan, "
            "Hoe het resultaat blijft, Begrippen",
        ),
        (
            "procesplan",
            "Waarvoor we samenwerken, Wie we als netwerk zijn, De partners, Wie spreekt namens wie, "
            "Wat elke partner inbrengt, Waar we overleggen en beslissen, Rollen en posities, "
            "Hoe we met elkaar omgaan, Waarover we verschillend denken, Hoe we samen leren, Begrippen",
        ),
        (
            "evaluatiebeleid",
            "Waarom we terugkijken, Onze gedeelde ambitie, Wanneer wie en hoe, De vragen, Waaraan we onze doelen toetsen, "
            "Successen en leerwinsten, Evaluatie van 4 november 2025, Evaluatie van 16 juni 2026, Begrippen",
        ),
        (
            "leerverslag",
            "Wat lukte, Wat we leerden, Principe 1: Onderneem gezamenlijke acties, "
            "Principe 2: Geef taal en aandacht aan leren en veranderen, "
            "Principe 3: Werk samen aan een sterke identiteit van het netwerk, Principe 4: Ga bewust om met de diversiteit, "
            "Principe 5: Waardeer leer- en veranderingscompetenties, Wat we anders doen, Begrippen",
        ),
        (
            "overdracht",
            "Waarom we samenwerken, Wat we samen willen, Begrippen, Waar we staan en hoe we hier kwamen, Wat beslist is, "
            "Wat nog open is, Wie wie is",
        ),
    ],
)
def test_a_document_has_the_parts_that_practice_expects_in_their_order(naam: str, koppen: str) -> None:
    gelezen = [kop.tekst.replace(",", "") for kop in read_headings(render(DE_BRUG, naam)) if kop.plaats == "h2"]
    assert gelezen == koppen.split(", ")


@pytest.mark.parametrize(
    ("naam", "kolommen"),
    [
        (
            "stakeholderanalyse",
            ["Stakeholder, Belang, Invloed, Houding nu", "Stakeholder, Kan winnen, Kan verliezen", "PARTNERS"],
        ),
        ("startnota", ["PARTNERS"]),
        ("intentieverklaring", ["Partner, Vertegenwoordigd door, Datum en handtekening"]),
        (
            "afsprakennota",
            [
                "PARTNERS",
                "Partner, Spreekt namens, Hoe ver dat reikt, Koppelt terug, Geldig tot",
                "Doel, Waaraan we het merken",
                "Vraag, Beslissing, Beslist op",
                "Partner, Brengt in, Haalt eruit",
                "Overleg, Waarom, Wie, Hoe vaak, Beslist over",
                "Partner, Vertegenwoordigd door, Datum en handtekening",
            ],
        ),
        ("actieplan", ["Actie, Trekker, Met, Tegen, Output, Status"] * 2),
        ("projectfiche-huiswerkklas", []),
        (
            "procesplan",
            [
                "PARTNERS",
                "Partner, Spreekt namens, Hoe ver dat reikt, Koppelt terug, Geldig tot",
                "Overleg, Waarom, Wie, Hoe vaak, Beslist over",
            ],
        ),
        ("evaluatiebeleid", ["Doel, Waaraan we het merken"]),
        ("leerverslag", []),
        (
            "overdracht",
            [
                "Actie, Trekker, Met, Tegen, Output, Status",
                "PARTNERS",
                "Rol, Wie, Positie",
                "Overleg, Waarom, Wie, Hoe vaak, Beslist over",
            ],
        ),
    ],
)
def test_a_document_has_the_tables_that_practice_expects(naam: str, kolommen: list[str]) -> None:
    partners = "Partner, Sector, Betrokkenheid, Vertegenwoordigd door"
    gelezen = [", ".join(kolom) for kolom in read_columns(render(DE_BRUG, naam))]
    assert gelezen == [partners if kolom == "PARTNERS" else kolom for kolom in kolommen]


def to_pattern(pad: Pad) -> str:
    """A pad with `*` for each key and each place in a list."""
    return ".".join("*" if isinstance(deel, int) or deel[-2:] in ("-1", "-2") else deel for deel in pad)


NOT_PRINTED = {
    "evaluatiebeleid": {"logboek.*.proces", "logboek.*.principe", "logboek.*.partners.*", "logboek.*.toestand"},
    "leerverslag": {
        *("logboek.*.proces", "logboek.*.toestand", "projecten.*.partners.*"),
        *("verloop.*.door", "verloop.*.aanwezig.*", "verloop.*.ondanks.*"),
    },
    "overdracht": {"verloop.*.aanwezig.*", "verloop.*.ondanks.*"},
}
"""Fields of records that are printed in part, and that the list of sources cannot name one by one."""


@pytest.mark.parametrize("document_id", DOCUMENT_IDS)
def test_every_field_a_document_is_made_of_is_printed_in_it_and_makes_it_stale(document_id: str) -> None:
    printed, made_of = set(), set()
    for uitgave in uitgaven_of(VOL, document_of(document_id)):
        text = without_colofon(render(VOL, uitgave.naam))
        stand = Stand(VOL, uitgave)
        for pad in walk_pads(VOL):
            if covers(uitgave, pad):
                anders = replace_at(VOL, pad, other_value(get_at(VOL, pad)))
                made_of.add(to_pattern(pad))
                assert Stand(anders, uitgave).herkomst != stand.herkomst, pad
                if without_colofon(render(anders, uitgave.naam)) != text:
                    printed.add(to_pattern(pad))
    # The taal chooses words and is no text itself: tests/cli/test_cli_taal.py.
    assert made_of - printed - {"taal"} == NOT_PRINTED.get(document_id, set())


def test_a_partner_that_left_is_shown_with_its_last_day_and_no_longer_signs() -> None:
    vertrokken = replace_at(DE_BRUG, ("partners", "school", "tot"), date(2026, 8, 31))

    assert "| Basisschool De Oever | onderwijs | kernpartner, tot 31 augustus 2026 |" in render(vertrokken, "afsprakennota")
    ondertekening = render(vertrokken, "afsprakennota").split("## Ondertekening")[1]
    assert "Stad Voorbeeldstad" in ondertekening
    assert "Basisschool De Oever" not in ondertekening


@pytest.mark.parametrize("uitgave", all_uitgaven(VOL), ids=lambda uitgave: uitgave.naam)
def test_no_other_field_changes_a_document(uitgave: Uitgave) -> None:
    anders = VOL
    for pad in walk_pads(VOL):
        counted = pad[0] == "verloop" and pad[-1] == "naar"  # the ronde
        missed = pad[0] == "gesprekken" and "met" in pad  # what is still open
        if not (covers(uitgave, pad) or counted or missed):
            anders = replace_at(anders, pad, other_value(get_at(VOL, pad)))
    assert (anders.fase != VOL.fase) == bool(uitgave.document.fase)
    assert render(anders, uitgave.naam) == render(VOL, uitgave.naam)


@pytest.mark.parametrize("uitgave", all_uitgaven(VOL), ids=lambda uitgave: uitgave.naam)
def test_the_order_of_the_dossier_is_the_order_of_the_document(uitgave: Uitgave) -> None:
    achterstevoren = change(VOL, begrippen=dict(sorted(VOL.begrippen.items(), reverse=True)))
    assert Stand(achterstevoren, uitgave).herkomst != Stand(VOL, uitgave).herkomst
    blocks = [block.tekst for block in read_blocks(render(achterstevoren, uitgave.naam))]
    assert blocks.index("woord-2: begrippen 2") < blocks.index("woord-1: begrippen 1")


def test_another_layout_of_a_text_is_another_text_on_paper_and_the_stand_says_so() -> None:
    nota = uitgave_of(DE_BRUG, "startnota")
    twee_alineas = change(DE_BRUG, idee="Eerst dit.\n\nDan dat.")
    een_alinea = change(DE_BRUG, idee="Eerst dit. Dan dat.")
    assert without_colofon(render(twee_alineas, "startnota")) != without_colofon(render(een_alinea, "startnota"))
    assert Stand(twee_alineas, nota).herkomst != Stand(een_alinea, nota).herkomst
    assert Versiestand(twee_alineas, nota).vingerafdruk == Versiestand(een_alinea, nota).vingerafdruk


def test_a_text_of_the_dossier_is_printed_whole_where_it_belongs() -> None:
    blocks = read_blocks(render(DE_BRUG, "afsprakennota"))
    assert Block("ordered_list>list_item>bullet_list>list_item>paragraph", "Vanaf: 2 maart 2026") in blocks
    assert Block("ordered_list>list_item>paragraph", DE_BRUG.afspraken["gegevens"].tekst) in blocks
    assert Block("table>tbody>tr>td", DE_BRUG.knopen["wie_eerst"].beslissing) in blocks
    assert Block("paragraph", DE_BRUG.gedeelde_ambitie) in blocks


# The head


@EVERY_DOCUMENT
def test_the_head_says_what_it_is_of_which_samenwerking_and_how_it_stands(welk: str, naam: str) -> None:
    dossier = DOSSIERS[welk]
    uitgave = uitgave_of(dossier, naam)
    fase = fase_of(uitgave.document.fase or dossier.fase)
    aantal = [stap.naar for stap in dossier.verloop].count(fase.id)
    project = f": {dossier.projecten[uitgave.project].titel or 'nog open'}" if uitgave.project else ""
    assert read_blocks(RENDERED[welk][naam])[:4] == [
        Block("h1", f"{uitgave.document.titel}{project} – {dossier.naam}"),
        Block("paragraph", uitgave.document.omschrijving),
        Block(
            "bullet_list>list_item>paragraph",
            f"Fase {fase.nummer}: {fase.naam}, {f'ronde {aantal}' if aantal else 'nog niet begonnen'}"
            if uitgave.document.fase
            else f"De groep staat nu in fase {fase.nummer}: {fase.naam}, ronde {aantal} ({dossier.toestand})",
        ),
        Block("bullet_list>list_item>paragraph", f"Status: {'concept' if uitgave.document.fase else 'volgt het dossier'}"),
    ]


def test_a_document_of_a_fase_that_was_not_reached_says_so() -> None:
    assert "- **Fase 3:** Overeenkomen, nog niet begonnen\n" in render(OPEN_WEBCONCEPT, "afsprakennota")
    assert "- **Fase 2:** Delen, ronde 2\n" in render(DE_BRUG, "intentieverklaring")


def test_an_adopted_document_says_so_until_the_dossier_changes() -> None:
    nota = uitgave_of(DE_BRUG, "startnota")
    versie = Versie(versie=3, datum=date(2026, 9, 1), vingerafdruk=Versiestand(DE_BRUG, nota).vingerafdruk)
    vastgesteld = change(DE_BRUG, documenten={"startnota": Documentversies(versies=(versie,))})
    assert "- **Status:** vastgesteld op 1 september 2026 (versie 3)\n" in render(vastgesteld, "startnota")
    assert "- **Status:** concept, gewijzigd na versie 3\n" in render(change(vastgesteld, waarom="Anders."), "startnota")


@EVERY_DOCUMENT
def test_what_is_still_open_stands_in_front_and_is_exactly_what_the_voorwaarden_miss(welk: str, naam: str) -> None:
    dossier = DOSSIERS[welk]
    uitgave = uitgave_of(dossier, naam)
    gaten = [" ".join(gat.melding.split()) for gat in find_document_gaten(dossier, uitgave.document, uitgave.project)]
    blocks = read_blocks(RENDERED[welk][naam])
    in_kader = [block for block in blocks if block.plaats.startswith("blockquote")]
    if gaten:
        item = "blockquote>bullet_list>list_item>paragraph"
        assert in_kader == [Block("blockquote>paragraph", "Nog open"), *(Block(item, gat) for gat in gaten)]
        assert blocks[4 : 4 + len(in_kader)] == in_kader
    else:
        assert in_kader == []


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
            Block("ordered_list>list_item>bullet_list>list_item>paragraph", "Stand: voorstel"),
        )
    ]


@pytest.mark.parametrize(
    ("dossier", "zin"),
    [
        (LEEG, "Nog open."),
        (change(LEEG, acties={"feest": Actie(wat="Feest")}), "Wat we samen doen, staat in het actieplan."),
        (change(LEEG, afspraken={"geld": Afspraak(tekst="Geld", status="opgezegd")}), "Nog open."),
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


@pytest.mark.parametrize("nasty", HOSTILE)
def test_a_hostile_dossier_gives_the_same_structure_as_a_harmless_one(nasty: str) -> None:
    gelezen = " ".join(nasty.split())
    for naam, text in render_all(map_texts(VOL, lambda _: nasty)).items():
        vorm, bedoeld = read_shape(text), read_shape(HARMLOOS[naam])
        if "\n" in nasty:
            vorm, bedoeld = ([soort for soort in shape if STRUCTURE.search(soort)] for shape in (vorm, bedoeld))
        assert vorm == bedoeld, naam
        aantal = sum(block.tekst.count("harmloos") for block in read_blocks(HARMLOOS[naam]))
        assert " ".join(block.tekst for block in read_blocks(text)).count(gelezen) >= aantal > 5
        assert "49" not in text.rsplit("Kenmerk", 1)[0]


# What is at stake for a person

GEHEIM = "Zonnebloemzaad"
PRINTS_ALL = """
{% for partner in samenwerking.partners.values() %}
{% for belang in partner.belangen %}
{{ belang.wat }} {{ belang.soort }}
{% endfor %}
{{ partner.belangen | map(attribute="wat") | join(", ") }}
{% endfor %}
"""


def add_geheim(samenwerking: Samenwerking, plaats: int) -> Samenwerking:
    """The dossier with one more interest of each partner, of a person."""
    partners = {}
    for sleutel, partner in samenwerking.partners.items():
        belangen = [*partner.belangen]
        belangen.insert(plaats, Belang(wat=GEHEIM, soort="individueel"))
        partners[sleutel] = partner.replace(belangen=tuple(belangen))
    return change(samenwerking, partners=partners)


@pytest.mark.parametrize("plaats", [0, 1, 2])
def test_what_is_at_stake_for_a_person_is_in_no_document_and_changes_none(plaats: int) -> None:
    assert render_all(add_geheim(DE_BRUG, plaats)) == RENDERED["de brug"]
    assert GEHEIM not in "".join(render_all(add_geheim(OPEN_WEBCONCEPT, plaats)).values())


@settings(max_examples=20, deadline=None, derandomize=True)
@given(
    wat=st.text(alphabet="qxz", min_size=8),
    plaats=st.integers(0, 2),
    document=st.sampled_from(DOCUMENTEN),
)
def test_no_own_template_can_print_what_is_at_stake_for_a_person(wat: str, plaats: int, document: Document) -> None:
    dossier = map_texts(add_geheim(DE_BRUG, plaats), lambda tekst: wat if tekst == GEHEIM else tekst)
    (uitgave, *_) = uitgaven_of(dossier, document)
    text = render_uitgave(Stand(dossier, uitgave, alle_velden=True), lambda _: PRINTS_ALL)
    assert "Leerkrachten niet extra belasten na de uren" in text
    assert wat not in text
    assert "individueel" not in text


# The same dossier, the same bytes


@pytest.mark.parametrize(
    "machine",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "COLUMNS": "20"},
        {"PYTHONHASHSEED": "4242", "TZ": "America/Adak", "LC_ALL": "tr_TR.UTF-8", "COLUMNS": "400", "PYTHONUTF8": "0"},
    ],
    ids=["east", "west"],
)
def test_the_same_dossier_gives_the_same_bytes_on_another_machine(machine: dict[str, str], tmp_path: Path) -> None:
    # The package too: what an editable install points at with an accent, Python may read as ASCII there.
    rooms = os.pathsep.join([*map(str, Path(__file__).parents[1:3]), str(Path(samenwerk.__file__).parents[1])])
    environment = {**os.environ, **machine, "PYTHONPATH": rooms}
    command = [sys.executable, "-c", "from reading import hash_examples; print(hash_examples())"]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == hash_examples()


def test_the_order_in_which_documents_are_made_changes_none_of_them() -> None:
    eerst = RENDERED["de brug"]
    assert {naam: render(DE_BRUG, naam) for naam in reversed(eerst)} == eerst


# A step changes no document but those of the fase it enters, and those that follow the group

VOLGEN = {"leerverslag", "overdracht"}


@pytest.mark.parametrize("naar", FASE_IDS)
@pytest.mark.parametrize("welk", DOSSIERS)
def test_a_step_changes_only_the_documents_of_the_fase_it_enters_and_those_that_follow_the_group(welk: str, naar: str) -> None:
    dossier, eerst = DOSSIERS[welk], RENDERED[welk]
    stap = Stap(datum=date(2026, 11, 1), naar=naar, door="stuurgroep", reden="We beginnen opnieuw.", ondanks=("mandaat",))
    daarna = render_all(change(dossier, fase=naar, verloop=(*dossier.verloop, stap)))
    assert {naam for naam in eerst if daarna[naam] != eerst[naam]} == {
        *VOLGEN,
        *(uitgave.naam for uitgave in uitgaven_of_fase(dossier, naar)),
    }


@pytest.mark.parametrize("toestand", ["slapend", "afgerond", "gestopt", "samengevoegd"])
def test_ending_a_samenwerking_changes_only_the_documents_that_follow_the_group(toestand: str) -> None:
    daarna = render_all(change(DE_BRUG, toestand=toestand))
    assert {naam for naam, text in RENDERED["de brug"].items() if daarna[naam] != text} == VOLGEN


def test_every_document_comes_from_the_template_of_its_own_name() -> None:
    for uitgave in all_uitgaven(DE_BRUG):
        asked: list[str] = []
        render_uitgave(Stand(DE_BRUG, uitgave), lambda naam, asked=asked: asked.append(naam) or BUILTIN(naam))  # type: ignore[misc]
        assert asked == [f"{uitgave.document.id}.md.j2", "_delen/basis.md.j2", "_delen/stukken.md.j2"]
