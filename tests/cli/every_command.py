"""Every command of the application, found and not listed, with the words that let it be done."""

from pathlib import Path

from runner import all_commands, dossier_text, has_option, restore, rewrite, run, snapshot

from samenwerk.cli.catalogue import RECORDS
from samenwerk.cli.words.declare import Command
from samenwerk.domain.reeksen import REEKSEN
from samenwerk.domain.verzamelingen import verzameling_of
from samenwerk.workflows.forms import list_formaten

EVERY_COMMAND = dict(all_commands())
COMMAND_NAMES = list(EVERY_COMMAND)
LEAVES = [words for words, command in EVERY_COMMAND.items() if isinstance(command, Command)]
WRITING = [words for words in LEAVES if has_option(EVERY_COMMAND[words], "--proef")]
BOTSKOPIE = "samenwerking-PC-JAN.yaml"
"""The second version of a dossier that `samenvoegen` finds beside it."""

ABOUT_NO_DOSSIER = [
    ("init",),
    ("oefenen",),
    ("aanvullen",),
    ("help",),
    ("git", "instellen"),
    ("git", "controleer"),
]
"""The commands that need none: they begin one, or are about samenwerk itself or the files that are named."""

WITH_JSON = [words for words in LEAVES if has_option(EVERY_COMMAND[words], "--json")]

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

FIRST_WORDS = sorted({words[0] for words in EVERY_COMMAND if words})

RECORD_COMMANDS = [words for words in LEAVES if words[0] in RECORDS]


def titel_of(enkelvoud: str) -> str:
    """The option that changes what people know a record by."""
    return verzameling_of(enkelvoud).titelveld.naam or "betekenis"


