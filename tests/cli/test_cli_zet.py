"""`samenwerk zet`: one field, one value, and no other line."""

import re
from pathlib import Path

import pytest
from needs import needs_words_as_bytes
from runner import changed_lines, dossier_text, rewrite, run, run_process, snapshot

from samenwerk.storage.dossier import read_dossier


@pytest.mark.parametrize(
    ("veld", "waarde", "lines"),
    [
        ("naam", "De Brug", ['- naam: "Brede School De Brug"     # de werknaam', '+ naam: "De Brug"     # de werknaam']),
        ("waarom", "Samen: beter", ["- waarom: Geen van ons bereikt alle kinderen alleen.", "+ waarom: 'Samen: beter'"]),
        ("partners.stad.inzet", "nee", ["-     inzet: een halftijdse coördinator", "+     inzet: nee"]),
        ("partners.school.mandaat.reikwijdte", "lokalen", ["+       reikwijdte: lokalen"]),
        ("begrippen.brede school", "een netwerk", ["+   brede school: een netwerk"]),
        ("begrippen.m.a.w.", "met andere woorden", ["+   m.a.w.: met andere woorden"]),
        ("verloop.3.reden", "Klaar voor meer.", ["+     reden: Klaar voor meer."]),
        ("partners.school.belangen.1.wat", "rust", ["-     - wat: kinderen die op tijd eten", "+     - wat: rust"]),
        ("looptijd.tot", "2028-06-30", ["+ looptijd:", "+   tot: 2028-06-30"]),
        ("identiteit.zin", " een plek ", ["+ identiteit:", "+   zin: een plek"]),
        ("acties.buurtfeest.trekker", "stad", ["-     trekker: school", "+     trekker: stad"]),
        ("aanleiding", "", ["- aanleiding: De naschoolse opvang liep vol.", "+ aanleiding:"]),
        ("projecten.huiswerkklas.partners.school", "lokalen", None),
        ("evaluatiebeleid.ritme", "1 jaar", ["-   ritme: 6 maanden", "+   ritme: 1 jaar"]),
        ("partners.school.draagvlak.oordeel", "5", ["-       oordeel: 3", "+       oordeel: 5"]),
    ],
)
def test_exactly_the_meant_line_changes(gevuld: Path, veld: str, waarde: str, lines: list[str] | None) -> None:
    before = dossier_text(gevuld)

    outcome = run("zet", veld, waarde)

    assert (outcome.code, outcome.err) == (0, "")
    assert re.match("(Ingevuld|Gewijzigd|Aangevuld|Leeggemaakt): [A-Z]", outcome.out)
    changed = changed_lines(before, dossier_text(gevuld))
    if lines is None:
        assert [line for line in changed if "huiswerkklas" not in line][1] == (
            "+     partners: {stad: betaalt het vieruurtje, school: lokalen}"
        )
    else:
        assert changed == lines
    assert run("controleer").code == 0


def test_a_looptijd_has_a_last_day_or_none(gevuld: Path) -> None:
    assert run("zet", "looptijd.tot", "Onbepaalde duur").out.splitlines()[0] == "Ingevuld: Looptijd, duur."
    assert "looptijd:\n  duur: onbepaald\n" in dossier_text(gevuld)
    assert run("zet", "looptijd.tot", "2028-06-30").code == 0
    assert "looptijd:\n  tot: 2028-06-30\n" in dossier_text(gevuld)
    assert run("zet", "looptijd.duur", "onbepaald").code == 0
    assert "looptijd:\n  duur: onbepaald\n" in dossier_text(gevuld)
    assert run("render", "afsprakennota").code == 0
    assert "- **Tot en met:** onbepaalde duur\n" in (gevuld / "documenten" / "afsprakennota.md").read_text(encoding="utf-8")

    rewrite(gevuld, "  duur: onbepaald\n", "  duur: onbepaald\n  tot: 2028-06-30\n")
    assert "De duur is onbepaald, en toch is er een laatste dag: 30 juni 2028. Die dag telt." in run("controleer").err


