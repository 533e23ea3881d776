"""`samenwerk agenda`."""

from typing import TYPE_CHECKING, Annotated, Any

from samenwerk.cli.changes import show_change
from samenwerk.cli.options import JsonOption, MapOption, ProefOption, start_folder
from samenwerk.cli.screen import show_bytes, tell
from samenwerk.cli.understanding.records import PARTNER
from samenwerk.cli.words.declare import Option
from samenwerk.cli.words.signature import command

if TYPE_CHECKING:
    from samenwerk.workflows.agenda import Agenda


@command
def agenda(
    voor: Annotated[
        str,
        Option("--voor", metavar="PARTNER", help="Alleen de datums van deze partner.", kind=PARTNER),
    ] = "",
    naar: Annotated[
        str, Option("--naar", metavar="-", help="Met een streepje (-): toon de tekst en schrijf geen bestand.")
    ] = "",
    overschrijf: Annotated[
        bool, Option("--overschrijf", help="Schrijf ook over een agenda die niet door samenwerk gemaakt is.")
    ] = False,
    map_: MapOption = "",
    proef: ProefOption = False,
    json: JsonOption = False,
) -> None:
    """Maak een agendabestand van de dagen die vastliggen.

    Wanneer een actie klaar is, een afspraak of project begint, iets opnieuw bekeken wordt of afloopt, en de volgende
    evaluatie. Het bestand komt in de map documenten en is te openen in elke agenda. Maak het opnieuw na een wijziging: wat
    er al in uw agenda stond, verschuift dan mee of wordt afgezegd.
    """
    from samenwerk.errors import WrongUsageError
    from samenwerk.storage.dossier import read_dossier
    from samenwerk.workflows.agenda import show_agenda, write_agenda

    if naar not in ("", "-"):
        raise WrongUsageError(
            f"“{naar}” kan niet achter --naar.",
            "Achter --naar kan alleen een streepje (-).",
        )
    dossier = read_dossier(start_folder(map_))
    if naar:
        gemaakt = show_agenda(dossier, voor, proef=proef)
        _show_text(gemaakt, as_json=json)
    else:
        gemaakt, gewijzigd = write_agenda(dossier, voor, overschrijf=overschrijf, proef=proef)
        volgende = "Open het bestand in uw agenda, of stuur het door."
        show_change(gewijzigd, volgende, json=json, **describe_agenda(gemaakt))
    if gemaakt.kreeg_id and not (json or proef):
        _tell_new_id(gemaakt)


def _show_text(gemaakt: "Agenda", *, as_json: bool) -> None:
    if as_json:
        from samenwerk.cli.json_output import show_json

        show_json("agenda", {**describe_agenda(gemaakt), "tekst": gemaakt.content.decode()})
    else:
        show_bytes(gemaakt.content)


def _tell_new_id(gemaakt: "Agenda") -> None:
    """That the dossier got an id, and what that means for a calendar made before."""
    kreeg = f"Het dossier kreeg een id: {gemaakt.dossier.samenwerking.id}."
    melding = f"{kreeg} Daaraan herkent uw agenda voortaan de datums, hoe de samenwerking ook heet."
    if gemaakt.huidig is not None:
        melding += " Wat u vroeger al in uw agenda zette, staat er nu één keer dubbel in; haal het oude weg."
    tell(melding, hang=2)


def describe_agenda(gemaakt: "Agenda") -> dict[str, Any]:
    """The file and its days as JSON."""
    from samenwerk.rendering.agenda.calendar import describe_termijn

    datums = [
        {
            "soort": termijn.soort,
            "datum": termijn.datum,
            "partners": list(termijn.wie),
            "titel": describe_termijn(termijn),
        }
        for termijn in gemaakt.termijnen
    ]
    return {
        "id": gemaakt.dossier.samenwerking.id,
        "bestand": gemaakt.pad,
        "datums": datums,
        "afgezegd": gemaakt.afgezegd,
    }
