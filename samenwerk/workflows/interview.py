"""`samenwerk vragen`, the guided interview: what is still open, and putting one answer in the dossier."""

from datetime import date
from functools import partial

from samenwerk.domain.keuzes import list_sleutels, read_keuze, read_keuzes, suggest
from samenwerk.domain.record import value_at
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.vragen import Openstaand, list_openstaand
from samenwerk.errors import RefusedError, Remedy, WrongUsageError, show_pad
from samenwerk.storage.dossier import Dossier
from samenwerk.workflows.changes import Gewijzigd, describe_change
from samenwerk.workflows.fields import set_field, show_value
from samenwerk.workflows.moves import decide_knoop
from samenwerk.workflows.records import add_record, list_records
from samenwerk.workflows.values import show_words


def find_vragen(samenwerking: Samenwerking, fase: str, partner: str, *, alles: bool) -> list[Openstaand]:
    """The open questions of a fase. Raises `WrongUsageError` for a partner that is none, `RefusedError` for one not asked."""
    if partner and partner not in samenwerking.partners:
        bekend = list(samenwerking.kernpartners)
        oplossing = suggest(partner, bekend) or ("Zie: ", Remedy("lijst", ("partners",)))
        raise WrongUsageError(f"“{partner}” is geen partner van dit dossier.", oplossing)
    if partner and partner not in samenwerking.kernpartners:
        raise RefusedError(
            f"{samenwerking.naam_of(partner)} is geen kernpartner; de vragen gaan over kernpartners.",
            ("Zet de soort op kern met: ", Remedy("wijzig", ("partners", partner), met={"soort": "kern"})),
        )
    return list_openstaand(samenwerking, fase, partner=partner, alles=alles)


def show_present(samenwerking: Samenwerking, vraag: Openstaand, *, intern: bool) -> str:
    """What stands there already, in words; what is for the facilitator alone only with `intern`."""
    if vraag.verzameling is not None:
        records = list_records(samenwerking, vraag.verzameling)
        titel = vraag.verzameling.titelveld.naam
        return ", ".join(next(iter(record.waarden.get(titel, ())), record.sleutel) for record in records)
    if vraag.veld is not None and vraag.veld.verwijst:
        sleutels = show_words(vraag.veld, value_at(samenwerking, vraag.pad))
        return ", ".join(samenwerking.naam_of(sleutel) for sleutel in sleutels)
    return show_value(samenwerking, vraag.pad, intern=intern)


def list_choices(samenwerking: Samenwerking, vraag: Openstaand) -> dict[str, str]:
    """What can be an answer, where only a few can: words, or keys with the names people know them by."""
    if vraag.veld is None:
        return {}
    sleutels = vraag.veld.keuzes or list_sleutels(samenwerking, vraag.veld.verwijst)
    return {sleutel: sleutel if vraag.veld.keuzes else samenwerking.naam_of(sleutel) for sleutel in sleutels}


def show_choices(samenwerking: Samenwerking, vraag: Openstaand) -> str:
    """The words that can be an answer, in one line. A name may hold a comma itself, so names stand apart by another sign."""
    return ("; " if vraag.veld and vraag.veld.verwijst else ", ").join(list_choices(samenwerking, vraag).values())


def answer_vraag(dossier: Dossier, vraag: Openstaand, antwoord: str, dag: date, *, proef: bool) -> Dossier:
    """Save one answer unless this is a proef, and give the dossier as it is then.

    Raises `WrongUsageError` when the answer cannot stand there, and what writing raises.
    """
    if vraag.verzameling is not None:
        titel, opties = antwoord, {naam: [waarde] for naam, waarde in vraag.verzameling.gevraagd if waarde}
        if vraag.verzameling.record is None:
            titel, dubbele_punt, betekenis = (deel.strip() for deel in antwoord.partition(":"))
            if not (titel and dubbele_punt and betekenis):
                raise WrongUsageError("Het woord of de betekenis ontbreekt nog.", "Schrijf het woord, : en de betekenis.")
            opties = {vraag.verzameling.titelveld.naam: [betekenis]}
        return add_record(dossier, vraag.verzameling, titel, opties, dag, proef=proef).gewijzigd.dossier
    if vraag.pad[0] == "knopen" and vraag.pad[-1] == "beslissing":
        return decide_knoop(dossier, str(vraag.pad[1]), antwoord, dag, proef=proef).gewijzigd.dossier
    if keuzes := list_choices(dossier.samenwerking, vraag):
        antwoord = ",".join(read_keuzes(antwoord, keuzes) if vraag.is_lijst else [read_keuze(antwoord, keuzes)])
    return set_field(dossier, show_pad(vraag.pad), antwoord, dag, proef=proef).gewijzigd.dossier


def sum_up(before: Dossier, after: Dossier) -> Gewijzigd:
    """All that a sitting without saving would change."""
    return Gewijzigd(after, partial(describe_change, before, after), proef=True)
