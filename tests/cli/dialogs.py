"""The conversations of all commands that ask, and what a person presses in them."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from every_command import make_repository
from runner import dossier_text, rewrite, run

HOME, END, LEFT, BACKSPACE = "\x1bOH", "\x1bOF", "\x1b[D", "\x7f"
HANG_UP = "the window is closed"


class Text(NamedTuple):
    """A text that goes into the dossier, and must come out whole, in one place."""

    name: str


class Dialog(NamedTuple):
    """A command that asks, with the beginning of each question and its answer; `prepare` makes the folder ready for it."""

    words: tuple[str, ...]
    answers: tuple[tuple[str, str | Text], ...]
    prepare: Callable[[Path], object] = lambda folder: None


def move_dossier_below(folder: Path) -> None:
    (folder / "onder").mkdir()
    (folder / "samenwerking.yaml").rename(folder / "onder" / "samenwerking.yaml")


def add_own_question(folder: Path) -> None:
    assert run("zet", "evaluatiebeleid.vragen", "Wie missen we?").code == 0


def reopen_a_gap(folder: Path) -> None:
    rewrite(folder, "gedeelde_ambitie:", "gedeelde_ambitie_was:")


def remove_stakeholders(folder: Path) -> None:
    rewrite(folder, "stakeholders:\n    ouders:", "stakeholders:\nstakeholders_was:\n    ouders:")


def add_a_helper(folder: Path) -> None:
    rewrite(folder, "\npartners:\n", "\npartners:\n  bib: {naam: Bib, soort: betrokken}\n")


def go_on(folder: Path) -> None:
    assert run("fase", "volgende", "--ondanks", "Het is tijd.").code == 0


def write_table(folder: Path) -> None:
    (folder / "acties.csv").write_text("wat\nIets nieuws\n", encoding="utf-8")


def do_something(folder: Path) -> None:
    assert run("zet", "waarom", "Om iets terug te nemen.").code == 0


def write_botskopie(folder: Path) -> None:
    text = dossier_text(folder)
    for name, whose in (("samenwerking-PC-JAN.yaml", "hun"), ("samenwerking.yaml", "ons")):
        own = text.replace("begeleider: 'netw", f"begeleider: '{whose} netw")
        own = own.replace("in de eigen wijk", f"in {whose} wijk").replace("waarom: Geen", f"waarom: {whose} Geen")
        (folder / name).write_text(own, encoding="utf-8")


def spoil(folder: Path) -> None:
    rewrite(folder, " liep vol.", " liep vol #1")


DIALOGS = [
    Dialog(
        ("init",),
        (
            ("Hoe heet de samenwerking?", Text("naam")),
            ("In welke map komt het dossier?", "."),
            ("Waar werkt de groep?", "nederland"),
            ("Welke organisatie lanceerde", "Stad, School en de bib"),
            ("Dat zijn er drie", ""),
            ("Wat is het idee", Text("idee")),
            ("Wilt u dat samenwerk elke versie", "n"),
        ),
        move_dossier_below,
    ),
    Dialog(("noteer",), (("Wat is het?", "2"), ("Wat gebeurde er", Text("tekst")))),
    Dialog(("gesprek",), (("Met wie was het gesprek?", "1, ouders"), ("Waarover ging het?", Text("over")))),
    Dialog(
        ("evalueer",),
        (
            ("Wat zien we nu anders?", Text("zien")),
            ("Wat doen we nu anders?", Text("doen")),
            ("Wat kunnen we beter?", Text("beter")),
            ("Wie missen we?", Text("eigen")),
            ("Hoe gaat het verder?", "teruggaan"),
            ("Naar welke fase gaat de groep", "0"),
            ("Wanneer is de volgende evaluatie?", "2099-01-01"),
            ("Nu teruggaan naar Opstart?", "j"),
            ("Waarom gaat de groep terug?", Text("reden")),
        ),
        add_own_question,
    ),
    Dialog(
        ("evalueer", "--zien", "x", "--doen", "y", "--beter", "z", "--besluit", "stoppen"),
        (("De samenwerking nu afsluiten?", "j"), ("Rust de samenwerking, of eindigt die?", "sl"), ("Waarom?", Text("reden"))),
    ),
    Dialog(("terug", "naar", "verkennen"), (("Waarom gaat de groep terug?", Text("reden")),)),
    Dialog(("afsluiten",), (("Rust de samenwerking, of eindigt die?", "1"), ("Waarom?", Text("reden")))),
    Dialog(
        ("fase", "volgende"), (("Toch verdergaan?", "ja"), ("Waarom gaat de groep toch verder?", Text("ondanks"))), reopen_a_gap
    ),
    Dialog(("doelstelling", "nieuw"), (("Wat de partners samen", Text("wat")),)),
    Dialog(
        ("begrip", "nieuw"), (("Het woord of begrip.", "netwerk"), ("Wat verstaan jullie onder netwerk?", Text("betekenis")))
    ),
    Dialog(("actie", "importeer", "acties.csv"), (("Dit in het dossier zetten?", "j"),), write_table),
    Dialog(("gesprek", "weg"), (("Weghalen?", "j"),)),
    Dialog(("gesprek", "wijzig"), (("Waarover", Text("over")),)),
    Dialog(("git", "instellen"), (("Zo instellen?", "j"),), make_repository),
    Dialog(("herstel",), (("Zo herstellen?", "j"),), spoil),
    Dialog(
        ("samenvoegen",),
        (
            ("Hier is samenwerking.yaml, daar is", "2"),
            ("Idee: hier", "beide"),
            ("Waarom: hier", "4"),
            ("Typ wat er moet staan.", Text("idee")),
        ),
        write_botskopie,
    ),
    Dialog(("ongedaan",), (("Zo terugnemen?", "j"),), do_something),
    Dialog(("ongedaan", "--wis"), (("Vergeten wat hier gedaan is", "j"),), do_something),
    Dialog(("instemmen", "startnota"), (("Welke partner is het?", "sch"),), lambda folder: run("vaststellen", "startnota")),
    Dialog(("open",), (("Welk document?", "2"),), go_on),
    Dialog(("-C", "."), (("Wat wilt u doen?", "volgende"),)),
    Dialog(("-C", ".."), (("Welk dossier?", "1"), ("Wat wilt u doen?", ""))),
    Dialog(
        ("vragen", "--fase", "opstart"),
        (
            ("Wie heeft belang bij", "Buren, Kinderen"),
            ("Dat zijn er twee", "j"),
            ("Buren: belang", "laag - tegen"),
            ("Kinderen: belang", "h m v"),
            ("Wat nu?", "later"),
            ("Buren: wat is er voor", "q"),
        ),
        remove_stakeholders,
    ),
    Dialog(
        ("vragen", "--fase", "verkennen", "--alles"),
        (("Welke organisatie draagt", "Bib"), ("Kernpartner maken?", "j"), ("Nog een?", ""), ("Waarom willen", "q")),
        add_a_helper,
    ),
    Dialog(
        ("vragen", "--fase", "delen", "--alles"),
        (("Met wie zit u nu aan tafel?", "2"), ("School: wie vertegenwoordigt", "q")),
    ),
    Dialog(
        ("vragen", "--fase", "verkennen"),
        (
            ("Wie vertegenwoordigt elke partner?", "Stad: schepen"),
            ("Wat nu?", "alsnog"),
            ("School: wie vertegenwoordigt", Text("functie")),
            ("Dit is genoeg", "1"),
            ("Wie vertegenwoordigt elke partner?", ""),
            ("Dit is genoeg", "l"),
            ("Stad: in welke sector", "q"),
        ),
    ),
]


def name_of(dialog: Dialog) -> str:
    return " ".join(dialog.words[:2])


def keys_of(text: Text, touch: str) -> tuple[str, str]:
    """What is pressed to type a text, and what it then is: with arrows, and a paste of 6,000 signs with a command in it."""
    pasted = f"een é en een 👩‍🏫\n\n{touch}\n{'woord ' * 1000}einde"
    keys = f"egm{HOME}B{END}{LEFT}i{END}{BACKSPACE}n {text.name} \x1b[200~{pasted}\x1b[201~"
    return keys, f"Begin {text.name} {pasted}"
