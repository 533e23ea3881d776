"""`herstel`: what stands in a file otherwise than it was meant is shown, asked, and mended, and what stood there is kept."""

from pathlib import Path

import pytest
from mending_cases import BEGIN, END, LEFT, MENDED
from runner import dossier_text, run, snapshot

COPY = ".samenwerk/voor-herstel/samenwerking-1.yaml"

SPOILED = """\
formaat: 1
naam: @Netwerk
fase: opstart
toestand: actief
partners:
  stad:
\tnaam: Stad
\tsoort: “kern”
    zoekt: Hulp #samen
idee: 's avonds samen
verloop:
  - {datum: 2026-01-10, naar: opstart}
"""

MENDED_TEXT = """\
formaat: 1
naam: "@Netwerk"
fase: opstart
toestand: actief
partners:
  stad:
    naam: Stad
    soort: "kern"
    zoekt: "Hulp #samen"
"""


def write(folder: Path, text: str) -> None:
    (folder / "samenwerking.yaml").write_bytes(text.encode())


@pytest.fixture
def spoiled(leeg: Path) -> Path:
    """A dossier that cannot be read for more than one reason, each of which has one certain repair."""
    write(leeg, SPOILED)
    return leeg


def test_every_line_is_shown_before_and_after_and_nothing_is_written_on_proef(spoiled: Path) -> None:
    before = snapshot(spoiled)

    outcome = run("herstel", "--proef")

    assert (outcome.code, outcome.err, snapshot(spoiled)) == (0, "", before)
    assert outcome.out == (
        "samenwerking.yaml\n"
        "  regel 2: Een tekst kan alleen tussen aanhalingstekens met @ beginnen.\n"
        "-naam: @Netwerk\n"
        '+naam: "@Netwerk"\n'
        "  regel 7: Deze regel springt in met een tab.\n"
        "-[tab]naam: Stad\n"
        "+    naam: Stad\n"
        "  regel 8: Deze regel springt in met een tab. "
        "Aanhalingstekens zoals Word ze maakt (“ ”) horen bij de tekst zelf.\n"
        "-[tab]soort: “kern”\n"
        '+    soort: "kern"\n'
        "  regel 9: Wat hier achter # staat, leest samenwerk niet: het telt als opmerking.\n"
        "-    zoekt: Hulp #samen\n"
        '+    zoekt: "Hulp #samen"\n'
        "  regel 10: Een ' aan het begin van een tekst telt als een aanhalingsteken.\n"
        "-idee: 's avonds samen\n"
        '+idee: "\'s avonds samen"\n'
        "Proef: dit zou er veranderen; er is niets geschreven.\n"
    )


def test_what_is_mended_can_be_used_and_what_stood_there_is_kept_outside_git(spoiled: Path) -> None:
    before = dossier_text(spoiled)

    outcome = run("herstel", "--ja")

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.endswith(
        f"samenwerking.yaml is hersteld.\nWat er stond, is bewaard in {COPY}.\n"
        "→ Bekijk wat er nog te verbeteren is: samenwerk controleer\n"
    )
    assert dossier_text(spoiled).startswith(MENDED_TEXT)
    assert (spoiled / COPY).read_bytes().decode() == before
    assert (spoiled / ".samenwerk" / ".gitignore").read_text(encoding="utf-8").endswith("\n*\n")
    assert run("zet", "waarom", "Daarom.").code == 0
    assert "tweede" not in run("controleer").err

    again = run("herstel", "--ja")
    assert (again.code, again.out, again.err) == (0, "Er is niets te herstellen.\n", "")
    for text, copies in ((before, 1), (before.replace("samen\n", "samen eten\n"), 2)):
        write(spoiled, text)
        assert run("herstel", "--ja").code == 0
        assert len(list((spoiled / COPY).parent.iterdir())) == copies, "the same is kept once"


def test_where_it_cannot_be_asked_it_is_not_done(spoiled: Path) -> None:
    before = snapshot(spoiled)

    for words in (("herstel",), ("herstel", "--json")):
        outcome = run(*words)
        assert (outcome.code, snapshot(spoiled)) == (4, before), words
        assert "Voeg --ja toe, of --proef om te kijken." in outcome.err + outcome.out


