"""The guided interview: what is still open, and putting one answer in the dossier."""

from datetime import date

from samenwerk.domain.controle import list_sleutels, suggest
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.vragen import Openstaand, list_openstaand
from samenwerk.errors import RefusedError, WrongUsageError, show_pad
from samenwerk.storage.dossier import Dossier
from samenwerk.workflows.daily import decide_knoop
from samenwerk.workflows.fields import set_field, show_value
from samenwerk.workflows.records import add_record

_MAKES_KERN = {"partners": {"soort": ["kern"]}}
"""What a new record is when the interview asks for it: the partners it asks for carry the collaboration."""


def find_vragen(samenwerking: Samenwerking, fase: str, partner: str, *, alles: bool) -> list[Openstaand]:
    """The open questions of a fase. Raises `WrongUsageError` for a partner that is none, `RefusedError` for one not asked."""
    if partner and partner not in samenwerking.partners:
        bekend = list(samenwerking.kernpartners)
        raise WrongUsageError(
            f"“{partner}” is geen partner van dit dossier.", suggest(partner, bekend) or "Zie: samenwerk partner lijst"
        )
    if partner and partner not in samenwerking.kernpartners:
        raise RefusedError(
            f"{samenwerking.naam_of(partner)} is geen kernpartner; de vragen gaan over kernpartners.",
            f"Zet de soort op kern met: samenwerk partner wijzig {partner} --soort kern",
        )
    return list_openstaand(samenwerking, fase, partner=partner, alles=alles)


def show_present(samenwerking: Samenwerking, vraag: Openstaand) -> str:
    """What stands there already, in words."""
    if vraag.verzameling is not None:
        return ", ".join(getattr(samenwerking, vraag.verzameling.veld))
    return show_value(samenwerking, vraag.pad)


def show_choices(samenwerking: Samenwerking, vraag: Openstaand) -> str:
    """The words that can be an answer, where only a few can."""
    veld = vraag.veld
    if veld is None:
        return ""
    if veld.keuzes:
        return ", ".join(veld.keuzes)
    return ", ".join(list_sleutels(samenwerking, veld.verwijst))


def answer_vraag(dossier: Dossier, vraag: Openstaand, antwoord: str, dag: date) -> Dossier:
    """Save one answer, and give the dossier as it is now.

    Raises `WrongUsageError` when the answer cannot stand there, and what writing raises.
    """
    if vraag.verzameling is not None:
        titel, opties = antwoord, dict(_MAKES_KERN.get(vraag.verzameling.veld, {}))
        if vraag.verzameling.record is None:
            titel, dubbele_punt, betekenis = (deel.strip() for deel in antwoord.partition(":"))
            if not (titel and dubbele_punt and betekenis):
                raise WrongUsageError("Het woord of de betekenis ontbreekt nog.", "Schrijf het woord, : en de betekenis.")
            opties = {vraag.verzameling.titelveld.naam: [betekenis]}
        return add_record(dossier, vraag.verzameling, titel, opties, dag, proef=False).gewijzigd.dossier
    if vraag.pad[0] == "knopen" and vraag.pad[-1] == "beslissing":
        return decide_knoop(dossier, str(vraag.pad[1]), antwoord, dag, proef=False).gewijzigd.dossier
    return set_field(dossier, show_pad(vraag.pad), antwoord, dag, proef=False).gewijzigd.dossier
