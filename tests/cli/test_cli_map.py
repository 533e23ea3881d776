"""In a folder that a program shares: what did not arrive is told as such, and two versions of a dossier are made one again."""

import errno
import os
from pathlib import Path
from typing import Any

import pytest
from runner import dossier_text, run, snapshot

from samenwerk.storage.writing.in_place import put_in_place

WAIT = "→ Wacht tot de synchronisatie klaar is"


@pytest.mark.parametrize(
    ("content", "melding"),
    [
        (b"", "samenwerking.yaml is nog niet binnen: er staat niets in.\n"),
        (b"\r\n", "samenwerking.yaml is nog niet binnen: er staat niets in.\n"),
        (bytes(4096), "samenwerking.yaml is nog niet binnen: er is maar een deel van.\n"),
        (b"formaat: 1\nnaam: Wij\n" + bytes(512), "samenwerking.yaml is nog niet binnen: er is maar een deel van.\n"),
    ],
    ids=["nothing", "an empty line", "only NUL", "half"],
)
def test_a_dossier_that_did_not_arrive_is_told_as_such_and_stays_as_it_is(werkmap: Path, content: bytes, melding: str) -> None:
    (werkmap / "samenwerking.yaml").write_bytes(content)

    for words in (("status",), ("controleer",), ("noteer", "nota", "Iets.")):
        outcome = run(*words)
        assert (outcome.code, outcome.out) == (3, ""), words
        assert outcome.err.startswith(melding + WAIT), words
        assert "ontbreekt" not in outcome.err
    assert run("init", "--naam", "Wij").code == 1
    assert run("herstel", "--ja").code == 3
    assert snapshot(werkmap) == {"samenwerking.yaml": content}
    assert run("status", "--json").json["fouten"][0]["code"] == "nog_niet_binnen"


def test_notes_of_which_only_a_part_arrived_are_told_as_such(gevuld: Path) -> None:
    (gevuld / "vertrouwelijk.yaml").write_bytes(b"partners:\n" + bytes(512))

    outcome = run("noteer", "nota", "Stil.", "--vertrouwelijk")

    assert outcome.code == 3
    assert outcome.err.startswith("vertrouwelijk.yaml is nog niet binnen: er is maar een deel van.\n")


@pytest.mark.parametrize("placeholder", [".samenwerking.yaml.icloud", "samenwerking.yaml.nextcloud"])
def test_where_only_a_placeholder_of_a_dossier_is_nothing_is_begun(werkmap: Path, placeholder: str) -> None:
    (werkmap / placeholder).write_bytes(b"x")

    for words in (("status",), ("init", "--naam", "Wij")):
        outcome = run(*words)
        assert (outcome.code, outcome.out) == (3, ""), words
        assert "samenwerking.yaml is nog niet binnen: het staat in de cloud" in outcome.err
        assert "init" not in outcome.err
    assert list(snapshot(werkmap)) == [placeholder]


