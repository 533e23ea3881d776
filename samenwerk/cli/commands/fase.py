"""`samenwerk fase`: toon, volgende, lijst."""

from typing import TYPE_CHECKING, Annotated, Any

from samenwerk.cli.changes import show_change
from samenwerk.cli.commands.reeksen import build_lijst, reeks_group
from samenwerk.cli.options import (
    AanwezigOption,
    DatumOption,
    DoorOption,
    JaOption,
    JsonOption,
    MapOption,
    ProefOption,
    RedenOption,
    read_past_datum,
    split_sleutels,
    start_folder,
)
from samenwerk.cli.remedies import hint
from samenwerk.cli.screen import show, tell, tell_bevinding
from samenwerk.cli.table import show_table
from samenwerk.cli.words.declare import Option
from samenwerk.cli.words.signature import command
from samenwerk.errors import DossierError, Remedy, VoorwaardenNotMetError

if TYPE_CHECKING:
    from collections.abc import Callable

    from samenwerk.domain.fasen import Fase
    from samenwerk.domain.samenwerking import Samenwerking
    from samenwerk.workflows.steps import Stapresultaat


@command
def toon(map_: MapOption = "", json: JsonOption = False) -> None:
    """Toon de fase waarin de groep staat en waar die over gaat."""
    from samenwerk.domain.documenten import name_resultaat
    from samenwerk.domain.fasen import describe_moves, fase_of
    from samenwerk.storage.dossier import read_dossier

    samenwerking = read_dossier(start_folder(map_)).samenwerking
    hier = fase_of(samenwerking.fase)
    if json:
        from samenwerk.cli.json_output import show_json

        show_json("fase", {"naam": samenwerking.naam, "toestand": samenwerking.toestand, **_describe(hier, samenwerking)})
        return
    show(f"{samenwerking.naam}: fase {hier.nummer} {hier.naam}, ronde {samenwerking.ronde(hier.id)}", style="kop")
    show()
    show(hier.kernvraag, style="nu")
    show(hier.uitleg)
    show()
    show(f"Betekenisgeving: {hier.betekenisgeving}", hang=2)
    show(f"Interactie: {hier.interactie}", hang=2)
    show(f"Resultaat: {name_resultaat(hier, samenwerking.taal)}", hang=2)
    show()
    show(hint(describe_moves(hier.id)), hang=2)


@command
def lijst(map_: MapOption = "", json: JsonOption = False) -> None:
    """Toon alle fasen, en welke de groep al doorliep."""
    from samenwerk.domain.documenten import name_resultaat
    from samenwerk.domain.dynamiek import FASEN_EN_PROCESSEN
    from samenwerk.domain.fasen import FASE_IDS, FASEN
    from samenwerk.storage.dossier import find_dossier, read_dossier

    start = start_folder(map_)
    try:
        find_dossier(start)
    except DossierError:
        # The fasen can be read without a dossier; only a dossier that is there must be sound.
        samenwerking = None
    else:
        samenwerking = read_dossier(start).samenwerking
    if json:
        from samenwerk.cli.json_output import show_json

        show_json("fasen", {"fasen": [_describe(fase, samenwerking) for fase in FASEN]})
        return
    show(FASEN_EN_PROCESSEN)
    show()
    taal = samenwerking.taal if samenwerking else ""
    rows = [
        (str(fase.nummer), fase.naam, fase.kernvraag, name_resultaat(fase, taal), _describe_visits(fase, samenwerking))
        for fase in FASEN
    ]
    hier = FASE_IDS.index(samenwerking.fase) if samenwerking else -1
    if show_table(("", "Fase", "Kernvraag", "Resultaat", "De groep"), rows, stressed=hier):
        return
    for nummer, naam, kernvraag, resultaat, bezocht in rows:
        show(f"{nummer} {naam}{f' ({bezocht})' if bezocht else ''}", style="kop")
        show(kernvraag, indent=2)
        show(f"Resultaat: {resultaat}", indent=2, hang=2)


