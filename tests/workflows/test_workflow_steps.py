"""The guards are in the workflows themselves, whoever calls them."""

from datetime import date
from pathlib import Path

import pytest

from samenwerk.errors import FaseNotAllowedError, RefusedError, VoorwaardenNotMetError
from samenwerk.storage.dossier import read_dossier
from samenwerk.workflows.init import Begin, create_dossier
from samenwerk.workflows.steps import Stapgegevens, close, prepare_return, take_next_step

DAG = Stapgegevens(date(2026, 3, 15))


def test_a_step_with_open_voorwaarden_needs_a_reason(leeg: Path) -> None:
    dossier = read_dossier(leeg)

    with pytest.raises(VoorwaardenNotMetError) as refused:
        take_next_step(dossier, DAG, ondanks="", proef=False)

    assert [bevinding.code for bevinding in refused.value.bevindingen] == ["idee", "initiatiefnemer", "stakeholders"]
    assert read_dossier(leeg).content == dossier.content


def test_what_was_open_is_returned_and_recorded_once_each(leeg: Path) -> None:
    resultaat = take_next_step(read_dossier(leeg), DAG, ondanks="haast", proef=False)

    assert [gat.voorwaarde for gat in resultaat.ondanks] == ["idee", "initiatiefnemer", "stakeholders"]
    assert read_dossier(leeg).samenwerking.verloop[-1].ondanks == ("idee", "initiatiefnemer", "stakeholders")
    assert read_dossier(leeg).samenwerking.verloop[-1].reden == "haast"


def test_a_voorwaarde_with_two_gaps_is_recorded_once(gevuld: Path) -> None:
    path = gevuld / "samenwerking.yaml"
    text = path.read_text(encoding="utf-8")
    for lines in ("    ambities: [een plek voor elk kind]\n", "    ambities:\n    - rust na vier uur\n"):
        assert lines in text
        text = text.replace(lines, "")
    path.write_text(text, encoding="utf-8")

    resultaat = take_next_step(read_dossier(gevuld), DAG, ondanks="haast", proef=False)

    assert [gat.voorwaarde for gat in resultaat.ondanks] == ["ambities", "ambities"]
    assert read_dossier(gevuld).samenwerking.verloop[-1].ondanks == ("ambities",)


def test_a_proef_gives_the_change_and_writes_nothing(gevuld: Path) -> None:
    dossier = read_dossier(gevuld)

    gewijzigd = close(dossier, "slapend", DAG, proef=True)

    assert gewijzigd.dossier.samenwerking.toestand == "slapend"
    assert "+toestand: slapend" in gewijzigd.verschil
    assert read_dossier(gevuld).content == dossier.content


def test_a_later_fase_is_no_way_back(gevuld: Path) -> None:
    with pytest.raises(FaseNotAllowedError):
        prepare_return(read_dossier(gevuld), "overeenkomen")


def test_a_dossier_is_never_begun_over_another(leeg: Path) -> None:
    before = (leeg / "samenwerking.yaml").read_bytes()

    with pytest.raises(RefusedError):
        create_dossier(leeg, Begin("Anders", date(2026, 3, 15)), proef=False)

    assert (leeg / "samenwerking.yaml").read_bytes() == before
