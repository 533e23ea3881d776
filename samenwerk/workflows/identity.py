"""The id by which a dossier is known: every new dossier has one, an older one gets it when something leans on it."""

from samenwerk.domain.ids import CHANCE_BYTES, make_id
from samenwerk.storage import chance
from samenwerk.storage.dossier import Dossier
from samenwerk.storage.yaml_changes import Set
from samenwerk.workflows.changes import try_changes


def choose_id() -> str:
    """An id that no other dossier has."""
    return make_id(chance.take_bytes(CHANCE_BYTES))


def with_id(dossier: Dossier) -> Dossier:
    """The dossier with an id; the same one when it has an id already. Nothing is written. Raises what `try_changes` raises."""
    return dossier if dossier.samenwerking.id else try_changes(dossier, [Set(("id",), choose_id())])
