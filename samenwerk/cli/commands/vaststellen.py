"""`samenwerk vaststellen`."""

from typing import TYPE_CHECKING

from samenwerk.cli.changes import show_change
from samenwerk.cli.options import (
    DatumOption,
    DocumentArgument,
    JaOption,
    JsonOption,
    MapOption,
    ProefOption,
    SjablonenOption,
    WegOption,
    read_datum,
    read_past_datum,
    start_folder,
)
from samenwerk.cli.screen import show
from samenwerk.cli.words.signature import command
from samenwerk.errors import Remedy

if TYPE_CHECKING:
    from samenwerk.storage.dossier import Dossier
    from samenwerk.workflows.vaststellen import Vastgesteld


@command
def vaststellen(
    document: DocumentArgument,
    weg: WegOption = False,
    datum: DatumOption = "",
    ja: JaOption = False,
    sjablonen: SjablonenOption = "",
    map_: MapOption = "",
    proef: ProefOption = False,
    json: JsonOption = False,
) -> None:
    """Stel een document vast als versie.

    De tekst van dat moment blijft bewaard in documenten/vastgesteld, en geen commando wijzigt die nog. Daarna kan elke
    partner ermee instemmen.
    """
    from samenwerk.domain.versies import Versiestand
    from samenwerk.storage.dossier import read_dossier
    from samenwerk.workflows.vaststellen import adopt_document

    dossier = read_dossier(start_folder(map_), huisset=sjablonen)
    if weg:
        _take_back(dossier, document, ja=ja, proef=proef, json=json)
        return
    dag = read_past_datum(datum)
    vastgesteld = adopt_document(dossier, document, dag, proef=proef)
    naam, versie = vastgesteld.uitgave.naam, vastgesteld.versie
    wachten = Versiestand(vastgesteld.gewijzigd.dossier.samenwerking, vastgesteld.uitgave).missing_instemming
    show_change(
        vastgesteld.gewijzigd,
        ("Noteer wie instemt: ", Remedy("instemmen", waarde=naam, met={"partner": next(iter(wachten), "PARTNER")})),
        json=json,
        document=naam,
        versie=versie.versie,
        ronde=versie.ronde,
        vingerafdruk=versie.vingerafdruk,
        afschrift=vastgesteld.bewaarde_tekst,
        gewijzigd_sinds=_list_changes(vastgesteld),
        nog_open=vastgesteld.nog_open,
    )
    if not json and not proef:
        _show_details(vastgesteld)


def _take_back(dossier: "Dossier", document: str, *, ja: bool, proef: bool, json: bool) -> None:
    from samenwerk.cli.taking_away import take_away_when_sure
    from samenwerk.domain.datums import show_datum
    from samenwerk.workflows.vaststellen import find_last, take_back

    uitgave, versie = find_last(dossier, document)
    op = f", vastgesteld op {show_datum(versie.datum)}" if versie.datum else ""
    dag = read_datum("")
    take_away_when_sure(
        lambda proef: take_back(dossier, document, dag, proef=proef),
        lambda: show(f"{uitgave.naam}, versie {versie.versie}{op}", style="kop", hang=2),
        ("Maak het document opnieuw: ", Remedy("render", waarde=uitgave.naam)),
        ja=ja,
        proef=proef,
        json=json,
        document=uitgave.naam,
        versie=versie.versie,
    )


def _show_details(vastgesteld: "Vastgesteld") -> None:
    gewijzigd = _list_changes(vastgesteld)
    if vastgesteld.sinds and gewijzigd:
        show(f"Gewijzigd sinds versie {vastgesteld.sinds.versie}. Zo staat het ook vooraan in het document:", hang=2)
        for melding in gewijzigd:
            show(f"- {melding}", indent=2, hang=2)
    if vastgesteld.nog_open:
        show("Let op, in dit document is nog niet alles klaar:", style="open", hang=2)
        for melding in vastgesteld.nog_open:
            show(f"- {melding}", indent=2, hang=2)


def _list_changes(vastgesteld: "Vastgesteld") -> list[str]:
    sinds = vastgesteld.sinds
    return [wijziging.melding for wijziging in sinds.wijzigingen or []] if sinds else []
