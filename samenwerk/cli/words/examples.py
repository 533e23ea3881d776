"""Two examples for each help page. They are about the invented example, so that they can be tried there as they stand."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

EXAMPLES: "dict[tuple[str, ...], tuple[str, ...]]" = {
    (): ("samenwerk status", "samenwerk help startnota"),
    ("init",): (
        "samenwerk init huis-van-het-kind",
        'samenwerk init mijn-netwerk --naam "Huis van het Kind" --initiatiefnemer "Stad Voorbeeldstad"',
    ),
    ("oefenen",): ("samenwerk oefenen", "samenwerk oefenen --opnieuw"),
    ("status",): ("samenwerk status", "samenwerk status --alles"),
    ("opvolging",): ("samenwerk opvolging", "samenwerk opvolging --voor school"),
    ("controleer",): ("samenwerk controleer", "samenwerk controleer --datum 2026-12-01"),
    ("herstel",): ("samenwerk herstel --proef", "samenwerk herstel --ja"),
    ("ongedaan",): ("samenwerk ongedaan --lijst", "samenwerk ongedaan"),
    ("opnieuw",): ("samenwerk opnieuw --proef", "samenwerk opnieuw"),
    ("fase",): ("samenwerk fase lijst", "samenwerk fase volgende"),
    ("fase", "toon"): ("samenwerk fase toon", "samenwerk fase toon --json"),
    ("fase", "lijst"): ("samenwerk fase lijst", "samenwerk fase lijst --json"),
    ("fase", "volgende"): (
        "samenwerk fase volgende --door stuurgroep",
        'samenwerk fase volgende --ondanks "De groep beslist hierover op de startdag."',
    ),
    ("fase", "wijzig"): (
        "samenwerk fase wijzig --door stuurgroep",
        'samenwerk fase wijzig 3 --reden "Er kwam een partner bij." --proef',
    ),
    ("fase", "weg"): ("samenwerk fase weg --proef", 'samenwerk fase weg --reden "Het overleg ging niet door."'),
    ("terug",): ("samenwerk terug delen", 'samenwerk terug naar delen --reden "Er kwam een partner bij."'),
    ("terug", "naar"): ("samenwerk terug naar delen", 'samenwerk terug naar delen --reden "Er kwam een partner bij."'),
    ("afsluiten",): ("samenwerk afsluiten --als slapend", 'samenwerk afsluiten --als afgerond --reden "Het doel is bereikt."'),
    ("heropen",): ("samenwerk heropen", 'samenwerk heropen --reden "Er is weer geld."'),
    ("noteer",): (
        'samenwerk noteer succes "De zaal zat vol."',
        'samenwerk noteer spanning "De school twijfelt." --partner school --vertrouwelijk',
    ),
    ("gesprek",): (
        'samenwerk gesprek "Wat de school verwacht" --met school',
        'samenwerk gesprek "De zomer" --met stad,school --datum 2026-11-20',
    ),
    ("gesprek", "nieuw"): (
        'samenwerk gesprek "Wat de school verwacht" --met school',
        'samenwerk gesprek nieuw "De zomer" --met stad,school --datum 2026-11-20',
    ),
    ("gesprek", "wijzig"): (
        'samenwerk gesprek wijzig --over "Wat de school verwacht."',
        "samenwerk gesprek wijzig 2 --leeg met --met stad,school",
    ),
    ("evalueer",): (
        'samenwerk evalueer --zien "Meer ouders komen zelf." --besluit doorgaan',
        'samenwerk evalueer --beter "De planning." --besluit doorgaan --volgende 2027-06-15',
    ),
    ("evalueer", "nieuw"): (
        'samenwerk evalueer --zien "Meer ouders komen zelf." --besluit doorgaan',
        'samenwerk evalueer nieuw --beter "De planning." --besluit doorgaan --volgende 2027-06-15',
    ),
    ("evalueer", "wijzig"): (
        "samenwerk evalueer wijzig --besluit doorgaan",
        'samenwerk evalueer wijzig 1 --wat-kan-beter "De planning."',
    ),
    ("logboek",): ("samenwerk logboek", "samenwerk logboek --soort succes,leerwinst --partner school"),
    ("logboek", "lijst"): ("samenwerk logboek --alles", "samenwerk logboek lijst --soort succes,leerwinst --partner school"),
    ("logboek", "wijzig"): (
        'samenwerk logboek wijzig --tekst "De zaal zat vol."',
        "samenwerk logboek wijzig 3 --partners school",
    ),
    ("dynamiek",): ("samenwerk dynamiek", "samenwerk dynamiek --principe 2"),
    ("vragen",): ("samenwerk vragen", "samenwerk vragen --partner school"),
    ("zet",): (
        'samenwerk zet waarom "Geen van ons bereikt alle gezinnen alleen."',
        'samenwerk zet partners.school.inzet "Een lokaal op woensdag."',
    ),
    ("open",): ("samenwerk open startnota", "samenwerk open"),
    ("render",): ("samenwerk render startnota", "samenwerk render startnota --formaat html"),
    ("vaststellen",): ("samenwerk vaststellen startnota --proef", "samenwerk vaststellen actieplan"),
    ("instemmen",): (
        "samenwerk instemmen startnota --partner school --soort ondertekend",
        'samenwerk instemmen startnota --partner school --voorbehoud "Als er geld is."',
    ),
    ("verschil",): ("samenwerk verschil startnota", "samenwerk verschil startnota --sinds 1"),
    ("dossier",): ("samenwerk dossier", "samenwerk dossier --proef"),
    ("agenda",): ("samenwerk agenda", "samenwerk agenda --voor school"),
    ("sjabloon",): ("samenwerk sjabloon lijst", "samenwerk sjabloon kopieer startnota --blok titel"),
    ("sjabloon", "lijst"): ("samenwerk sjabloon lijst", "samenwerk sjabloon lijst --json"),
    ("sjabloon", "kopieer"): ("samenwerk sjabloon kopieer startnota --blok titel", "samenwerk sjabloon kopieer basis"),
    ("sjabloon", "verschil"): ("samenwerk sjabloon verschil startnota", "samenwerk sjabloon verschil startnota --json"),
    ("sjabloon", "controleer"): ("samenwerk sjabloon controleer", "samenwerk sjabloon controleer --json"),
    ("help",): ("samenwerk help alles", "samenwerk help startnota"),
    ("git",): ("samenwerk git instellen", "samenwerk git controleer"),
    ("git", "instellen"): ("samenwerk git instellen --proef", "samenwerk git instellen --ja"),
    ("git", "controleer"): ("samenwerk git controleer", "samenwerk git controleer --json"),
    ("samenvoegen",): (
        "samenwerk samenvoegen samenwerking.yaml samenwerking.yaml samenwerking.yaml",
        "samenwerk samenvoegen samenwerking.yaml samenwerking.yaml samenwerking.yaml --json",
    ),
    ("schema",): ("samenwerk schema", "samenwerk schema --schrijf"),
    ("aanvullen",): ("samenwerk aanvullen", "samenwerk aanvullen bash --toon"),
    ("actie", "klaar"): ("samenwerk actie klaar badges", "samenwerk actie klaar boekenkoffers --proef"),
    ("actie", "stand"): (
        "samenwerk actie stand badges lopend",
        'samenwerk actie stand badges geschrapt --reden "De zaal is niet vrij."',
    ),
    ("knoop", "doorhakken"): (
        'samenwerk knoop doorhakken zomer "In juli gaan we door."',
        'samenwerk knoop doorhakken vervoer "De stad betaalt de bus." --datum 2026-11-20',
    ),
    ("partner", "vertrekt"): (
        "samenwerk partner vertrekt sportdienst",
        'samenwerk partner vertrekt kinderopvang --reden "De dienst werd opgeheven."',
    ),
}

_RECORDS = {
    "partner": ("Jeugdhuis", "Gezinsbond", "--soort betrokken"),
    "stakeholder": ("Grootouders", "Handelaars", "--belang hoog --houding voor"),
    "begrip": ("speelstraat", "buurtouder", '--betekenis "Wie de weg wijst."'),
    "doelstelling": ("Bewegen", "Taal", '--indicator "Twee boeken per maand."'),
    "knoop": ("Zomer", "Vervoer", "--sinds 2026-11-01"),
    "afspraak": ("Verzekering", "Onderhoud", "--partijen stad,school"),
    "actie": ("Feest", "Nieuwsbrief", "--trekker school --tegen 2027-06-01"),
    "project": ("Moestuin", "Taalkamp", "--trekker school"),
    "rol": ("Penningmeester", "Fotograaf", "--wie stad"),
    "overleg": ("Werkgroep", "Oudercafé", '--frequentie "elke maand"'),
}
"""For each kind of record two titles of one word, and what may be said with them."""


_OF_A_LIST = {
    "toon": ("samenwerk {} toon", "samenwerk {} toon 1 --json"),
    "weg": ("samenwerk {} weg", "samenwerk {} weg 1 --proef"),
    "lijst": ("samenwerk {} lijst", "samenwerk {} lijst --json"),
    "verloop": ("samenwerk {} verloop", "samenwerk {} verloop --json"),
}
"""What may be typed of any list of what happened."""


def list_examples(names: "Sequence[str]") -> "tuple[str, ...]":
    """What may be typed, for the page of the command with these names; nothing for one that has no examples."""
    if tuple(names) in EXAMPLES or not names:
        return EXAMPLES.get(tuple(names), ())
    if names[0] not in _RECORDS:
        return tuple(line.format(names[0]) for line in _OF_A_LIST.get(names[-1], ()))
    kind, *verb = names
    first, second, said = _RECORDS[kind]
    one, other, table = first.lower(), second.lower().replace("é", "e"), f"{kind}.xlsx"
    lines = {
        "": ("lijst", f"nieuw {second} {said}"),
        "nieuw": (f"nieuw {first} {said if kind == 'begrip' else ''}".rstrip(), f"nieuw {second} {said}"),
        "wijzig": (f"wijzig {one} {said}", f"wijzig {other} {said} --proef"),
        "weg": (f"weg {one}", f"weg {other} --proef"),
        "lijst": ("lijst", "lijst --json"),
        "toon": (f"toon {one}", f"toon {other} --json"),
        "exporteer": ("exporteer", f"exporteer {table}"),
        "importeer": (f"importeer {table} --proef", f"importeer {table} --ja"),
    }
    return tuple(f"samenwerk {kind} {line}" for line in lines["".join(verb)])
