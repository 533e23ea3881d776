"""The fields that `zet` and the Tab key know are the same."""

from datetime import date
from pathlib import Path

import pytest

from samenwerk.domain.fasen import FASEN, Fase
from samenwerk.errors import ChangedMeanwhileError
from samenwerk.storage.dossier import Dossier, read_dossier
from samenwerk.storage.writing.lock import write_lock
from samenwerk.workflows.fields import find_pad, list_pads, set_field, show_value
from samenwerk.workflows.init import write_empty


def test_every_path_that_is_offered_is_a_field_that_can_be_set(gevuld: Path) -> None:
    samenwerking = read_dossier(gevuld).samenwerking
    found: list[str] = []
    todo = [""]
    while todo:
        for pad, _ in list_pads(samenwerking, todo.pop()):
            (todo if pad.endswith(".") else found).append(pad)

    for pad in found:
        find_pad(samenwerking, pad)
    assert {
        "naam",
        "partners.school.mandaat.namens",
        "verloop.3.reden",
        "begrippen.brugfiguur",
        "acties.buurtfeest.tegen",
    } <= set(found)


def test_the_value_at_a_path_is_shown_as_the_dossier_writes_it(gevuld: Path) -> None:
    samenwerking = read_dossier(gevuld).samenwerking

    assert show_value(samenwerking, ("acties", "buurtfeest", "tegen")) == "2026-09-01"
    assert show_value(samenwerking, ("partners", "stad", "draagvlak", "oordeel")) == "4"
    assert show_value(samenwerking, ("looptijd", "van")) == ""
    assert show_value(samenwerking, ("begrippen", "nieuw")) == ""


@pytest.mark.parametrize("fase", FASEN, ids=lambda fase: fase.id)
def test_a_dossier_that_begins_in_any_fase_is_sound(tmp_path: Path, fase: Fase) -> None:
    dossier = Dossier(tmp_path, write_empty(date(2026, 3, 15), fase, "bcdf-ghjk-mnpq").encode())

    assert dossier.bevindingen == []
    assert dossier.samenwerking.fase == fase.id
    assert not dossier.samenwerking.partners


def test_a_change_while_another_command_writes_is_refused(gevuld: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("samenwerk.storage.writing.lock.LOCK_SECONDS", 0.0)
    before = (gevuld / "samenwerking.yaml").read_bytes()

    with write_lock(gevuld), pytest.raises(ChangedMeanwhileError):
        set_field(read_dossier(gevuld), "idee", "Iets anders.", date(2026, 3, 15), proef=False)

    assert (gevuld / "samenwerking.yaml").read_bytes() == before
