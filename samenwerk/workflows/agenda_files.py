"""The files of the agendas: where they are, and which of them tell calendars other days than the dossier holds."""

from samenwerk.domain.documenten import DOCUMENT_FOLDER
from samenwerk.storage.dossier import Dossier

_NAME, _ENDING = "agenda", ".ics"


def path_of_agenda(voor: str) -> str:
    """The agenda of all, or of one partner, relative to the folder of the dossier."""
    return f"{DOCUMENT_FOLDER}/{_NAME}{f'-{voor}' if voor else ''}{_ENDING}"


def find_outdated(before: Dossier, after: Dossier) -> list[str]:
    """Whose agendas tell other days than the dossier does after a change: keys of partners, and an empty text for all."""
    files = (after.folder / DOCUMENT_FOLDER).glob(f"{_NAME}*{_ENDING}")
    gemaakt = sorted(path.name.removeprefix(_NAME).removesuffix(_ENDING).removeprefix("-") for path in files)
    if not gemaakt:
        return []
    # Here and not above: most dossiers have no agenda.
    from samenwerk.domain.termijnen import find_termijnen

    return [voor for voor in gemaakt if find_termijnen(before.samenwerking, voor) != find_termijnen(after.samenwerking, voor)]
