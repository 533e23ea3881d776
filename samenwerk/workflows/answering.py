"""Putting an answer of the guided interview in the dossier, or in the notes beside it."""

from collections.abc import Sequence
from datetime import date

from samenwerk.domain.gegevens import as_one_line
from samenwerk.domain.intern import keep_shared
from samenwerk.domain.keuzes import read_keuze, read_keuzes
from samenwerk.domain.openstaand import GESPREKKEN, Openstaand
from samenwerk.domain.partners import KERN
from samenwerk.domain.record import find_veld, value_at
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.tijdlijn import Gesprek
from samenwerk.domain.verzamelingen import Verzameling, verzameling_in, verzameling_of
from samenwerk.errors import IETS, Pad, RefusedError, Remedy, WrongUsageError, as_parts, show_pad
from samenwerk.storage.dossier import Dossier
from samenwerk.storage.notities import DossierFile
from samenwerk.storage.yaml_changes import Append, Change, Remove
from samenwerk.storage.yaml_tree import Plain
from samenwerk.workflows.changes import apply_changes
from samenwerk.workflows.fields import set_field
from samenwerk.workflows.interview import list_choices
from samenwerk.workflows.kolommen import Opties, Recordinvoer
from samenwerk.workflows.moves import decide_knoop
from samenwerk.workflows.records import add_record, change_record
from samenwerk.workflows.redo import redo_when_changed
from samenwerk.workflows.remedies import way_to_change
from samenwerk.workflows.samen import read_elk, read_samen, split_titel
from samenwerk.workflows.values import as_plain, plan_changes, read_value, show_words


def answer_vraag(dossier: Dossier, vraag: Openstaand, antwoord: str, dag: date, *, proef: bool) -> Dossier:
    """Save one answer unless this is a proef, and give the dossier as it is then.

    Raises `WrongUsageError` when the answer cannot stand there, and what writing raises.
    """
    if vraag.samen:
        return _answer_samen(dossier, vraag, antwoord, dag, proef=proef)
    if vraag.pad == GESPREKKEN:
        return _answer_gesprek(dossier, vraag, antwoord, proef=proef)
    if vraag.verzameling is not None:
        return _add(dossier, vraag.verzameling, antwoord, dag, proef=proef)
    if vraag.pad[0] == "knopen" and vraag.pad[-1] == "beslissing":
        return decide_knoop(dossier, str(vraag.pad[1]), antwoord, dag, proef=proef).gewijzigd.dossier
    if keuzes := list_choices(dossier.samenwerking, vraag):
        antwoord = ",".join(read_keuzes(antwoord, keuzes) if vraag.is_lijst else [read_keuze(antwoord, keuzes)])
    return set_field(dossier, show_pad(vraag.pad), antwoord, dag, proef=proef).gewijzigd.dossier


def answer_vertrouwelijk(notities: DossierFile, vraag: Openstaand, antwoord: str, dag: date, *, proef: bool) -> None:
    """Save an answer about a partner in the notes. Raises as `answer_vraag`."""
    set_field(notities, show_pad(vraag.pad), antwoord, dag, proef=proef)


@redo_when_changed
def change_punten(dossier: Dossier, pad: Pad, was: Sequence[str], punten: Sequence[str], *, proef: bool) -> Dossier:
    """Make of the points that someone saw (`was`) these; what others added meanwhile, or nobody was shown, stays.

    Raises `WrongUsageError` for a point that cannot stand there, and what writing raises.
    """
    samenwerking, veld = dossier.samenwerking, find_veld(Samenwerking, pad)
    if veld is None:
        raise TypeError(f"there is no field at {pad}")
    # A point that stood there on more lines comes back on one.
    gezegd, gezien = {as_one_line(punt) for punt in punten}, {as_one_line(punt) for punt in was}
    weg = [punt for punt in was if as_one_line(punt) not in gezegd]
    staat_er = show_words(veld, value_at(samenwerking, pad))
    changes: list[Change] = [Remove((*pad, plaats)) for plaats in reversed(range(len(staat_er))) if staat_er[plaats] in weg]
    if changes and len(changes) == len(staat_er):
        # A list of which nothing stays is taken away whole.
        changes = [Remove(pad)]
    nieuw = read_value(samenwerking, pad, veld, [punt for punt in punten if as_one_line(punt) not in gezien])
    changes += [Append(pad, item) for item in nieuw] if isinstance(nieuw, list) else []
    return apply_changes(dossier, changes, proef=proef).dossier


def shown_punten(dossier: Dossier, vraag: Openstaand) -> list[str]:
    """The points of a list that anyone may see, in the words that say them."""
    return show_words(vraag.veld, keep_shared(value_at(dossier.samenwerking, vraag.pad))) if vraag.veld else []


