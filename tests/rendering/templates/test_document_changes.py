"""What changes a document and what does not, and what is never in one."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import (
    DE_BRUG,
    OPEN_WEBCONCEPT,
    hash_examples,
    map_texts,
    render,
    render_all,
)
from rendered import DOSSIERS, RENDERED, change

import samenwerk
from samenwerk.domain.documenten import DOCUMENTEN, Document
from samenwerk.domain.fasen import FASE_IDS
from samenwerk.domain.partners import Belang
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.stand import Stand
from samenwerk.domain.tijdlijn import Stap
from samenwerk.domain.uitgaven import uitgaven_of, uitgaven_of_fase
from samenwerk.rendering.templates.documents import render_uitgave

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


@settings(max_examples=tries(10), deadline=None, derandomize=True)
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
