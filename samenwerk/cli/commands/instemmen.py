"""`samenwerk instemmen`."""

from typing import TYPE_CHECKING, Annotated

from samenwerk.cli.asking.questions import ask_choice, can_ask
from samenwerk.cli.changes import show_change
from samenwerk.cli.options import (
    DatumOption,
    DocumentArgument,
    JaOption,
    JsonOption,
    MapOption,
    ProefOption,
    WegOption,
    read_datum,
    read_past_datum,
    start_folder,
)
from samenwerk.cli.remedies import say
from samenwerk.cli.screen import show
from samenwerk.cli.understanding.records import PARTNER
from samenwerk.cli.understanding.words import INSTEMMING
from samenwerk.cli.words.declare import Option
from samenwerk.cli.words.signature import command
from samenwerk.errors import AnswerNeededError, Remedy, WrongUsageError

if TYPE_CHECKING:
    from samenwerk.domain.samenwerking import Samenwerking
    from samenwerk.storage.dossier import Dossier
    from samenwerk.workflows.instemmen import Ingestemd


@command
def instemmen(
    document: DocumentArgument,
    partner: Annotated[
        str,
        Option("--partner", metavar="PARTNER", help="De partner die instemt.", kind=PARTNER),
    ] = "",
    soort: Annotated[
        str,
        Option(
            "--soort",
            metavar="SOORT",
            help="ingestemd (op een overleg), ondertekend, of bekrachtigd (door het eigen bestuur).",
            kind=INSTEMMING,
        ),
    ] = "ingestemd",
    namens: Annotated[str, Option("--namens", metavar="WIE", help="Namens wie: een bestuur of een functie, geen naam.")] = "",
    voorbehoud: Annotated[str, Option("--voorbehoud", metavar="TEKST", help="Onder welk voorbehoud.")] = "",
    intrekken: Annotated[bool, Option("--intrekken", help="De partner trekt de instemming in.")] = False,
    weg: WegOption = False,
    datum: DatumOption = "",
    ja: JaOption = False,
    map_: MapOption = "",
    proef: ProefOption = False,
    json: JsonOption = False,
) -> None:
    """Noteer dat een partner instemt met een versie.

    Het gaat om de laatste versie van het document. Instemmen, ondertekenen en laten bekrachtigen zijn drie verschillende
    dingen: kies met --soort. Wat een partner vroeger van die versie zei, blijft bewaard.
    """
    from samenwerk.domain.tijdlijn import INGESTEMD, Instemmingsmoment
    from samenwerk.storage.dossier import read_dossier
    from samenwerk.workflows.instemmen import agree, find_versie, withdraw

    dossier = read_dossier(start_folder(map_))
    dag = read_past_datum(datum)
    if not partner:
        # What is refused whoever it is, is told before anyone is asked.
        find_versie(dossier, document)
        partner = _ask_partner(dossier.samenwerking, asks=not json and can_ask())
    if (intrekken or weg) and (namens or voorbehoud or soort != INGESTEMD):
        wat = "weghaalt" if weg else "intrekt"
        raise WrongUsageError(f"Wie een instemming {wat}, heeft geen --soort, --namens of --voorbehoud nodig.", "Laat die weg.")
    if weg:
        _take_back(dossier, document, partner, ja=ja, proef=proef, json=json)
        return
    if intrekken:
        gedaan = withdraw(dossier, document, partner, dag, proef=proef)
    else:
        moment = Instemmingsmoment(datum=dag, soort=soort, namens=namens.strip(), voorbehoud=voorbehoud.strip())
        gedaan = agree(dossier, document, partner, moment, proef=proef)
    _show(gedaan, partner, json=json)


def _take_back(dossier: "Dossier", document: str, partner: str, *, ja: bool, proef: bool, json: bool) -> None:
    from samenwerk.cli.kolommen import show_waarden
    from samenwerk.cli.taking_away import take_away_when_sure
    from samenwerk.domain.kolommen import kolommen_of
    from samenwerk.domain.tijdlijn import Instemmingsmoment
    from samenwerk.workflows.instemmen import find_gezegd, take_back
    from samenwerk.workflows.kolommen import show_kolommen

    versie, gezegd = find_gezegd(dossier, document, partner)
    kolommen = kolommen_of(Instemmingsmoment)

    def show_it() -> None:
        show(f"{dossier.samenwerking.naam_of(partner)} bij versie {versie.versie} van {document}", style="kop", hang=2)
        show_waarden(kolommen, show_kolommen(gezegd, kolommen))

    dag = read_datum("")
    take_away_when_sure(
        lambda proef: take_back(dossier, document, partner, dag, proef=proef),
        show_it,
        ("Zet het ook in het document: ", Remedy("render", waarde=document)),
        ja=ja,
        proef=proef,
        json=json,
        document=document,
        versie=versie.versie,
        partner=partner,
    )


def _ask_partner(samenwerking: "Samenwerking", *, asks: bool) -> str:
    from samenwerk.domain.zinnen import som_op

    namen = {sleutel: partner.naam for sleutel, partner in samenwerking.partners.items() if not partner.has_left}
    vraag = "Welke partner is het?"
    partner = ask_choice(vraag, namen) if asks and namen else ""
    if not partner:
        raise AnswerNeededError(
            vraag, f"Kies: --partner {som_op(list(namen), 'of')}" if namen else "Er zijn nog geen partners."
        )
    return partner


def _show(gedaan: "Ingestemd", partner: str, *, json: bool) -> None:
    from samenwerk.domain.versies import Versiestand, describe_instemming

    samenwerking = gedaan.gewijzigd.dossier.samenwerking
    naam, versie = gedaan.uitgave.naam, gedaan.versie.versie
    stand = Versiestand(samenwerking, gedaan.uitgave)
    wachten = stand.missing_instemming
    show_change(
        gedaan.gewijzigd,
        ("Zet het ook in het document: ", Remedy("render", waarde=naam)),
        json=json,
        document=naam,
        versie=versie,
        partner=partner,
        hoe=describe_instemming(gedaan.instemming),
        voorbehoud=gedaan.instemming.voorbehoud,
        let_op=[say(melding) for melding in gedaan.let_op],
        nog_niet=wachten,
    )
    if json or gedaan.gewijzigd.proef:
        return
    for melding in gedaan.let_op:
        show(f"Let op: {say(melding)}", style="open", hang=2)
    if wachten:
        show(f"Nog niet ingestemd: {samenwerking.namen_of(wachten)}", hang=2)
    elif iedereen := stand.tell_everyone():
        show(iedereen, style="goed", hang=2)
