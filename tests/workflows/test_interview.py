"""The table of questions, answered one by one: the gates of a fase open, and its documents are whole."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from cases import for_each

from samenwerk.domain.fasen import FASE_IDS, next_fase
from samenwerk.domain.openstaand import GESPREKKEN, Openstaand, combine, list_openstaand
from samenwerk.domain.partners import Partner
from samenwerk.domain.record import find_veld
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.uitgaven import all_uitgaven
from samenwerk.domain.voorwaarden import AANBEVOLEN, VEREIST, find_gaten
from samenwerk.domain.vragen import NIEUW, SAMEN, VRAGEN, Vraag
from samenwerk.storage.dossier import Dossier, read_dossier
from samenwerk.workflows.answering import answer_vraag
from samenwerk.workflows.documents import render_texts
from samenwerk.workflows.interview import can_answer
from samenwerk.workflows.next_steps import find_next_fase, find_ready

DAG = date(2026, 3, 15)
OPEN = re.compile("nog (open|in te vullen|te doen)", re.IGNORECASE)
"""What a document says of what is not there."""


@for_each((vraag,) for vraag in VRAGEN)
def test_every_question_is_about_a_field_and_uses_no_name_of_one(vraag: Vraag) -> None:
    assert vraag.pad[0] in NIEUW or find_veld(Samenwerking, vraag.pad) is not None
    assert find_veld(Samenwerking, tuple("x" if deel == "*" else deel for deel in vraag.pad)) is not None
    assert "_" not in vraag.tekst
    assert ("{naam}" in vraag.tekst) <= ("*" in vraag.pad)
    # A name may be one or many, and be said of anyone: no verb depends on it, and nobody is spoken to.
    assert re.match("(.*“)?{naam}”?: ", vraag.tekst) or "{naam}" not in vraag.tekst
    assert not re.search(r"\b(u|uw|jullie|we|wij)\b", vraag.tekst)


@pytest.mark.parametrize("samen", SAMEN, ids=lambda samen: samen.pads[0][0])
def test_what_one_line_answers_is_asked_in_one_fase_and_next_to_each_other(samen: object) -> None:
    pads = [vraag.pad for vraag in VRAGEN]
    plaatsen = [pads.index(pad) for pad in samen.pads]  # type: ignore[attr-defined]

    assert plaatsen == list(range(plaatsen[0], plaatsen[0] + len(plaatsen)))
    assert len({(VRAGEN[plaats].fase, VRAGEN[plaats].nu) for plaats in plaatsen}) == 1


def test_a_question_is_needed_in_no_fase_before_its_own() -> None:
    for vraag in VRAGEN:
        assert [fase for fase in vraag.nu if FASE_IDS.index(fase) < FASE_IDS.index(vraag.fase)] == [], vraag.pad


def answer_all(dossier: Dossier, fase: str, choose: Callable[[Openstaand], bool]) -> Dossier:
    """The dossier after an interview in which all chosen questions were answered."""
    for nummer in range(200):
        openstaand = [
            vraag
            for vraag in list_openstaand(dossier.samenwerking, fase)
            if choose(vraag) and can_answer(dossier.samenwerking, vraag)
        ]
        if not openstaand:
            return dossier
        # What was just made is asked about before another is made.
        vraag = next((vraag for vraag in openstaand if vraag.veld), openstaand[0])
        dossier = answer_vraag(dossier, vraag, answer_of(dossier.samenwerking, vraag, nummer), DAG, proef=True)
    raise AssertionError(f"no end of questions: {openstaand[0].pad}")


def answer_of(samenwerking: Samenwerking, vraag: Openstaand, nummer: int) -> str:
    """An answer that fits the question."""
    if vraag.pad == ("begrippen",):
        return "netwerk: wie samenwerkt"
    if vraag.pad == GESPREKKEN:
        return "iedereen: kennismaking"
    if vraag.veld is None:
        return f"Naam {nummer}"
    if vraag.veld.verwijst:
        return ", ".join(
            partner.naam for partner in samenwerking.partners.values() if vraag.is_lijst or partner == first(samenwerking)
        )
    fits = {"datum": "2026-04-01", "ritme": "6 maanden", "getal": "3", "keuze": "".join(vraag.veld.keuzes[:1])}
    return "tegen" if "tegen" in vraag.veld.keuzes else fits.get(vraag.veld.soort, "Zoals het is.")


def first(samenwerking: Samenwerking) -> Partner:
    """The partner that stands first."""
    return next(iter(samenwerking.partners.values()))


@pytest.mark.parametrize("fase", FASE_IDS)
def test_whoever_answers_what_is_needed_can_go_on_and_has_a_document_without_anything_open(leeg: Path, fase: str) -> None:
    dossier = answer_all(read_dossier(leeg), fase, lambda vraag: vraag.is_nu)

    assert find_gaten(dossier.samenwerking, fase, DAG, VEREIST) == []
    heel = find_ready(dossier, fase)
    assert heel
    for tekst in render_texts(dossier, heel):
        assert not OPEN.search(tekst)
    assert find_next_fase(dossier, fase) == (next_fase(fase) if fase == dossier.samenwerking.fase else None)


def test_whoever_answers_all_that_was_asked_so_far_leaves_no_column_of_the_documents_empty(leeg: Path) -> None:
    dossier = read_dossier(leeg)
    for fase in FASE_IDS:
        dossier = answer_all(dossier, fase, lambda _: True)

        # A document is adopted and not typed.
        gaten = find_gaten(dossier.samenwerking, fase, DAG, AANBEVOLEN)
        assert [gat.kop for gat in gaten if gat.pad[0] != "documenten"] == []
        uitgaven = [uitgave for uitgave in all_uitgaven(dossier.samenwerking) if uitgave.document.fase == fase]
        for uitgave, tekst in zip(uitgaven, render_texts(dossier, uitgaven), strict=True):
            assert not OPEN.search(tekst)
            assert [kop for kop, cellen in read_table_columns(tekst) if set(cellen) == {"–"}] == [], uitgave.naam


def read_table_columns(tekst: str) -> list[tuple[str, list[str]]]:
    """Each column of each table: its heading, and its cells."""
    columns = []
    for table in re.findall(r"(?m)(?:^\|.*\|$\n?)+", tekst):
        heading, _, *rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()]
        columns += list(zip(heading, map(list, zip(*rows, strict=True)), strict=True))
    return columns


def test_all_about_one_partner_comes_before_the_next_and_what_is_needed_before_what_may_wait(
    gevuld: Path,
) -> None:
    vragen = combine(list_openstaand(read_dossier(gevuld).samenwerking, "delen", alles=True))

    nu = [vraag.over or vraag.pad[0] for vraag in vragen if vraag.is_nu]
    assert list(dict.fromkeys(nu)) == ["Stad", "School", "begrippen", "gedeelde_ambitie"]
    assert nu == sorted(nu, key=list(dict.fromkeys(nu)).index)
    assert [vraag.is_nu for vraag in vragen] == sorted((vraag.is_nu for vraag in vragen), reverse=True)