def rename(dossier: Dossier, vraag: Openstaand, sleutel: str, naam: str, dag: date, *, proef: bool) -> Dossier:
    """Call a record of the collection a question adds to otherwise, with the choices behind its name; its key stays.

    Raises `WrongUsageError` as `split_titel`, and what writing raises.
    """
    verzameling = verzameling_in(str(vraag.pad[0]))
    if verzameling.record is None:
        anders = ("Wijzig het met: ", *as_parts(way_to_change(verzameling, sleutel)))
        raise RefusedError("Een woord en zijn betekenis veranderen hier niet.", anders)
    titel, woorden = split_titel(verzameling, naam)
    invoer = Recordinvoer({verzameling.titelveld.naam: [titel], **woorden}, dag)
    return change_record(dossier, verzameling, sleutel, invoer, proef=proef).gewijzigd.dossier


def check_naam(vraag: Openstaand, naam: str) -> None:
    """Raise `WrongUsageError` where the choices behind the name of a new record are not understood."""
    split_titel(verzameling_in(str(vraag.pad[0])), naam)


def make_kern(dossier: Dossier, sleutel: str, dag: date, *, proef: bool) -> Dossier:
    """Let a partner carry the collaboration. Raises what writing raises."""
    invoer = Recordinvoer({"soort": [KERN]}, dag)
    return change_record(dossier, verzameling_of("partner"), sleutel, invoer, proef=proef).gewijzigd.dossier


def _add(dossier: Dossier, verzameling: Verzameling, antwoord: str, dag: date, *, proef: bool) -> Dossier:
    """A new record, with all that its one line says of it."""
    opties: Opties = {naam: [waarde] for naam, waarde in verzameling.gevraagd if waarde}
    if verzameling.record is None:
        titel, dubbele_punt, betekenis = (deel.strip() for deel in antwoord.partition(":"))
        if not (titel and dubbele_punt and betekenis):
            raise WrongUsageError("Het woord of de betekenis ontbreekt nog.", "Schrijf het woord, : en de betekenis.")
        opties = {verzameling.titelveld.naam: [betekenis]}
    else:
        titel, woorden = split_titel(verzameling, antwoord)
        opties = {**opties, **woorden}
    return add_record(dossier, verzameling, titel, opties, dag, proef=proef).gewijzigd.dossier


def _answer_samen(dossier: Dossier, vraag: Openstaand, antwoord: str, dag: date, *, proef: bool) -> Dossier:
    """Several fields with one line, on which what they held stood already."""
    if vraag.is_elk:
        gezien = {
            deel.pad: read_value(dossier.samenwerking, deel.pad, deel.veld, [waarde], dag)
            for deel, waarde in read_elk(vraag, antwoord)
            if deel.veld is not None
        }
        return _set_all(dossier, gezien, dag, proef=proef)
    delen = [(deel, deel.veld) for deel in vraag.samen if deel.veld is not None]
    gezegd = read_samen([veld for _, veld in delen], antwoord)
    if not vraag.is_lijst:
        waarden: dict[Pad, Plain] = {deel.pad: woorden[0] for (deel, _), woorden in zip(delen, gezegd, strict=True) if woorden}
        return _set_all(dossier, waarden, dag, proef=proef)
    for (deel, _), punten in zip(delen, gezegd, strict=True):
        dossier = change_punten(dossier, deel.pad, shown_punten(dossier, deel), punten, proef=proef)
    return dossier


@redo_when_changed
def _set_all(dossier: Dossier, waarden: dict[Pad, Plain], dag: date, *, proef: bool) -> Dossier:
    return apply_changes(dossier, plan_changes(dossier.samenwerking, waarden, dag), proef=proef).dossier


@redo_when_changed
def _answer_gesprek(dossier: Dossier, vraag: Openstaand, antwoord: str, *, proef: bool) -> Dossier:
    """A conversation, of which the day is not known; behind a colon what it was about."""
    wie, _, over = (deel.strip() for deel in antwoord.partition(":"))
    met = read_keuzes(wie, list_choices(dossier.samenwerking, vraag))
    if not met:
        partner = Remedy("nieuw", ("partners",), IETS)
        raise RefusedError("Een gesprek is met iemand.", ("Noem een of meer partners, of voeg er een toe: ", partner))
    gesprek = Gesprek(met=met, over=over, fase=dossier.samenwerking.fase)
    return apply_changes(dossier, [Append(GESPREKKEN, as_plain(gesprek))], proef=proef).dossier