GOOD: dict[tuple[str, ...], tuple[str, ...]] = {
    ("init",): ("nieuw", "--ja"),
    ("oefenen",): ("oefening",),
    ("terug", "naar"): ("verkennen",),
    ("zet",): ("waarom", "Daarom."),
    ("afsluiten",): ("--als", "slapend"),
    ("noteer",): ("succes", "Het lukt."),
    ("gesprek", "nieuw"): ("Over de poort", "--met", "stad"),
    ("evalueer", "nieuw"): ("--zien", "Meer kinderen.", "--besluit", "doorgaan"),
    **{(reeks.commando, "wijzig"): ("1", "--datum", "2026-01-12") for reeks in REEKSEN},
    **{(reeks.commando, "weg"): ("1", "--ja") for reeks in REEKSEN},
    ("fase", "weg"): ("--ja",),
    ("open",): ("startnota",),
    ("schema",): ("--schrijf",),
    ("git", "instellen"): ("--ja",),
    ("herstel",): ("--ja",),
    ("ongedaan",): ("--ja",),
    ("opnieuw",): ("--ja",),
    ("vragen",): ("--fase", "vormgeven", "--partner", "stad"),
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

ITEMS = {
    "logboek": ("logboek", "soort: nota, tekst: Borden besteld."),
    "gesprek": ("gesprekken", "met: [stad], over: De poort"),
    "evalueer": ("evaluaties", "wat_zien_we_anders: Meer kinderen., besluit: doorgaan"),
}
"""By its command each list of what happened, with an item of today for it."""

ITEM_COMMANDS = [(naam, verb) for naam in ITEMS for verb in ("toon", "wijzig", "weg")]


def ready(folder: Path, words: tuple[str, ...]) -> tuple[str, ...]:
    """A full command that can be done in this dossier, which is made so when needed."""
    if words in RECORD_COMMANDS and "  bib:" not in dossier_text(folder):
        rewrite(folder, "\npartners:\n", "\npartners:\n  bib: {naam: Bib}\n")
        rewrite(
            folder, "\nknopen:\n", "\ndoelstellingen:\n  bereik: {wat: Meer kinderen}\nknopen:\n  zaal: {vraag: Welke zaal?}\n"
        )
    if words in ITEM_COMMANDS and ITEMS[words[0]][1] not in dossier_text(folder):
        veld, item = ITEMS[words[0]]
        begin = f"\n{veld}:\n"
        if begin not in dossier_text(folder):
            rewrite(folder, "\nverloop:\n", f"{begin}\nverloop:\n")
        rewrite(folder, begin, f"{begin}  - {{datum: 2026-03-15, {item}}}\n")
    if words in (("instemmen",), ("verschil",)) and not (folder / "documenten" / "vastgesteld").exists():
        assert run("vaststellen", "startnota").code == 0
    if words == ("sjabloon", "verschil") and not (folder / "sjablonen").exists():
        assert run("sjabloon", "kopieer", "startnota").code == 0
    if words == ("herstel",) and " liep vol." in dossier_text(folder):
        rewrite(folder, " liep vol.", " liep vol #1")
    if words[0] == "git":
        make_clone(folder, is_set=words[1] == "controleer")
    if words == ("samenvoegen",):
        other = dossier_text(folder).replace("\nidee:", "\nwerkprincipes: [Wij bellen eerst.]\nidee:")
        (folder / BOTSKOPIE).write_text(other, encoding="utf-8")
    if words in (("ongedaan",), ("opnieuw",)):
        return ready_to_turn(words[0])
    if words == ("heropen",):
        rewrite(folder, "toestand: actief", "toestand: slapend")
    if words[1:] == ("importeer",):
        table = folder / f"{words[0]}.csv"
        table.write_text(f"{titel_of(words[0])}\nIets nieuws\n", encoding="utf-8")
        return (*words, str(table), "--ja")
    return (*words, *GOOD.get(words, ()))


def ready_to_turn(richting: str) -> tuple[str, ...]:
    """`ongedaan` of a command that is there, or `opnieuw` of one that was taken back."""
    assert run("zet", "waarom", "Om iets terug te nemen.").code == 0
    gedaan = run("ongedaan", "--lijst", "--json").json["gedaan"]
    nummer = [str(each["nummer"]) for each in gedaan if each["commando"].endswith('"Om iets terug te nemen."')][-1]
    run("ongedaan" if richting == "opnieuw" else "opnieuw", nummer, "--ja")
    return (richting, nummer, "--ja")


def make_clone(folder: Path, *, is_set: bool) -> None:
    """A repository around the dossier, in which git lets samenwerk merge when that `is_set`."""
    make_repository(folder)
    if is_set:
        (folder / ".gitignore").write_text("*vertrouwelijk*\n", encoding="utf-8")
        assert run("git", "instellen", "--ja").code == 0


def make_repository(folder: Path) -> None:
    """What `git init` makes, without starting git for it."""
    for name in ("objects", "refs"):
        (folder / ".git" / name).mkdir(parents=True, exist_ok=True)
    (folder / ".git" / "HEAD").write_text("ref: refs/heads/main\n", encoding="utf-8")
    (folder / ".git" / "config").write_text("[core]\n\trepositoryformatversion = 0\n", encoding="utf-8")


EVERYTHING: dict[str, bytes] = {}


def fill(folder: Path) -> None:
    """Put every file that a command can write beside the dossier of this folder, and let the dossier go on after that."""
    if not EVERYTHING:
        begin = snapshot(folder)
        making = []
        for words in WRITING:
            # A repository is not beside a dossier but around it.
            for options in list_ways(words) if words not in (("init",), ("vragen",), ("git", "instellen")) else ():
                restore(folder, begin)
                command = (*ready(folder, words), *options)
                before = snapshot(folder)
                if run(*command).code == 0 and snapshot(folder).keys() > before.keys():
                    making.append((words, options))
        restore(folder, begin)
        for words, options in making:
            command = (*ready(folder, words), *options)
            assert run(*command).code == 0, command
        assert run("zet", "waarom", "Samen gaat het beter.").code == 0
        EVERYTHING.update(snapshot(folder))
    restore(folder, EVERYTHING)


def list_ways(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The options by which a command may write other files."""
    # An item in the notes is there only for who noted one there.
    taken = [("--formaat", formaat) for formaat in list_formaten()] + [("--vertrouwelijk",)] * (words not in ITEM_COMMANDS)
    return [(), *(options for options in taken if has_option(EVERY_COMMAND[words], options[0]))]


def ready_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a command with those it needs."""
    return (*words, *GOOD.get(words, ()))
