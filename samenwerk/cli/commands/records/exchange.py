"""`importeer` and `exporteer`: the records that groups keep in a spreadsheet."""

from typing import TYPE_CHECKING, Annotated, Any

from samenwerk.cli.changes import show_change
from samenwerk.cli.options import BelangenOption, JaOption, JsonOption, MapOption, ProefOption, read_datum, start_folder
from samenwerk.cli.remedies import hint
from samenwerk.cli.screen import show, show_bytes, tell
from samenwerk.cli.vertrouwelijk import choose_shared, tell_left_out
from samenwerk.cli.words.declare import Argument, Command, Option
from samenwerk.cli.words.signature import command
from samenwerk.domain.intern import can_hold_intern
from samenwerk.domain.taal import capitalize
from samenwerk.domain.verzamelingen import Verzameling

if TYPE_CHECKING:
    from samenwerk.workflows.exchange import Bron, Rijverslag


def build_exchange(verzameling: Verzameling) -> dict[str, Command]:
    """Both commands, for the kinds of records that come from elsewhere in long lists."""
    if not verzameling.wordt_uitgewisseld:
        return {}
    exporteer = command(_build_exporteer(verzameling), f"Zet alle {verzameling.meervoud} in een rekenblad (CSV of Excel).")
    if verzameling.record is None or not can_hold_intern(verzameling.record):
        exporteer.parameters = tuple(parameter for parameter in exporteer.parameters if parameter.name != "intern")
    return {
        "importeer": command(
            _build_importeer(verzameling), f"Neem {verzameling.meervoud} over uit een rekenblad (CSV, Excel of LibreOffice)."
        ),
        "exporteer": exporteer,
    }


def _build_importeer(verzameling: Verzameling) -> Any:
    def importeer(
        bestand: Annotated[
            str, Argument(metavar="BESTAND", help="Het rekenblad (.csv, .xlsx of .ods), met kolommen zoals in een export.")
        ],
        blad: Annotated[str, Option("--blad", metavar="NAAM", help="Het blad waarop de lijst staat, als er meer zijn.")] = "",
        ja: JaOption = False,
        map_: MapOption = "",
        proef: ProefOption = False,
        json: JsonOption = False,
    ) -> None:
        from pathlib import Path

        from samenwerk.cli.asking.questions import ask_yes, can_ask
        from samenwerk.cli.waiting import waiting
        from samenwerk.errors import AnswerNeededError, Remedy
        from samenwerk.storage.dossier import read_dossier
        from samenwerk.workflows.exchange import apply_import, plan_import, try_import

        dossier = read_dossier(start_folder(map_))
        with waiting("De lijst wordt gelezen"):
            invoer = plan_import(dossier, verzameling, Path(bestand).absolute(), read_datum(""), blad)
        _tell_doubt(invoer.bron)
        if not json:
            _show_report(invoer.rijen)
        must_ask = bool(invoer.changes) and not (ja or proef)
        if must_ask and (json or not can_ask()):
            raise AnswerNeededError("Zeg of deze rijen in het dossier mogen.", "Voeg --ja toe, of --proef om te kijken.")
        # What would be refused is told before anyone is asked.
        with waiting("De rijen worden nagekeken"):
            trial = try_import(dossier, invoer)
        if must_ask and not ask_yes("Dit in het dossier zetten?"):
            show("Er is niets geschreven.")
            return
        gewijzigd = apply_import(dossier, invoer, trial, proef=proef)
        rijen = [
            {"rij": rij.nummer, "sleutel": rij.sleutel, "wat": rij.wat, "velden": list(rij.velden)} for rij in invoer.rijen
        ]
        volgende = "Bekijk: ", Remedy("lijst", (verzameling.veld,))
        show_change(gewijzigd, volgende, json=json, rijen=rijen)

    return importeer


def _tell_doubt(bron: "Bron") -> None:
    if bron.tabel.twijfel:
        tell(
            f"{bron.naam} zegt niet hoe zijn letters bewaard zijn. Gelezen is bijvoorbeeld: “{bron.tabel.twijfel}”.",
            style="open",
        )
        tell(
            "→ Staat daar een verkeerde letter in, bewaar het rekenblad dan als Excel-werkmap (.xlsx) of als “CSV UTF-8”.",
            hang=2,
        )


def _show_report(rijen: "list[Rijverslag]") -> None:
    from samenwerk.workflows.exchange import ANDERS, GELIJK, NIEUW

    for wat in (NIEUW, ANDERS, GELIJK):
        deze = [rij for rij in rijen if rij.wat == wat]
        if deze:
            show(f"{capitalize(wat)}: {len(deze)}", style="kop")
        for rij in deze:
            velden = f": {', '.join(rij.velden)}" if wat == ANDERS else ""
            show(f"rij {rij.nummer}, {rij.sleutel}{velden}", indent=2, hang=2)


def _build_exporteer(verzameling: Verzameling) -> Any:
    def exporteer(
        bestand: Annotated[
            str,
            Argument(
                metavar="BESTAND", help="Het nieuwe bestand: .csv, of .xlsx voor Excel; zonder naam komt alles op het scherm."
            ),
        ] = "-",
        map_: MapOption = "",
        intern: BelangenOption = False,
    ) -> None:
        from pathlib import Path

        from samenwerk.errors import Remedy
        from samenwerk.storage.dossier import read_dossier
        from samenwerk.workflows.exchange import export_records, write_export

        samenwerking = read_dossier(start_folder(map_)).samenwerking
        samenwerking, weggelaten = choose_shared(samenwerking, (verzameling.veld,), intern=intern)
        if bestand == "-":
            show_bytes(export_records(samenwerking, verzameling))
            tell_left_out(weggelaten)
            return
        write_export(samenwerking, verzameling, Path(bestand).absolute())
        show(f"Alle {verzameling.meervoud} staan in {bestand}.", style="goed")
        tell_left_out(weggelaten)
        terug = "Terug in het dossier: ", Remedy("importeer", (verzameling.veld,), bestand)
        show(hint(terug), hang=2)

    return exporteer
