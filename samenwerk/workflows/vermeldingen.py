"""Where a record is named: by the names of what names it, those of one kind together, and what can be done about each."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from samenwerk.domain.plaatsen import field_around, group_plaatsen
from samenwerk.domain.record import ENKELVOUDIG, VERWIJZINGEN
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.verwijzingen import find_verwijzingen
from samenwerk.domain.verzamelingen import Verzameling
from samenwerk.errors import NAAM, NAMEN, Bevinding, Oplossing, Pad, Remedy
from samenwerk.storage.dossier import Dossier
from samenwerk.storage.notities import DossierFile


class Vermelding(NamedTuple):
    """A place that refers to a record."""

    bestand: str
    pad: Pad
    regel: int


def list_vermeldingen(file: DossierFile, verzameling: Verzameling, sleutel: str) -> list[Vermelding]:
    """Where a dossier, or the notes beside it, refers to a record, with the line of each place."""
    return [
        Vermelding(file.name, verwijzing.pad, file.tree.locate(verwijzing.pad).regel)
        for verwijzing in find_verwijzingen(file.record, verzameling.veld, sleutel)
        if file.is_vertrouwelijk or verwijzing.pad[:2] != (verzameling.veld, sleutel)
    ]


def tell_vermeldingen(file: DossierFile, vermeldingen: Iterable[Vermelding]) -> list[str]:
    """The same places in words, those of one field together."""
    return list(group_plaatsen(file.record, [vermelding.pad for vermelding in vermeldingen]))


def find_named(files: Sequence[DossierFile], verzameling: Verzameling, sleutel: str) -> Iterator[Bevinding]:
    """A finding for each kind of place that names a record, with the names of what names it, and what changes the first.

    Of the notes it is told that they name it, and no more.
    """
    for file in files:
        pads = [vermelding.pad for vermelding in list_vermeldingen(file, verzameling, sleutel)]
        if file.is_vertrouwelijk:
            if pads:
                # What the notes say of the record itself stands in no logboek.
                is_own = pads[0][0] == verzameling.veld
                toont = Remedy("status", met={"intern": ""}) if is_own else Remedy("logboek", met={"intern": ""})
                yield Bevinding("verwijzing", f"In {file.name} ({len(pads)})", toont, pads[0])
            continue
        yield from find_among(file.dossier, pads, sleutel)


def find_among(dossier: Dossier, pads: Iterable[Pad], sleutel: str) -> Iterator[Bevinding]:
    """The same of these places of a dossier alone."""
    for zin, groep in group_plaatsen(dossier.samenwerking, pads).items():
        yield Bevinding("verwijzing", zin, _settle(dossier.samenwerking, groep[0], sleutel), groep[0])


def _settle(samenwerking: Samenwerking, pad: Pad, sleutel: str) -> Oplossing:
    """What names something else at a place of the dossier, or takes the whole away there."""
    if pad[0] == "documenten":
        if "instemming" in pad:
            return "Was dat een vergissing: ", Remedy("instemmen", waarde=str(pad[1]), met={"partner": sleutel, "weg": ""})
        return "Was dat een vergissing: ", Remedy("vaststellen", waarde=str(pad[1]), met={"weg": ""})
    if len(pad) == 1:
        return Remedy("zet", pad, NAAM)
    veld = field_around(samenwerking, pad)
    if veld.soort in ENKELVOUDIG:
        opties = {veld.naam: NAAM}
        return Remedy("wijzig", pad[:2], met=opties)
    # Of a list all goes, and those that stay are given again; what stood with a key in a mapping only a person can divide.
    anders = {veld.naam: NAMEN} if veld.soort == VERWIJZINGEN else {}
    opties = {"leeg": veld.naam, **anders}
    return Remedy("wijzig", pad[:2], met=opties)
