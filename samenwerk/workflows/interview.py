"""`samenwerk vragen`, the guided interview: what is still open, what stands there already, and what can be answered."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from samenwerk.domain.datums import show_datum
from samenwerk.domain.intern import keep_shared
from samenwerk.domain.keuzes import list_sleutels, suggest
from samenwerk.domain.openstaand import GESPREKKEN, Openstaand, list_openstaand, records_of
from samenwerk.domain.opsomming import join_delen
from samenwerk.domain.record import value_at
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.zinnen import som_op
from samenwerk.errors import RefusedError, Remedy, WrongUsageError
from samenwerk.storage.dossier import Dossier
from samenwerk.workflows.changes import Gewijzigd, describe_change
from samenwerk.workflows.fields import show_value
from samenwerk.workflows.references import name_records
from samenwerk.workflows.values import show_words


def find_vragen(samenwerking: Samenwerking, fase: str, partner: str, *, alles: bool) -> list[Openstaand]:
    """The open questions of a fase. Raises `WrongUsageError` for a partner that is none, `RefusedError` for one not asked."""
    if partner and partner not in samenwerking.partners:
        bekend = list(samenwerking.kernpartners)
        oplossing = suggest(partner, bekend) or ("Zie: ", Remedy("lijst", ("partners",)))
        raise WrongUsageError(f"“{partner}” is geen partner van dit dossier.", oplossing)
    if partner and partner not in samenwerking.kernpartners:
        raise RefusedError(
            f"Geen kernpartner: {samenwerking.naam_of(partner)}. De vragen gaan over kernpartners.",
            ("Zet de soort op kern met: ", Remedy("wijzig", ("partners", partner), met={"soort": "kern"})),
        )
    return list_openstaand(samenwerking, fase, partner=partner, alles=alles)


def show_present(samenwerking: Samenwerking, vraag: Openstaand, *, intern: bool) -> str:
    """What stands there already, in words; what is for the facilitator alone only with `intern`."""
    if vraag.is_elk:
        return _show_elk(vraag, partial(show_present, samenwerking, intern=intern))
    if vraag.samen:
        return ", ".join(show_present(samenwerking, deel, intern=intern) or "-" for deel in vraag.samen)
    if vraag.pad == GESPREKKEN:
        gesproken = {sleutel for gesprek in samenwerking.gesprekken for sleutel in gesprek.met}
        return som_op([samenwerking.naam_of(sleutel) for sleutel in samenwerking.kernpartners if sleutel in gesproken])
    if vraag.verzameling is not None:
        # Where it is asked who carries the collaboration, the others would look as if they did.
        weg = set() if vraag.bron.fase != "verkennen" else samenwerking.partners.keys() - samenwerking.kernpartners.keys()
        namen = name_records(samenwerking, (str(vraag.pad[0]),))
        return som_op([naam for sleutel, naam in namen.items() if sleutel not in weg])
    if vraag.veld is not None and vraag.veld.verwijst:
        sleutels = show_words(vraag.veld, value_at(samenwerking, vraag.pad))
        return ", ".join(samenwerking.naam_of(sleutel) for sleutel in sleutels)
    return show_value(samenwerking, vraag.pad, intern=intern)


def show_draft(samenwerking: Samenwerking, vraag: Openstaand) -> str:
    """What stands there already, as the answer that says it; for a new record nothing."""
    if vraag.is_elk:
        return _show_elk(vraag, partial(show_draft, samenwerking))
    if vraag.samen:
        return _show_samen(samenwerking, vraag.samen)
    if vraag.verzameling is not None or vraag.veld is None or vraag.pad == GESPREKKEN:
        return ""
    woorden = show_words(vraag.veld, keep_shared(value_at(samenwerking, vraag.pad)))
    if vraag.veld.verwijst:
        woorden = [samenwerking.naam_of(sleutel) for sleutel in woorden]
    return join_delen(woorden) if vraag.is_lijst else "".join(woorden)


def _show_elk(vraag: Openstaand, show: Callable[[Openstaand], str]) -> str:
    """What is said of each, as the answer that says it; nothing of those of whom nothing is."""
    return join_delen([f"{deel.over}: {gezegd}" for deel in vraag.samen if (gezegd := show(deel))])


def _show_samen(samenwerking: Samenwerking, delen: Sequence[Openstaand]) -> str:
    gezegd = [show_draft(samenwerking, deel) for deel in delen]
    if not any(gezegd):
        return ""
    if not delen[0].is_lijst:
        return ", ".join(woord or "-" for woord in gezegd)
    titels = [deel.titels[-1].lower() for deel in delen]
    return join_delen([
        f"{titel} {punt}" if nummer else punt
        for nummer, (titel, deel) in enumerate(zip(titels, delen, strict=True))
        if deel.veld is not None
        for punt in show_words(deel.veld, value_at(samenwerking, deel.pad))
    ])  # fmt: skip


def show_vooraf(samenwerking: Samenwerking, vraag: Openstaand) -> list[str]:
    """What others said that belongs to the question, a line for each record that said something."""
    if not vraag.bron.vooraf:
        return []
    verzameling, _, *rest = vraag.bron.vooraf
    return [
        f"{samenwerking.naam_of(sleutel)}: {gezegd}"
        for sleutel in records_of(samenwerking, verzameling)
        if (gezegd := show_value(samenwerking, (verzameling, sleutel, *rest), intern=False))
    ]


def show_answer(samenwerking: Samenwerking, vraag: Openstaand) -> str:
    """What an answer was understood as, in words that say the same when they are given as an answer."""
    if vraag.is_elk:
        return show_present(samenwerking, vraag, intern=False)
    if vraag.samen:
        gezegd = {deel.titels[-1].lower(): show_answer(samenwerking, deel) or "–" for deel in vraag.samen}
        return "; ".join(f"{titel}: {tekst}" for titel, tekst in gezegd.items())
    if vraag.pad == GESPREKKEN:
        laatste = samenwerking.gesprekken[-1]
        return ": ".join(filter(None, (samenwerking.namen_of(laatste.met), laatste.over)))
    if vraag.pad == ("looptijd", "tot") and samenwerking.looptijd.is_onbepaald:
        return "onbepaalde duur"
    waarde = value_at(samenwerking, vraag.pad)
    return show_datum(waarde) if isinstance(waarde, date) else show_present(samenwerking, vraag, intern=False)


def list_choices(samenwerking: Samenwerking, vraag: Openstaand) -> dict[str, str]:
    """What can be an answer, where only a few can: words, or keys with the names people know them by."""
    if vraag.pad == GESPREKKEN:
        return {sleutel: samenwerking.naam_of(sleutel) for sleutel in samenwerking.kernpartners}
    if vraag.veld is None or vraag.samen:
        return {}
    sleutels = vraag.veld.keuzes or list_sleutels(samenwerking, vraag.veld.verwijst)
    return {sleutel: sleutel if vraag.veld.keuzes else samenwerking.naam_of(sleutel) for sleutel in sleutels}


def can_answer(samenwerking: Samenwerking, vraag: Openstaand) -> bool:
    """Whether anyone can answer it yet: where a name of the dossier is asked for, there must be one."""
    is_name = vraag.pad == GESPREKKEN or bool(vraag.veld and vraag.veld.verwijst)
    return not is_name or bool(list_choices(samenwerking, vraag))


def show_choices(samenwerking: Samenwerking, vraag: Openstaand) -> str:
    """The words that can be an answer, in one line. A name may hold a comma itself, so names stand apart by another sign."""
    return ("; " if vraag.veld and vraag.veld.verwijst else ", ").join(list_choices(samenwerking, vraag).values())


def sum_up(before: Dossier, after: Dossier) -> Gewijzigd:
    """All that a sitting without saving would change."""
    return Gewijzigd(after, partial(describe_change, before, after), proef=True)
