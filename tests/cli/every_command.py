"""Every command of the application, found and not listed, with the words that let it be done."""

from pathlib import Path

from runner import all_commands, dossier_text, has_option, rewrite, run

from samenwerk.cli.main import RECORDS
from samenwerk.domain.verzamelingen import verzameling_of

EVERY_COMMAND = dict(all_commands())
COMMAND_NAMES = list(EVERY_COMMAND)
LEAVES = [words for words, command in EVERY_COMMAND.items() if words and not hasattr(command, "list_commands")]
WRITING = [words for words, command in EVERY_COMMAND.items() if has_option(command, "--proef")]
WITH_JSON = [words for words, command in EVERY_COMMAND.items() if has_option(command, "--json")]

SLEUTELS = {
    "partner": "bib",
    "stakeholder": "buren",
    "begrip": "brugfiguur",
    "doelstelling": "bereik",
    "knoop": "zaal",
    "afspraak": "lokalen",
    "actie": "buurtfeest",
    "project": "huiswerkklas",
    "rol": "coordinator",
    "overleg": "stuurgroep",
}
"""Of each kind of record one that nothing refers to."""

RECORD_COMMANDS = [words for words in LEAVES if words[0] in RECORDS]


def titel_of(enkelvoud: str) -> str:
    """The option that changes what people know a record by."""
    return verzameling_of(enkelvoud).titelveld.naam or "betekenis"


GOOD: dict[tuple[str, ...], tuple[str, ...]] = {
    ("init",): ("nieuw",),
    ("terug", "naar"): ("verkennen",),
    ("zet",): ("waarom", "Daarom."),
    ("afsluiten",): ("--als", "slapend"),
    ("noteer",): ("succes", "Het lukt."),
    ("gesprek",): ("Over de poort", "--met", "stad"),
    ("evalueer",): ("--zien", "Meer kinderen.", "--besluit", "doorgaan"),
    ("schema",): ("--schrijf",),
    ("vragen",): ("--fase", "overeenkomen", "--partner", "stad"),
    ("vaststellen",): ("startnota",),
    ("instemmen",): ("startnota", "--partner", "stad"),
    ("verschil",): ("startnota",),
    **{words: (SLEUTELS[words[0]],) for words in RECORD_COMMANDS if words[1] in ("weg", "toon")},
    **{words: (SLEUTELS[words[0]], f"--{titel_of(words[0])}", "Anders") for words in RECORD_COMMANDS if words[1] == "wijzig"},
    **{(naam, "nieuw"): ("Iets nieuws",) for naam in RECORDS},
    ("begrip", "nieuw"): ("netwerk", "--betekenis", "wie samenwerkt"),
    ("actie", "klaar"): ("buurtfeest",),
    ("actie", "stand"): ("buurtfeest", "geschrapt", "--reden", "De zaal is niet vrij."),
    ("knoop", "doorhakken"): ("zaal", "De turnzaal."),
    ("partner", "vertrekt"): ("school", "--datum", "2026-03-01"),
    **{(naam, "importeer"): (f"{naam}.csv", "--ja") for naam in ("partner", "stakeholder", "actie")},
    ("aanvullen",): ("bash", "--toon"),
    ("sjabloon", "kopieer"): ("startnota",),
    ("sjabloon", "verschil"): ("startnota",),
}
"""The words that a command needs to be done."""


def ready(folder: Path, words: tuple[str, ...]) -> tuple[str, ...]:
    """A full command that can be done in this dossier, which is made so when needed."""
    if words in RECORD_COMMANDS and "  bib:" not in dossier_text(folder):
        rewrite(folder, "\npartners:\n", "\npartners:\n  bib: {naam: Bib}\n")
        rewrite(
            folder, "\nknopen:\n", "\ndoelstellingen:\n  bereik: {wat: Meer kinderen}\nknopen:\n  zaal: {vraag: Welke zaal?}\n"
        )
    if words in (("instemmen",), ("verschil",)):
        assert run("vaststellen", "startnota").code == 0
    if words == ("sjabloon", "verschil"):
        assert run("sjabloon", "kopieer", "startnota").code == 0
    if words == ("heropen",):
        rewrite(folder, "toestand: actief", "toestand: slapend")
    if words[1:] == ("importeer",):
        table = folder / f"{words[0]}.csv"
        table.write_text(f"{titel_of(words[0])}\nIets nieuws\n", encoding="utf-8")
        return (*words, str(table), "--ja")
    return (*words, *GOOD.get(words, ()))
