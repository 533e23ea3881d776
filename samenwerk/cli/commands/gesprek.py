"""`samenwerk gesprek`."""

from typing import TYPE_CHECKING, Annotated

from samenwerk.cli.changes import show_change
from samenwerk.cli.commands.reeksen import build_lijst, reeks_group
from samenwerk.cli.options import (
    DatumOption,
    FaseOption,
    JsonOption,
    MapOption,
    ProefOption,
    VertrouwelijkOption,
    read_past_datum,
    split_sleutels,
    start_folder,
)
from samenwerk.cli.remedies import say
from samenwerk.cli.screen import tell
from samenwerk.cli.understanding.records import DEELNEMERS
from samenwerk.cli.words.declare import Argument, Option
from samenwerk.cli.words.signature import command
from samenwerk.cli.wrapping import hold
from samenwerk.errors import Remedy

if TYPE_CHECKING:
    from samenwerk.domain.samenwerking import Samenwerking
    from samenwerk.workflows.changes import Gewijzigd


_GELDT_NIET = (
    "Het telt niet mee in de fase verkennen; daarvoor noteert u ook een gewoon gesprek. Teruglezen: ",
    Remedy("logboek", met={"alles": "", "intern": ""}),
)


@command
def nieuw(
    over: Annotated[str, Argument(rest=True, metavar="OVER", help="Waarover het ging, tussen aanhalingstekens.")] = "",
    met: Annotated[
        str,
        Option(
            "--met",
            metavar="NAMEN",
            help="Met wie het was, met komma’s ertussen: stad,school",
            kind=DEELNEMERS,
        ),
    ] = "",
    datum: DatumOption = "",
    fase: FaseOption = "",
    vertrouwelijk: VertrouwelijkOption = False,
    map_: MapOption = "",
    proef: ProefOption = False,
    json: JsonOption = False,
) -> None:
    """Noteer een gesprek met partners of stakeholders.

    Een oprecht geïnteresseerd gesprek met elke partner hoort bij het verkennen, en blijft altijd zinvol.
    """
    from samenwerk.cli.asking.questions import ask_and_do, can_ask
    from samenwerk.cli.vertrouwelijk import choose_file
    from samenwerk.errors import AnswerNeededError, Remedy
    from samenwerk.storage.dossier import read_dossier
    from samenwerk.workflows.logboek import record_gesprek

    dossier = read_dossier(start_folder(map_))
    doel, samenwerking = choose_file(dossier, vertrouwelijk=vertrouwelijk), dossier.samenwerking
    dag = read_past_datum(datum)
    if not (met and over) and (json or not can_ask()):
        ontbreekt = " en ".join(naam for naam, woord in (("--met", met), ("OVER", over)) if not woord)
        melding = f"Met wie was het gesprek, en waarover? Er ontbreekt nog: {ontbreekt}"
        raise AnswerNeededError(melding, 'samenwerk gesprek --met stad,school "…"')
    if met and over:
        _check_over(samenwerking, met, over)
    sleutels = split_sleutels(met) if met else _ask_with_whom(samenwerking)

    def write(tekst: str, proef: bool) -> "Gewijzigd":
        return record_gesprek(doel, sleutels, tekst, dag, fase=fase, proef=proef)

    try:
        gewijzigd = write(over, proef) if over else ask_and_do("Waarover ging het?", write, proef=proef)
    except KeyboardInterrupt:
        if not met:
            verder = hold(say(Remedy("gesprek", met={"met": ",".join(sleutels)})))
            tell(f"Zonder wat besproken werd, is er geen gesprek genoteerd. Ga later verder: {verder}", hang=2)
        raise
    show_change(
        gewijzigd,
        _GELDT_NIET if vertrouwelijk else ("Bekijk wat deze fase nog vraagt: ", Remedy("status")),
        json=json,
        met=list(sleutels),
    )


def _check_over(samenwerking: "Samenwerking", met: str, over: str) -> None:
    """Raise `WrongUsageError` where what it was about is the name of someone: behind --met a space is no comma."""
    from samenwerk.domain.keuzes import fold
    from samenwerk.errors import WrongUsageError, option
    from samenwerk.workflows.references import name_records

    for sleutel, naam in name_records(samenwerking, ("partners", "stakeholders")).items():
        if fold(over) in (fold(sleutel), fold(naam)):
            melding = f"“{over}” staat bij de mensen met wie u kunt spreken; waarover ging het?"
            raise WrongUsageError(melding, ("Was het met meer dan één: ", option("met", f"{met},{sleutel}")))


def _ask_with_whom(samenwerking: "Samenwerking") -> tuple[str, ...]:
    from samenwerk.cli.asking.questions import ask_until
    from samenwerk.domain.keuzes import read_keuzes
    from samenwerk.errors import IETS, RefusedError, Remedy

    namen = {sleutel: samenwerking.naam_of(sleutel) for sleutel in (*samenwerking.partners, *samenwerking.stakeholders)}

    def read(antwoord: str) -> tuple[str, ...]:
        sleutels = read_keuzes(antwoord, namen)
        if not sleutels:
            raise RefusedError("Een gesprek is met iemand.", "Geef een nummer of een naam, of q om te stoppen.")
        return sleutels

    if not namen:
        raise RefusedError("Er staat nog niemand in het dossier om mee te spreken.", Remedy("nieuw", ("partners",), IETS))
    return ask_until("Met wie was het gesprek? Met komma’s ertussen, of: iedereen.", read, keuzes=namen, chooses=True)


gesprek = reeks_group("gesprekken", {"nieuw": nieuw, "lijst": build_lijst("gesprekken")}, otherwise="nieuw")
