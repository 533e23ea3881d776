"""`samenwerk render`."""

from typing import TYPE_CHECKING, Annotated

import typer

from samenwerk.cli.commands.documents import (
    FormaatOption,
    NaarOption,
    check_naar,
    show_bestanden_json,
    show_contents,
    write_and_show,
)
from samenwerk.cli.completion import complete_document
from samenwerk.cli.dutch import DutchCommand
from samenwerk.cli.options import JsonOption, MapOption, ProefOption, SjablonenOption, start_folder
from samenwerk.cli.screen import show, tell

if TYPE_CHECKING:
    from samenwerk.workflows.bestanden import Bestand

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
    formaat: FormaatOption = "md",
    naar: NaarOption = "",
    controle: Annotated[
        bool, typer.Option("--controle", help="Schrijf niets; meld welk document ontbreekt, verouderd of bewerkt is.")
    ] = False,
    overschrijf: Annotated[
        bool, typer.Option("--overschrijf", help="Schrijf ook over een document dat met de hand bewerkt is.")
    ] = False,
    sjablonen: SjablonenOption = "",
    map_: MapOption = "",
    proef: ProefOption = False,
    json: JsonOption = False,
) -> None:
    """Maak de documenten van een fase.

    Ze komen in de map documenten, en met --formaat staat ernaast ook een webpagina, een Word-bestand of een pdf. Een
    bestand dat iemand met de hand bewerkte, wordt niet overschreven.
    """
    from samenwerk.domain.documenten import GEEN_PROJECTFICHE
    from samenwerk.storage.dossier import read_dossier
    from samenwerk.workflows.documents import render_bestanden, select_uitgaven
    from samenwerk.workflows.vrije_teksten import take_over

    _check_formaat(formaat)
    check_naar(naar, formaat)
    dossier = read_dossier(start_folder(ctx, map_), huisset=sjablonen)
    uitgaven = select_uitgaven(dossier, documenten or [], alle=alles, ook_bestaande=controle)
    overgenomen = take_over(dossier, uitgaven, overschrijf=overschrijf)
    bestanden = render_bestanden(overgenomen.dossier, uitgaven)
    if formaat != "md":
        from samenwerk.workflows.forms import make_form

        vormen = [make_form(overgenomen.dossier, bestand, formaat) for bestand in bestanden]
        # Every other form is made of the Markdown, which is the document itself: it is written with it.
        bestanden = vormen if naar else [*bestanden, *vormen]
    if naar:
        show_contents(bestanden, as_json=json)
    elif controle:
        _check(bestanden, as_json=json)
    elif not bestanden and not json:
        show(GEEN_PROJECTFICHE)
        tell("→ Voeg een project toe bij projecten in samenwerking.yaml.")
    else:
        write_and_show(dossier, overgenomen, bestanden, overschrijf=overschrijf, proef=proef, as_json=json)


def _check(bestanden: "list[Bestand]", *, as_json: bool) -> None:
    from samenwerk.rendering.marks.colofon import ACTUEEL

    if as_json:
        show_bestanden_json(bestanden)
    else:
        for bestand in bestanden:
            show(f"{bestand.pad}: {bestand.oordeel}", hang=2)
    if any(bestand.oordeel != ACTUEEL for bestand in bestanden):
        raise typer.Exit(1)


def _check_formaat(formaat: str) -> None:
    """Before anything is read; the forms themselves are only loaded when one is asked for."""
    if formaat != "md":
        from samenwerk.workflows.forms import check_formaat

        check_formaat(formaat)
