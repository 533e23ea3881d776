"""The formaat of samenwerking.yaml: the one place where a dossier of another version of samenwerk is met.

What the number promises: docs/besluiten/0020-formaat.md.
"""

import re

from samenwerk.domain.samenwerking import FORMAAT
from samenwerk.errors import Bevinding, NewerFormaatError
from samenwerk.storage.yaml_tree import Scalar, Tree, resolve

_NUMBER = re.compile("[0-9]{1,9}")


def open_formaat(tree: Tree, bestand: str) -> Tree:
    """The tree of a dossier in the formaat of this version.

    There is none before 1; a formaat 2 will be made of 1 here. A formaat that is no number is for the reader to tell.
    Raises `NewerFormaatError` for a dossier of a newer samenwerk: this version does not know what its fields mean.
    """
    node = tree.root.find("formaat")
    formaat = resolve(node) if node is not None else None
    if isinstance(formaat, Scalar) and _NUMBER.fullmatch(formaat.value) and int(formaat.value) > FORMAAT:
        melding = f"Hier staat formaat {int(formaat.value)}; deze versie van samenwerk kent formaat {FORMAAT}."
        plaats = tree.locate(("formaat",))._asdict()
        raise NewerFormaatError(
            "Dit dossier is gemaakt met een nieuwere versie van samenwerk.",
            bevindingen=[
                Bevinding(NewerFormaatError.code, melding, "Werk samenwerk bij.", ("formaat",), bestand=bestand, **plaats)
            ],
        )
    return tree
