"""The letter to one partner: what the group still expects of it, in plain text that can be pasted in a mail."""

from collections.abc import Sequence
from datetime import date

from samenwerk.domain.datums import show_datum
from samenwerk.domain.opvolging import Opvolgpunt
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.rendering.text.plain import as_line


def render_mail(samenwerking: Samenwerking, partner: str, punten: Sequence[Opvolgpunt], peildatum: date) -> str:
    """The letter. Only what is asked of this partner is in it: no keys, no commands, nothing of another partner."""
    parts = [f"Beste collega’s van {as_line(samenwerking.naam_of(partner))},"]
    naam = as_line(samenwerking.naam)
    if punten:
        parts.append(
            f"Voor {naam} volgen we op wat we samen afspraken. Dit is hoe het er op {show_datum(peildatum)} voor staat."
        )
        for kop, deel in _divide(punten, peildatum):
            parts.append("\n".join([kop, *(f"- {as_line(punt.vraag)}" for punt in deel)]))
        parts.append("Laat u iets weten? Lukt iets niet of klopt iets niet, zeg het gerust; dan zoeken we samen een oplossing.")
    else:
        parts.append(f"Voor {naam} staat er op {show_datum(peildatum)} niets open bij u. Bedankt voor uw inzet!")
    parts.append("\n".join(filter(None, ["Met vriendelijke groeten", as_line(samenwerking.begeleider), naam])))
    return "\n\n".join(parts) + "\n"


def _divide(punten: Sequence[Opvolgpunt], peildatum: date) -> list[tuple[str, list[Opvolgpunt]]]:
    """The points below the headings of the letter, without empty ones."""
    delen = [
        ("Waarvan de dag voorbij is:", [punt for punt in punten if punt.is_voorbij(peildatum)]),
        ("Wat eraan komt:", [punt for punt in punten if punt.datum and not punt.is_voorbij(peildatum)]),
        ("Wat we graag van u horen:", [punt for punt in punten if punt.datum is None]),
    ]
    return [(kop, deel) for kop, deel in delen if deel]
