"""How far a text can be read, and how much is wrong in what was read: by that one way to mend it is better than another."""

from typing import NamedTuple

from samenwerk.domain.record import Record
from samenwerk.errors import FOUT, Bevinding, DossierError
from samenwerk.storage.reader import read_fields
from samenwerk.storage.yaml_problems import find_stop
from samenwerk.storage.yaml_tree import NOT_YAML, Plain, Tree, build_tree, to_plain

AT_MOST = 20_000_000
"""How many signs are read to mend one file, all tries together: a few seconds, whatever someone put in it."""

NOWHERE = 1_000_000_000
"""The line where a text stops that can be read to its end."""


class Verdict(NamedTuple):
    """The line at which reading stops, counted from 1, and why; what was read before it, and the errors in that."""

    stop: int
    said: str
    tree: Tree | None
    fouten: tuple[Bevinding, ...]

    @property
    def reads(self) -> bool:
        """Whether the whole text is YAML."""
        return self.stop == NOWHERE

    @property
    def plain(self) -> Plain:
        """The data that were read."""
        return to_plain(self.tree.root) if self.tree else ""

    @property
    def rank(self) -> tuple[int, int]:
        """The larger, the better."""
        return self.stop, -len(self.fouten)


class Judge:
    """Reads texts of one file, of a record of `soort`, until it has read enough."""

    def __init__(self, soort: type[Record]) -> None:
        self._soort = soort
        self._left = AT_MOST

    @property
    def is_tired(self) -> bool:
        """Whether so much was read that no more is tried."""
        return self._left <= 0

    def read(self, text: str) -> Verdict:
        """What reading a text comes to."""
        self._left -= len(text)
        try:
            tree = build_tree(text)
        except NOT_YAML as error:
            return Verdict(*find_stop(text, error), None, ())
        except DossierError as error:
            [bevinding] = error.bevindingen
            return Verdict(bevinding.regel, bevinding.code, None, ())
        return self._weigh(NOWHERE, "", tree)

    def read_before(self, text: str, verdict: Verdict) -> Verdict:
        """The same verdict with what stands before the line where reading stops, as far as that can be read by itself."""
        if verdict.reads:
            return verdict
        lines = text.split("\n")[: verdict.stop - 1]
        before = self.read("\n".join([*lines, ""]))
        return self._weigh(verdict.stop, verdict.said, before.tree) if before.tree else verdict

    def _weigh(self, stop: int, said: str, tree: Tree) -> Verdict:
        bevindingen = read_fields(tree, self._soort)
        return Verdict(stop, said, tree, tuple(bevinding for bevinding in bevindingen if bevinding.ernst == FOUT))