def _describe_visits(fase: "Fase", samenwerking: "Samenwerking | None") -> str:
    """`klaar, ronde 1`, `nog niet`; without a dossier nothing."""
    if samenwerking is None:
        return ""
    ronde = samenwerking.ronde(fase.id)
    return f"{samenwerking.voortgang(fase.id)}{f', ronde {ronde}' if ronde else ''}"


def _describe(fase: "Fase", samenwerking: "Samenwerking | None") -> dict[str, Any]:
    return {
        "fase": fase.id,
        "nummer": fase.nummer,
        "fase_naam": fase.naam,
        "kernvraag": fase.kernvraag,
        "uitleg": fase.uitleg,
        "betekenisgeving": fase.betekenisgeving,
        "interactie": fase.interactie,
        "resultaat": list(fase.resultaat),
        "ronde": samenwerking.ronde(fase.id) if samenwerking else 0,
        "voortgang": samenwerking.voortgang(fase.id) if samenwerking else None,
    }


@command
def volgende(
    ondanks: Annotated[
        str,
        Option("--ondanks", metavar="REDEN", help="Ga toch verder, om deze reden."),
    ] = "",
    reden: RedenOption = "",
    door: DoorOption = "",
    aanwezig: AanwezigOption = "",
    datum: DatumOption = "",
    ja: JaOption = False,
    map_: MapOption = "",
    proef: ProefOption = False,
    json: JsonOption = False,
) -> None:
    """Ga met de groep naar de volgende fase.

    Toont wat nodig is en nog niet klaar is. Verdergaan kan dan alleen met een reden, die genoteerd wordt.
    """
    from samenwerk.cli.asking.questions import can_ask
    from samenwerk.storage.dossier import read_dossier
    from samenwerk.workflows.steps import Stapgegevens, take_next_step

    dossier = read_dossier(start_folder(map_))
    gegevens = Stapgegevens(read_past_datum(datum), door, split_sleutels(aanwezig), reden)
    try:
        resultaat = take_next_step(dossier, gegevens, ondanks=ondanks.strip(), proef=proef)
    except VoorwaardenNotMetError as refused:
        if ja or json or not can_ask():
            raise
        resultaat = _go_on(refused, lambda tekst: take_next_step(dossier, gegevens, ondanks=tekst, proef=proef))
    show_change(
        resultaat.gewijzigd,
        (f"{resultaat.naar.kernvraag} Bekijk wat deze fase vraagt: ", Remedy("status")),
        json=json,
        van=resultaat.van.id,
        naar=resultaat.naar.id,
        ondanks=[gat.voorwaarde for gat in resultaat.ondanks],
        aanbevolen=[gat.voorwaarde for gat in resultaat.aanbevolen],
    )
    if resultaat.aanbevolen and not json:
        from samenwerk.domain.voorwaarden import group_gaten

        show(f"Aanbevolen in de fase {resultaat.van.naam} en nog te doen:")
        for melding, _ in group_gaten(resultaat.aanbevolen):
            show(f"○ {melding}", indent=2, hang=2)


def _go_on(refused: VoorwaardenNotMetError, step: "Callable[[str], Stapresultaat]") -> "Stapresultaat":
    """Ask why the group goes on while this is open, and go; without a reason it stays where it is, and the command ends."""
    from samenwerk.cli.asking.questions import ask_until, ask_yes

    tell(refused.melding, style="open")
    if refused.eerst:
        tell(hint(refused.eerst), hang=2)
    for bevinding in refused.bevindingen:
        tell_bevinding(bevinding)
    resultaat = None
    if ask_yes("Toch verdergaan?"):
        resultaat = ask_until("Waarom gaat de groep toch verder?", lambda reden: step(reden) if reden else None)
    if resultaat is None:
        tell("De groep blijft in deze fase. Er is niets gewijzigd.")
        tell(hint(("Vul vraag per vraag aan wat nog open is: ", Remedy("vragen"))), hang=2)
        raise SystemExit(1)
    return resultaat


fase = reeks_group(
    "verloop",
    {"toon": toon, "lijst": lijst, "volgende": volgende, "verloop": build_lijst("verloop")},
    default=toon,
)
