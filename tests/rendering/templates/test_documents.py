"""The documents: what stands in them, what never does, and that the same dossier gives the same text on any machine."""

from datetime import date

from cases import for_each
from dossier_values import replace_at, walk_pads
from reading import (
    BUILTIN,
    DE_BRUG,
    OPEN_WEBCONCEPT,
    Block,
    covers,
    get_at,
    other_value,
    read_blocks,
    read_columns,
    read_headings,
    render,
    without_colofon,
)
from rendered import DOSSIERS, EVERY_DOCUMENT, RENDERED, VOL, change, uitgave_of

from samenwerk.domain.documenten import DOCUMENT_IDS, document_of
from samenwerk.domain.fasen import describe_toestand, fase_of
from samenwerk.domain.stand import Stand
from samenwerk.domain.tijdlijn import Documentversies, Versie
from samenwerk.domain.uitgaven import Uitgave, all_uitgaven, uitgaven_of
from samenwerk.domain.versies import Versiestand
from samenwerk.domain.voorwaarden import find_document_gaten, group_gaten
from samenwerk.errors import Pad
from samenwerk.rendering.templates.documents import render_uitgave

# What stands in them


@for_each(
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
            "Wat elke partner inbrengt, Volgende stap, Begrippen",
        ),
        (
            "intentieverklaring",
            "Wie wij zijn, Waarom wij elkaar opzoeken, Wat wij samen willen, Onze gezamenlijke belangen, "
            "Wat elk van ons meebrengt, Waar wij van uitgaan, Waarover wij verschillend denken, Volgende stap, "
            "Ondertekening, Begrippen",
        ),
        (
            "afsprakennota",
            "De partners, Wat voorafging, Onze gedeelde ambitie, Onze doelen, Waar we van uitgaan, Wat we beslisten, "
            "Wat we afspreken, Wat niet meer geldt, Wat elke partner inbrengt en wat het oplevert, "
            "Waar we overleggen en beslissen, Hoe lang dit geldt, Ondertekening, Begrippen",
        ),
        (
            "actieplan",
            "Waar het toe bijdraagt, Doel 1, Doel 2, Wat niet of anders gebeurde en waarom, Waar we dit bespreken, Begrippen",
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
            "Wat nog te doen is, Wie wie is",
        ),
    ]
)
def test_a_document_has_the_parts_that_practice_expects_in_their_order(naam: str, koppen: str) -> None:
    gelezen = [kop.tekst.replace(",", "") for kop in read_headings(render(DE_BRUG, naam)) if kop.plaats == "h2"]
    assert gelezen == koppen.split(", ")


@for_each(
    [
        (
            "stakeholderanalyse",
            ["Stakeholder, Belang, Invloed, Houding", "Stakeholder, Kan winnen, Kan verliezen", "PARTNERS"],
        ),
        ("startnota", ["PARTNERS"]),
        ("intentieverklaring", ["Partner, Vertegenwoordigd door, Datum en handtekening"]),
        (
            "afsprakennota",
            [
                "PARTNERS",
                "Partner, Spreekt namens, Mag beslissen over, Brengt verslag uit, Geldig tot",
                "Doel, Waaraan we het merken",
                "Vraag, Beslissing, Beslist op",
                "Partner, Inbreng, Opbrengst",
                "Overleg, Waarom, Wie, Hoe vaak, Beslist over",
                "Partner, Vertegenwoordigd door, Datum en handtekening",
            ],
        ),
        ("actieplan", ["Actie, Wie, Met, Klaar op, Resultaat, Status"] * 2),
        ("projectfiche-huiswerkklas", []),
        (
            "procesplan",
            [
                "PARTNERS",
                "Partner, Spreekt namens, Mag beslissen over, Brengt verslag uit, Geldig tot",
                "Overleg, Waarom, Wie, Hoe vaak, Beslist over",
            ],
        ),
        ("evaluatiebeleid", ["Doel, Waaraan we het merken"]),
        ("leerverslag", []),
        (
            "overdracht",
            [
                "Actie, Wie, Met, Klaar op, Resultaat, Status",
                "PARTNERS",
                "Rol, Wie, Positie",
                "Overleg, Waarom, Wie, Hoe vaak, Beslist over",
            ],
        ),
    ]
)
def test_a_document_has_the_tables_that_practice_expects(naam: str, kolommen: list[str]) -> None:
    partners = "Partner, Sector, Betrokkenheid, Vertegenwoordigd door"
    gelezen = [", ".join(kolom) for kolom in read_columns(render(DE_BRUG, naam))]
    assert gelezen == [partners if kolom == "PARTNERS" else kolom for kolom in kolommen]


