"""How the commands that make documents write them, and show what they did, or with --proef what they would do."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from samenwerk.cli.completion import complete_formaat
from samenwerk.cli.screen import show, show_bytes, show_diff

if TYPE_CHECKING:
    from samenwerk.storage.dossier import Dossier
    from samenwerk.workflows.bestanden import Bestand
    from samenwerk.workflows.vrije_teksten import Overgenomen

FormaatOption = Annotated[
    str,
    typer.Option(
        "--formaat",
        metavar="FORMAAT",
        help="md (Markdown), html (webpagina), docx (Word), odt (LibreOffice) of pdf.",
        autocompletion=complete_formaat,
    ),
]
NaarOption = Annotated[
    str, typer.Option("--naar", metavar="-", help="Met een streepje (-): toon de tekst en schrijf geen bestand.")
]


def check_naar(naar: str, formaat: str) -> None:
    """Raise `WrongUsageError` for another place than the screen, and for a form that is no text."""
    from samenwerk.errors import WrongUsageError

    if naar not in ("", "-"):
        raise WrongUsageError(
            f"“{naar}” kan niet achter --naar.", "Alleen --naar - kan; de documenten komen in de map documenten."
        )
    if naar and formaat not in ("md", "html"):
        raise WrongUsageError(
            f"Een {formaat} is geen tekst en kan niet op het scherm.", "Laat --naar weg; het bestand komt in de map documenten."
        )


def show_contents(bestanden: "list[Bestand]", *, as_json: bool) -> None:
    """What the files should hold, on the screen."""
    if as_json:
        show_bestanden_json(bestanden)
    else:
        show_bytes(b"\n".join(bestand.inhoud for bestand in bestanden))


def write_and_show(
    dossier: "Dossier",
    overgenomen: "Overgenomen",
    bestanden: "list[Bestand]",
    *,
    overschrijf: bool,
    proef: bool,
    as_json: bool,
) -> None:
    """Write the files that are missing or stale, and say so."""
    from samenwerk.workflows.bestanden import HandEditedError, diff_of, select_stale, write_bestanden

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
        show_bestanden_json(bestanden, geschreven=paden, overgenomen=teksten, proef=proef)
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


def show_bestanden_json(bestanden: "list[Bestand]", **verder: Any) -> None:
    """The files as JSON; `tekst` is empty for a form that is no text."""
    from samenwerk.cli.json_output import show_json

    stukken = [
        {
            "naam": bestand.naam,
            "formaat": bestand.formaat,
            "bestand": bestand.pad,
            "oordeel": bestand.oordeel,
            "tekst": bestand.tekst,
        }
        for bestand in bestanden
    ]
    show_json("documenten", {"documenten": stukken, **verder})
