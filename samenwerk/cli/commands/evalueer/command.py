"""`samenwerk evalueer`."""

from typing import TYPE_CHECKING, Annotated

from samenwerk.cli.asking.questions import can_ask
from samenwerk.cli.changes import show_change
from samenwerk.cli.commands.evalueer.gesprek import earlier_ids, how_to_decide, interview, offer_step
from samenwerk.cli.commands.reeksen import build_lijst, reeks_group
from samenwerk.cli.options import (
    DatumOption,
    FaseOption,
    JaOption,
    JsonOption,
    MapOption,
    ProefOption,
    read_datum,
    read_past_datum,
    start_folder,
)
from samenwerk.cli.remedies import say
from samenwerk.cli.screen import show
from samenwerk.cli.understanding.words import BESLUIT, FASE, PLANNED_DAG
from samenwerk.cli.words.declare import Option
from samenwerk.cli.words.signature import command
from samenwerk.cli.wrapping import hold
from samenwerk.errors import Oplossing, Remedy

if TYPE_CHECKING:
    from samenwerk.storage.dossier import Dossier
    from samenwerk.workflows.changes import Gewijzigd
    from samenwerk.workflows.evaluatie import Terugblik


@command
def nieuw(
    zien: Annotated[str, Option("--zien", metavar="TEKST", help="Wat zien we nu anders?")] = "",
    doen: Annotated[str, Option("--doen", metavar="TEKST", help="Wat doen we nu anders?")] = "",
    beter: Annotated[str, Option("--beter", metavar="TEKST", help="Wat kunnen we beter?")] = "",
    antwoord: Annotated[
        list[str] | None,
        Option(
            "--antwoord",
            metavar="TEKST",
            help='Het antwoord op een eigen vraag uit het evaluatiebeleid; een keer per vraag, in volgorde. "" slaat over.',
        ),
    ] = None,
    besluit: Annotated[
        str,
        Option(
            "--besluit",
            metavar="BESLUIT",
            help="doorgaan, bijstellen, teruggaan of stoppen.",
            kind=BESLUIT,
        ),
    ] = "",
    naar: Annotated[
        str,
        Option("--naar", metavar="FASE", help="De fase waar het besluit naartoe leidt.", kind=FASE),
    ] = "",
    volgende: Annotated[
        str, Option("--volgende", metavar="DAG", kind=PLANNED_DAG, help="De dag van de volgende evaluatie.")
    ] = "",
    datum: DatumOption = "",
    fase: FaseOption = "",
    ja: JaOption = False,
    map_: MapOption = "",
    proef: ProefOption = False,
    json: JsonOption = False,
) -> None:
    """Kijk samen terug en besluit hoe het verdergaat.

    Vraagt wat u nu anders ziet, wat u anders doet en wat beter kan, dan de eigen vragen van de groep, en dan het besluit.
    """
    from samenwerk.domain.tijdlijn import BESLUITEN, TERUGGAAN
    from samenwerk.domain.zinnen import som_op
    from samenwerk.errors import AnswerNeededError
    from samenwerk.storage.dossier import read_dossier
    from samenwerk.workflows.evaluatie import Terugblik, check_besluit, match_answers, record_evaluatie

    dossier = read_dossier(start_folder(map_))
    terugblik = Terugblik(
        read_past_datum(datum),
        fase,
        (zien.strip(), doen.strip(), beter.strip()),
        match_answers(dossier.samenwerking, [tekst.strip() for tekst in antwoord or []]),
        besluit,
        check_besluit(dossier, besluit, naar),
        read_datum(volgende) if volgende else None,
    )
    asks = not ja and not json and can_ask()
    if not asks and not besluit:
        raise AnswerNeededError("Waar komt de evaluatie op uit?", f"Kies: --besluit {som_op(BESLUITEN, 'of')}")
    if not asks and besluit == TERUGGAAN and not naar:
        mogelijk = som_op(list(earlier_ids(dossier.samenwerking)), "of") or "(er is geen vroegere fase)"
        raise AnswerNeededError("Naar welke fase gaat de groep terug?", f"Kies: --naar {mogelijk}")
    if asks:
        terugblik = interview(dossier, terugblik, proef=proef)
    gewijzigd = record_evaluatie(dossier, terugblik, proef=proef)
    _show(dossier, terugblik, gewijzigd, asks=asks, json=json)


def _show(dossier: "Dossier", terugblik: "Terugblik", gewijzigd: "Gewijzigd", *, asks: bool, json: bool) -> None:
    from samenwerk.domain.datums import show_datum
    from samenwerk.workflows.evaluatie import suggest_volgende

    nummer = len(dossier.samenwerking.evaluaties) + 1
    show_change(
        gewijzigd,
        _suggest_next(terugblik, nummer),
        json=json,
        nummer=nummer,
        besluit=terugblik.besluit,
        naar=terugblik.naar,
        volgende_evaluatie=terugblik.volgende,
    )
    if json or gewijzigd.proef:
        return
    oud, voorstel = dossier.samenwerking.evaluatiebeleid.volgende, suggest_volgende(dossier.samenwerking, terugblik.datum)
    if terugblik.volgende:
        show(f"De volgende evaluatie staat op {show_datum(terugblik.volgende)}.", hang=2)
    elif voorstel and terugblik.besluit != "stoppen" and (oud is None or oud <= terugblik.datum):
        zet = Remedy("zet", ("evaluatiebeleid", "volgende"), voorstel.isoformat())
        show(f"De volgende evaluatie zou volgens het ritme op {show_datum(voorstel)} zijn: {hold(say(zet))}", hang=2)
    if asks and dossier.samenwerking.is_actief:
        offer_step(gewijzigd.dossier, terugblik)


def _suggest_next(terugblik: "Terugblik", nummer: int) -> "Oplossing":
    from samenwerk.domain.datums import show_datum
    from samenwerk.domain.tijdlijn import BIJSTELLEN, DOORGAAN, STOPPEN, TERUGGAAN

    reden = f"Evaluatie van {show_datum(terugblik.datum)}"
    volgende: dict[str, Oplossing] = {
        "": how_to_decide(nummer),
        DOORGAAN: ("Neem de evaluatie op in het document: ", Remedy("render", waarde="evaluatiebeleid")),
        BIJSTELLEN: ("Wijzig wat anders moet. Bekijk wat nog te doen is: ", Remedy("status")),
        TERUGGAAN: ("De stap zelf: ", Remedy("terug naar", waarde=terugblik.naar or "FASE", met={"reden": reden})),
        STOPPEN: ("De samenwerking afsluiten: ", Remedy("afsluiten", met={"als": "gestopt", "reden": reden})),
    }
    return volgende[terugblik.besluit]


evalueer = reeks_group("evaluaties", {"nieuw": nieuw, "lijst": build_lijst("evaluaties")}, otherwise="nieuw")
