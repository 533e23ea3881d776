"""`samenwerk schema`."""

from typing import Annotated

from samenwerk.cli.options import JsonOption, MapOption, ProefOption, start_folder
from samenwerk.cli.words.declare import Option
from samenwerk.cli.words.signature import command


@command
def schema(
    schrijf: Annotated[bool, Option("--schrijf", help="Maak samenwerking.schema.json naast het dossier.")] = False,
    map_: MapOption = "",
    proef: ProefOption = False,
    json: JsonOption = False,
) -> None:
    """Maak de hulp voor wie het dossier in een editor invult.

    Een editor zoals VS Code vult dan velden aan, legt elk veld uit en toont fouten terwijl u typt. Het is een JSON Schema.
    """
    from samenwerk.workflows.schema import SCHEMA_NAME, format_schema

    if schrijf:
        _write(map_, proef=proef, as_json=json)
    elif json:
        from samenwerk.cli.json_output import show_json

        show_json("schema", {"bestand": SCHEMA_NAME, "tekst": format_schema()})
    else:
        from samenwerk.cli.screen import show_raw

        show_raw(format_schema())


def _write(map_: str, *, proef: bool, as_json: bool) -> None:
    from samenwerk.cli.changes import show_change
    from samenwerk.cli.screen import show
    from samenwerk.storage.dossier import DOSSIER_NAME, read_dossier
    from samenwerk.workflows.schema import MODELINE, SCHEMA_NAME, has_modeline, write_schema

    dossier = read_dossier(start_folder(map_))
    gewijzigd = write_schema(dossier, proef=proef)
    volgende = f"Open {DOSSIER_NAME} in een editor die YAML kent, zoals VS Code met de extensie YAML van Red Hat."
    regel = "" if has_modeline(dossier) else MODELINE
    if regel:
        volgende = f"Zet deze regel bovenaan in {DOSSIER_NAME}, dan vindt een editor het bestand:"
    show_change(gewijzigd, volgende, json=as_json, bestand=SCHEMA_NAME, regel=regel)
    if regel and not as_json and not proef:
        # On a line of its own, to be copied.
        show(regel, indent=2)
