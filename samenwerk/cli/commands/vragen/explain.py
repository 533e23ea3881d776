"""Why a question is asked, and where the answer will be read."""

from typing import TYPE_CHECKING

from samenwerk.cli.explaining import say_where
from samenwerk.cli.screen import tell

if TYPE_CHECKING:
    from samenwerk.domain.openstaand import Openstaand
    from samenwerk.domain.samenwerking import Samenwerking


def explain(samenwerking: "Samenwerking", vraag: "Openstaand") -> None:
    """Tell what is meant, what it is for, and in which documents it comes; and then the question again."""
    from samenwerk.domain.fasen import fase_of

    delen = vraag.samen or (vraag,)
    for tekst in dict.fromkeys(map(_describe, delen)):
        tell(tekst, indent=2, hang=2)
    fase = fase_of(vraag.bron.fase)
    tell(f"Het hoort bij de vraag van de fase {fase.naam}: {fase.kernvraag}", indent=2, hang=2)
    for regel in _list_regels(samenwerking, vraag):
        tell(f"Nodig om verder te gaan: {regel}", indent=2, hang=2)
    tell(say_where(samenwerking, delen[0].pad), indent=2, hang=2)
    tell(vraag.tekst, hang=2)


def _describe(vraag: "Openstaand") -> str:
    from samenwerk.domain.record import find_veld
    from samenwerk.domain.samenwerking import Samenwerking

    veld = vraag.veld or find_veld(Samenwerking, vraag.pad)
    if veld is None:
        return ""
    voorbeeld = f" Bijvoorbeeld: {veld.voorbeeld}" if isinstance(veld.voorbeeld, str) and veld.voorbeeld else ""
    if vraag.verzameling is not None:
        voorbeeld = f" Bijvoorbeeld: {vraag.verzameling.titelveld.voorbeeld}" if vraag.verzameling.record else ""
    return f"{veld.titel}: {veld.uitleg}{voorbeeld}"


def _list_regels(samenwerking: "Samenwerking", vraag: "Openstaand") -> list[str]:
    """The rules of the required voorwaarden that miss something at this place."""
    from samenwerk.domain.voorwaarden import VEREIST, voorwaarden_of

    pads = {deel.pad for deel in vraag.samen or (vraag,)}
    return [
        voorwaarde.regel
        for voorwaarde in voorwaarden_of(vraag.bron.fase)
        if voorwaarde.niveau == VEREIST and any(gat.pad in pads for gat in voorwaarde.find_gaten(samenwerking, None))
    ]
