"""The options that many commands share, so that each has one name, one help text and one way to be read."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Annotated

from samenwerk.cli.catalogue import MAP
from samenwerk.cli.understanding.days import read_day, read_past_day
from samenwerk.cli.understanding.records import DEELNEMERS, DOCUMENT
from samenwerk.cli.understanding.words import DAG, FASE, PAST_DAG
from samenwerk.cli.words.declare import Argument, Option

if TYPE_CHECKING:
    from pathlib import Path

MapOption = Annotated[str, MAP]
JsonOption = Annotated[bool, Option("--json", help="Geef het antwoord voor andere programma’s, als JSON.")]
ProefOption = Annotated[bool, Option("-n", "--proef", help="Toon alleen wat er zou veranderen. Er wordt niets gewijzigd.")]
JaOption = Annotated[bool, Option("--ja", help="Antwoord overal ja. Wat nodig is, slaat dit niet over.")]
WegOption = Annotated[bool, Option("--weg", help="Haal weg wat het laatst genoteerd is: het was een vergissing.")]
DatumOption = Annotated[
    str, Option("--datum", metavar="DAG", kind=PAST_DAG, help="De dag waarop dit gebeurde. Zonder dit: vandaag.")
]
FaseOption = Annotated[
    str,
    Option("--fase", metavar="FASE", help="De fase waar dit bij hoort. Zonder dit: die van de dag.", kind=FASE),
]
PeildatumOption = Annotated[
    str, Option("--datum", metavar="DAG", kind=DAG, help="Bekijk alsof het deze dag is. Zonder dit: vandaag.")
]
VertrouwelijkOption = Annotated[
    bool,
    Option(
        "--vertrouwelijk",
        help="Schrijf het in vertrouwelijk.yaml. Dat komt in geen document. Wie de map ziet, ziet het.",
    ),
]
InternOption = Annotated[
    bool, Option("--intern", help="Toon ook wat vertrouwelijk is, met een merk ervoor. Toon dit aan niemand.")
]
BelangenOption = Annotated[
    bool, Option("--intern", help="Ook wat er voor een persoon op het spel staat. Toon dit aan niemand.")
]
SjablonenOption = Annotated[
    str,
    Option(
        "--sjablonen",
        metavar="MAP",
        envvar="SAMENWERK_SJABLONEN",
        help="Gebruik de sjablonen van de organisatie in deze map.",
    ),
]
RedenOption = Annotated[str, Option("--reden", metavar="TEKST", help="Waarom.")]
DoorOption = Annotated[str, Option("--door", metavar="WIE", help="Wie dit besliste: een functie of een overleg, geen naam.")]
AanwezigOption = Annotated[
    str, Option("--aanwezig", kind=DEELNEMERS, metavar="NAMEN", help="Wie erbij was, met komma’s ertussen: stad,school")
]


DocumentArgument = Annotated[str, Argument(rest=True, metavar="DOCUMENT", kind=DOCUMENT, help="Bijvoorbeeld startnota.")]
"""The one document a command is about."""


def start_folder(map_: str) -> "Path":
    """Where to look for the dossier: the folder that was named, else this one."""
    # Here and not above: help looks for no dossier.
    from pathlib import Path

    return Path(map_ or ".")


def read_past_datum(datum: str) -> date:
    """The day of what has happened, or today. Raises `WrongUsageError` for what is no date or is still to come."""
    return _read_datum(datum, read_past_day)


def read_datum(datum: str) -> date:
    """A day from which someone looks, or today. Raises `WrongUsageError` for what is no date."""
    return _read_datum(datum, read_day)


def _read_datum(datum: str, read: Callable[[str], date]) -> date:
    from samenwerk.storage.clock import today

    return read(datum) if datum else today()


def split_sleutels(sleutels: str) -> tuple[str, ...]:
    """`stad, school` as keys, each once."""
    return tuple(dict.fromkeys(sleutel for sleutel in (deel.strip() for deel in sleutels.split(",")) if sleutel))