@pytest.mark.parametrize(
    ("veld", "waarde", "melding"),
    [
        ("identiteit.zin", "Een plek.", "Ingevuld: Identiteit, in één zin."),
        ("aanleiding", " ", "Leeggemaakt: Aanleiding. Er stond: De naschoolse opvang liep vol."),
        ("waarom", "Daarom.", "Gewijzigd: Waarom. Er stond: Geen van ons bereikt alle kinderen alleen."),
    ],
)
def test_it_says_what_changed(gevuld: Path, veld: str, waarde: str, melding: str) -> None:
    assert run("zet", veld, waarde).out == f"{melding}\n→ Bekijk wat nog te doen is: samenwerk status\n"


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("naam", "Brede School De Brug"),
        ("idee", "Kinderen vinden na schooltijd een plek in de eigen wijk."),
        ("knopen.sleutels.vraag", "Wie sluit af?"),
        ("acties.buurtfeest.tegen", "2026-09-01"),
        ("identiteit.zin", ""),
        ("looptijd.tot", " "),
    ],
)
def test_what_is_so_already_leaves_every_byte(gevuld: Path, veld: str, waarde: str) -> None:
    before = snapshot(gevuld)

    outcome = run("zet", veld, waarde)

    assert (outcome.code, outcome.err) == (0, "")
    assert re.fullmatch(
        "Dit stond er al zo: .*\\. Er is niets veranderd\\.\n→ Bekijk wat nog te doen is: samenwerk status\n", outcome.out
    )
    assert snapshot(gevuld) == before


def test_as_json_it_tells_the_field_and_what_it_was(gevuld: Path) -> None:
    antwoord = run("zet", "acties.buurtfeest.status", "klaar", "--json").json

    assert (antwoord["schema"], antwoord["versie"], antwoord["proef"]) == ("samenwerk/wijziging", 1, False)
    assert (antwoord["veld"], antwoord["was"]) == ("acties.buurtfeest.status", "")
    assert "+    status: klaar" in antwoord["verschil"]


def test_a_proef_shows_the_line_and_writes_nothing(gevuld: Path) -> None:
    before = snapshot(gevuld)

    outcome = run("zet", "waarom", "Daarom.", "--proef")

    assert (outcome.code, "+waarom: Daarom.\n" in outcome.out) == (0, True)
    assert snapshot(gevuld) == before


@pytest.mark.parametrize(
    "waarde",
    [
        *("#geen commentaar", "- streepje", "a: b", "{a}", "nee", "0475 12 34 56", "'", '"', "🌉", "*", "null", "| > %"),
        *("2026-02-30", "één\ntwee\n\n  drie", "x" * 400),
    ],
)
def test_any_text_comes_back_as_it_was_written(gevuld: Path, waarde: str) -> None:
    assert run("zet", "gedeelde_ambitie", "--", waarde).code == 0

    assert run("zet", "gedeelde_ambitie", "ander", "--json").json["was"] == waarde


# What it refuses

ONZICHTBAAR = "In deze tekst staat een teken dat niemand ziet"
NIET_KLOPPEND = "Zo zou het dossier niet meer kloppen; er is niets geschreven."


