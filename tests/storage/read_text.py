"""Reading the text of a dossier in a test, whole or as what is added to the least there can be."""

from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.errors import Bevinding
from samenwerk.storage.reader import read_samenwerking
from samenwerk.storage.yaml_tree import parse_tree

KOP = "formaat: 1\nnaam: De Brug\nfase: opstart\ntoestand: actief\n"
VERLOOP = "verloop:\n  - {datum: 2026-01-10, naar: opstart}\n"
PARTNERS = "partners:\n  stad: {naam: Stad}\n  school: {naam: School}\n"


def read(text: str) -> tuple[Samenwerking, list[Bevinding]]:
    return read_samenwerking(parse_tree(text))


def findings_of(body: str) -> list[Bevinding]:
    """The findings of a dossier that is in order but for these lines, which begin at line 5."""
    return read(KOP + body + VERLOOP)[1]
