"""A step over one file or several: made ready beside them, then put in place one after the other, or taken back.

What is still to be put in place stands in the folder `.samenwerk` as `1.nieuw`, `2.nieuw` …, what was there before as `1.oud` …
A file that was put in place is no longer there, so the folder tells how far a step came, whoever died; of a file that is taken
away its own place tells it.
"""

from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from samenwerk.errors import ChangedMeanwhileError, DossierError, RefusedError, SamenwerkError
from samenwerk.storage.file_errors import cannot_write
from samenwerk.storage.files import read_file, resolve
from samenwerk.storage.writing.journal import Entry, digest, remove_journal, turn_back, write_journal
from samenwerk.storage.writing.moves import move, remove
from samenwerk.storage.writing.staging import check_writable, make_folder, stage
from samenwerk.storage.writing.work_folder import clear, has_journal


class Step:
    """The files of one step in the folder `root`, and what is ready for them in `work`, its folder `.samenwerk`."""

    def __init__(self, root: Path, work: Path, entries: Sequence[Entry], folders: Sequence[str]) -> None:
        self._root = root
        self._work = work
        self._entries = entries
        self._folders = folders

    def take(self, contents: Sequence[tuple[bytes | None, bytes | None, bool]]) -> None:
        """Write all files or none: what each will hold, what it held, and whether it is for its owner only.

        Raises `ChangedMeanwhileError` when a file holds something else, `RefusedError` when one cannot be written. Where the
        disk does not even let what was written be put back, the error says so, and the next command ends the step.
        """
        try:
            self._make_ready(contents)
            self._decide()
        except BaseException as error:
            self.close()
            self._raise_when_half_done(error)
            raise
        try:
            self.go_on()
        except BaseException as error:
            with suppress(SamenwerkError):
                self.go_back()
            self._raise_when_half_done(error)
            raise

    def _raise_when_half_done(self, error: BaseException) -> None:
        """Say of a step that was stopped and could not be taken back that it is still to be ended."""
        if isinstance(error, SamenwerkError) and has_journal(self._work):
            raise RefusedError(
                f"{error.melding} Wat al geschreven was, kan nu niet teruggezet worden.",
                "Controleer of de schijf nog werkt. Het volgende commando dat iets schrijft, maakt het af of draait het terug.",
            ) from None

    def _make_ready(self, contents: Sequence[tuple[bytes | None, bytes | None, bool]]) -> None:
        for number, (entry, (new, old, private)) in enumerate(zip(self._entries, contents, strict=True), 1):
            path = self._root / entry.path
            self._check(entry, entry.old)
            target = resolve(path)
            check_writable(target)
            with suppress(OSError):
                # A version before this one wrote its temporary files here.
                target.with_name(f".{target.name}.tmp").unlink()
            try:
                if new is not None:
                    stage(self._new(number), new, target, private=private)
                if len(self._entries) > 1 and old is not None:
                    stage(self._old(number), old, target)
            except OSError as error:
                raise cannot_write(path, error) from None

    def _decide(self) -> None:
        """Say in the journal that the step is made: whoever comes next will finish it. One file needs no journal."""
        if len(self._entries) > 1:
            try:
                write_journal(self._work, self._entries, self._folders)
            except OSError as error:
                raise cannot_write(self._root, error) from None

    def go_on(self) -> None:
        """Put in place what still has to be.

        Raises `ChangedMeanwhileError` when someone changed one of those files, `RefusedError` when it cannot be written;
        those before it are in their place then.
        """
        for number in self._pending():
            entry = self._entries[number - 1]
            path = self._root / entry.path
            target = resolve(path)
            try:
                # Again, at the last moment: an editor knows nothing of the lock.
                check = partial(self._check, entry, entry.old)
                if entry.new:
                    make_folder(target.parent)
                    move(self._new(number), target, check)
                else:
                    remove(target, check)
            except OSError as error:
                raise cannot_write(path, error) from None
        self.close()

    def go_back(self) -> list[str]:
        """Put back what was there before; gives the files that someone changed meanwhile, which stay as they are.

        Raises `RefusedError` when a file cannot be written.
        """
        changed = []
        try:
            turn_back(self._work)
            for number, entry in enumerate(self._entries, 1):
                try:
                    self._put_back(number, entry)
                except ChangedMeanwhileError:
                    changed.append(entry.path)
            for folder in reversed(self._folders):
                with suppress(OSError):
                    (self._root / folder).rmdir()
        except OSError as error:
            raise cannot_write(self._root, error) from None
        self.close()
        return changed

    def is_done(self) -> bool:
        """Whether every file is in its place."""
        return not self._pending()

    def can_go_on(self) -> bool:
        """Whether nobody changed what still has to be replaced, and what is ready for it is whole."""
        pending = [(number, self._entries[number - 1]) for number in self._pending()]
        return all(
            self._holds(entry, entry.old) and (not entry.new or self._is_whole(self._new(number), entry.new))
            for number, entry in pending
        )

    def close(self) -> None:
        """Forget the step. Where its journal cannot be removed now, the next command does that."""
        with suppress(OSError, SamenwerkError):
            remove_journal(self._work)
            clear(self._work)

    def _pending(self) -> list[int]:
        """The numbers of the files that are not yet as they will be; one that is taken away has nothing ready for it."""
        return [
            number
            for number, entry in enumerate(self._entries, 1)
            if (self._new(number).exists() if entry.new else not self._holds(entry, ""))
        ]

    def _new(self, number: int) -> Path:
        return self._work / f"{number}.nieuw"

    def _old(self, number: int) -> Path:
        return self._work / f"{number}.oud"

    def _put_back(self, number: int, entry: Entry) -> None:
        if self._holds(entry, entry.old):
            return
        if self._new(number).exists():
            raise _changed_meanwhile(entry)  # Ours never was in its place.
        if entry.old and not self._is_whole(self._old(number), entry.old):
            raise _changed_meanwhile(entry)  # What was there before is gone; what is there now is all there is.
        target = resolve(self._root / entry.path)
        check = partial(self._check, entry, entry.new)
        if entry.old:
            move(self._old(number), target, check)
        else:
            remove(target, check)

    def _holds(self, entry: Entry, expected: str) -> bool:
        return digest(read_file(self._root, self._root / entry.path)) == expected

    def _is_whole(self, ready: Path, expected: str) -> bool:
        """Whether what the step made is there as it made it: a stranger, or a program that syncs, may be here too."""
        try:
            return not ready.is_symlink() and digest(read_file(self._work, ready)) == expected
        except DossierError:
            return False

    def _check(self, entry: Entry, expected: str) -> None:
        if not self._holds(entry, expected):
            raise _changed_meanwhile(entry)


def _changed_meanwhile(entry: Entry) -> ChangedMeanwhileError:
    return ChangedMeanwhileError(
        f"{Path(entry.path).name} is intussen door iemand anders gewijzigd; er is niets geschreven.",
        "Bekijk de wijziging en geef het commando opnieuw.",
    )