@pytest.mark.parametrize(
    ("veld", "waarde", "code", "melding", "oplossing"),
    [
        # another command guards these
        ("fase", "delen", 1, "“fase” kan niet met zet.", "samenwerk fase volgende of samenwerk terug naar"),
        ("toestand", "slapend", 1, "“toestand” kan niet met zet.", "samenwerk afsluiten of samenwerk heropen"),
        ("verloop.1.naar", "uitvoeren", 1, "“verloop.1.naar” kan niet met zet.", "Wat het was, verandert niet achteraf."),
        ("verloop.3.naar", "opstart", 1, "“verloop.3.naar” kan niet met zet.", "haal het dan weg met: samenwerk fase weg"),
        ("id", "bcdf-ghjk-mnpq", 1, "“id” kan niet met zet.", "Aan het id wordt dit dossier herkend; het verandert nooit."),
        ("formaat", "1", 1, "“formaat” kan niet met zet.", "Het hoort bij samenwerk zelf"),
        # no such field
        ("idde", "x", 2, "Het veld “idde” bestaat niet in een dossier.", "Bedoelde u “idee”?"),
        ("partners.stad.inzt", "x", 2, "Het veld “inzt” bestaat niet bij “partners.stad”.", "Bedoelde u “inzet”?"),
        ("partners.schol.inzet", "x", 2, "“schol” staat niet bij “partners”.", "Bedoelde u “school”?"),
        ("doelstellingen.bereik.wat", "x", 2, "“bereik” staat niet bij “doelstellingen”.", "samenwerk doelstelling nieuw"),
        ("verloop.4.reden", "x", 2, "“4” staat niet bij “verloop”.", "Kies een nummer van 1 tot 3."),
        ("verloop.0.reden", "x", 2, "“0” staat niet bij “verloop”.", "Kies een nummer van 1 tot 3."),
        ("verloop.²", "x", 2, "“²” staat niet bij “verloop”.", "Kies een nummer van 1 tot 3."),
        ("evaluaties.1.besluit", "x", 2, "“1” staat niet bij “evaluaties”.", "Die lijst is nog leeg."),
        ("naam.kort", "x", 2, "“naam” is één gegeven. Er staat niets onder.", "Laat “.kort” weg."),
        ("begrippen.", "x", 2, "“begrippen.” is geen volledig gegeven.", "Zet een naam achter de punt."),
        ("", "x", 2, "Het veld “” bestaat niet in een dossier.", "Kies uit: formaat, id, naam"),
        # no single field
        ("partners", "x", 2, "“partners” bestaat niet uit één tekst; dat schrijft zet niet.", "samenwerk partner nieuw"),
        ("afbakening", "x", 2, "“afbakening” bestaat uit meer dan één gegeven.", "Noem er één: afbakening.wel"),
        ("afbakening.wel.9", "x", 2, "“9” staat niet bij “afbakening.wel”.", "Kies een nummer van 1 tot"),
        ("gesprekken", "x", 2, "“gesprekken” bestaat niet uit één tekst; dat schrijft zet niet.", "samenwerk gesprek"),
        ("partners.stad", "x", 2, "“partners.stad” bestaat uit meer dan één gegeven.", "Noem er één: partners.stad.naam"),
        ("looptijd", "x", 2, "“looptijd” bestaat uit meer dan één gegeven.", "Noem er één: looptijd.van"),
        # no such value
        ("naam", " ", 2, "“naam” mag niet leeg zijn.", "De naam van de samenwerking."),
        ("partners.stad.soort", "kernn", 2, "“kernn” kan hier niet.", "Bedoelde u “kern”?"),
        ("looptijd.van", "2026-02-30", 2, "“2026-02-30” bestaat niet: februari 2026 heeft 28 dagen.", "Controleer de dag."),
        ("partners.stad.draagvlak.oordeel", "6", 2, "“6” kan hier niet.", "van 1 tot 5"),
        ("evaluatiebeleid.ritme", "vaak", 2, "“vaak” is geen ritme.", "6 maanden"),
        ("initiatiefnemer", "stadd", 2, "“stadd” staat niet bij de partners.", "“stad”"),
        ("idee", "\x1b[2J", 2, f"{ONZICHTBAAR}: Escape (U+001B), helemaal vooraan.", "Haal dat teken weg"),
        ("idee", "caf\udce9", 2, "Eén teken in het commando is onleesbaar.", "Typ de tekst opnieuw."),
        # what would no longer hold together
        ("verloop.2.datum", "2026-12-31", 1, NIET_KLOPPEND, "oud naar nieuw"),
        ("projecten.huiswerkklas.partners.schol", "x", 2, "“schol” staat niet bij de partners.", "“school”"),
    ],
)  # fmt: skip
def test_it_says_why_not_and_what_to_do(gevuld: Path, veld: str, waarde: str, code: int, melding: str, oplossing: str) -> None:
    before = snapshot(gevuld)

    outcome = run("zet", veld, waarde)

    assert (outcome.code, outcome.out, outcome.err.splitlines()[0]) == (code, "", melding)
    assert oplossing in outcome.err
    assert snapshot(gevuld) == before


WORD = "\ufeffEerste regel\x0btweede\u00a0regel"
"""What comes along when a text is pasted out of Word, a mail or Notepad."""


@pytest.mark.parametrize(
    "words",
    [
        ("zet", "idee"),
        ("noteer", "succes"),
        ("noteer", "succes", "x", "--proces"),
        ("evalueer", "--besluit", "doorgaan", "--zien"),
        ("actie", "nieuw"),
        ("fase", "volgende", "--reden"),
    ],
)
def test_what_a_text_from_word_brings_along_is_left_behind_in_every_command(gevuld: Path, words: tuple[str, ...]) -> None:
    outcome = run(*words, WORD)

    said = outcome.err if outcome.code else dossier_text(gevuld)
    assert "Eerste regel" in said
    assert "tweede regel" in said
    assert not set("\ufeff\x0b\u00a0") & set(said)


