"""How both pages say where the group stands, and how it is with a file."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samenwerk.domain.samenwerking import Samenwerking
    from samenwerk.workflows.status import Status

KOPPEN = {"vereist": "Nodig om verder te gaan", "aanbevolen": "Aanbevolen"}
"""What stands above the voorwaarden of each niveau."""

SIGNS = {"vereist": "✗", "aanbevolen": "○"}
"""What stands before one of them that is not met."""


def describe_place(stand: "Status") -> str:
    """`Fase 2 Delen, ronde 2, sinds 12 maart 2026. De samenwerking rust.`"""
    from samenwerk.domain.datums import show_datum
    from samenwerk.domain.fasen import describe_toestand

    sinds = f", sinds {show_datum(stand.sinds)}" if stand.sinds else ""
    toestand = "" if stand.samenwerking.is_actief else f". {describe_toestand(stand.samenwerking.toestand)}"
    return f"Fase {stand.fase.nummer} {stand.fase.naam}, ronde {stand.ronde}{sinds}{toestand}."


def describe_weg(samenwerking: "Samenwerking") -> str:
    """`✓ klaar: opstart → ● nu: verkennen (ronde 2) → ○ nog niet: delen, …`: each sign with its word, for who listens."""
    from samenwerk.domain.fasen import BEGONNEN, KLAAR, NOG_NIET, NU

    signs = {KLAAR: "✓", NU: "●", BEGONNEN: "◐", NOG_NIET: "○"}
    return " → ".join(
        f"{signs[voortgang]} {voortgang}: {', '.join(_name_visited(samenwerking, fase) for fase in fasen)}"
        for voortgang, fasen in samenwerking.weg
    )


def _name_visited(samenwerking: "Samenwerking", fase: str) -> str:
    ronde = samenwerking.ronde(fase)
    return f"{fase} (ronde {ronde})" if ronde > 1 else fase


def describe_file(oordeel: str) -> str:
    """How the file of a document is to the dossier."""
    from samenwerk.rendering.marks.colofon import ACTUEEL, ONLEESBAAR, ONTBREEKT, VEROUDERD

    return {
        ONTBREEKT: "is nog niet gemaakt",
        ACTUEEL: "is bijgewerkt",
        VEROUDERD: "loopt achter op het dossier",
        ONLEESBAAR: "is niet te lezen",
    }.get(oordeel, "is met de hand bewerkt")
