"""`samenwerk dynamiek`."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

from samenwerk.cli.options import JsonOption, MapOption, PeildatumOption, read_datum, start_folder
from samenwerk.cli.remedies import hint
from samenwerk.cli.screen import show
from samenwerk.cli.understanding.words import PRINCIPE
from samenwerk.cli.words.declare import Option
from samenwerk.cli.words.signature import command
from samenwerk.domain.taal import capitalize
from samenwerk.errors import Remedy

if TYPE_CHECKING:
    from samenwerk.domain.principes import Waarneming
    from samenwerk.domain.samenwerking import Samenwerking
    from samenwerk.workflows.dynamiek import Dynamiek, Houding, Principestand

_LONGEST_BAR = 20
_STEPS = "▁▃▅▆█"
"""The sign of each score from 1 to 5; a terminal that does not know it shows the score itself."""

_STYLES = {"levend": "goed", "sluimert": "open"}


@command
def dynamiek(
    principe: Annotated[
        str,
        Option(
            "--principe",
            metavar="NUMMER",
            kind=PRINCIPE,
            help="Alleen dit principe, 1, 2, 3, 4 of 5, met alles wat ervoor telt.",
        ),
    ] = "",
    datum: PeildatumOption = "",
    map_: MapOption = "",
    json: JsonOption = False,
) -> None:
    """Toon hoe de groep samen leert.

    Per principe van verbindend leren: hoe vaak en wanneer het laatst iets te zien was, en een voorstel voor het volgende
    overleg. Daarna de aandacht voor de twee processen, en de open, lerende houding van elke partner.
    """
    from samenwerk.storage.dossier import read_dossier
    from samenwerk.workflows.dynamiek import build_dynamiek

    samenwerking = read_dossier(start_folder(map_)).samenwerking
    stand = build_dynamiek(samenwerking, read_datum(datum))
    if principe:
        nummer = int(principe)
        stand = stand._replace(principes=[deel for deel in stand.principes if deel.peiling.principe.nummer == nummer])
    if json:
        from samenwerk.cli.commands.dynamiek.page import describe_dynamiek
        from samenwerk.cli.json_output import show_json

        show_json("dynamiek", describe_dynamiek(stand))
    elif principe:
        _show_one(stand, stand.principes[0])
    else:
        _show_all(stand)


def _show_all(stand: "Dynamiek") -> None:
    from samenwerk.domain.datums import show_datum
    from samenwerk.domain.dynamiek import LERENDE_HOUDING, VERBINDENDE_FACTOR
    from samenwerk.domain.principes import ritme_of

    show(f"{stand.samenwerking.naam}: dynamiek op {show_datum(stand.peildatum)}", style="kop", hang=2)
    show(VERBINDENDE_FACTOR)
    show()
    show("De vijf principes van verbindend leren", style="kop", hang=2)
    for deel in stand.principes:
        peiling = deel.peiling
        kop = f"{peiling.principe.nummer}. {peiling.principe.titel}: {peiling.oordeel}"
        show(kop, style=_STYLES.get(peiling.oordeel, "stil"), indent=2, hang=3)
        _show_peiling(deel, stand.peildatum, indent=5)
    levend = f"Levend: minder dan {ritme_of(stand.samenwerking)} geleden gezien."
    show(f"{levend} Sluimert: langer geleden, of zonder datum.", style="stil", indent=2)
    show()
    _show_processen(stand)
    show()
    show("De open, lerende houding", style="kop")
    show(LERENDE_HOUDING)
    _show_houdingen(stand.houdingen)
    show()
    bekijk = "Bekijk wat voor een principe telt: ", Remedy("dynamiek", met={"principe": "1"})
    show(hint(bekijk), hang=2)


def _show_one(stand: "Dynamiek", deel: "Principestand") -> None:
    from samenwerk.domain.principes import WAT_TELT

    principe = deel.peiling.principe
    show(f"Principe {principe.nummer}: {principe.titel}", style="kop", hang=2)
    show(principe.uitleg)
    show(f"In de woorden van de bron: {principe.bron}", style="stil")
    show()
    show(f"Wat telt: {WAT_TELT[principe.nummer]}", style="stil")
    show()
    show(capitalize(deel.peiling.oordeel), style=_STYLES.get(deel.peiling.oordeel, "stil"))
    _show_peiling(deel, stand.peildatum, indent=2)
    if deel.peiling.waarnemingen:
        show()
    for waarneming in deel.peiling.waarnemingen:
        _show_waarneming(waarneming, stand.samenwerking)


def _show_peiling(deel: "Principestand", peildatum: date, *, indent: int) -> None:
    aantal = len(deel.peiling.waarnemingen)
    if aantal:
        show(f"{_bar(aantal)} {aantal} keer gezien, {_describe_last(deel, peildatum)}", indent=indent, hang=2)
    show(hint(deel.voorstel), indent=indent, hang=2)


def _describe_last(deel: "Principestand", peildatum: date) -> str:
    from samenwerk.domain.datums import show_datum
    from samenwerk.domain.fasen import fase_of

    peiling = deel.peiling
    if peiling.laatst is None:
        return "zonder datum"
    loopt = any(waarneming.tot and waarneming.last_day(peildatum) == peildatum for waarneming in peiling.waarnemingen)
    wanneer = "loopt nu" if loopt else f"laatst op {show_datum(peiling.laatst)}"
    return wanneer + (f", in de fase {fase_of(peiling.fase).naam}" if peiling.fase else "")


def _show_waarneming(waarneming: "Waarneming", samenwerking: "Samenwerking") -> None:
    from samenwerk.domain.plaatsen import name_plaats

    wie = samenwerking.namen_of(waarneming.partners)
    # Where the text is about one partner, it says so itself.
    wie = f" ({wie})" if wie and wie not in waarneming.tekst else ""
    show(f"{_when(waarneming)}: {waarneming.tekst}{wie}", indent=2, hang=2)
    show(name_plaats(samenwerking, waarneming.pad), style="stil", indent=4, hang=2)


def _when(waarneming: "Waarneming") -> str:
    from samenwerk.domain.datums import show_datum

    if waarneming.datum is None:
        return "Zonder datum"
    klaar = "klaar op " if waarneming.pad[0] == "acties" else ""
    tot = f" tot {show_datum(waarneming.tot)}" if waarneming.tot else ""
    return f"{klaar}{show_datum(waarneming.datum)}{tot}"


def _show_processen(stand: "Dynamiek") -> None:
    from samenwerk.domain.fasen import fase_of
    from samenwerk.domain.tijdlijn import PROCES_IDS

    show(f"De twee processen in deze ronde van {fase_of(stand.aandacht.fase).naam}", style="kop", hang=2)
    for proces in PROCES_IDS:
        aantal = getattr(stand.aandacht, proces)
        show(f"{proces:16}{aantal:3} {_bar(aantal)}".rstrip(), indent=2)
    for zin in stand.balans:
        show(zin, indent=2)
    ooit = [aandacht for aandacht in stand.aandacht_per_fase if aandacht.betekenisgeving or aandacht.interactie]
    if ooit:
        show("Per fase, alle rondes samen (betekenisgeving en interactie):", indent=2)
    for aandacht in ooit:
        show(f"{fase_of(aandacht.fase).naam}: {aandacht.betekenisgeving} en {aandacht.interactie}", indent=4, hang=2)


def _show_houdingen(houdingen: "list[Houding]") -> None:
    from samenwerk.domain.partners import SCORES
    from samenwerk.domain.zinnen import som_op

    for houding in houdingen:
        if houding.metingen or houding.feiten:
            _show_houding(houding)
    nog_te_vragen = [houding for houding in houdingen if not houding.metingen]
    if not houdingen:
        show("Er zijn nog geen partners.", indent=2)
    elif nog_te_vragen:
        namen = som_op([houding.partner.naam or houding.sleutel for houding in nog_te_vragen])
        scores = {f"profiel_{naam}": "1-5" for naam in SCORES}
        vraag = Remedy("wijzig", ("partners", nog_te_vragen[0].sleutel), met=scores)
        show(f"Nog niet gevraagd aan: {namen}", indent=2, hang=2)
        show(hint(vraag), style="stil", indent=2, hang=2)


def _show_houding(houding: "Houding") -> None:
    from samenwerk.domain.datums import show_datum
    from samenwerk.domain.partners import SCORES, Profielmeting

    show(houding.partner.naam or houding.sleutel, style="nu", indent=2, hang=2)
    if houding.metingen:
        for naam in SCORES:
            scores = [getattr(meting, naam) for meting in houding.metingen]
            cijfers = ", ".join(str(score or "–") for score in scores)
            show(f"{Profielmeting.velden[naam].titel:22} {_spark(scores)} {cijfers}", indent=4, hang=2)
        dagen = [show_datum(meting.datum) if meting.datum else "zonder datum" for meting in houding.metingen]
        show(f"Gevraagd: {', '.join(dagen)}", style="stil", indent=4, hang=2)
        waaraan = houding.metingen[-1].toelichting
        show(f"Waaraan te merken: {waaraan}" if waaraan else "Geen toelichting bij de laatste scores.", indent=4, hang=2)
    for feit in houding.feiten:
        show(f"{_when(feit)}: {feit.tekst}", indent=4, hang=2)


def _bar(aantal: int) -> str:
    return "■" * min(aantal, _LONGEST_BAR)


def _spark(scores: "list[int | None]") -> str:
    return "".join(_STEPS[score - 1] if score else "·" for score in scores)
