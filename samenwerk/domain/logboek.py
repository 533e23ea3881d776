"""What happened, in the order of time: what each soort of the logbook is about, and how to find something back."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from samenwerk.domain.fasen import fase_of
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.taal import capitalize
from samenwerk.domain.tijdlijn import INGESTEMD, INZICHTEN, LOGBOEKSOORTEN, Evaluatie, Gesprek, Logboekregel
from samenwerk.domain.uitgaven import all_uitgaven, describe_uitgave

if TYPE_CHECKING:
    from samenwerk.domain.vertrouwelijk import Vertrouwelijk


class Duiding(NamedTuple):
    """The proces and principe a soort of the logbook mostly touches, and why; 0 and empty where there is none to presume."""

    soort: str
    proces: str
    principe: int
    omdat: str


DUIDINGEN: tuple[Duiding, ...] = (
    # "Aandacht schenken aan succeservaringen … is een sterk verbindende factor"; most are had by acting together.
    Duiding("succes", "interactie", 1, "een succes komt meestal van een gezamenlijke actie en verbindt de partners"),
    # Principe 2: "Men wordt zich pas bewust van spontaan en onbedoeld leren wanneer men er expliciet naar vraagt."
    Duiding("leerwinst", "betekenisgeving", 2, "wie onder woorden brengt wat geleerd is, geeft er betekenis aan"),
    # Principe 2: "Wat zien wij nu anders, wat doe ik nu anders, wat kunnen we beter?"
    Duiding("reflectie", "betekenisgeving", 2, "wie stilstaat bij wat er verandert, geeft er betekenis aan"),
    # Principe 4: diversity "vraagt een bewuste en zorgzame aanpak"; practice logs who spoke, kept silent, clashed.
    Duiding("spanning", "interactie", 4, "een spanning komt meestal van een verschil, en dat vraagt zorg"),
    # Practice: what is decided and who decided belongs to the interaction. It can be about any principe.
    Duiding("besluit", "interactie", 0, "beslissen doen de partners met elkaar"),
    # Principe 5: "waardeert men inspanningen en inbreng".
    Duiding("waardering", "interactie", 5, "inspanningen en inbreng waarderen is de kern van dat principe"),
    # Principe 4: "Vanuit een verscheidenheid van personen en organisaties ontstaat een rijkdom".
    Duiding("diversiteit", "interactie", 4, "hier wordt een verschil gezien en gebruikt"),
    # Practice: joining, leaving and another representative change the relations, whatever the collaboration is about.
    Duiding("wissel", "interactie", 0, "wie er komt of gaat, verandert de verhoudingen"),
    Duiding("nota", "", 0, ""),
)

_DUIDING_BY_SOORT = {duiding.soort: duiding for duiding in DUIDINGEN}

GESPREK = "gesprek"
EVALUATIE = "evaluatie"
STAP = "stap"
VASTSTELLING = "vaststelling"
INSTEMMING = "instemming"
MOMENTSOORTEN = (*LOGBOEKSOORTEN, GESPREK, EVALUATIE, STAP, VASTSTELLING, INSTEMMING)


class Moment(NamedTuple):
    """One thing that happened: its place in its list, counted from 1, and what there is to read of it."""

    lijst: str
    nummer: int
    datum: date | None
    soort: str
    tekst: str
    partners: tuple[str, ...] = ()
    proces: str = ""
    principe: int | None = None
    fase: str = ""
    vertrouwelijk: bool = False

    @property
    def aanduiding(self) -> str:
        """What points at it for whoever wants to put it right: `3` in the logboek, `gesprek 2`; empty of a document."""
        if self.lijst == "logboek":
            return str(self.nummer)
        return f"{self.soort} {self.nummer}" if self.soort in (GESPREK, EVALUATIE, STAP) else ""


class Selectie(NamedTuple):
    """What to find back in the logbook; an empty field lets everything through."""

    soorten: tuple[str, ...] = ()
    proces: str = ""
    principe: int = 0
    fase: str = ""
    partners: tuple[str, ...] = ()
    van: date | None = None
    tot: date | None = None


def duiding_of(soort: str) -> Duiding:
    """What a soort of the logbook mostly touches."""
    return _DUIDING_BY_SOORT[soort]


def list_momenten(
    samenwerking: Samenwerking, vertrouwelijk: "Vertrouwelijk | None" = None, *, alles: bool = False
) -> list[Moment]:
    """The logbook, with `alles` also gesprekken, evaluaties, steps, adopted documents and who agreed to them.

    Oldest first, and what has no date last.

    What the notes add, when they are given, is marked.
    """
    momenten = list(_read_logboek(samenwerking.logboek))
    if alles:
        momenten += [*_read_gesprekken(samenwerking.gesprekken), *_read_evaluaties(samenwerking), *_read_verloop(samenwerking)]
        momenten += _read_versies(samenwerking)
    if vertrouwelijk is not None:
        eigen = [*_read_logboek(vertrouwelijk.logboek), *(_read_gesprekken(vertrouwelijk.gesprekken) if alles else ())]
        momenten += [moment._replace(vertrouwelijk=True) for moment in eigen]
    return sort_momenten(samenwerking, momenten)


def sort_momenten(samenwerking: Samenwerking, momenten: list[Moment]) -> list[Moment]:
    """The same in the order of time, each with the fase in which the group stood then."""
    in_fase = [moment._replace(fase=samenwerking.fase_op(moment.datum, moment.fase)) for moment in momenten]
    return sorted(in_fase, key=lambda moment: moment.datum or date.max)


def select_momenten(momenten: list[Moment], selectie: Selectie) -> list[Moment]:
    """Those that fit every field of the selection that is filled; without a date nothing fits a period."""
    return [moment for moment in momenten if _fits(moment, selectie)]


def _fits(moment: Moment, selectie: Selectie) -> bool:
    dag = moment.datum
    return (
        (not selectie.soorten or moment.soort in selectie.soorten)
        and selectie.proces in ("", moment.proces)
        and selectie.principe in (0, moment.principe)
        and selectie.fase in ("", moment.fase)
        and (not selectie.partners or not set(selectie.partners).isdisjoint(moment.partners))
        and (selectie.van is None or (dag is not None and dag >= selectie.van))
        and (selectie.tot is None or (dag is not None and dag <= selectie.tot))
    )


def _read_logboek(regels: tuple[Logboekregel, ...]) -> Iterator[Moment]:
    for nummer, regel in enumerate(regels, 1):
        wat = (regel.soort, regel.tekst, regel.partners, regel.proces, regel.principe)
        yield Moment("logboek", nummer, regel.datum, *wat, fase=regel.fase)


def _read_gesprekken(gesprekken: tuple[Gesprek, ...]) -> Iterator[Moment]:
    for nummer, gesprek in enumerate(gesprekken, 1):
        yield Moment("gesprekken", nummer, gesprek.datum, GESPREK, gesprek.over, gesprek.met, fase=gesprek.fase)


def _read_evaluaties(samenwerking: Samenwerking) -> Iterator[Moment]:
    for nummer, evaluatie in enumerate(samenwerking.evaluaties, 1):
        naar = f" (naar {fase_of(evaluatie.naar).naam})" if evaluatie.naar else ""
        besluit = f"Besluit: {evaluatie.besluit}{naar}." if evaluatie.besluit else "Nog geen besluit."
        inzichten = {Evaluatie.velden[naam].titel: getattr(evaluatie, naam) for naam in INZICHTEN}
        gezegd = [f"{vraag} {antwoord}" for vraag, antwoord in {**inzichten, **evaluatie.antwoorden}.items() if antwoord]
        tekst = "\n".join([*gezegd, besluit])
        yield Moment("evaluaties", nummer, evaluatie.datum, EVALUATIE, tekst, fase=evaluatie.fase)


def _read_verloop(samenwerking: Samenwerking) -> Iterator[Moment]:
    terugkeer = samenwerking.terugkeer
    for nummer, stap in enumerate(samenwerking.verloop, 1):
        hoe = "Begonnen in" if nummer == 1 else "Terug naar" if stap in terugkeer else "Naar"
        reden = f": {stap.reden}" if stap.reden else ""
        yield Moment("verloop", nummer, stap.datum, STAP, f"{hoe} {fase_of(stap.naar).naam}{reden}", stap.aanwezig)


def _read_versies(samenwerking: Samenwerking) -> Iterator[Moment]:
    namen = {uitgave.naam: describe_uitgave(samenwerking, uitgave) for uitgave in all_uitgaven(samenwerking)}
    for naam, document in samenwerking.documenten.items():
        for nummer, versie in enumerate(document.versies, 1):
            # Of a project that is gone only the name is left.
            lijst, wat = f"documenten.{naam}.versies", f"versie {versie.versie} van {namen.get(naam, naam)}"
            yield Moment(lijst, nummer, versie.datum, VASTSTELLING, f"Vastgesteld: {wat}")
            for partner, instemming in versie.instemming.items():
                for gezegd in (*instemming.eerder, instemming):
                    onder = f", onder voorbehoud: {gezegd.voorbehoud}" if gezegd.voorbehoud else ""
                    hoe = capitalize(gezegd.soort or INGESTEMD)
                    yield Moment(lijst, nummer, gezegd.datum, INSTEMMING, f"{hoe}: {wat}{onder}", (partner,))
                    if gezegd.ingetrokken:
                        tekst = f"Instemming ingetrokken: {wat}"
                        yield Moment(lijst, nummer, gezegd.ingetrokken, INSTEMMING, tekst, (partner,))
