"""The documents of one dossier: one of each kind, and a projectfiche for each project."""

from typing import NamedTuple

from samenwerk.domain.documenten import DOCUMENT_IDS, DOCUMENTEN, PROJECTFICHE, Document, document_of
from samenwerk.domain.fasen import fase_of
from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.domain.taal import SYNONIEMEN, in_taal


class Uitgave(NamedTuple):
    """One document of one dossier: a kind of document and, for a projectfiche, the project it is about."""

    document: Document
    project: str = ""

    @property
    def naam(self) -> str:
        """The key in the dossier and the name of the file: `startnota`, `projectfiche-huiswerkklas`."""
        return f"{self.document.id}-{self.project}" if self.project else self.document.id

    @property
    def bron(self) -> list[str]:
        """The fields in which people agree when they adopt it."""
        return [pad.format(project=self.project, uitgave=self.naam) for pad in self.document.bron]

    @property
    def velden(self) -> list[str]:
        """All fields it is made of, and the one that chooses its words."""
        return ["taal", *self.bron, *(pad.format(project=self.project, uitgave=self.naam) for pad in self.document.verder)]


def uitgaven_of(samenwerking: Samenwerking, document: Document) -> list[Uitgave]:
    """The documents of this kind the dossier has: one, or for the projectfiche one for each project."""
    if document.id == PROJECTFICHE:
        return [Uitgave(document, project) for project in samenwerking.projecten]
    return [Uitgave(document)]


def all_uitgaven(samenwerking: Samenwerking) -> list[Uitgave]:
    """Every document of the dossier, in the order of the fasen."""
    return [uitgave for document in DOCUMENTEN for uitgave in uitgaven_of(samenwerking, document)]


def uitgaven_of_fase(samenwerking: Samenwerking, fase: str) -> list[Uitgave]:
    """The documents in which a fase ends (the column `resultaat` of the table of fasen)."""
    return [
        uitgave for document_id in fase_of(fase).resultaat for uitgave in uitgaven_of(samenwerking, document_of(document_id))
    ]


def uitgaven_so_far(samenwerking: Samenwerking) -> list[Uitgave]:
    """The documents of the fasen in which the group has been: what there is to send of its way so far."""
    return [
        uitgave for uitgave in all_uitgaven(samenwerking) if uitgave.document.fase and samenwerking.ronde(uitgave.document.fase)
    ]


def uitgave_about(veld: str, sleutel: str) -> Uitgave | None:
    """The document about one record and nothing else: of a project its projectfiche. Other collections have none."""
    return Uitgave(document_of(PROJECTFICHE), sleutel) if veld == "projecten" else None


def find_uitgaven(samenwerking: Samenwerking, naam: str) -> list[Uitgave]:
    """The documents a person means by a name, which may be one that practice uses too (`startnotitie`).

    `projectfiche` alone means all of them. Empty when there is no such document.
    """
    naam = SYNONIEMEN.get(naam, naam)
    if naam in DOCUMENT_IDS:
        return uitgaven_of(samenwerking, document_of(naam))
    return [uitgave for uitgave in all_uitgaven(samenwerking) if uitgave.naam == naam]


def titel_of(samenwerking: Samenwerking, uitgave: Uitgave) -> str:
    """The document as it stands in a list: `Startnota`, `Projectfiche Huiswerkklas`."""
    project = samenwerking.projecten[uitgave.project].titel or uitgave.project if uitgave.project else ""
    return f"{uitgave.document.in_taal(samenwerking.taal).titel} {project}".rstrip()


def describe_uitgave(samenwerking: Samenwerking, uitgave: Uitgave) -> str:
    """The document as it stands in a sentence: `de startnota`, `de projectfiche van Huiswerkklas`."""
    wat = in_taal(uitgave.document.met_lidwoord, samenwerking.taal)
    return f"{wat} van {samenwerking.projecten[uitgave.project].titel or uitgave.project}" if uitgave.project else wat
