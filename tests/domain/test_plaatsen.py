"""A place in the dossier is called by the words that people know, whatever stands there."""

from cases import for_each

from samenwerk.domain.partners import Partner
from samenwerk.domain.plaatsen import name_plaats
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.tijdlijn import Documentversies, Gesprek
from samenwerk.errors import Pad

DOSSIER = Samenwerking(
    partners={"school": Partner(naam="Basisschool De Oever"), "nova": Partner()},
    begrippen={"zorg op maat": "wat elk kind nodig heeft"},
    uitgangspunten=("Meedoen kost niets.",),
    gesprekken=(Gesprek(over="kennismaking"),),
    documenten={"startnota": Documentversies(vrij={"inleiding": "Welkom."})},
)


@for_each(
    [
        (("idee",), "Idee"),
        (("gedeelde_ambitie",), "Gedeelde ambitie"),
        (("afbakening", "wel"), "Afbakening, wel"),
        (("afbakening", "wel", 0), "Afbakening, wel, nummer 1"),
        (("partners", "school", "inzet"), "Partner “Basisschool De Oever”, inzet"),
        (("partners", "school", "mandaat", "geldig_tot"), "Partner “Basisschool De Oever”, mandaat, geldig tot"),
        (("partners", "nova", "inzet"), "Partner “nova”, inzet"),
        (("begrippen", "zorg op maat"), "Begrip “zorg op maat”"),
        (("begrippen", "nieuw"), "Begrip “nieuw”"),
        (("uitgangspunten", 1), "Uitgangspunten, nummer 2"),
        (("gesprekken", 0, "over"), "Gesprekken, nummer 1, over"),
        (("partners", "weg", "inzet"), "Partner “weg”"),
        (("partners", "school", "kleur"), "Partner “Basisschool De Oever”, “kleur”"),
        (("gesprekken", 1, "over"), "Gesprekken, nummer 2"),
        (("documenten", "startnota", "vrij", "inleiding"), "Documenten “startnota”, vrij “inleiding”"),
    ]
)
def test_a_place_is_named_by_titles_and_names(pad: Pad, naam: str) -> None:
    assert name_plaats(DOSSIER, pad) == naam
