"""Everything the source text says is in the product: bron.txt is a verbatim copy of it, and no sentence of it may get lost."""

import re
from pathlib import Path

import pytest
from cases import for_each

from samenwerk.domain import bron
from samenwerk.domain.documenten import DOCUMENTEN, document_of
from samenwerk.domain.dynamiek import PRINCIPES
from samenwerk.domain.fasen import FASEN, Fase, find_fase
from samenwerk.domain.taal import SYNONIEMEN

BRON = (Path(__file__).parent / "bron.txt").read_text(encoding="utf-8")
DOCS = Path(__file__).parents[2] / "docs"
KOPPEN = (
    "Samenwerken",
    "Fasen en dynamiek in een samenwerking",
    "Fasen in een samenwerking",
    "Dynamiek in een samenwerking",
    "Bronnen",
)
PUNT = re.compile(r"• (?:Voorfase/Opstartfase|Fase (?P<fase>\d) - .+|Principes? (?P<principe>\d) - .+)")


def split_sentences(tekst: str) -> list[str]:
    """The sentences of a text, with white space and quotes made equal, and without the mark they end with unless it asks."""
    effen = " ".join(tekst.translate(str.maketrans("‘’“”", "''\"\"")).split())
    return [zin.rstrip(".: ") for zin in re.split(r"(?<=[.?!])\s+", effen) if zin.strip(".:• ")]


def split_paragraphs() -> list[str]:
    """The lines of the source text that say something, without headings."""
    return [regel.strip() for regel in BRON.splitlines() if regel.strip() and regel.strip() not in KOPPEN]


def find_block(kop: str) -> list[str]:
    """The point of the source text that begins like this, with the lines that belong to it."""
    regels = split_paragraphs()
    begin = next(plaats for plaats, regel in enumerate(regels) if regel.startswith(f"• {kop}"))
    einde = next(
        (n for n, regel in enumerate(regels) if n > begin and (regel[0] == "•" or regel.startswith("De fasen in een"))),
        len(regels),
    )
    return [regels[begin].removeprefix(f"• {kop}").strip(), *regels[begin + 1 : einde]]


def sentences_of_product() -> set[str]:
    """Every sentence that the modules of the domain carry as data."""
    teksten = []
    for fase in FASEN:
        teksten += [fase.naam, *fase.andere_namen, fase.kernvraag, fase.bron]
    for naam, waarde in vars(bron).items():
        if naam.isupper():
            teksten += [waarde] if isinstance(waarde, str) else []
    for principe in PRINCIPES:
        teksten += [principe.titel, principe.bron]
    teksten += [document.titel for document in DOCUMENTEN]
    return {zin for tekst in teksten for zin in split_sentences(tekst)}


RESULTATEN = {
    "verkennen": ["startnota"],
    "delen": ["intentieverklaring"],
    "overeenkomen": ["afsprakennota", "actieplan"],
    "vormgeven": ["projectfiche"],
    "uitvoeren": ["procesplan", "evaluatiebeleid"],
}


def sentences_of_source() -> list[str]:
    """Every sentence of the source text; a title and the sentence after its colon are two."""
    zinnen = []
    for regel in split_paragraphs():
        if regel.startswith("Resultaat:"):
            continue
        kaal = re.sub(r"^• (Principes? \d - |Fase \d - )?", "", regel)
        zinnen += [deel for stuk in re.split(r"(?<=:)\s+(?=[A-Z])", kaal) for deel in split_sentences(stuk)]
    return zinnen


def test_the_source_text_is_read_whole() -> None:
    assert len(sentences_of_source()) == 42
    assert sum(regel.startswith("Resultaat:") for regel in split_paragraphs()) == len(RESULTATEN)
    assert sum(PUNT.match(regel) is not None for regel in split_paragraphs()) == len(FASEN) + len(PRINCIPES)


@for_each((each,) for each in sentences_of_source())
def test_every_sentence_of_the_source_text_is_in_the_product(zin: str) -> None:
    product = {bekend.casefold() for bekend in sentences_of_product()}
    assert zin.casefold() in product


def test_every_sentence_of_the_source_text_can_be_read_in_docs() -> None:
    docs = " ".join((DOCS / naam).read_text(encoding="utf-8") for naam in ("fasen.md", "begrippen.md"))
    gelezen = " ".join(docs.replace("*", "").split()).casefold()
    assert [zin for zin in sentences_of_source() if zin.casefold() not in gelezen] == []


@pytest.mark.parametrize("fase", FASEN, ids=lambda fase: fase.id)
def test_every_fase_holds_all_that_the_source_text_says_of_it_and_nothing_else(fase: Fase) -> None:
    kop, *regels = find_block(f"Fase {fase.nummer} - " if fase.nummer else "Voorfase/Opstartfase:")
    if fase.nummer:
        assert find_fase(kop) is fase
        zinnen = split_sentences(" ".join(regel for regel in regels if not regel.startswith("Resultaat:")))
    else:
        assert find_fase("Voorfase/Opstartfase") is fase
        zinnen = split_sentences(kop)
    # Only for verkennen does the source give the kernvraag itself.
    eigen = split_sentences(f"{fase.kernvraag} {fase.bron}" if fase.kernvraag in BRON else fase.bron)
    assert zinnen == eigen


@pytest.mark.parametrize("fase", FASEN[1:], ids=lambda fase: fase.id)
def test_every_result_of_the_source_text_is_a_document_of_its_fase(fase: Fase) -> None:
    regel, documenten = bron.RESULTATEN[fase.id], RESULTATEN[fase.id]
    assert f"Resultaat: {regel}" in find_block(f"Fase {fase.nummer} - ")
    assert list(fase.resultaat) == documenten
    if fase.id != "uitvoeren":
        assert " of ".join(document_of(document_id).titel for document_id in documenten).capitalize() == regel


def test_procesmanagement_and_beleid_rond_evaluatie_live_as_procesplan_and_evaluatiebeleid() -> None:
    assert (SYNONIEMEN["procesmanagement"], SYNONIEMEN["beleid rond evaluatie"]) == ("procesplan", "evaluatiebeleid")


@pytest.mark.parametrize("nummer", range(1, 6))
def test_every_principe_says_what_the_source_text_says(nummer: int) -> None:
    principe = PRINCIPES[nummer - 1]
    woord = "Principes" if nummer == 4 else "Principe"  # the source slips there
    assert " ".join(find_block(f"{woord} {nummer} - ")).removesuffix(" Bronnen") == f"{principe.titel}: {principe.bron}"
