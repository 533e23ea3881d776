"""The two kinds of wrong, and what can be done about them.

A `Bevinding` is data, shown together with all others; a `SamenwerkError` stops the command. Both carry an `Oplossing`.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

Pad = tuple[str | int, ...]
"""Where a value stands in the dossier: keys, and positions in lists counted from 0."""

FOUT = "fout"
ADVIES = "advies"


def show_pad(pad: Pad) -> str:
    """Write a pad as people read and type it: dotted, list positions counted from 1."""
    return ".".join(str(deel + 1) if isinstance(deel, int) else deel for deel in pad)


class Remedy(NamedTuple):
    """What mends something, as data: what to do, at which place of the dossier, and with what.

    `doe` is the name of a command (`zet`, `nieuw`, `fase volgende`); empty for an option of the command that was given.
    Of a record `pad` tells which; `waarde` is what goes with it, and `met` holds further fields and options by name, with no
    words for one that is only switched on. How a person does it is for cli/ to say.
    """

    doe: str = ""
    pad: Pad = ()
    waarde: str = ""
    met: Mapping[str, str] = MappingProxyType({})


def option(naam: str, waarde: str = "") -> Remedy:
    """An option of the command that was given, to give as well or to leave out."""
    return Remedy(met={naam: waarde})


class ByHand(NamedTuple):
    """What mends something that no command fills in: the place in the file of the dossier, and its line."""

    pad: Pad
    regel: int


class Line(NamedTuple):
    """What another program than samenwerk does: the words of its line, the program first."""

    words: tuple[str, ...]


Part = str | Remedy | ByHand | Line

Oplossing = Part | tuple[Part, ...]
"""What can be done: in words, as data, or a sentence of both. It never names a command in words."""


def as_parts(oplossing: Oplossing) -> tuple[Part, ...]:
    """The parts of which a longer sentence can be made."""
    if isinstance(oplossing, (str, Remedy, ByHand, Line)):
        return (oplossing,)
    return oplossing


IETS, NAAM, NAMEN, DAG = "…", "NAAM", "NAMEN", "JJJJ-MM-DD"
"""What stands in a remedy for words that only a person knows: a text, a name (in full or short), names with commas, a day."""


class Bevinding(NamedTuple):
    """One thing that is wrong (`fout`) or could be better (`advies`) in the dossier.

    `regel` and `kolom` count from 1; 0 means that the place is not known (yet).
    """

    code: str
    melding: str
    oplossing: Oplossing
    pad: Pad = ()
    ernst: str = FOUT
    bestand: str = ""
    regel: int = 0
    kolom: int = 0


class SamenwerkError(Exception):
    """Something that stops a command; `exit_code` follows the table of exit codes in the README."""

    exit_code = 1
    code = "geweigerd"

    def __init__(
        self, melding: str, oplossing: Oplossing = "", bevindingen: Sequence[Bevinding] = (), *, eerst: Oplossing = ""
    ) -> None:
        super().__init__(melding)
        self.eerst = eerst
        """What does for all findings together, told above them."""
        self.melding = melding
        self.oplossing = oplossing
        self.bevindingen = tuple(bevindingen)

    def as_bevindingen(self) -> tuple[Bevinding, ...]:
        """All that is wrong as findings: those it carries, else itself as one."""
        return self.bevindingen or (Bevinding(self.code, self.melding, self.oplossing),)


class RefusedError(SamenwerkError):
    """The command is understood and may not be done; nothing was written."""


class FaseNotAllowedError(RefusedError):
    """The table of overgangen has no such step from the present fase and toestand."""

    code = "overgang_niet_mogelijk"


class VoorwaardenNotMetError(RefusedError):
    """Required voorwaarden of the present fase are not met."""

    code = "voorwaarden_open"


class EditNotPossibleError(RefusedError):
    """The text of the dossier holds a construct that cannot be edited without touching more than was asked."""

    code = "niet_te_bewerken"


class Sjabloonregel(NamedTuple):
    """A line of a template, counted from 1; 0 and empty when only the template is known."""

    sjabloon: str
    regel: int = 0
    inhoud: str = ""


class TemplateError(RefusedError):
    """A template cannot be read or uses a name that does not exist; `waar` is the line, `kern` what is wrong in it."""

    code = "sjabloon"

    def __init__(self, kern: str, oplossing: Oplossing = "", waar: Sjabloonregel | None = None) -> None:
        self.kern = kern
        self.waar = waar
        regel = f", regel {waar.regel}" if waar and waar.regel else ""
        super().__init__(f"Het sjabloon {waar.sjabloon}{regel}: {kern}" if waar else kern, oplossing)


class MissingPartError(RefusedError):
    """A part that samenwerk is built on is not installed here, or cannot be loaded."""

    code = "onderdeel"


class WrongUsageError(SamenwerkError):
    """The words of the command are wrong."""

    exit_code = 2
    code = "gebruik"


class DossierError(SamenwerkError):
    """The dossier is missing, unreadable or invalid."""

    exit_code = 3
    code = "dossier"


class NoDossierError(DossierError):
    """There is no dossier in this folder or above it."""


class NotArrivedError(DossierError):
    """A file is not on this computer, or not all of it: a program that shares the folder has still to bring it."""

    code = "nog_niet_binnen"


class NewerFormaatError(DossierError):
    """The dossier is of a newer version of samenwerk."""

    code = "formaat_nieuwer"


class AnswerNeededError(SamenwerkError):
    """A question must be answered and there is no terminal to ask it on."""

    exit_code = 4
    code = "antwoord_nodig"


class ChangedMeanwhileError(SamenwerkError):
    """Someone else changed the file, or is writing it right now."""

    exit_code = 5
    code = "intussen_gewijzigd"


class ConflictError(ChangedMeanwhileError):
    """Someone else changed the same places meanwhile; nothing was written over that."""