def test_what_has_no_certain_repair_stays_and_is_told_after_the_rest_was_mended(leeg: Path) -> None:
    write(leeg, SPOILED.replace("idee: 's", "idee: [een\nwaarom: 's"))

    outcome = run("herstel", "--ja")

    assert (outcome.code, dossier_text(leeg).startswith(MENDED_TEXT)) == (1, True)
    assert outcome.err.startswith(
        "Dit blijft, want samenwerk kan het niet met zekerheid herstellen:\n"
        "  samenwerking.yaml:10:7: Dit haakje is niet afgesloten, of er ontbreekt een komma in wat erachter staat.\n"
    )
    before = snapshot(leeg)
    again = run("herstel", "--ja")
    assert (again.code, again.out, snapshot(leeg)) == (3, "", before)
    assert again.err.startswith("Hier is niets dat samenwerk met zekerheid kan herstellen.\n  samenwerking.yaml:10:7: ")
    assert "samenwerk herstel" not in again.err


@pytest.mark.parametrize("text", [*MENDED, *LEFT], ids=lambda text: text[:30])
def test_what_can_be_mended_is_told_with_the_command_that_does_it_and_what_cannot_without(leeg: Path, text: str) -> None:
    write(leeg, BEGIN + text + "\n" + END)

    plan = run("herstel", "--proef", "--json").json
    controle = run("controleer", "--json").json

    told = controle["fouten" if controle["schema"] == "samenwerk/fouten" else "bevindingen"]
    offered = {each["regel"] for each in told if "samenwerk herstel" in each["oplossing"]}
    mended = {regel["regel"] for bestand in plan.get("bestanden", ()) for regel in bestand["regels"] if regel["meldingen"]}
    assert offered == mended
    assert bool(mended) == (text in MENDED)


GOOD = BEGIN + "idee: café, “samen” €\r\n" + END


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("samenwerking.yaml", f"\ufeff{GOOD}".encode("utf-16-le")),
        ("samenwerking.yaml", f"\ufeff{GOOD}".encode("utf-16-be")),
        ("samenwerking.yaml", GOOD.encode("utf-16-le")),
        ("samenwerking.yaml", GOOD.encode("cp1252")),
        ("samenwerking.yml", GOOD.encode()),
        ("samenwerking.yaml.txt", GOOD.replace("idee: ", "idee:\xa0").encode("cp1252")),
    ],
    ids=["utf-16-le", "utf-16-be", "without mark", "cp1252", "name", "all at once"],
)
def test_a_file_in_another_coding_or_under_another_name_is_the_dossier_again(werkmap: Path, name: str, content: bytes) -> None:
    (werkmap / name).write_bytes(content)
    status = run("status")
    assert (status.code, "samenwerk herstel" in status.err) == (3, True)

    outcome = run("herstel", "--ja")

    assert (outcome.code, outcome.err) == (0, "")
    assert dossier_text(werkmap) == GOOD
    assert set(snapshot(werkmap)) == {"samenwerking.yaml"}
    assert run("status").code == 0
    copies = [path.read_bytes() for path in werkmap.glob(".samenwerk/voor-herstel/*")]
    assert copies == ([content] if content != GOOD.encode() else [])


def test_a_letter_in_another_coding_is_shown_as_it_was_and_as_it_will_be(leeg: Path) -> None:
    (leeg / "samenwerking.yaml").write_bytes((BEGIN + "idee: café\n" + END).encode("cp1252"))

    outcome = run("herstel", "--proef")

    assert "\n  regel 5:\n-idee: caf�\n+idee: café\n" in outcome.out, "why is said of the whole file"
    assert "Dit bestand is niet als UTF-8 bewaard: op deze regel zijn letters met een accent niet te lezen." in outcome.out


def test_of_the_notes_in_confidence_no_word_is_told(leeg: Path) -> None:
    write(leeg, BEGIN + "partners:\n  stad: {naam: Stad}\n" + END)
    notes = leeg / "vertrouwelijk.yaml"
    notes.write_bytes(b"partners:\n  stad:\n\tinzet: @geheim\n    zoekt: zegt \x80 #geheim\n")
    notes.chmod(0o600)

    shown = run("herstel", "--proef")
    done = run("herstel", "--ja", "--json")

    assert (shown.code, done.code) == (0, 0)
    assert "geheim" not in shown.out + shown.err + done.out + done.err
    assert (
        "  regel 3: Deze regel springt in met een tab. Een tekst kan alleen tussen aanhalingstekens met @ beginnen" in shown.out
    )
    assert notes.read_text(encoding="utf-8") == 'partners:\n  stad:\n    inzet: "@geheim"\n    zoekt: "zegt € #geheim"\n'
    copy = leeg / ".samenwerk/voor-herstel/vertrouwelijk-1.yaml"
    assert (copy.read_bytes()[:9], copy.stat().st_mode & 0o777) == (b"partners:", 0o600)


