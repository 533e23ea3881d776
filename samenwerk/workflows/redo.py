"""What a command planned, done again when someone else saved meanwhile: on the file as it is then, unless both meant one place.

What a workflow plans follows from the file as it was read. So it is asked again for the file as it is now; what someone wrote
in the places that the first plan touched is never written over.
"""

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from samenwerk.domain.intern import is_intern_at
from samenwerk.domain.plaatsen import name_plaats
from samenwerk.errors import Bevinding, ChangedMeanwhileError, ConflictError, Pad
from samenwerk.storage.dossier import Dossier
from samenwerk.storage.record_file import RecordFile
from samenwerk.storage.yaml_changes import Append, Remove, Set, find_plain
from samenwerk.storage.yaml_tree import Plain, to_plain
from samenwerk.workflows.changes import CrossedError, Trial

_TIMES = 5

Doel = TypeVar("Doel", bound=RecordFile)
Rest = ParamSpec("Rest")
Result = TypeVar("Result")


def redo_when_changed(workflow: Callable[Concatenate[Doel, Rest], Result]) -> Callable[Concatenate[Doel, Rest], Result]:
    """The workflow, done again for the file as it is now when someone else changed it at other places since it was read.

    Raises `ConflictError` when someone changed the same place, and `ChangedMeanwhileError` when the file changes every time.
    """

    @wraps(workflow)
    def redo(doel: Doel, /, *args: Rest.args, **kwargs: Rest.kwargs) -> Result:
        for _ in range(_TIMES):
            try:
                return workflow(doel, *args, **kwargs)
            except CrossedError as crossed:
                doel = _read_again(doel, crossed)
        return workflow(doel, *args, **kwargs)

    return redo


def redo_on_files(workflow: Callable[Concatenate[Dossier, Rest], Result]) -> Callable[Concatenate[Dossier, Rest], Result]:
    """The workflow, done again for the files as they are now when someone else saved one of them since they were read.

    For what is made of files and of nothing that a person said: no words are at stake, whoever saved what. Raises
    `ChangedMeanwhileError` when the files change every time, or did not change and cannot be written.
    """

    @wraps(workflow)
    def redo(dossier: Dossier, /, *args: Rest.args, **kwargs: Rest.kwargs) -> Result:
        for _ in range(_TIMES):
            try:
                return workflow(dossier, *args, **kwargs)
            except ChangedMeanwhileError:
                fresh = dossier.read_again()
                if fresh.content == dossier.content and dossier.files.still_hold():
                    raise
                dossier = fresh
        return workflow(dossier, *args, **kwargs)

    return redo


def _read_again(doel: Doel, crossed: CrossedError) -> Doel:
    fresh = doel.read_again()
    # After it, so that nothing can be saved between the two that is not seen.
    files: list[tuple[Trial, RecordFile]] = [
        (trial, fresh if trial.before.name == fresh.name else trial.before.read_again()) for trial in crossed.trials
    ]
    if all(now.content == trial.before.content for trial, now in files):
        # Nobody changed anything: another command holds the lock all the time.
        raise crossed
    botsingen = [botsing for trial, now in files for botsing in _find_botsingen(trial, now)]
    if botsingen:
        raise ConflictError(
            "Iemand anders wijzigde intussen hetzelfde; er is niets geschreven.",
            "Geef het commando opnieuw als uw wijziging in de plaats moet komen.",
            botsingen,
        )
    return fresh


def _find_botsingen(trial: Trial, now: RecordFile) -> Iterator[Bevinding]:
    """The places that the changes touch and that do not hold any more what was read there. What is added touches no place."""
    was, found = to_plain(trial.before.tree.root), to_plain(now.tree.root)
    for change in trial.changes:
        there = find_plain(found, change.pad)
        wanted = change.value if isinstance(change, Set | Append) else ""
        is_other = isinstance(change, Set | Remove) and there not in (find_plain(was, change.pad), wanted)
        if is_other or _is_renumbered(was, found, change.pad):
            melding = f"{name_plaats(now.addressable, change.pad)}: {_compare(now, change.pad, there or '', wanted)}."
            regel, kolom = now.tree.locate(change.pad)
            yield Bevinding(ConflictError.code, melding, "", change.pad, bestand=now.name, regel=regel, kolom=kolom)


def _compare(file: RecordFile, pad: Pad, there: Plain, wanted: Plain) -> str:
    # Of a whole record too little would be seen, and something in it may be for the facilitator alone.
    is_shown = not (file.is_vertrouwelijk or is_intern_at(file.record, pad))
    if not (is_shown and isinstance(there, str) and isinstance(wanted, str)):
        return "iemand anders wijzigde dit intussen"
    nu = f"er staat nu “{there}”" if there else "er staat nu niets meer"
    return f"{nu}; u {f'gaf “{wanted}”' if wanted else 'haalde het weg'}"


def _is_renumbered(was: Plain, found: Plain, pad: Pad) -> bool:
    """Whether a number in a pad may now be that of something else: its list became longer or shorter."""
    places = [pad[:number] for number, deel in enumerate(pad) if isinstance(deel, int)]
    return any(_count(find_plain(was, place)) != _count(find_plain(found, place)) for place in places)


def _count(plain: Plain | None) -> int:
    return len(plain) if isinstance(plain, list) else 0
