"""`samenwerk opvolging`."""

from collections.abc import Collection
from typing import TYPE_CHECKING, Annotated, Any

from samenwerk.cli.options import InternOption, JsonOption, MapOption, PeildatumOption, read_datum, start_folder
from samenwerk.cli.remedies import hint, say
from samenwerk.cli.screen import shorten, show, show_unwrapped
from samenwerk.cli.understanding.records import PARTNER
from samenwerk.cli.words.declare import Option
from samenwerk.cli.words.signature import command
from samenwerk.errors import Remedy, WrongUsageError

if TYPE_CHECKING:
    from samenwerk.workflows.opvolging import Opvolging, Opvolgregel, Partnerlijst


@command
def opvolging(
    voor: Annotated[
        str,
        Option(
            "--voor",
            metavar="PARTNER",
            help="Toon waarop u bij één partner wacht, als tekst om te mailen.",
            kind=PARTNER,
        ),
    ] = "",
    dagen: Annotated[str, Option("--dagen", metavar="AANTAL", help="Hoeveel dagen vooruit. Zonder dit: 30.")] = "",
    datum: PeildatumOption = "",
    intern: InternOption = False,
    map_: MapOption = "",
    json: JsonOption = False,
) -> None:
    """Toon wat aandacht vraagt en op wie de groep wacht.

    Elke dag die eraan komt of voorbij is, wat nog te beslissen is, en waarop u bij elke partner nog wacht.
    """
    from samenwerk.cli.vertrouwelijk import describe_inzage, open_inzage, show_inzage
    from samenwerk.storage.dossier import read_dossier
    from samenwerk.workflows.opvolging import build_opvolging, build_partnerlijst

    if voor and intern:
        raise WrongUsageError("Een lijst om te mailen toont niets vertrouwelijks.", "Laat --intern of --voor weg.")
    aantal = _read_dagen(dagen)
    dossier = read_dossier(start_folder(map_))
    if voor:
        _show_partnerlijst(build_partnerlijst(dossier, voor, read_datum(datum), aantal), as_json=json)
        return
    gevonden = build_opvolging(dossier, read_datum(datum), aantal)
    inzage = open_inzage(dossier, intern=intern)
    if json:
        from samenwerk.cli.json_output import show_json

        show_json("opvolging", {**describe_opvolging(gevonden), **describe_inzage(inzage)})
        return
    show_opvolging(gevonden)
    show_inzage(inzage, dossier.samenwerking)


def _read_dagen(tekst: str) -> int:
    from samenwerk.domain.opvolging import VOORUITZICHT

    if not tekst:
        return VOORUITZICHT
    if not (tekst.isascii() and tekst.isdigit() and len(tekst) <= 5):
        raise WrongUsageError(f"“{tekst}” is geen aantal dagen.", "Schrijf een getal van 0 tot 99999, zoals: --dagen 60")
    return int(tekst)


def _show_partnerlijst(lijst: "Partnerlijst", *, as_json: bool) -> None:
    if as_json:
        from samenwerk.cli.json_output import show_json

        show_json("opvolging", {**describe_opvolging(lijst.opvolging), "voor": lijst.partner, "tekst": lijst.tekst})
    else:
        show_unwrapped(lijst.tekst)


def show_opvolging(gevonden: "Opvolging") -> None:
    """The whole list: by what it is about, and then by partner."""
    from samenwerk.domain.datums import show_datum
    from samenwerk.domain.fasen import describe_toestand
    from samenwerk.domain.opvolging import KNOOP
    from samenwerk.domain.termijnen import EVALUATIE, TERMIJNSOORTEN

    samenwerking = gevonden.samenwerking
    show(f"{samenwerking.naam}: wat aandacht vraagt", style="kop")
    daarna = {0: "", 1: " en de dag daarna"}.get(gevonden.dagen, f" en in de {gevonden.dagen} dagen daarna")
    show(f"Op {show_datum(gevonden.peildatum)}{daarna}")
    if not samenwerking.is_actief:
        show()
        show(f"{describe_toestand(samenwerking.toestand)}. Er is niets dat aandacht vraagt.")
        show(hint(("Begin later weer: ", Remedy("heropen"))), hang=2)
        return
    koppen = {**{soort: rij.kop for soort, rij in TERMIJNSOORTEN.items()}, KNOOP: "Te beslissen"}
    for kop in dict.fromkeys(koppen.values()):
        _show_group(kop, [regel for regel in gevonden.regels if koppen.get(regel.punt.soort) == kop])
    _show_partners(gevonden, koppen)
    show()
    if not gevonden.regels:
        show("Er is niets dat aandacht vraagt.", style="goed")
    evaluatie = gevonden.volgende_evaluatie
    if evaluatie and all(regel.punt.soort != EVALUATIE for regel in gevonden.regels):
        show(f"De volgende evaluatie is op {show_datum(evaluatie)}.")
    verder = "Kijk een heel jaar vooruit: ", Remedy("opvolging", met={"dagen": "365"})
    show(hint(verder), hang=2)


def _show_group(kop: str, regels: "list[Opvolgregel]") -> None:
    if regels:
        show()
        show(kop, style="kop")
    for regel in regels:
        show(f"{'✗' if regel.is_voorbij else '○'} {regel.punt.melding}", style="open", indent=2, hang=2)
        show(hint(regel.oplossing), style="stil", indent=6, hang=2)


def _show_partners(gevonden: "Opvolging", al_getoond: Collection[str]) -> None:
    """Per partner what is waited for; what to do about a point stands here when it did not stand above."""
    from samenwerk.domain.datums import show_datum
    from samenwerk.domain.zinnen import som_op

    partners = [partner for partner in gevonden.samenwerking.partners if gevonden.regels_of(partner)]
    if partners:
        show()
        show("Waarop de groep nog wacht", style="kop")
    for partner in partners:
        show(gevonden.samenwerking.naam_of(partner), indent=2, hang=2)
        regels = gevonden.regels_of(partner)
        for regel in regels:
            if regel.punt.datum:
                show(f"{show_datum(regel.punt.datum)}: {shorten(regel.punt.onderwerp, 70)}", indent=6, hang=2)
        zonder_dag = [regel for regel in regels if not regel.punt.datum]
        if zonder_dag:
            show(som_op([regel.punt.onderwerp for regel in zonder_dag]), indent=6, hang=2)
        for regel in zonder_dag:
            if regel.punt.soort not in al_getoond:
                show(hint(regel.oplossing), style="stil", indent=8, hang=2)
        mail = "Maak een mail: ", Remedy("opvolging", met={"voor": partner})
        show(hint(mail), style="stil", indent=6, hang=2)


def describe_opvolging(gevonden: "Opvolging") -> dict[str, Any]:
    """The list as JSON."""
    from samenwerk.cli.json_output import describe_opvolgpunt

    punten = [
        {
            **describe_opvolgpunt(regel.punt),
            "voorbij": regel.is_voorbij,
            "vraag": regel.punt.vraag,
            "regel": regel.regel,
            "oplossing": say(regel.oplossing),
        }
        for regel in gevonden.regels
    ]
    return {
        "naam": gevonden.samenwerking.naam,
        "toestand": gevonden.samenwerking.toestand,
        "peildatum": gevonden.peildatum,
        "dagen": gevonden.dagen,
        "volgende_evaluatie": gevonden.volgende_evaluatie,
        "punten": punten,
    }
