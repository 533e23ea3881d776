"""Every remedy is one: no room below cli/ writes a command in words, each names a command that is there, and each works."""

import ast
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cases import for_each
from every_command import EVERY_COMMAND, FIRST_WORDS
from runner import dossier_text, has_option, rewrite, run

import samenwerk
from samenwerk.cli.remedies import say
from samenwerk.domain.fasen import FASE_IDS
from samenwerk.domain.reeksen import REEKSEN
from samenwerk.domain.verzamelingen import VERZAMELINGEN
from samenwerk.storage.dossier import read_dossier
from samenwerk.workflows.remedies import add_to

PACKAGE = Path(samenwerk.__file__).parent
BELOW_CLI = sorted(path for path in PACKAGE.rglob("*.py") if path.relative_to(PACKAGE).parts[0] != "cli")
COMMAND = re.compile(rf"samenwerk (?:{'|'.join(FIRST_WORDS)}|-|\{{)")
OPTION = re.compile(r"(?:^|\s)--[a-z][a-z-]*(?=[\s.,;]|$)")

IN_A_FILE = {
    "samenwerk schema --schrijf": "by this the file that it makes is known",
    "git merge-file --marker-size=%L": "git runs it, and nobody reads it",
    " --gemaakt": "a part of the same",
    "Controleer met: samenwerk controleer": "it stands in the new dossier, which is read without samenwerk",
}
"""What may stand in words all the same, and why."""


def sentences(path: Path) -> Iterator[str]:
    """The texts in a module but its docstrings; `{}` for what is filled in."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    skipped = set()
    for node in ast.walk(tree):
        for statement in getattr(node, "body", []) if isinstance(getattr(node, "body", None), list) else []:
            if isinstance(statement, ast.Expr):
                skipped.add(statement.value)
        if isinstance(node, ast.JoinedStr):
            skipped.update(node.values)
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in skipped:
            yield node.value


@for_each((path,) for path in BELOW_CLI)
def test_no_sentence_below_cli_names_a_command_or_an_option(path: Path) -> None:
    named = [text for text in sentences(path) if COMMAND.search(text) or (" " in text and OPTION.search(text))]

    assert [text for text in named if not any(known in text for known in IN_A_FILE)] == []


def find_remedies() -> Iterator[Any]:
    """Every place where a remedy is made: the call, with the names of its parts."""
    sources = {path: path.read_text(encoding="utf-8") for path in sorted(PACKAGE.rglob("*.py"))}
    for path in (path for path, source in sources.items() if "Remedy(" in source):
        for node in ast.walk(ast.parse(sources[path])):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Remedy" and node.args:
                parts = dict(zip(("doe", "pad", "waarde", "met"), node.args, strict=False))
                yield path, parts | {keyword.arg: keyword.value for keyword in node.keywords}


REMEDIES = list(find_remedies())


@for_each(REMEDIES)
def test_every_remedy_names_a_command_that_is_there_with_its_options(path: Path, parts: dict[str, ast.expr]) -> None:
    doe = ast.literal_eval(parts["doe"]).split()
    pad = parts.get("pad")
    first = pad.elts[0] if isinstance(pad, ast.Tuple) else None
    words = {verzameling.veld: verzameling.enkelvoud for verzameling in VERZAMELINGEN}
    words |= {reeks.veld: reeks.commando for reeks in REEKSEN}
    kinds = [words[str(first.value)]] if isinstance(first, ast.Constant) and doe != ["zet"] else words.values()
    possible = [(*doe[:2],), *((kind, doe[0]) for kind in kinds if pad is not None)]
    commands = [EVERY_COMMAND[words] for words in possible if words in EVERY_COMMAND] or [EVERY_COMMAND[(doe[0],)]]
    met = parts.get("met")
    options = [f"--{ast.literal_eval(key).replace('_', '-')}" for key in met.keys if key] if isinstance(met, ast.Dict) else []

    assert any(all(option == "--help" or has_option(command, option) for option in options) for command in commands)


@for_each(REMEDIES)
def test_no_remedy_has_a_text_of_ours_where_a_person_puts_their_own(path: Path, parts: dict[str, ast.expr]) -> None:
    """Pasted as it stands it would be saved; the dots are refused."""
    places = [node for name in ("waarde", "met") if name in parts for node in ast.walk(parts[name])]
    texts = [node.value for node in places if isinstance(node, ast.Constant) and isinstance(node.value, str)]

    assert [text for text in texts if " " in text] == []


def fill_in(remedy: str) -> list[str]:
    """The words of a remedy as a person types them, who knows what belongs in the open places."""
    words = shlex.split(remedy)[1:]
    return [
        CHOSEN.get(option) or FILLERS.get(word, word.split("|")[-1]) for option, word in zip(["", *words], words, strict=False)
    ]


CHOSEN = {"--belang": "middel", "--invloed": "middel", "--houding": "tegen"}
FILLERS = {"…": "nog in te vullen", "NAAM": "stad", "NAMEN": "stad,school", "JJJJ-MM-DD": "2026-12-01", "1-5": "4"}


@pytest.mark.parametrize("veld", [*(verzameling.veld for verzameling in VERZAMELINGEN), "gesprekken", "logboek"])
def test_what_adds_to_a_list_adds_one(gevuld: Path, veld: str) -> None:
    before = len(getattr(read_dossier(gevuld).samenwerking, veld))
    remedy = add_to(veld)
    assert remedy is not None

    words = fill_in(say(remedy))

    assert run(*words).code == 0, words
    assert len(getattr(read_dossier(gevuld).samenwerking, veld)) == before + 1


FOLLOWED_UP = """\
acties:
  affiche: {wat: Een affiche, tegen: 2026-09-01}
  feest: {wat: Een feest, trekker: school, tegen: 2026-03-01}
  folder: {wat: Een folder, trekker: stad, tegen: 2026-03-02, reden: De drukker is ziek., status: lopend}
  zaal: {wat: Een zaal, trekker: stad, tegen: 2026-03-20}
