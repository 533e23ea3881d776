"""What must change in the text where a record that got another key is named."""

from collections.abc import Iterator, Sequence

from samenwerk.domain.verwijzingen import Verwijzing
from samenwerk.storage.yaml_changes import Change, Rename, Set


def plan_rename(verwijzingen: Sequence[Verwijzing], oud: str, nieuw: str) -> Iterator[Change]:
    """The change for each of these references to a record that is called otherwise now."""
    for verwijzing in verwijzingen:
        if not verwijzing.is_naam:
            yield Set(verwijzing.pad, nieuw)
        else:
            yield Rename(verwijzing.pad, rename_in(str(verwijzing.pad[-1]), oud, nieuw))


def rename_in(naam: str, oud: str, nieuw: str) -> str:
    """A key that is the key of a record, or ends in it as the name of a document does, with the new key in it."""
    return f"{naam[: len(naam) - len(oud)]}{nieuw}"
