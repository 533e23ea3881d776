"""What `init` asks on a terminal: little, for the interview asks the rest; and in which folder, where that is not clear."""

import os
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from samenwerk.cli.asking.questions import ask_choice, ask_delen, ask_until, ask_yes
from samenwerk.cli.asking.signs import Talk
from samenwerk.cli.asking.turns import ask_in_turn
from samenwerk.cli.screen import tell
from samenwerk.domain.taal import NEDERLANDS, VLAAMS
from samenwerk.errors import WrongUsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from samenwerk.workflows.init import Begin

_NAAM = "Hoe heet de samenwerking?"
_MAP = "In welke map komt het dossier? Die wordt gemaakt als ze er nog niet is."
_TAAL = "Waar werkt de groep? Enkele documenten heten er anders."
_ORGANISATIES = "Welke organisatie lanceerde het idee? Waren het er meer, noem ze dan alle. (Enter slaat over)"
_IDEE = "Wat is het idee, in een of twee zinnen? (Enter slaat over)"
_BEWAAR = "Wilt u dat samenwerk elke versie van dit dossier bewaart, op deze computer? Dan is later te zien wat er stond."


class Answers(NamedTuple):
    """What is known after the questions; `stop` is the sign to stop, when one was given before the last of them."""

    folder: Path
    begin: "Begin"
    bewaar: bool = False
    stop: KeyboardInterrupt | None = None


def ask_what_is_missing(folder: Path, begin: "Begin", missing: Iterable[str], *, proef: bool) -> Answers:
    """Ask for the fields that are missing, of which each answer is kept when the person stops.

    Raises `KeyboardInterrupt` when nothing was answered yet, and what would be refused before anyone is asked.
    """
    from samenwerk.workflows.init import create_dossier

    create_dossier(folder, begin, proef=True)
    asking = _Asking(folder, begin)
    try:
        ask_in_turn([step for field, step in asking.list_questions().items() if field in missing])
        bewaar = not proef and "bewaar" in missing and asking.ask_bewaar()
    except KeyboardInterrupt as stop:
        if asking.begin == begin or proef or not asking.has_place:
            raise
        return Answers(asking.folder, asking.begin, stop=stop)
    return Answers(asking.folder, asking.begin, bewaar)


class _Asking:
    """What was answered so far; what could not stand in a dossier is refused at its own question."""

    def __init__(self, folder: Path, begin: "Begin") -> None:
        from samenwerk.workflows.begin_place import find_objections

        self.folder = folder
        self.begin = begin
        self.has_place = True
        self._begun_in = folder
        self._objections = find_objections(folder)

    def _try(self, field: str, answer: Any) -> "Begin":
        from samenwerk.workflows.init import create_dossier

        begin = self.begin._replace(**{field: answer})
        create_dossier(self.folder, begin, proef=True)
        return begin

    def list_questions(self) -> "dict[str, Callable[[Talk], bool]]":
        """By the field that it fills each question, which tells whether it was asked."""
        return {
            "naam": self._ask_naam,
            "map": self._ask_map,
            "taal": self._ask_taal,
            "organisaties": self._ask_organisaties,
            "idee": self._ask_idee,
        }

    def _ask_naam(self, talk: Talk) -> bool:
        """The name, which is that of the folder unless another is given, or the folder is not for this dossier."""
        from samenwerk.workflows.init import name_of_folder

        is_given = self.begin.naam != name_of_folder(self._begun_in)
        naam = self.begin.naam if is_given or not self._objections else ""

        def read(answer: str) -> "Begin":
            if not answer:
                raise WrongUsageError(
                    "De samenwerking heeft nog geen naam.", "Typ hoe de groep heet. Dat kan later nog anders."
                )
            return self._try("naam", answer)

        self.begin = ask_until(_NAAM, read, naam, talk=talk)
        return True

    def _ask_map(self, talk: Talk) -> bool:
        """The folder, where there is something to say against the one that was found."""
        from samenwerk.workflows.begin_place import propose_folder

        if not self._objections:
            return False
        for objection in self._objections:
            tell(objection, style="open", hang=2)
        chosen = self.folder if self.folder != self._begun_in else propose_folder(self.begin.naam)
        self.has_place = False
        self.folder = ask_until(_MAP, self._read_folder, str(chosen or self.folder), talk=talk)
        self.has_place = True
        return True

    def _read_folder(self, answer: str) -> Path:
        from samenwerk.workflows.init import create_dossier

        folder = self._begun_in / Path(answer).expanduser()
        create_dossier(folder, self.begin, proef=True)
        return folder

    def _ask_taal(self, talk: Talk) -> bool:
        """The country or region, by which some words are chosen."""
        landen = {VLAAMS: "Vlaanderen", NEDERLANDS: "Nederland"}
        self.begin = self.begin._replace(taal=ask_choice(_TAAL, landen, self.begin.taal or _guess_taal(), talk=talk))
        return True

    def _ask_organisaties(self, talk: Talk) -> bool:
        """Who began: one organisation, or several in one answer."""
        from samenwerk.domain.opsomming import join_delen, read_namen

        def check(answer: str) -> str:
            self._try("organisaties", (answer,))
            return answer

        antwoord = ask_until(_ORGANISATIES, check, draft=join_delen(self.begin.organisaties), talk=talk)
        self.begin = self._try("organisaties", ask_delen(read_namen(antwoord)) if antwoord else ())
        return True

    def _ask_idee(self, talk: Talk) -> bool:
        """The idea."""
        self.begin = ask_until(_IDEE, partial(self._try, "idee"), draft=self.begin.idee, talk=talk)
        return True

    def ask_bewaar(self) -> bool:
        """Whether earlier versions are kept, where that can be: not in a folder that is kept the same on other computers."""
        from samenwerk.workflows.begin_place import can_keep_versions

        return can_keep_versions(self.folder) and ask_yes(_BEWAAR, default=True)


def _guess_taal() -> str:
    """The country that this computer is set to."""
    said = os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    return NEDERLANDS if said.startswith("nl_NL") else VLAAMS