def test_a_file_keeps_its_name_though_that_holds_a_sign_of_word(gevuld: Path) -> None:
    (gevuld / "lijst\u00a0nieuw.csv").write_text(f"naam;zoekt\nBib;{WORD}\n", encoding="utf-8")

    assert run("partner", "importeer", "lijst\u00a0nieuw.csv", "--ja").code == 0
    assert read_dossier(gevuld).samenwerking.partners["bib"].zoekt == "Eerste regel\ntweede regel"


def test_a_value_that_begins_with_a_hyphen_gets_a_hint_that_works(gevuld: Path) -> None:
    refused = run("zet", "idee", "- eerst dit")

    assert refused.code == 2
    assert "Zet er dan -- voor" in refused.err
    assert run("zet", "idee", "--", "- eerst dit").code == 0


# Repairing a broken dossier


@pytest.mark.parametrize(
    ("good", "wrong", "veld", "waarde"),
    [
        ("initiatiefnemer: stad", "initiatiefnemer: stadd", "initiatiefnemer", "stad"),
        ("    tegen: 2026-09-01", "    tegen: september", "acties.buurtfeest.tegen", "2026-09-01"),
        ("toestand: actief", "toestand: aktief", "toestand", "actief"),
        ("fase: delen\n", "fase: delem\n", "fase", "delen"),
        ("    naar: delen", "    naar: verkenen", "verloop.3.naar", "delen"),
        ("    houding: tegen ", "    houding: contra ", "stakeholders.buren.houding", "tegen"),
    ],
)
def test_a_dossier_with_one_error_is_repaired(gevuld: Path, good: str, wrong: str, veld: str, waarde: str) -> None:
    before = dossier_text(gevuld)
    rewrite(gevuld, good, wrong)
    assert run("status").code == 3

    outcome = run("zet", veld, waarde)

    assert (outcome.code, outcome.err) == (0, "")
    assert dossier_text(gevuld) == before


@pytest.mark.parametrize(
    ("good", "wrong", "veld", "waarde", "melding"),
    [
        ("fase: delen\n", "fase: delem\n", "fase", "delen", "Gewijzigd: Fase. Er stond: delem"),
        (
            "    tegen: 2026-09-01",
            "    tegen: september",
            "acties.buurtfeest.tegen",
            "2026-09-01",
            "Gewijzigd: Actie “Een feest op het plein”, klaar op. Er stond: september",
        ),
        ("idee: >-\n", 'idee: "een\\u001B plek"\nidee_: >-\n', "idee", "Een plek.", "Gewijzigd: Idee. Er stond: een plek"),
        ("fase: delen\n", "fase:\n", "fase", "delen", "Ingevuld: Fase."),
    ],
)
def test_a_repair_says_what_stood_there(gevuld: Path, good: str, wrong: str, veld: str, waarde: str, melding: str) -> None:
    rewrite(gevuld, good, wrong)

    assert run("zet", veld, waarde).out.splitlines()[0] == melding


def test_with_more_errors_all_that_are_left_are_listed_and_nothing_is_written(gevuld: Path) -> None:
    rewrite(gevuld, "initiatiefnemer: stad", "initiatiefnemer: stadd")
    rewrite(gevuld, "    tegen: 2026-09-01", "    tegen: september")
    rewrite(gevuld, "  ritme: 6 maanden", "  ritme: vaak")
    before = snapshot(gevuld)

    outcome = run("zet", "initiatiefnemer", "stad")

    assert (outcome.code, outcome.out) == (3, "")
    assert outcome.err.splitlines()[0] == (
        "In samenwerking.yaml staan 2 fouten. Herstel die eerst: tot dan doet samenwerk niets met het dossier."
    )
    assert "tegen: “september” is geen datum." in outcome.err
    assert "ritme: “vaak” is geen ritme." in outcome.err
    assert snapshot(gevuld) == before


@needs_words_as_bytes
def test_a_terminal_that_is_told_to_know_no_accents_is_named_as_what_is_wrong(gevuld: Path) -> None:
    env = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "utf-8"}

    done = run_process("zet", "waarom", "Één plek.", cwd=gevuld, env=env)

    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.decode() == (
        "Dit venster is ingesteld op een taal zonder letters met een accent.\n→ Typ eerst: export LC_ALL=C.UTF-8\n"
    )
