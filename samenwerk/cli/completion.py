"""What the Tab key offers: fasen, documents, soorten, and the keys and fields of the dossier at hand."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from samenwerk.cli.words.declare import Argument
from samenwerk.errors import SamenwerkError

if TYPE_CHECKING:
    from samenwerk.domain.samenwerking import Samenwerking


def complete_fase(start: Path, incomplete: str) -> list[tuple[str, str]]:
    """The ids of the fasen."""
    from samenwerk.domain.fasen import FASEN

    return [(fase.id, fase.kernvraag) for fase in FASEN if fase.id.startswith(incomplete)]


def complete_toestand(start: Path, incomplete: str) -> list[str]:
    """The toestanden a collaboration can rest or end in."""
    from samenwerk.domain.fasen import EINDTOESTANDEN

    return [toestand for toestand in EINDTOESTANDEN if toestand.startswith(incomplete)]


def complete_document(start: Path, incomplete: str) -> list[str]:
    """The kinds of documents, and once `projectfiche-` is typed those of the dossier."""
    from samenwerk.domain.documenten import DOCUMENT_IDS, all_uitgaven

    namen = [naam for naam in DOCUMENT_IDS if naam.startswith(incomplete)]
    if namen:
        return namen
    return [
        uitgave.naam
        for samenwerking in _read_quietly(start)
        for uitgave in all_uitgaven(samenwerking)
        if uitgave.naam.startswith(incomplete)
    ]


def complete_sjabloon(start: Path, incomplete: str) -> list[str]:
    """The templates, those of the organisation too."""
    from samenwerk.storage.read_once import ReadOnce
    from samenwerk.storage.templates import Templates
    from samenwerk.workflows.sjablonen import list_labels

    templates = Templates(ReadOnce(start))
    return [label for label in list_labels(templates) if label.startswith(incomplete)]


def complete_formaat(start: Path, incomplete: str) -> list[str]:
    """The forms a document can have."""
    from samenwerk.workflows.forms import list_formaten

    return [formaat for formaat in list_formaten() if formaat.startswith(incomplete)]


def complete_instemming(start: Path, incomplete: str) -> list[str]:
    """The ways in which a partner agrees."""
    from samenwerk.domain.tijdlijn import INSTEMMINGSOORTEN

    return [soort for soort in INSTEMMINGSOORTEN if soort.startswith(incomplete)]


def complete_besluit(start: Path, incomplete: str) -> list[str]:
    """What an evaluation can come to."""
    from samenwerk.domain.tijdlijn import BESLUITEN

    return [besluit for besluit in BESLUITEN if besluit.startswith(incomplete)]


def complete_soort(start: Path, incomplete: str) -> list[str]:
    """The soorten of the logbook."""
    from samenwerk.domain.tijdlijn import LOGBOEKSOORTEN

    return [soort for soort in LOGBOEKSOORTEN if soort.startswith(incomplete)]


def complete_partners(start: Path, incomplete: str) -> list[str]:
    """The keys of partners, behind those that were typed already with commas between them."""
    return [naam for samenwerking in _read_quietly(start) for naam in _complete_list(incomplete, list(samenwerking.partners))]


def complete_deelnemers(start: Path, incomplete: str) -> list[str]:
    """The keys of partners and stakeholders, in the same way."""
    return [
        naam
        for samenwerking in _read_quietly(start)
        for naam in _complete_list(incomplete, [*samenwerking.partners, *samenwerking.stakeholders])
    ]


def _complete_list(incomplete: str, sleutels: list[str]) -> list[str]:
    voor, komma, woord = incomplete.rpartition(",")
    genoemd = voor.split(",")
    return [f"{voor}{komma}{sleutel}" for sleutel in sleutels if sleutel.startswith(woord) and sleutel not in genoemd]


def complete_partner(start: Path, incomplete: str) -> list[tuple[str, str]]:
    """The keys of the partners that still take part, with their names."""
    return [
        (sleutel, partner.naam)
        for samenwerking in _read_quietly(start)
        for sleutel, partner in samenwerking.partners.items()
        if sleutel.startswith(incomplete) and not partner.has_left
    ]


def complete_keuze(keuzes: tuple[str, ...]) -> Callable[[Path, str], list[str]]:
    """What offers the words of a choice."""

    def complete(start: Path, incomplete: str) -> list[str]:
        return [keuze for keuze in keuzes if keuze.startswith(incomplete)]

    return complete


def complete_sleutel(veld: str) -> Callable[[Path, str], list[tuple[str, str]]]:
    """For a collection, what offers the keys of its records, each with the words people know it by."""

    def complete(start: Path, incomplete: str) -> list[tuple[str, str]]:
        return [
            (sleutel, record if isinstance(record, str) else str(next(iter(record))[1]))
            for samenwerking in _read_quietly(start)
            for sleutel, record in getattr(samenwerking, veld).items()
            if sleutel.startswith(incomplete)
        ]

    return complete


def complete_pad(start: Path, incomplete: str) -> list[tuple[str, str]]:
    """The dotted paths of single fields, one part at a time."""
    from samenwerk.workflows.fields import list_pads

    return [pair for samenwerking in _read_quietly(start) for pair in list_pads(samenwerking, incomplete)]


def _read_quietly(start: Path) -> Iterator["Samenwerking"]:
    """The dossier when there is a readable one: completion offers nothing rather than complain."""
    from samenwerk.storage.dossier import read_dossier

    try:
        yield read_dossier(start, accept_fouten=True).samenwerking
    except SamenwerkError:
        return


DocumentArgument = Annotated[
    str,
    Argument(metavar="DOCUMENT", help="Bijvoorbeeld startnota.", complete=complete_document),
]
"""The one document a command is about."""