def test_a_dossier_that_windows_did_not_fetch_is_told_as_such(gevuld: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.stat

    class Elsewhere:
        def __init__(self, status: os.stat_result) -> None:
            self.st_mode, self.st_file_attributes = status.st_mode, 0x400020

    def refuse(path: Path, *_args: Any) -> Any:
        raise OSError(errno.EINVAL, "the cloud operation was not completed", str(path))

    monkeypatch.setattr(Path, "stat", lambda path, **how: Elsewhere(real(path, **how)))
    monkeypatch.setattr(Path, "open", refuse)

    outcome = run("status")

    assert outcome.code == 3
    assert "samenwerking.yaml is nog niet binnen: het staat in de cloud, en niet op deze computer.\n" in outcome.err


@pytest.mark.parametrize("name", ["samenwerking-PC-JAN.yaml", "Dossier van Jan.yaml"])
def test_where_only_another_version_of_a_dossier_is_nothing_is_begun(gevuld: Path, name: str) -> None:
    text = dossier_text(gevuld)
    (gevuld / "samenwerking.yaml").rename(gevuld / name)
    (gevuld / "anders.yaml").write_text("naam: x\n", encoding="utf-8")
    (gevuld / "geen.yaml").mkdir()

    for words in (("status",), ("init", "--naam", "Wij"), ("herstel", "--ja")):
        outcome = run(*words)
        assert (outcome.code, outcome.out) == (3, ""), words
        assert outcome.err == (
            f"samenwerking.yaml is hier niet; wel een dossier onder een andere naam: {name}.\n"
            f"{WAIT}. Blijft het weg, geef dan {name} de naam samenwerking.yaml.\n"
        ), words
    assert (gevuld / name).read_text(encoding="utf-8") == text
    assert not (gevuld / "samenwerking.yaml").exists()


# Another version beside the dossier


NAMES = [
    "samenwerking-PC-JAN.yaml",
    "samenwerking (Jan's conflicted copy 2026-03-15).yaml",
    "samenwerking.sync-conflict-20260315-101500-ABCDEFG.yaml",
    "samenwerking (1).yaml",
    "samenwerking-kopie.yaml",
    "samenwerking.yml",
    "Kopie van samenwerking.yaml",
    "Wat Jan mailde.yaml",
]


def write_other(folder: Path, *pairs: tuple[str, str], name: str = NAMES[0], text: str = "") -> bytes:
    """Another version of the dossier beside it: this text, or else what stands there now, otherwise at some places."""
    text = text or dossier_text(folder)
    for here, there in pairs:
        assert here in text
        text = text.replace(here, there)
    (folder / name).write_bytes(text.encode())
    return text.encode()


def test_each_other_version_of_the_dossier_is_told_whatever_its_name_and_by_which_day_its_clock_went(gevuld: Path) -> None:
    for name in NAMES:
        write_other(gevuld, name=name)
        os.utime(gevuld / name, (1_930_000_000, 1_930_000_000))
    write_other(gevuld, ("id: bcdf-ghjk-mnpq", "id: zzzz-zzzz-zzzz"), name="Een ander netwerk.yaml")
    (gevuld / "lijst.yaml").write_text("- melk\n", encoding="utf-8")

    controle = run("controleer", "--json").json["bevindingen"]
    assert sorted(each["bestand"] for each in controle if each["code"] == "botskopie") == sorted(NAMES)
    for words in (("status",), ("noteer", "nota", "Iets.")):
        told = run(*words).err
        assert "Van dit dossier is er een tweede versie, samenwerking-PC-JAN.yaml, van PC-JAN, 27 februari 2031.\n" in told
        assert "2026-03-15).yaml, van Jan, 27 februari 2031.\n" in told
        assert "Wat Jan mailde.yaml, van 27 februari 2031.\n" in told
        assert '→ Maak van de twee weer één: samenwerk samenvoegen "Wat Jan mailde.yaml"\n' in told
        assert told.count("tweede versie") == len(NAMES)
        assert "ander netwerk" not in told


def test_a_dossier_without_id_is_known_by_its_first_step(gevuld: Path) -> None:
    ours = dossier_text(gevuld).replace("id: bcdf-ghjk-mnpq\n", "")
    (gevuld / "samenwerking.yaml").write_text(ours, encoding="utf-8")
    write_other(gevuld, ("datum: 2026-01-10", "datum: 2026-01-11"), name="Een ander netwerk.yaml")
    assert "tweede versie" not in run("status").err
    write_other(gevuld)

    assert "tweede versie, samenwerking-PC-JAN.yaml" in run("status").err


def test_what_either_changed_since_both_were_one_is_in_the_dossier_and_the_copy_is_kept_and_comes_back(gevuld: Path) -> None:
    assert run("zet", "waarom", "Samen lukt het.").code == 0
    begin = dossier_text(gevuld).index("    buren:\n")
    buren = dossier_text(gevuld)[begin : dossier_text(gevuld).index("\npartners:\n")]
    theirs = write_other(gevuld, ("inzet: drie lokalen", "inzet: de turnzaal"), (buren, ""), ("# einde", "# einde van hen"))
    assert run("zet", "aanleiding", "Het liep vol.").code == 0
    before = snapshot(gevuld)

    proef = run("samenvoegen", "--proef")
    assert (proef.code, snapshot(gevuld)) == (0, before)
    outcome = run("samenvoegen")

    ours = before["samenwerking.yaml"].decode()
    merged = ours.replace("inzet: drie lokalen", "inzet: de turnzaal").replace("# einde", "# einde van hen")
    assert (outcome.code, outcome.err) == (0, "")
    assert dossier_text(gevuld) == merged
    assert "+    inzet: de turnzaal\n" in outcome.out
    assert outcome.out.endswith(
        "Van de twee versies is er weer één. samenwerking-PC-JAN.yaml ligt nu in de map .samenwerk/samengevoegd.\n"
        "→ Toch niet: samenwerk ongedaan\n"
        "Dit stond maar in één van de twee, en staat er nu. Haal zelf weg wat weg mag:\n"
        "  Stakeholder “Omwonenden”\n"
    )
    assert (gevuld / ".samenwerk" / "samengevoegd" / "samenwerking-PC-JAN.yaml").read_bytes() == theirs
    assert run("status").err == ""
    assert run("ongedaan", "--ja").code == 0
    assert snapshot(gevuld) == before

    assert run("samenvoegen").code == 0
    (gevuld / "samenwerking-PC-JAN.yaml").write_bytes(theirs.replace(b"\nidee:", b"\nwerkprincipes: [Bel.]\nidee:"))
    assert run("samenvoegen", "--json").json["blijft"] == ["Stakeholder “Omwonenden”"]
    assert [path.name for path in sorted(gevuld.glob(".samenwerk/samengevoegd/*"))] == [
        "samenwerking-PC-JAN (2).yaml",
        "samenwerking-PC-JAN.yaml",
    ]


def test_what_both_changed_is_asked_also_when_a_version_in_between_is_nearer_than_the_one_both_came_of(gevuld: Path) -> None:
    nota = ("verloop:\n", "logboek:\n  - datum: 2026-03-15\n    soort: nota\n    tekst: Van hen.\n\nverloop:\n")
    write_other(gevuld, ("ambitie: Elk kind", "ambitie: Hun kind"), nota)
    assert run("zet", "gedeelde_ambitie", "Ons kind.").code == 0
    assert run("noteer", "nota", "Van ons.", "--datum", "2026-03-15").code == 0
    assert run("zet", "waarom", "Samen.").code == 0

    asked = run("samenvoegen", "--json").json["fouten"]
    assert [each["pad"] for each in asked] == ["gedeelde_ambitie"]
    assert run("samenvoegen", "--kies", "daar").code == 0
    text = dossier_text(gevuld)
    assert [words in text for words in ("Hun kind", "tekst: Van hen.", "tekst: Van ons.", "waarom: Samen.")] == [True] * 4


def test_without_an_earlier_version_all_of_both_is_kept_and_what_differs_is_for_a_person(gevuld: Path) -> None:
    write_other(
        gevuld,
        ("inzet: drie lokalen", f"inzet: {'drie lokalen ' * 8}en meer"),
        ("  brugfiguur: wie tussen gezin en school staat\n", "  netwerk: wie samenwerkt\n"),
        ("    - rust na vier uur\n", "    - rust na vier uur\n    - een warme maaltijd\n"),
        ("aanleiding: De naschoolse opvang liep vol.\n", ""),
    )
    before = snapshot(gevuld)

    outcome = run("samenvoegen")

    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err == (
        "In samenwerking.yaml (hier) en samenwerking-PC-JAN.yaml (daar) staat iets anders; er is niets geschreven.\n"
        "  samenwerking.yaml: Partner “School”, inzet: hier “drie lokalen”, daar “"
        f"{'drie lokalen ' * 8}en meer”\n"
        "→ Kies op een scherm, of neem overal dezelfde: samenwerk samenvoegen --kies hier\n"
    )
    assert snapshot(gevuld) == before
    fouten = run("samenvoegen", "--json").json["fouten"]
    assert [(fout["code"], fout["pad"]) for fout in fouten] == [("botsing", "partners.school.inzet")]

    ours = dossier_text(gevuld)
    assert run("samenvoegen", "--kies", "daar").code == 0
    brug = "  brugfiguur: wie tussen gezin en school staat\n"
    assert dossier_text(gevuld) == ours.replace("inzet: drie lokalen", f"inzet: {'drie lokalen ' * 8}en meer").replace(
        brug, f"{brug}  netwerk: wie samenwerkt\n"
    ).replace("    - rust na vier uur\n", "    - rust na vier uur\n    - een warme maaltijd\n")


def test_of_two_steps_one_holds_and_never_half_of_either(gevuld: Path) -> None:
    stap = "    door: stuurgroep\n"
    assert run("status").code == 0
    theirs = [
        ("fase: delen", "fase: verkennen"),
        (stap, f"{stap}  - {{datum: 2026-03-02, naar: verkennen, reden: Nog eens.}}\n"),
    ]
    write_other(gevuld, *theirs)
    assert run("afsluiten", "--als", "slapend", "--reden", "Rust.").code == 0
    ours = dossier_text(gevuld)

    asked = run("samenvoegen")
    assert asked.code == 1
    assert "Fase: hier “delen”, daar “verkennen”\n" in asked.err
    assert run("samenvoegen", "--kies", "hier").code == 0
    assert (dossier_text(gevuld), run("controleer", "--json").json["bevindingen"][:0]) == (ours, [])


def test_a_copy_that_is_still_coming_is_waited_for_and_without_it_nothing_is_done(
    gevuld: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = write_other(gevuld, ("drie lokalen", "drie lokalen en een tuin"))
    copy = gevuld / NAMES[0]
    coming = [bytes(len(whole)), b"", whole[:200]]
    copy.write_bytes(b"")
    waited: list[float] = []

    def wait(seconds: float) -> None:
        waited.append(seconds)
        copy.write_bytes(coming.pop(0) if coming else whole)

    monkeypatch.setattr("samenwerk.storage.botskopie.sleep", wait)
    before = dossier_text(gevuld)

    outcome = run("samenvoegen", NAMES[0])
    assert (outcome.code, outcome.out, len(waited)) == (3, "", 3)
    assert outcome.err.startswith("samenwerking-PC-JAN.yaml is zo niet te gebruiken: ")
    copy.write_bytes(b"")
    coming[:] = [whole[:40] + bytes(100)] * 3
    assert "samenwerking-PC-JAN.yaml is nog niet binnen: er is maar een deel van.\n" in run("samenvoegen", NAMES[0]).err
    assert dossier_text(gevuld) == before

    assert run("samenvoegen", NAMES[0], "--kies", "daar").code == 0
    assert "drie lokalen en een tuin" in dossier_text(gevuld)


def test_what_is_saved_in_the_copy_meanwhile_is_not_lost(gevuld: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_other(gevuld, ("\nidee:", "\nwerkprincipes: [Wij bellen eerst.]\nidee:"))
    real: Any = put_in_place

    def save_first(*args: Any, **kwargs: Any) -> None:
        (gevuld / NAMES[0]).write_text("iets anders\n", encoding="utf-8")
        real(*args, **kwargs)

    monkeypatch.setattr("samenwerk.workflows.botskopie.put_in_place", save_first)
    before = dossier_text(gevuld)

    assert run("samenvoegen").code == 5
    assert (dossier_text(gevuld), (gevuld / NAMES[0]).read_text(encoding="utf-8")) == (before, "iets anders\n")
    assert not (gevuld / ".samenwerk" / "samengevoegd" / NAMES[0]).exists()


def test_what_is_no_other_version_is_refused_and_one_from_elsewhere_stays_there(gevuld: Path) -> None:
    other = write_other(gevuld, ("id: bcdf-ghjk-mnpq", "id: zzzz-zzzz-zzzz"), name="ander.yaml")
    (gevuld / "stuk.yaml").write_bytes(other.replace(b"zzzz-zzzz-zzzz", b"bcdf-ghjk-mnpq").replace(b"fase: delen", b"fase: x"))
    (gevuld / "mail").mkdir()
    before = snapshot(gevuld)

    for words, code, melding in (
        (("ander.yaml",), 1, "ander.yaml is geen versie van dit dossier; er is niets geschreven.\n"),
        (("samenwerking.yaml",), 1, "Dat is het dossier zelf.\n"),
        (("weg.yaml",), 3, "weg.yaml is er niet.\n"),
        (("stuk.yaml",), 3, "stuk.yaml is zo niet te gebruiken: er staan fouten in.\n"),
        (("mail",), 3, "mail is niet te lezen: het is een map.\n"),
    ):
        outcome = run("samenvoegen", *words)
        assert (outcome.code, outcome.out) == (code, ""), words
        assert outcome.err.startswith(melding), words
        assert snapshot(gevuld) == before
    (gevuld / "stuk.yaml").unlink()
    assert run("samenvoegen").err.startswith("Van dit dossier staat er hier geen tweede versie.\n")

    write_other(gevuld, ("\nidee:", "\nwerkprincipes: [Wij bellen eerst.]\nidee:"), name="mail/samenwerking.yaml")
    assert "samengevoegd" not in run("samenvoegen", "mail/samenwerking.yaml").out
    assert "Wij bellen eerst." in dossier_text(gevuld)
    assert (gevuld / "mail" / "samenwerking.yaml").exists()