def test_what_is_for_the_facilitator_alone_is_not_shown(leeg: Path) -> None:
    belang = "    belangen:\n      - {wat: “haar baan”, soort: individueel}\n"
    write(leeg, BEGIN + f"partners:\n  stad:\n    naam: Stad\n{belang}" + END)

    outcome = run("herstel", "--ja")

    assert (outcome.code, "baan" in outcome.out) == (0, False)
    assert "-(alleen voor de begeleider)\n" in outcome.out
    assert '{wat: "haar baan",' in dossier_text(leeg)


def test_what_someone_saves_meanwhile_is_not_written_over_and_a_refusal_leaves_no_copy(
    spoiled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from samenwerk.workflows import repair

    kept = repair.do_repair

    def repair_after_someone_saved(plan: repair.Herstel) -> dict[str, str]:
        write(spoiled, "naam: van iemand anders\n")
        return kept(plan)

    monkeypatch.setattr(repair, "do_repair", repair_after_someone_saved)
    outcome = run("herstel", "--ja")

    assert outcome.code == 5
    assert dossier_text(spoiled) == "naam: van iemand anders\n"
    assert list((spoiled / COPY).parent.iterdir()) == []


def test_two_versions_that_git_left_are_for_a_person_to_choose_from(leeg: Path) -> None:
    text = BEGIN + "<<<<<<< HEAD\nidee: @a\n=======\nidee: @b\n>>>>>>> x\n" + END
    write(leeg, text)

    outcome = run("herstel", "--ja")

    assert (outcome.code, dossier_text(leeg)) == (3, text)
    assert "Twee mensen wijzigden hier hetzelfde: regel 5 tot 9" in outcome.err


def test_what_a_command_writes_is_never_taken_for_a_slip(leeg: Path) -> None:
    texts = ["“Samen”", "‘Samen’", "a #b", "#b", "&Co", "! x", "a\u00a0b", "a\u2028b", "x  #y", "'s avonds", "één\n“twee”"]
    for text in texts:
        assert run("zet", "uitgangspunten", text).code == 0
        assert run("zet", "idee", text).code == 0
        assert run("status", "--json").json["anders_gelezen"] == [], text

    assert run("herstel", "--ja").out == "Er is niets te herstellen.\n"


def test_of_what_is_read_otherwise_in_the_notes_controleer_tells_the_place_and_no_word(leeg: Path) -> None:
    write(leeg, BEGIN + "partners:\n  stad: {naam: Stad}\n" + END)
    (leeg / "vertrouwelijk.yaml").write_bytes("partners:\n  stad:\n    inzet: geheim\u00a0plan #geheim\n".encode())

    outcome = run("controleer")

    assert "geheim" not in outcome.out + outcome.err
    assert "vertrouwelijk.yaml:3:18: Hier staat een teken dat niemand ziet: een vaste spatie (U+00A0)." in outcome.err
    assert "vertrouwelijk.yaml:3:24: Wat hier achter # staat, leest samenwerk niet" in outcome.err


def test_a_dossier_above_is_meant_before_a_file_with_nearly_its_name(spoiled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (spoiled / "diep").mkdir()
    (spoiled / "diep" / "samenwerking.yml").write_bytes(GOOD.encode())
    monkeypatch.chdir(spoiled / "diep")

    assert run("herstel", "--ja").code == 0
    assert dossier_text(spoiled).startswith(MENDED_TEXT)
    assert set(snapshot(spoiled)) == {"samenwerking.yaml", "diep/samenwerking.yml"}


def test_what_a_newer_samenwerk_made_is_left(leeg: Path) -> None:
    write(leeg, BEGIN.replace("formaat: 1", "formaat: 99") + "idee: @x\n" + END)
    before = snapshot(leeg)

    outcome = run("herstel", "--ja")

    assert (outcome.code, outcome.out, snapshot(leeg)) == (3, "", before)
    assert outcome.err.startswith("Dit dossier is gemaakt met een nieuwere versie van samenwerk.\n")
