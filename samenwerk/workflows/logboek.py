"""What happened is noted down: a line in the logbook, a conversation."""

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from samenwerk.domain.datums import show_datum
from samenwerk.domain.dynamiek import PRINCIPES
from samenwerk.domain.logboek import duiding_of
from samenwerk.domain.tijdlijn import Gesprek, Logboekregel
from samenwerk.errors import RefusedError, option
from samenwerk.storage.dossier import Dossier
from samenwerk.storage.yaml_changes import Append
from samenwerk.workflows.changes import Gewijzigd, apply_changes
from samenwerk.workflows.redo import redo_when_changed
from samenwerk.workflows.references import check_sleutels, choose_fase
from samenwerk.workflows.values import as_plain

if TYPE_CHECKING:
    from samenwerk.storage.notities import DossierFile, Notities

GEEN = "geen"
"""What a person says to leave out what a soort would fill in."""


class Regelinvoer(NamedTuple):
    """A line for the logbook as a person gives it; proces, principe and fase are empty for what is usual."""

    soort: str
    tekst: str
    datum: date
    partners: tuple[str, ...] = ()
    proces: str = ""
    principe: str = ""
    fase: str = ""


class Genoteerd(NamedTuple):
    """The line as it stands in the logbook, and which of its fields were filled in because of its soort."""

    regel: Logboekregel
    nummer: int
    vanzelf: tuple[str, ...]
    omdat: str
    gewijzigd: Gewijzigd


@redo_when_changed
def note(doel: "Dossier | Notities", invoer: Regelinvoer, *, proef: bool) -> Genoteerd:
    """Add a line at the end of the logbook of a dossier, or of the notes beside it.

    It stands last, also when its day lies before that of the one above it: nothing is put in between.

    Raises `WrongUsageError` for a partner that is none, `RefusedError` for an empty text, and what `choose_fase` raises.
    """
    tekst = _check_tekst(invoer.tekst)
    check_sleutels(doel.dossier.samenwerking, Logboekregel.velden["partners"], invoer.partners)
    duiding = duiding_of(invoer.soort)
    proces = duiding.proces if not invoer.proces else invoer.proces.replace(GEEN, "")
    principe = duiding.principe if not invoer.principe else int(invoer.principe.replace(GEEN, "0"))
    vanzelf = [naam for naam in ("proces", "principe") if not getattr(invoer, naam) and getattr(duiding, naam)]
    regel = Logboekregel(
        datum=invoer.datum,
        fase=choose_fase(doel.dossier.samenwerking, invoer.datum, invoer.fase),
        soort=invoer.soort,
        proces=proces,
        principe=principe or None,
        partners=invoer.partners,
        tekst=tekst,
    )
    waar = doel.name if doel.is_vertrouwelijk else "het logboek"
    gewijzigd = apply_changes(doel, [Append(("logboek",), as_plain(regel))], proef=proef)
    gewijzigd = gewijzigd.told(f"Genoteerd in {waar}: {_describe(regel)}.")
    return Genoteerd(regel, len(doel.record.logboek) + 1, tuple(vanzelf), duiding.omdat, gewijzigd)


def _describe(regel: Logboekregel) -> str:
    """The line in a few words: `succes, proces interactie, principe 1 (Onderneem gezamenlijke acties)`."""
    delen = [regel.soort]
    if regel.proces:
        delen.append(f"proces {regel.proces}")
    if regel.principe:
        delen.append(f"principe {regel.principe} ({PRINCIPES[regel.principe - 1].titel})")
    return ", ".join(delen)


@redo_when_changed
def record_gesprek(
    doel: "DossierFile", met: tuple[str, ...], over: str, datum: date, *, fase: str = "", proef: bool
) -> Gewijzigd:
    """Add a conversation at the end of the list, in a dossier or in the notes beside it; `fase` is the word for it, if any.

    Raises `WrongUsageError` for someone who is not in the dossier, `RefusedError` when it says not with whom or about what,
    and what `choose_fase` raises.
    """
    if not met:
        raise RefusedError("Een gesprek is met iemand; er is niets genoteerd.", ("Zeg met wie: ", option("met", "stad,school")))
    check_sleutels(doel.dossier.samenwerking, Gesprek.velden["met"], met)
    in_fase = choose_fase(doel.dossier.samenwerking, datum, fase)
    gesprek = Gesprek(datum=datum, fase=in_fase, met=met, over=_check_tekst(over))
    gewijzigd = apply_changes(doel, [Append(("gesprekken",), as_plain(gesprek))], proef=proef)
    waar = f" in {doel.name}" if doel.is_vertrouwelijk else ""
    wie = doel.dossier.samenwerking.namen_of(met)
    return gewijzigd.told(f"Gesprek van {show_datum(datum)} genoteerd{waar}, met {wie}.")


def _check_tekst(tekst: str) -> str:
    tekst = tekst.replace("\r\n", "\n").strip()
    if not tekst:
        raise RefusedError("Zonder tekst valt er niets te noteren.", "Schrijf in één of twee zinnen wat er was.")
    return tekst
