"""A file of records: read, typed and checked as a whole, changed line by line, written only in the place of what was read."""

import codecs
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, TypeVar

from samenwerk.errors import FOUT, Bevinding, DossierError
from samenwerk.storage.arrival import check_arrived
from samenwerk.storage.memory import ring
from samenwerk.storage.merge_markers import check_merge_markers
from samenwerk.storage.yaml_tree import Tree, parse_tree

if TYPE_CHECKING:
    from samenwerk.domain.record import Record
    from samenwerk.storage.writing.replacement import Replacement
    from samenwerk.storage.yaml_changes import Change

_BOM = b"\xef\xbb\xbf"


class RecordFile:
    """A file as it was read: its folder, its bytes, and what they say. A kind of file has its own name and record.

    Making one raises `DossierError` when the bytes cannot be read at all; what is wrong in them is in `bevindingen`.
    `expected` is what must still be on disk when the file is written: None for a file that is not there yet.
    """

    name: ClassVar[str]
    what: ClassVar[str]
    """What people call the file, in a sentence."""
    is_vertrouwelijk: ClassVar[bool] = False
    may_be_empty: ClassVar[bool] = True
    soort: "ClassVar[type[Record]]"
    record: "Record"

    def __init__(self, folder: Path, content: bytes, *, is_new: bool = False, tree: Tree | None = None) -> None:
        self.folder = folder
        self.content = content
        self.expected = None if is_new else content
        self.tree = tree or self._parse(content)
        self.record, self._found = self.read(self.tree)
        self.bevindingen = self.locate(self._found)

    def read(self, tree: Tree) -> "tuple[Record, list[Bevinding]]":
        """Type and check the tree: what could be read, and all findings in the order of the text."""
        raise NotImplementedError

    def _parse(self, content: bytes) -> Tree:
        check_arrived(self.name, content, may_be_empty=self.may_be_empty)
        try:
            text = _decode(content)
        except DossierError as error:
            raise self.refuse(self.locate(error.bevindingen)) from None
        markers = check_merge_markers(text)
        if markers:
            raise self.refuse(self.locate(markers))
        try:
            return parse_tree(text)
        except DossierError as error:
            # Here and below, and not above: few files are broken.
            from samenwerk.storage.mending.offer import explain_unreadable

            raise self.refuse(self.locate(explain_unreadable(text, error.bevindingen, self.soort))) from None

    def with_tree(self: "File", tree: Tree) -> "File":
        """The same file with another text, as it would be read; the text was parsed already."""
        raise NotImplementedError

    def read_again(self: "File") -> "File":
        """The same file as it is on disk now. Raises `DossierError` when it cannot be used."""
        raise NotImplementedError

    def encode(self, text: str) -> bytes:
        """The bytes of a text in the place of this one, with a byte order mark when it has one."""
        return (_BOM if self.content.startswith(_BOM) else b"") + text.encode()

    @property
    def addressable(self) -> "Record":
        """What a dotted path can lead into."""
        return self.record

    @property
    def errors(self) -> list[Bevinding]:
        """The findings that make the file unusable."""
        return [bevinding for bevinding in self.bevindingen if bevinding.ernst == FOUT]

    def refuse_whole(self) -> DossierError:
        """The error that lists what makes the file unusable as it stands on disk, and what could be mended."""
        from samenwerk.storage.mending.offer import explain_unusable

        errors = [bevinding for bevinding in self._found if bevinding.ernst == FOUT]
        return self.refuse(self.locate(explain_unusable(self.tree.text, errors, self.soort)))

    def refuse(self, bevindingen: list[Bevinding]) -> DossierError:
        """The error that lists what makes the file unusable."""
        fouten = "staat 1 fout. Herstel die" if len(bevindingen) == 1 else f"staan {len(bevindingen)} fouten. Herstel die"
        return DossierError(
            f"In {self.name} {fouten} eerst: tot dan doet samenwerk niets met {self.what}.", bevindingen=bevindingen
        )

    def locate(self, bevindingen: Sequence[Bevinding]) -> list[Bevinding]:
        """The findings with the file they are in."""
        return [bevinding._replace(bestand=self.name) for bevinding in bevindingen]


File = TypeVar("File", bound=RecordFile)


def change_file(before: File, changes: "list[Change]") -> File:
    """The file as it would be after the changes; nothing is written yet.

    Raises `DossierError` when the result has errors, `EditNotPossibleError` when the text cannot be edited safely.
    """
    # Here and not above: who only reads a dossier must not pay for the editor.
    from samenwerk.storage.yaml_editor import edit_tree

    changed = before.with_tree(edit_tree(before.tree, changes))
    if changed.errors:
        raise changed.refuse(changed.errors)
    return changed


def save_files(
    pairs: Sequence[tuple[RecordFile, RecordFile]], beside: "Sequence[Replacement]" = (), *, proef: bool = False
) -> None:
    """Write changed files of one folder, and those that go with them, all or none.

    Raises what `put_in_place` raises.
    """
    # Here and below, and not above: who only reads a dossier must not pay for writing one.
    from samenwerk.storage.writing.in_place import put_in_place

    replacements = [*beside, *(plan_save(before, after) for before, after in pairs if after.content != before.content)]
    if replacements:
        put_in_place(pairs[0][0].folder, replacements, proef=proef)
        for _, after in () if proef else pairs:
            keep_version(after)


def keep_version(file: RecordFile) -> None:
    """Keep what a file holds among the versions of it, for who must know later what two versions came of."""
    ring.keep_version(file.folder, file.name, file.content)


def plan_save(before: RecordFile, after: RecordFile) -> "Replacement":
    """What writing a changed file in the place of the one that was read comes to."""
    from samenwerk.storage.writing.replacement import Replacement

    return Replacement(before.folder / before.name, after.content, before.expected, before.is_vertrouwelijk)


def _decode(content: bytes) -> str:
    try:
        if not content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) and b"\0" not in content:
            return content.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError:
        pass
    # Here and not above: few files are saved otherwise.
    from samenwerk.storage.mending.offer import explain_coding

    bevindingen = explain_coding(content)
    if bevindingen:
        raise DossierError("Dit bestand is geen UTF-8.", bevindingen=bevindingen)
    return content.removeprefix(_BOM).decode("utf-8")
