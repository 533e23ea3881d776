"""Where an answer will be read."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samenwerk.domain.samenwerking import Samenwerking
    from samenwerk.errors import Pad


def say_where(samenwerking: "Samenwerking", pad: "Pad") -> str:
    """In which documents a place of the dossier is shown, or who can read it all the same."""
    from samenwerk.domain.documenten import documents_with
    from samenwerk.domain.taal import in_taal
    from samenwerk.domain.zinnen import som_op

    documenten = documents_with(pad)
    if not documenten:
        return "Het komt in geen document. Wie samenwerking.yaml kan openen, kan het lezen."
    return f"Het komt in {som_op([in_taal(document.met_lidwoord, samenwerking.taal) for document in documenten])}."
