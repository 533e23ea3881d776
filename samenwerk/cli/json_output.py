"""The JSON every showing command gives with --json: one document, Dutch keys, a schema name and a version."""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from samenwerk.cli.remedies import say
from samenwerk.cli.screen import can_show, show_raw
from samenwerk.errors import Bevinding, SamenwerkError, show_pad

if TYPE_CHECKING:
    from samenwerk.domain.logboek import Moment
    from samenwerk.domain.opvolging import Opvolgpunt
    from samenwerk.workflows.remedies import Opening


def show_json(naam: str, inhoud: dict[str, Any]) -> None:
    """Put out one document; in ASCII when a sign in it cannot or must not be put out as it is."""
    document = {"schema": f"samenwerk/{naam}", "versie": 1, **inhoud}
    text = json.dumps(document, ensure_ascii=False, indent=2, default=str)
    show_raw((text if can_show(text) else json.dumps(document, indent=2, default=str)) + "\n")


def show_json_error(error: SamenwerkError) -> None:
    """Put out what went wrong in the same form."""
    fouten = describe_bevindingen(error.as_bevindingen())
    show_json("fouten", {"melding": error.melding, "afsluitcode": error.exit_code, "fouten": fouten})


def describe_bevindingen(bevindingen: Iterable[Bevinding]) -> list[dict[str, Any]]:
    """Findings as JSON."""
    return [describe_bevinding(bevinding) for bevinding in bevindingen]


def describe_bevinding(bevinding: Bevinding) -> dict[str, Any]:
    """One finding as JSON."""
    return {
        "code": bevinding.code,
        "ernst": bevinding.ernst,
        "bestand": bevinding.bestand or None,
        "pad": show_pad(bevinding.pad) or None,
        "regel": bevinding.regel or None,
        "kolom": bevinding.kolom or None,
        "melding": bevinding.melding,
        "oplossing": say(bevinding.oplossing),
    }


def describe_opening(opening: "Opening") -> dict[str, Any]:
    """One gap, with its place and remedy, as JSON."""
    return {
        "melding": opening.gat.melding,
        "pad": show_pad(opening.gat.pad),
        "regel": opening.regel,
        "oplossing": say(opening.oplossing),
    }


def describe_opvolgpunt(punt: "Opvolgpunt") -> dict[str, Any]:
    """One point to follow up as JSON."""
    return {
        "soort": punt.soort,
        "datum": punt.datum,
        "partners": list(punt.wie),
        "onderwerp": punt.onderwerp,
        "melding": punt.melding,
        "pad": show_pad(punt.pad),
    }


def describe_moment(moment: "Moment") -> dict[str, Any]:
    """One thing that happened, as JSON."""
    return {
        "lijst": moment.lijst,
        "nummer": moment.nummer,
        "datum": moment.datum,
        "soort": moment.soort,
        "fase": moment.fase or None,
        "proces": moment.proces or None,
        "principe": moment.principe,
        "partners": list(moment.partners),
        "tekst": moment.tekst,
        "vertrouwelijk": moment.vertrouwelijk,
    }
