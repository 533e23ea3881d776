"""What fills a gap, settles a point or adds to a list: a command where there is one, else the place in the file."""

from typing import TYPE_CHECKING, NamedTuple

from samenwerk.domain.datums import VOORBEELD_RITME
from samenwerk.domain.keuzes import list_sleutels
from samenwerk.domain.kolommen import list_kolommen
from samenwerk.domain.record import DATUM, GETAL, KEUZE, RITME, VERWIJZING, VERWIJZINGEN, Veld, find_veld, is_given_by_words
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.termijnen import (
    ACTIE,
    AFSPRAAK,
    EVALUATIE,
    INGANG,
    LOOPTIJD_TOT,
    LOOPTIJD_VAN,
    MANDAAT,
    PROJECT_EINDE,
    PROJECT_START,
)
from samenwerk.domain.verzamelingen import VERZAMELINGEN, Verzameling, verzameling_in
from samenwerk.domain.voorwaarden import Gat
from samenwerk.errors import DAG, IETS, NAAM, NAMEN, ByHand, Oplossing, Pad, Remedy
from samenwerk.storage.dossier import Dossier

if TYPE_CHECKING:
    # Only a type: a command that fills a gap follows nothing up.
    from samenwerk.domain.opvolging import Opvolgpunt


class Opening(NamedTuple):
    """One gap with where it is in the file and what fills it."""

    gat: Gat
    regel: int
    oplossing: Oplossing


def locate_gat(dossier: Dossier, gat: Gat) -> Opening:
    """A gap with its line in the file, and the command or the place that fills it."""
    oplossing = find_remedy(dossier, gat.pad)
    if gat.partner and isinstance(oplossing, Remedy):
        met = {naam: gat.partner if woord == NAMEN else woord for naam, woord in oplossing.met.items()}
        oplossing = oplossing._replace(met=met)
    return Opening(gat, dossier.tree.locate(gat.pad).regel, oplossing)


def find_remedy(dossier: Dossier, pad: Pad) -> Oplossing:
    """What fills the place where something is missing."""
    if pad[0] == "documenten":
        if "instemming" in pad:
            return Remedy("instemmen", waarde=str(pad[1]), met={"partner": str(pad[-1])})
        return Remedy("vaststellen", waarde=str(pad[1]))
    if pad == ("afspraken",):
        # The fase asks for an afspraak or an actie.
        return Remedy("nieuw", pad, IETS), ", of: ", Remedy("nieuw", ("acties",), IETS)
    if len(pad) == 1 and (remedy := add_to(str(pad[0]))):
        return remedy
    if pad[0] == "knopen" and pad[-1] in ("status", "beslissing"):
        return Remedy("doorhakken", pad[:2], IETS)
    if pad[0] == "acties" and pad[-1] == "status":
        return Remedy("klaar", pad[:2]), ", of zeg waarom niet: ", Remedy("stand", pad[:2], "lopend", {"reden": IETS})
    veld = find_veld(Samenwerking, pad)
    if veld is None or not is_given_by_words(veld):
        return ByHand(pad, dossier.tree.locate(pad).regel)
    return _fill(dossier.samenwerking, pad, veld)


_MOST_KEYS = 4


def _fill(samenwerking: Samenwerking, pad: Pad, veld: Veld) -> Oplossing:
    bekend = list_sleutels(samenwerking, veld.verwijst)
    if bekend:
        # A line with more of them would be too long to read; who gives another word is told them all.
        meer = [IETS] if len(bekend) > _MOST_KEYS else []
        return Remedy("zet", pad, "|".join([*bekend[:_MOST_KEYS], *meer]))
    remedy = Remedy("zet", pad, _hold_place(veld))
    return (new_record(verzameling_in(veld.verwijst[0])), ", en daarna: ", remedy) if veld.verwijst else remedy


def _hold_place(veld: Veld) -> str:
    """What stands for the words that fill a field: those that can, or what they are."""
    vormen = {
        DATUM: DAG,
        GETAL: f"{veld.minimum}-{veld.maximum}",
        KEUZE: "|".join(veld.keuzes),
        RITME: VOORBEELD_RITME,
        VERWIJZING: NAAM,
        VERWIJZINGEN: NAMEN,
    }
    return vormen.get(veld.soort, IETS)


def add_to(veld: str) -> Remedy | None:
    """What makes a first or a next one of a list of the dossier; None for a field to which no command adds."""
    verzameling = next((verzameling for verzameling in VERZAMELINGEN if verzameling.veld == veld), None)
    return new_record(verzameling) if verzameling else _IN_TIME.get(veld)


_IN_TIME = {
    "gesprekken": Remedy("gesprek", waarde=IETS, met={"met": NAMEN}),
    "logboek": Remedy("noteer nota", waarde=IETS),
    "evaluaties": Remedy("evalueer"),
}
"""What is written in time has a command of its own."""


def new_record(verzameling: Verzameling) -> Remedy:
    """What makes a new record, with all that a fase asks of it."""
    velden = {kolom.naam: kolom.veld for kolom in list_kolommen(verzameling)}
    # The words of a choice would make the line too long to read; who gives another is told them.
    met = {naam: woord or (IETS if velden[naam].keuzes else _hold_place(velden[naam])) for naam, woord in verzameling.gevraagd}
    return Remedy("nieuw", (verzameling.veld,), IETS, met)


def way_to_change(verzameling: Verzameling, sleutel: str) -> Oplossing:
    """What changes a record: of a begrip its one field, of every other what the person says behind it."""
    pad = (verzameling.veld, sleutel)
    if verzameling.record is None:
        return Remedy("wijzig", pad, met={"betekenis": IETS})
    return Remedy("wijzig", pad), " …"


def find_step(dossier: Dossier, punt: "Opvolgpunt", *, is_voorbij: bool) -> Oplossing:
    """What settles a point that asks for follow-up."""
    record, veld = punt.pad[:2], punt.pad[-1]
    if punt.soort == ACTIE and veld == "trekker":
        return Remedy("wijzig", record, met={"trekker": NAAM})
    if punt.soort == ACTIE and is_voorbij:
        if dossier.samenwerking.acties[punt.sleutel].reden:
            return Remedy("wijzig", record, met={"tegen": DAG}), ", of: ", Remedy("klaar", record)
        return find_remedy(dossier, punt.pad)
    if punt.datum is None:
        return find_remedy(dossier, punt.pad)
    steps: dict[str, Oplossing] = {
        ACTIE: Remedy("klaar", record),
        INGANG: Remedy("wijzig", record, met={"ingang": DAG}),
        AFSPRAAK: Remedy("wijzig", record, met={"herzien_op": DAG}),
        MANDAAT: Remedy("wijzig", record, met={"mandaat_geldig_tot": DAG}),
        LOOPTIJD_VAN: Remedy("zet", punt.pad, DAG),
        LOOPTIJD_TOT: (Remedy("zet", punt.pad, DAG), ", of sluit af met: ", Remedy("afsluiten")),
        PROJECT_START: Remedy("wijzig", record, met={"start": DAG}),
        PROJECT_EINDE: (Remedy("wijzig", record, met={"einde": DAG}), ", of kijk samen terug: ", Remedy("evalueer")),
        EVALUATIE: _IN_TIME["evaluaties"],
    }
    return steps[punt.soort]
