"""The columns of a table as those of a collection, and the cells of a row by them: what is none of them is told."""

from samenwerk.domain.keuzes import find_naam, suggest_alike
from samenwerk.domain.kolommen import list_kolommen
from samenwerk.domain.tekens import clean_tekst
from samenwerk.domain.verzamelingen import Verzameling
from samenwerk.domain.zinnen import som_op
from samenwerk.errors import Bevinding, RefusedError, Remedy
from samenwerk.storage.tables.marks import find_mark
from samenwerk.storage.tables.table import Rij, Tabel

SLEUTELKOLOM = "sleutel"

_ABOVE = 10
"""Among how many rows the names of the columns are looked for: above them many lists have a title, a date, a logo."""


def find_heading(tabel: Tabel, verzameling: Verzameling) -> Tabel:
    """The table from the row that names the key or the title of the records; as it is when no row does."""
    rijen = [Rij(tabel.kop, tabel.kolommen), *tabel.rijen]
    for plaats, (nummer, cellen) in enumerate(rijen[:_ABOVE]):
        kolommen = [clean_tekst(cel).strip() for cel in cellen]
        if {SLEUTELKOLOM, verzameling.titelveld.naam} & {*_name(kolommen, verzameling)}:
            fouten = [fout for fout in tabel.fouten if fout.regel >= nummer]
            return tabel._replace(kop=nummer, kolommen=kolommen, rijen=rijen[plaats + 1 :], fouten=fouten)
    return tabel


def name_columns(tabel: Tabel, verzameling: Verzameling, bestand: str) -> tuple[list[str], list[Bevinding]]:
    """The name of the kolom that each column is, empty for one that is none, and all that is wrong with them.

    Raises `RefusedError` when none of them is one: then this is no list of these records.
    """
    kolommen = _name(tabel.kolommen, verzameling)
    vreemd = list(dict.fromkeys(kop for kop, naam in zip(tabel.kolommen, kolommen, strict=True) if kop and not naam))
    als_export = Remedy("exporteer", (verzameling.veld,))
    if vreemd and not any(kolommen):
        raise RefusedError(
            f"Op rij {tabel.kop} van {bestand} staat geen enkele kolom van {verzameling.meervoud}: {_list(vreemd)}.",
            ("Zet op de eerste rij de namen van de kolommen, zoals in een export: ", als_export),
        )
    problems = []
    if vreemd:
        staan = f"kolommen {_list(vreemd)} bestaan" if len(vreemd) > 1 else f"kolom {_list(vreemd)} bestaat"
        lijkt_op = suggest_alike(vreemd[0], list(_list_titels(verzameling))) if len(vreemd) == 1 else ""
        oplossing = lijkt_op or ("Haal weg wat samenwerk niet kent, of noem het zoals in een export: ", als_export)
        problems.append(Bevinding("kolom", f"De {staan} niet voor {verzameling.dit}.", oplossing))
    dubbel = [naam for naam in dict.fromkeys(kolommen) if naam and kolommen.count(naam) > 1]
    problems += [Bevinding("kolom", f"De kolom “{naam}” staat er meer dan eens.", "Houd er één over.") for naam in dubbel]
    problems += [
        Bevinding("kolom", f"Kolom {nummer} heeft geen naam, maar er staat wel iets in.", "Geef ze een naam, of maak ze leeg.")
        for nummer, kop in enumerate(tabel.kolommen, 1)
        if not kop and any("".join(rij.cellen[nummer - 1 : nummer]).strip() for rij in tabel.rijen)
    ]
    return kolommen, [problem._replace(regel=tabel.kop) for problem in problems]


def read_cells(kolommen: list[str], rij: Rij, verzameling: Verzameling) -> tuple[dict[str, str], list[Bevinding]]:
    """What the filled cells of a row say, by the name of their kolom, and each that holds a mark of the spreadsheet instead.

    A marked one says nothing any more, but a title that was meant is no missing title.
    """
    cellen = {naam: clean_tekst(cel).strip() for naam, cel in zip(kolommen, rij.cellen, strict=False) if naam and cel.strip()}
    problems = []
    if any(cel.strip() for cel in rij.cellen[len(kolommen) :]):
        melding = "Deze rij heeft meer cellen dan er kolommen zijn."
        problems.append(Bevinding("cellen", melding, 'Zet een cel met het scheidingsteken erin tussen "…".'))
    marks = {naam: mark for naam, cel in cellen.items() if (mark := find_mark(cel))}
    problems += [Bevinding("cel", f"In de kolom “{naam}” staat {mark.wat}.", mark.oplossing) for naam, mark in marks.items()]
    cellen = {naam: cel for naam, cel in cellen.items() if naam not in marks or naam == verzameling.titelveld.naam}
    return cellen, [problem._replace(regel=rij.nummer) for problem in problems]


def _name(koppen: list[str], verzameling: Verzameling) -> list[str]:
    """The name of the kolom that each heading means, empty for one that means none."""
    titels = _list_titels(verzameling)
    return [find_naam(kop, titels) or "" for kop in koppen]


def _list_titels(verzameling: Verzameling) -> dict[str, str]:
    """What people call each column that a table can have, by its name."""
    return {SLEUTELKOLOM: "Sleutel", **{kolom.naam: kolom.titel for kolom in list_kolommen(verzameling)}}


def _list(koppen: list[str]) -> str:
    return som_op([f"“{kop}”" for kop in koppen])
