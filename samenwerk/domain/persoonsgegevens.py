"""What looks like data of a person in the text of a dossier: it names kinds and places, and never the data themselves.

Only what can be told by its form or its check digits is found: a warning that is mostly wrong is soon not read any more.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from samenwerk.errors import ADVIES, Bevinding


class Gegevenssoort(NamedTuple):
    """A kind of personal data: how it is written, and whether what is written so really is one."""

    naam: str
    vorm: re.Pattern[str]
    klopt: Callable[[str], bool]


def find_persoonsgegevens(tekst: str) -> Iterator[Bevinding]:
    """Advice for every place in a text, comments included, where personal data seem to stand."""
    for regel, inhoud in enumerate(tekst.splitlines(), 1):
        for kolom, naam in sorted(_find_in_line(inhoud)):
            melding = f"Dit lijkt op {naam}."
            oplossing = "Gegevens van mensen horen niet in het dossier. Schrijf een functie, en bewaar contactgegevens elders."
            yield Bevinding("persoonsgegevens", melding, oplossing, ernst=ADVIES, regel=regel, kolom=kolom)


def find_persoonsnaam(tekst: str, bekend: Iterable[str] = ()) -> str:
    """What looks like the name of a person where a function is asked; empty when nothing does.

    Two words with a capital are one, with the small words of a name between them, or one behind `mevrouw`; not what the
    dossier knows (`bekend`), and nothing with a word of functions and organisations in it. It may be wrong both ways: who is
    asked keeps it with one key.
    """
    for naam in bekend:
        tekst = tekst.replace(naam, "") if naam else tekst
    for gevonden in _NAAM.finditer(tekst):
        woorden = {woord.casefold() for woord in re.split(r"[\s-]+", gevonden[0])}
        if woorden.isdisjoint(_GEEN_NAAM) and not any(woord.endswith(_EINDE_FUNCTIE) for woord in woorden):
            return gevonden[0]
    return ""


def _find_in_line(inhoud: str) -> list[tuple[int, str]]:
    gevonden: list[tuple[int, str]] = []
    for soort in _SOORTEN:
        plaatsen, inhoud = _take_out(soort, inhoud)
        gevonden += [(plaats + 1, soort.naam) for plaats in plaatsen]
    return gevonden


def _take_out(soort: Gegevenssoort, tekst: str) -> tuple[list[int], str]:
    """Where data of one kind begin, and the text with letters there instead: they are not found again as another kind."""
    plaatsen = []

    def cover(plaats: re.Match[str]) -> str:
        if not soort.klopt(plaats[0]):
            return plaats[0]
        plaatsen.append(plaats.start())
        return "x" * len(plaats[0])

    return plaatsen, soort.vorm.sub(cover, tekst)


def _digits(tekst: str) -> str:
    return re.sub(r"\D", "", tekst)


def _is_rijksregisternummer(tekst: str) -> bool:
    """Born before 2000 the check is over the nine digits, after that over the same with a 2 before them."""
    cijfers = _digits(tekst)
    maand, dag = int(cijfers[2:4]) % 20, int(cijfers[4:6])
    controle = 97 - int(cijfers[9:])
    return maand <= 12 and dag <= 31 and controle in (int(cijfers[:9]) % 97, int(f"2{cijfers[:9]}") % 97)


def _is_telefoonnummer(tekst: str) -> bool:
    """Nine digits (a Belgian land line) or ten, by the national or the international form."""
    cijfers = re.sub(r"^(?:\+|00)3[12](?:\D*\(0\))?", "0", tekst.strip())
    cijfers = _digits(cijfers)
    # More than one slash stands between pairs (0475/12/34/56), else it is the number of a law or a case (04/2019/123).
    schuin = tekst.count("/") < 2 or re.fullmatch(r"\d+(?:/\d\d)+", tekst)
    return bool(schuin) and len(cijfers) in (9, 10) and cijfers[0] == "0" != cijfers[1] and not _is_ondernemingsnummer(tekst)


def _is_ondernemingsnummer(tekst: str) -> bool:
    """Ten digits, as the register of enterprises writes them or undivided; the last two check the others."""
    cijfers = _digits(tekst)
    vorm = re.fullmatch(r"0\d{3}([. ]?)\d{3}\1\d{3}", tekst)
    return vorm is not None and 97 - int(cijfers[:8]) % 97 == int(cijfers[8:])


def _is_burgerservicenummer(tekst: str) -> bool:
    """The elfproef: nine digits weighed 9 to 2 and the last -1, together a multiple of eleven."""
    cijfers = [int(cijfer) for cijfer in _digits(tekst)]
    gewogen = sum(gewicht * cijfer for gewicht, cijfer in zip((9, 8, 7, 6, 5, 4, 3, 2, -1), cijfers, strict=True))
    return any(cijfers) and gewogen % 11 == 0


_SOORTEN = (
    # It begins where a word begins: tried from each letter of a long word, it would take hours.
    Gegevenssoort("een e-mailadres", re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+"), bool),
    Gegevenssoort(
        "een rijksregisternummer",
        re.compile(r"(?<![\w.:/+-])\d\d[. -]?\d\d[. -]?\d\d[. -]?\d{3}[. -]?\d\d(?![\w-])"),
        _is_rijksregisternummer,
    ),
    Gegevenssoort(
        "een telefoonnummer",
        re.compile(r"(?<![\w.:/+-])(?:(?:\+|00)3[12][ ./-]?(?:\(0\))?|0)(?:[ ./-]{0,2}\d){8,9}(?![\w-]|[.,/]\d)"),
        _is_telefoonnummer,
    ),
    Gegevenssoort(
        "een burgerservicenummer",
        re.compile(r"(?<![\w.:/+€-])(?<!€ )(?:\d{9}|\d{4}\.\d\d\.\d{3}|\d{3} \d{3} \d{3})(?![\w-]|[.,/]\d| ?(?:€|euro|EUR))"),
        _is_burgerservicenummer,
    ),
)

_NAAM = re.compile(
    r"\b(?:(?:[Mm]evrouw|[Mm]eneer|[Dd]e heer|[Dd]hr|[Mm]evr|[Mm]w)\.?|[A-ZÀ-Þ][a-zß-ÿ]+(?:-[A-ZÀ-Þ][a-zß-ÿ]+)?)"
    r"(?: (?:[Vv]an|[Dd]e|[Dd]en|[Dd]er|[Tt]en|[Tt]er|[Tt]e|[Hh]et|’t|'t)){0,3}"
    r" [A-ZÀ-Þ][a-zß-ÿ]+"
)
_GEEN_NAAM = frozenset({
    "stad", "gemeente", "provincie", "vlaamse", "vlaanderen", "nederland", "belgië", "ocmw", "vzw", "stichting",
    "vereniging", "federatie", "koepel", "unie", "bond", "school", "basisschool", "scholengroep", "college", "hogeschool",
    "universiteit", "academie", "bibliotheek", "museum", "ziekenhuis", "huis", "centrum", "buurtwerk", "jeugdwerk",
    "welzijnswerk", "thuiszorg", "kinderopvang", "politie", "brandweer", "dienst", "afdeling", "team", "raad", "bestuur",
    "kabinet", "agentschap", "departement", "ministerie", "directie", "netwerk", "stuurgroep", "werkgroep", "platform",
    "sint", "sociaal", "sociale", "brede", "lokaal", "lokale", "schepen", "wethouder", "burgemeester", "gedeputeerde",
    "minister", "coach", "consulent", "voorzitter", "secretaris", "hoofd", "lid", "adviseur", "ambtenaar", "manager",
    "zorgcoördinator", "coördinator", "medewerker", "stafmedewerker", "werker", "leerkracht", "zorgleerkracht",
    "griffier", "bewoners", "ouders", "jeugd", "jongeren", "kinderen", "onderwijs", "welzijn", "cultuur", "sport",
    "gezin", "gezondheid", "zorg", "wonen", "werk", "vrije", "tijd", "project", "programma",
})  # fmt: skip
_EINDE_FUNCTIE = ("werker", "begeleider", "directeur", "coördinator", "verantwoordelijke", "leider", "beheerder", "directrice")