knopen:
  geld: {vraag: Wie betaalt?, status: open}
afspraken:
  lokalen: {tekst: De school leent lokalen uit., partijen: [school], herzien_op: 2026-03-10, status: ingestemd}
"""


def test_what_is_said_of_a_point_settles_it(gevuld: Path) -> None:
    text = (gevuld / "samenwerking.yaml").read_text(encoding="utf-8")
    head, _, rest = text.partition("knopen:\n")
    (gevuld / "samenwerking.yaml").write_text(f"{head}{FOLLOWED_UP}{rest[rest.index('projecten:') :]}", encoding="utf-8")
    rewrite(gevuld, "mandaat: {namens: het college}", "mandaat: {namens: het college, geldig_tot: 2026-03-01}")
    points = run("opvolging", "--json").json["punten"]
    assert len(points) >= 6

    for point in points:
        remedy = re.split(", of(?: zeg waarom niet)?: ", point["oplossing"])[0]
        assert run(*fill_in(remedy)).code == 0, remedy
        left = [(each["soort"], each["pad"], each["voorbij"]) for each in run("opvolging", "--json").json["punten"]]
        assert (point["soort"], point["pad"], point["voorbij"]) not in left, f"{remedy} did not settle it"


@pytest.mark.parametrize(
    ("fase", "oplossing"),
    [
        ("verkennen", 'samenwerk gesprek "…" --met bib'),
        ("vormgeven", 'samenwerk rol nieuw "…" --wie bib --positie "…"'),
    ],
)
def test_a_partner_who_is_missing_in_a_list_is_named_in_the_remedy(gevuld: Path, fase: str, oplossing: str) -> None:
    rewrite(gevuld, "partners:\n", "partners:\n  bib: {naam: Bib, soort: kern}\n")
    rewrite(gevuld, "fase: delen\n", f"fase: {fase}\n")
    steps = [f"  - {{datum: 2026-02-20, naar: {each}}}" for each in FASE_IDS[: FASE_IDS.index(fase) + 1]]
    text = dossier_text(gevuld)
    head, _, _ = text.partition("verloop:\n")
    (gevuld / "samenwerking.yaml").write_text(f"{head}verloop:\n" + "\n".join(steps) + "\n", encoding="utf-8")

    assert oplossing in [gap["oplossing"] for gap in open_gaps()]


FIVE = "  bib: {}\n  club: {}\n  huis: {}\n"

BARE = """\
formaat: 1
naam: Mijn netwerk
fase: {fase}
toestand: actief
partners:
  stad: {{naam: Stad, soort: kern}}
  school: {{naam: School, soort: kern}}
stakeholders:
  buren: {{naam: Buren, houding: voor}}
acties:
  feest: {{wat: Een feest}}
  folder: {{wat: Een folder, trekker: stad, tegen: 2026-03-01}}
knopen:
  geld: {{vraag: Wie betaalt?, status: open}}
projecten:
  klas: {{titel: Klas}}
rollen:
  gids: {{naam: Gids}}
overleg:
  kern: {{naam: Kern}}
evaluaties:
  - {{datum: 2026-03-01, wat_zien_we_anders: Meer kinderen.}}
verloop:
{steps}
"""


@pytest.mark.parametrize("fase", FASE_IDS)
def test_what_is_said_of_a_gap_closes_it(werkmap: Path, fase: str) -> None:
    steps = "\n".join(f"  - {{datum: 2026-01-10, naar: {each}}}" for each in FASE_IDS[: FASE_IDS.index(fase) + 1])
    (werkmap / "samenwerking.yaml").write_text(BARE.format(fase=fase, steps=steps), encoding="utf-8")
    tried: list[tuple[str, str]] = []

    while gaps := [gap for gap in open_gaps() if (gap["pad"], gap["melding"]) not in tried]:
        gap = gaps[0]
        tried.append((gap["pad"], gap["melding"]))
        if gap["oplossing"].startswith("Vul aan in samenwerking.yaml, regel "):
            continue
        remedy = re.split(r", of(?: zeg waarom niet)?: ", gap["oplossing"])[0]
        # Another text each time, for a key is made of it.
        outcome = run(*fill_in(remedy.replace("…", f"tekst {len(tried)}")))
        assert outcome.code == 0, f"{remedy}: {outcome.err}"
        assert (gap["pad"], gap["melding"]) not in [(each["pad"], each["melding"]) for each in open_gaps()], remedy

    assert tried


@pytest.mark.parametrize(
    ("more", "keys"),
    [("", "stad|school"), ("  bib: {}\n  club: {}\n", "stad|school|bib|club"), (FIVE, "stad|school|bib|club|…")],
)
def test_of_more_keys_than_a_line_holds_it_says_that_there_are_more(leeg: Path, more: str, keys: str) -> None:
    rewrite(leeg, "verloop:\n", f"idee: Een plek.\npartners:\n  stad: {{}}\n  school: {{}}\n{more}verloop:\n")

    assert f'→ samenwerk zet initiatiefnemer "{keys}"\n' in run("status", "--alles").out


def open_gaps() -> list[dict[str, str]]:
    """All gaps of the fase, the recommended ones too."""
    return [gap for voorwaarde in run("status", "--json").json["voorwaarden"] for gap in voorwaarde["gaten"]]