def to_pattern(pad: Pad) -> str:
    """A pad with `*` for each key and each place in a list."""
    return ".".join("*" if isinstance(deel, int) or deel[-2:] in ("-1", "-2") else deel for deel in pad)


NOT_PRINTED = {
    "afsprakennota": {"looptijd.duur"},
    "evaluatiebeleid": {
        "evaluaties.*.fase",
        "logboek.*.fase",
        "logboek.*.proces",
        "logboek.*.principe",
        "logboek.*.partners.*",
        "logboek.*.toestand",
    },
    "leerverslag": {
        *("evaluaties.*.fase", "logboek.*.fase", "logboek.*.proces", "logboek.*.toestand", "projecten.*.partners.*"),
        *("verloop.*.door", "verloop.*.aanwezig.*", "verloop.*.ondanks.*"),
    },
    "overdracht": {"verloop.*.aanwezig.*", "verloop.*.ondanks.*"},
}
"""Fields of records that are printed in part, and that the list of sources cannot name one by one.

The last day of a looptijd goes before what is said of its duur.
"""


@for_each((each,) for each in DOCUMENT_IDS)
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


@for_each((each,) for each in all_uitgaven(VOL))
def test_no_other_field_changes_a_document(uitgave: Uitgave) -> None:
    anders = VOL
    for pad in walk_pads(VOL):
        counted = pad[0] == "verloop" and pad[-1] == "naar"  # the ronde
        missed = pad[0] == "gesprekken" and "met" in pad  # what is still open
        if not (covers(uitgave, pad) or counted or missed):
            anders = replace_at(anders, pad, other_value(get_at(VOL, pad)))
    assert (anders.fase != VOL.fase) == bool(uitgave.document.fase)
    assert render(anders, uitgave.naam) == render(VOL, uitgave.naam)


@for_each((each,) for each in all_uitgaven(VOL))
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
    ronde = f", ronde {aantal}" if aantal > 1 else "" if aantal else ", nog niet begonnen"
    toestand = "" if dossier.is_actief else f". {describe_toestand(dossier.toestand)}."
    project = f": {dossier.projecten[uitgave.project].titel or 'nog in te vullen'}" if uitgave.project else ""
    assert read_blocks(RENDERED[welk][naam])[:4] == [
        Block("h1", f"{uitgave.document.titel}{project} – {dossier.naam}"),
        Block("paragraph", uitgave.document.omschrijving),
        Block(
            "bullet_list>list_item>paragraph",
            f"Fase {fase.nummer}: {fase.naam}{ronde}"
            if uitgave.document.fase
            else f"De groep staat nu in fase {fase.nummer}: {fase.naam}{ronde}{toestand}",
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
    gaten = [melding for melding, _ in group_gaten(find_document_gaten(dossier, uitgave.document, uitgave.project))]
    blocks = read_blocks(RENDERED[welk][naam])
    in_kader = [block for block in blocks if block.plaats.startswith("blockquote")]
    if gaten:
        item = "blockquote>bullet_list>list_item>paragraph"
        assert in_kader == [Block("blockquote>paragraph", "Nog te doen"), *(Block(item, gat) for gat in gaten)]
        assert blocks[4 : 4 + len(in_kader)] == in_kader
    else:
        assert in_kader == []


def test_every_document_comes_from_the_template_of_its_own_name() -> None:
    for uitgave in all_uitgaven(DE_BRUG):
        asked: list[str] = []
        render_uitgave(Stand(DE_BRUG, uitgave), lambda naam, asked=asked: asked.append(naam) or BUILTIN(naam))  # type: ignore[misc]
        assert asked == [f"{uitgave.document.id}.md.j2", "_delen/basis.md.j2", "_delen/stukken.md.j2"]
