"""`samenwerk noteer`."""

from typing import TYPE_CHECKING, Annotated

from samenwerk.cli.changes import show_change
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
from samenwerk.cli.screen import show
from samenwerk.cli.understanding.records import PARTNERS
from samenwerk.cli.understanding.words import PRINCIPE_OR_GEEN, PROCES_OR_GEEN, SOORT
from samenwerk.cli.words.declare import Argument, Option
from samenwerk.cli.words.signature import command
from samenwerk.cli.wrapping import hold
from samenwerk.errors import IETS, AnswerNeededError, Remedy

if TYPE_CHECKING:
    from samenwerk.workflows.logboek import Genoteerd


@command
def noteer(
    soort: Annotated[
        str,
        Argument(
            metavar="SOORT",
            help="succes, leerwinst, reflectie, spanning, besluit, waardering, diversiteit, wissel of nota.",
            kind=SOORT,
        ),
    ] = "",
    tekst: Annotated[str, Argument(rest=True, metavar="TEKST", help="Wat er gebeurde, tussen aanhalingstekens.")] = "",
    partner: Annotated[
        str,
        Option(
            "--partner",
            metavar="NAMEN",
            help="Welke partners erbij betrokken zijn, met komma’s ertussen: stad,school",
            kind=PARTNERS,
        ),
    ] = "",
    proces: Annotated[
        str,
        Option(
            "--proces",
            metavar="PROCES",
            kind=PROCES_OR_GEEN,
            help="betekenisgeving, interactie of geen. Zonder dit: wat bij de soort hoort.",
        ),
    ] = "",
    principe: Annotated[
        str,
        Option(
            "--principe",
            metavar="NUMMER",
            kind=PRINCIPE_OR_GEEN,
            help="1, 2, 3, 4, 5 of geen. Zonder dit: wat bij de soort hoort.",
        ),
    ] = "",
    datum: DatumOption = "",
    fase: FaseOption = "",
    vertrouwelijk: VertrouwelijkOption = False,
    map_: MapOption = "",
    proef: ProefOption = False,
    json: JsonOption = False,
) -> None:
    """Noteer een succes, een leerwinst, een spanning of iets anders.

    Aandacht voor successen en leerwinsten verbindt de partners. De regel komt achteraan in het logboek.
    """
    from samenwerk.cli.vertrouwelijk import choose_file
    from samenwerk.domain.tijdlijn import LOGBOEKSOORTEN
    from samenwerk.storage.dossier import read_dossier
    from samenwerk.workflows.logboek import Regelinvoer, note

    doel = choose_file(read_dossier(start_folder(map_)), vertrouwelijk=vertrouwelijk)
    dag = read_past_datum(datum)
    if not (soort and tekst):
        from samenwerk.cli.asking.questions import ask_and_do, ask_choice, can_ask

        if json or not can_ask():
            ontbreekt = " en ".join(naam for naam, woord in (("SOORT", soort), ("TEKST", tekst)) if not woord)
            raise AnswerNeededError(f"Wat wilt u noteren? Er ontbreekt nog: {ontbreekt}", Remedy("noteer succes", waarde=IETS))
        soort = soort or ask_choice("Wat is het?", LOGBOEKSOORTEN, "nota")

    def write(tekst: str, proef: bool) -> "Genoteerd":
        return note(doel, Regelinvoer(soort, tekst, dag, split_sleutels(partner), proces, principe, fase), proef=proef)

    vraag = "Wat gebeurde er, in een of twee zinnen?"
    genoteerd = write(tekst, proef) if tekst else ask_and_do(vraag, write, proef=proef)
    regel = genoteerd.regel
    show_change(
        genoteerd.gewijzigd,
        ("Alles teruglezen: ", Remedy("logboek", met={"intern": ""} if vertrouwelijk else {})),
        json=json,
        nummer=genoteerd.nummer,
        soort=regel.soort,
        proces=regel.proces,
        principe=regel.principe,
        vanzelf_ingevuld=list(genoteerd.vanzelf),
    )
    if genoteerd.vanzelf and not json and not proef:
        pad = ("logboek", genoteerd.nummer - 1, genoteerd.vanzelf[-1])
        zet = Remedy("zet", pad, IETS, {"vertrouwelijk": ""} if vertrouwelijk else {})
        show(f"Vanzelf ingevuld, omdat het meestal zo is: {genoteerd.omdat}.", hang=2)
        show(f"Past dat niet? Wijzig het met: {hold(say(zet))}", hang=2)
