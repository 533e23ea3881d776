"""The letter to one partner: what the group still expects of it, in plain text that can be pasted in a mail."""

from collections.abc import Sequence
from datetime import date

from samenwerk.domain.datums import show_datum
from samenwerk.domain.opvolging import Opvolgpunt
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.rendering.text.plain import as_line


def render_mail(samenwerking: Samenwerking, partner: str, punten: Sequence[Opvolgpunt], peildatum: date) -> str:
    """The letter. Only what is asked of this partner is in it: no keys, no commands, nothing of another partner."""
    naam, dag = as_line(samenwerking.naam), show_datum(peildatum)
    # A name may be one or many, with an article or a comma: it stands where no word of ours leans on it.
    parts = [f"Voor: {as_line(samenwerking.naam_of(partner))}\nOnderwerp: {naam}, {dag}", "Beste collega’s,"]
    if punten:
        parts.append(f"We houden voor {naam} in het oog wat we samen afspraken. Zo staat het er op {dag} voor.")
        for kop, deel in _divide(punten, peildatum):
            parts.append("\n".join([kop, *(f"- {as_line(punt.vraag)}" for punt in deel)]))
        parts.append("Laat het ons gerust weten als iets niet lukt of niet klopt. Dan zoeken we samen een oplossing.")
    else:
        parts.append(f"Voor {naam} hoeft u op dit moment niets te doen. Bedankt voor uw inzet!")
    parts.append("\n".join(filter(None, ["Met vriendelijke groeten", as_line(samenwerking.begeleider), naam])))
    return "\n\n".join(parts) + "\n"


def _divide(punten: Sequence[Opvolgpunt], peildatum: date) -> list[tuple[str, list[Opvolgpunt]]]:
    """The points below the headings of the letter, without empty ones."""
    delen = [
        ("Dit was gepland:", [punt for punt in punten if punt.is_voorbij(peildatum)]),
        ("Dit komt eraan:", [punt for punt in punten if punt.datum and not punt.is_voorbij(peildatum)]),
        ("Dit horen we graag van u:", [punt for punt in punten if punt.datum is None]),
    ]
    return [(kop, deel) for kop, deel in delen if deel]
