"""What every writing command has in common: the change is tried first, shown or written after."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from samenwerk.domain.dagen import check_dagen
from samenwerk.errors import ChangedMeanwhileError, DossierError, EditNotPossibleError, RefusedError, show_pad
from samenwerk.storage import clock
from samenwerk.storage.dossier import Dossier
from samenwerk.storage.record_file import File, change_file, save_files
from samenwerk.workflows.intern import cover_intern

if TYPE_CHECKING:
    from samenwerk.domain.uitgaven import Uitgave
    from samenwerk.storage.notities import DossierFile
    from samenwerk.storage.writing.replacement import Replacement
    from samenwerk.storage.yaml_changes import Change


class Gewijzigd(NamedTuple):
    """A change that was made, or with `proef` only tried, and in a sentence what was done.

    `geraakt` are the adopted documents that it made a concept again, `agendas` those that tell other days than the dossier
    does now: the partner of each, and an empty text for that of all.
    """

    dossier: Dossier
    compare: Callable[[], str]
    proef: bool
    geraakt: "Sequence[Uitgave]" = ()
    melding: str = ""
    agendas: Sequence[str] = ()

    def told(self, melding: str) -> "Gewijzigd":
        """The same change with the sentence that says what was done."""
        return self._replace(melding=melding)

    @property
    def verschil(self) -> str:
        """The lines that differ. Looked for when someone asks: between thousands of changed lines that takes seconds."""
        return self.compare()


class Trial(NamedTuple):
    """Changes that were tried: the file before and after, and what makes the one of the other."""

    before: "DossierFile"
    changes: "list[Change]"
    after: "DossierFile"


class CrossedError(ChangedMeanwhileError):
    """Someone else changed a file after it was read, or is writing; `trials` is what was not written."""

    def __init__(self, error: ChangedMeanwhileError, trials: Sequence[Trial]) -> None:
        super().__init__(error.melding, error.oplossing, error.bevindingen)
        self.trials = trials


def apply_changes(before: "DossierFile", changes: "list[Change]", *, proef: bool) -> Gewijzigd:
    """Change the file, and write it unless this is a proef.

    Raises what `try_changes` and `finish` raise; then nothing was written.
    """
    return finish([try_out(before, changes)], proef=proef)


def try_out(before: "DossierFile", changes: "list[Change]") -> Trial:
    """The file as it would be after the changes; nothing is written yet. Raises what `try_changes` raises."""
    return Trial(before, changes, try_changes(before, changes))


def finish(trials: Sequence[Trial], beside: "Sequence[Replacement]" = (), *, proef: bool) -> Gewijzigd:
    """Write what was tried in files that belong together, all or none, unless this is a proef; the dossier comes last.

    What is `beside` are other files that go with them.

    Raises `CrossedError` when someone else changed one of them, and what writing raises; then nothing was written.
    """
    try:
        save_files([(before, after) for before, _, after in trials], beside, proef=proef)
    except ChangedMeanwhileError as error:
        raise CrossedError(error, trials) from None
    before, after = trials[-1].before.dossier, trials[-1].after.dossier
    gewijzigd = Gewijzigd(after, partial(_describe_trials, trials), proef, _find_touched(before, after))
    if proef:
        return gewijzigd
    from samenwerk.workflows.agenda_files import find_outdated

    return gewijzigd._replace(agendas=find_outdated(before, after))


def _describe_trials(trials: Sequence[Trial]) -> str:
    return "\n".join(filter(None, (describe_change(before, after) for before, _, after in trials)))


def _find_touched(before: Dossier, after: Dossier) -> "list[Uitgave]":
    from samenwerk.domain.uitgaven import all_uitgaven
    from samenwerk.domain.versies import Versiestand

    # A project with another key has the same fiche by another name: that is not touched by it.
    gebleven = [uitgave for uitgave in all_uitgaven(before.samenwerking) if uitgave in all_uitgaven(after.samenwerking)]
    return [
        uitgave
        for uitgave in gebleven
        if Versiestand(before.samenwerking, uitgave).is_actueel and not Versiestand(after.samenwerking, uitgave).is_actueel
    ]


def try_changes(before: File, changes: "list[Change]") -> File:
    """The file as it would be after the changes.

    Raises `RefusedError` when a sound file would get errors by them or a day that cannot be meant, and else what
    `change_file` raises. A file with errors that cannot be edited either is told by its errors.
    """
    try:
        after = change_file(before, changes)
    except EditNotPossibleError:
        if before.errors:
            raise before.refuse_whole() from None
        raise
    except DossierError as error:
        if before.errors:
            raise
        raise RefusedError(f"Zo zou {before.what} niet meer kloppen; er is niets geschreven.", "", error.bevindingen) from None
    _check_dagen(before, after)
    return after


def _check_dagen(before: File, after: File) -> None:
    """Raise `RefusedError` for a day that cannot be meant, unless it stood so in the file already."""
    vandaag = clock.today()
    gevonden = list(check_dagen(after.record, vandaag))
    if not gevonden:
        return
    stond_er = Counter(bevinding.melding for bevinding in check_dagen(before.record, vandaag))
    nieuw = [bevinding for bevinding in gevonden if not _take(stond_er, bevinding.melding)]
    if len(nieuw) == 1:
        raise RefusedError(nieuw[0].melding, nieuw[0].oplossing)
    if nieuw:
        bevindingen = [bevinding._replace(melding=f"{show_pad(bevinding.pad)}: {bevinding.melding}") for bevinding in nieuw]
        raise RefusedError("Deze dagen kloppen niet; er is niets geschreven.", bevindingen=bevindingen)


def _take(counts: Counter[str], melding: str) -> bool:
    """Whether one of these was left; then there is one less."""
    counts[melding] -= 1
    return counts[melding] >= 0


def describe_change(before: "DossierFile", after: "DossierFile") -> str:
    """The lines that differ, as others may see them; empty when none does.

    Of a confidential file only how many there are, for lines show their neighbours.
    """
    if after.tree.text == before.tree.text:
        return ""
    # Here and below, and not above: who only writes asks for no lines.
    from samenwerk.workflows.diff import show_diff

    if not before.is_vertrouwelijk:
        verschil = show_diff(cover_intern(before), cover_intern(after), before.name)
        only_intern = f"{before.name}: er verandert alleen iets dat voor de begeleider alleen is; het bestand zelf toont het."
        return verschil or only_intern
    tekens = [line[:1] for line in show_diff(before.tree.text, after.tree.text, before.name).splitlines()[2:]]
    return (
        f"{before.name}: regels weg {tekens.count('-')}, regels erbij {tekens.count('+')}; wat er staat, blijft vertrouwelijk."
    )


def write_beside(dossier: Dossier, name: str, old: bytes | None, new: bytes, *, proef: bool) -> Gewijzigd:
    """Put a whole file beside the dossier in the place of what was read of it, and write it unless this is a proef.

    Raises what `put_in_place` raises; then nothing was written.
    """
    from samenwerk.storage.writing.in_place import put_in_place
    from samenwerk.storage.writing.replacement import Replacement
    from samenwerk.workflows.diff import show_file_diff

    if new != old:
        put_in_place(dossier.folder, [Replacement(dossier.folder / name, new, old)], proef=proef)
    return Gewijzigd(dossier, partial(show_file_diff, old, new, name), proef)
