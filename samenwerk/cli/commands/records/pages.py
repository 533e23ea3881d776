"""What `lijst` and `toon` show of one kind of record."""

from samenwerk.cli.commands.records.parameters import SHARED_SHOWING, build_command, intern_of, key_argument
from samenwerk.cli.kolommen import describe_waarden, show_waarden
from samenwerk.cli.options import start_folder
from samenwerk.cli.remedies import hint
from samenwerk.cli.screen import shorten, show
from samenwerk.cli.vertrouwelijk import choose_shared, tell_left_out
from samenwerk.cli.words.declare import Command
from samenwerk.domain.kolommen import list_kolommen
from samenwerk.domain.taal import capitalize
from samenwerk.domain.verzamelingen import Verzameling
from samenwerk.errors import IETS, Remedy, show_pad


def build_lijst(verzameling: Verzameling) -> Command:
    """The command that shows all records of a kind."""

    def lijst(map_: str = "", json: bool = False, intern: bool = False) -> None:
        from samenwerk.storage.dossier import read_dossier
        from samenwerk.workflows.records import list_records

        samenwerking = read_dossier(start_folder(map_)).samenwerking
        samenwerking, weggelaten = choose_shared(samenwerking, (verzameling.veld,), intern=intern)
        records = list_records(samenwerking, verzameling)
        if json:
            from samenwerk.cli.json_output import show_json

            kolommen = list_kolommen(verzameling)
            inhoud = [{"sleutel": sleutel, **describe_waarden(kolommen, waarden)} for sleutel, waarden in records]
            show_json(verzameling.veld, {verzameling.veld: inhoud, "weggelaten": weggelaten})
            return
        for sleutel, waarden in records:
            show(f"{sleutel}: {' '.join(waarden[verzameling.titelveld.naam]) or 'nog niet ingevuld'}", hang=2)
            stand = [
                f"{kolom.veld.titel.lower()} {shorten(', '.join(waarden[kolom.naam]), 60)}"
                for kolom in list_kolommen(verzameling)
                if kolom.naam in verzameling.kort and waarden[kolom.naam]
            ]
            if stand:
                show("; ".join(stand), style="stil", indent=4, hang=2)
        if not records:
            show(f"Er staat nog geen {verzameling.enkelvoud} in het dossier.")
            toevoegen = "Toevoegen: ", Remedy("nieuw", (verzameling.veld,), IETS)
            show(hint(toevoegen), hang=2)

    return build_command(verzameling, lijst, *SHARED_SHOWING, *intern_of(verzameling))


def build_toon(verzameling: Verzameling) -> Command:
    """The command that shows all of one record, and where it is referred to."""

    def toon(record: str, map_: str = "", json: bool = False, intern: bool = False) -> None:
        from samenwerk.storage.dossier import read_dossier
        from samenwerk.workflows.records import describe_record
        from samenwerk.workflows.vermeldingen import list_vermeldingen, tell_vermeldingen

        dossier = read_dossier(start_folder(map_))
        samenwerking, weggelaten = choose_shared(dossier.samenwerking, (verzameling.veld, record), intern=intern)
        inhoud = describe_record(samenwerking, verzameling, record)
        plaatsen = list_vermeldingen(dossier, verzameling, record)
        if json:
            from samenwerk.cli.json_output import show_json

            genoemd = [{"pad": show_pad(plaats.pad), "regel": plaats.regel} for plaats in plaatsen]
            show_json(
                verzameling.enkelvoud,
                {
                    "sleutel": record,
                    **describe_waarden(list_kolommen(verzameling), inhoud.waarden),
                    "genoemd_in": genoemd,
                    "weggelaten": weggelaten,
                },
            )
            return
        show(f"{capitalize(verzameling.enkelvoud)} {record}", style="kop")
        show_waarden(list_kolommen(verzameling), inhoud.waarden)
        leeg = [kolom.naam.replace("_", "-") for kolom in list_kolommen(verzameling) if not inhoud.waarden[kolom.naam]]
        if plaatsen:
            show()
            show("Wordt genoemd in", style="kop")
            for zin in tell_vermeldingen(dossier, plaatsen):
                show(zin, indent=2, hang=2)
        if leeg:
            show()
            show(f"→ Nog leeg: {', '.join(leeg)}", style="stil", hang=2)
        tell_left_out(weggelaten)

    return build_command(verzameling, toon, key_argument(verzameling), *SHARED_SHOWING, *intern_of(verzameling))
