"""`samenwerk render`."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from samenwerk.cli.completion import complete_document
from samenwerk.cli.dutch import DutchCommand
from samenwerk.cli.options import JsonOption, MapOption, ProefOption, start_folder
from samenwerk.cli.screen import show, show_diff, show_raw, tell

if TYPE_CHECKING:
    from samenwerk.storage.dossier import Dossier
    from samenwerk.workflows.documents import Bestand
    from samenwerk.workflows.vrije_teksten import Overgenomen

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command(cls=DutchCommand)
def render(
    ctx: typer.Context,
    documenten: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="DOCUMENT",
            help="Bijvoorbeeld startnota; zonder naam die van de huidige fase.",
            autocompletion=complete_document,
        ),
    ] = None,
    alles: Annotated[bool, typer.Option("--alles", help="Maak alle documenten.")] = False,
    naar: Annotated[
        str, typer.Option("--naar", metavar="-", help="Met een streepje (-): toon de tekst en schrijf geen bestand.")
    ] = "",
    controle: Annotated[
        bool, typer.Option("--controle", help="Schrijf niets; meld welk document ontbreekt, verouderd of bewerkt is.")
    ] = False,
    overschrijf: Annotated[
        bool, typer.Option("--overschrijf", help="Schrijf ook over een document dat met de hand bewerkt is.")
    ] = False,
    map_: MapOption = "",
    proef: ProefOption = False,
    json: JsonOption = False,
) -> None:
    """Maak de documenten van een fase.

    Ze komen in de map documenten. Een document dat iemand met de hand bewerkte, wordt niet overschreven.
    """
    from samenwerk.errors import WrongUsageError
    from samenwerk.storage.dossier import read_dossier
    from samenwerk.workflows.documents import render_bestanden, select_uitgaven
    from samenwerk.workflows.vrije_teksten import take_over

    if naar not in ("", "-"):
        raise WrongUsageError(
            f"“{naar}” kan niet achter --naar.", "Alleen --naar - kan; de documenten komen in de map documenten."
        )
    dossier = read_dossier(start_folder(ctx, map_))
    uitgaven = select_uitgaven(dossier, documenten or [], alle=alles, ook_bestaande=controle)
    overgenomen = take_over(dossier, uitgaven, overschrijf=overschrijf)
    bestanden = render_bestanden(overgenomen.dossier, uitgaven)
    if naar == "-" and json:
        _show_json(bestanden)
    elif naar == "-":
        show_raw("\n".join(bestand.tekst for bestand in bestanden))
    elif controle:
        _check(bestanden, as_json=json)
    else:
        _write(dossier, overgenomen, bestanden, overschrijf=overschrijf, proef=proef, as_json=json)


def _check(bestanden: "list[Bestand]", *, as_json: bool) -> None:
    from samenwerk.rendering.colofon import ACTUEEL

    if as_json:
        _show_json(bestanden)
    else:
        for bestand in bestanden:
            show(f"{bestand.pad}: {bestand.oordeel}", hang=2)
    if any(bestand.oordeel != ACTUEEL for bestand in bestanden):
        raise typer.Exit(1)


def _write(
    dossier: "Dossier",
    overgenomen: "Overgenomen",
    bestanden: "list[Bestand]",
    *,
    overschrijf: bool,
    proef: bool,
    as_json: bool,
) -> None:
    from samenwerk.domain.documenten import GEEN_PROJECTFICHE
    from samenwerk.workflows.documents import HandEditedError, diff_of, select_stale, write_bestanden

    try:
        geschreven = select_stale(bestanden, overschrijf=overschrijf)
    except HandEditedError as error:
        for bestand in error.bestanden if not as_json else []:
            show_diff(diff_of(bestand))
        raise
    if not proef:
        write_bestanden(dossier, overgenomen.dossier, geschreven)
    if as_json:
        teksten = [{"naam": uitgave.naam, "plaats": plaats} for uitgave, plaats in overgenomen.teksten]
        paden = [] if proef else [bestand.pad for bestand in geschreven]
        _show_json(bestanden, geschreven=paden, overgenomen=teksten, proef=proef)
        return
    if not bestanden:
        show(GEEN_PROJECTFICHE)
        tell("→ Voeg een project toe bij projecten in samenwerking.yaml.")
        return
    for uitgave, plaats in overgenomen.teksten:
        show(f"De eigen tekst “{plaats}” van {uitgave.naam} {'komt' if proef else 'staat nu'} ook in het dossier.", hang=2)
    for bestand in bestanden:
        if proef and bestand in geschreven:
            show_diff(diff_of(bestand))
        else:
            show(f"{bestand.pad} {'geschreven' if bestand in geschreven else 'was al actueel'}.", style="goed", hang=2)
    if proef:
        show("Proef: er is niets geschreven.", style="open")
    elif geschreven:
        show("→ Lees de documenten na, en bewaar ze met git of stuur ze door.", hang=2)


def _show_json(bestanden: "list[Bestand]", **verder: Any) -> None:
    from samenwerk.cli.json_output import show_json

    stukken = [
        {"naam": bestand.uitgave.naam, "bestand": bestand.pad, "oordeel": bestand.oordeel, "tekst": bestand.tekst}
        for bestand in bestanden
    ]
    show_json("documenten", {"documenten": stukken, **verder})
