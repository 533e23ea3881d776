"""The commands of the records with a key: nieuw, wijzig, weg, lijst, toon, and the short ways of every day."""

from pathlib import Path

import pytest
from effort import tries
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from runner import Terminal, changed_lines, dossier_text, rewrite, run, snapshot

from samenwerk.cli.catalogue import RECORDS
from samenwerk.domain.kolommen import list_kolommen
from samenwerk.domain.verzamelingen import VERZAMELINGEN, Verzameling
from samenwerk.storage.dossier import read_dossier

# New


def test_a_new_action_gets_a_key_from_its_words_and_stands_below_the_others(gevuld: Path) -> None:
    before = dossier_text(gevuld)

    outcome = run("actie", "nieuw", "Een fotowand, in de inkomhal!", "--trekker", "stad", "--met", "school,ouders")

    assert outcome == (
        0,
        "Toegevoegd: actie “Een fotowand, in de inkomhal!” (korte naam: een-fotowand-in-de-inkomhal)\n"
        "→ Vul aan: samenwerk actie wijzig een-fotowand-in-de-inkomhal …\n",
        "",
    )
    assert changed_lines(before, dossier_text(gevuld)) == [
        "+   een-fotowand-in-de-inkomhal:",
        "+     wat: Een fotowand, in de inkomhal!",
        "+     trekker: stad",
        "+     met: [school, ouders]",
        "+     status: gepland",
    ]


def test_names_in_any_script_have_a_key_that_can_be_read_and_no_two_the_same(leeg: Path) -> None:
    namen = ("Школа", "مدرسة", "学校", "🎉", "❤", "!")

    assert [run("partner", "nieuw", naam).code for naam in namen] == [0] * len(namen)

    sleutels = [partner["sleutel"] for partner in run("partner", "lijst", "--json").json["partners"]]
    assert sleutels == ["shkola", "mdrsh", "xuexiao", "partner", "partner-2", "partner-3"]


def test_a_new_partner_takes_the_fields_of_its_parts_as_options(gevuld: Path) -> None:
    outcome = run(
        *("partner", "nieuw", "Buurtwerk", "--sleutel", "buurt", "--soort", "kern", "--ambities", "een open deur"),
        *("--ambities", "rust", "--belangen", "collectief: minder lawaai", "--mandaat-geldig-tot", "2027-01-31"),
    )

    assert outcome.code == 0
    assert """\
  buurt:
    naam: Buurtwerk
    soort: kern
    ambities:
      - een open deur
      - rust
    belangen:
      - wat: minder lawaai
        soort: collectief
    mandaat:
      geldig_tot: 2027-01-31
""" in dossier_text(gevuld)


def test_a_new_knoop_is_open_since_today(gevuld: Path) -> None:
    assert run("knoop", "nieuw", "Welke zaal?").code == 0
    assert "  welke-zaal:\n    vraag: Welke zaal?\n    status: open\n    sinds: 2026-03-15\n" in dossier_text(gevuld)


def test_a_knoop_that_was_decided_before_it_is_noted_was_not_open_since_today(gevuld: Path) -> None:
    decided = ("--status", "doorgehakt", "--beslissing", "De turnzaal", "--datum", "2026-03-01")
    assert run("knoop", "nieuw", "Welke zaal?", *decided).code == 0
    assert "    status: doorgehakt\n    beslissing: De turnzaal\n    datum: 2026-03-01\n" in dossier_text(gevuld)
    assert "sinds: 2026-03-15" not in dossier_text(gevuld)


def test_the_word_itself_is_the_key_of_a_begrip(gevuld: Path) -> None:
    assert run("begrip", "nieuw", "warme overdracht", "--betekenis", "we gaan mee").code == 0
    assert "\n  warme overdracht: we gaan mee\n" in dossier_text(gevuld)


def test_of_a_word_that_looks_like_an_option_what_is_advised_works_as_it_stands(gevuld: Path) -> None:
    added = run("begrip", "nieuw", "--betekenis", "de noemer", "--", "-n")
    assert added.out.splitlines()[1] == '→ Wijzig het met: samenwerk begrip wijzig --betekenis "…" -- -n'

    changed = run("begrip", "wijzig", "--betekenis", "het aantal", "--", "-n")
    assert changed.out.splitlines()[1] == "→ Bekijk: samenwerk begrip toon -- -n"

    assert "Betekenis: het aantal" in run("begrip", "toon", "--", "-n").out
    taken = run("begrip", "nieuw", "--betekenis", "de som", "--", "-n")
    assert taken.err.endswith('of wijzig wat er staat: samenwerk begrip wijzig --betekenis "…" -- -n\n')


@pytest.mark.parametrize("verzameling", VERZAMELINGEN, ids=lambda verzameling: verzameling.enkelvoud)
def test_every_kind_of_record_begins_in_an_empty_dossier_and_goes_away_again(leeg: Path, verzameling: Verzameling) -> None:
    naam = verzameling.enkelvoud
    betekenis = ("--betekenis", "iets") if naam == "begrip" else ()
    before = read_dossier(leeg).samenwerking

    made = run(naam, "nieuw", "Iets nieuws", *betekenis, "--json").json
    assert run("controleer").code in (0, 1)
    assert run(naam, "lijst").out.startswith(made["sleutel"])
    assert run(naam, "weg", made["sleutel"]).code == 0
    assert read_dossier(leeg).samenwerking == before
    assert run(naam, "lijst").out.splitlines()[0] == f"Er staat nog geen {naam} in het dossier."


def test_on_a_terminal_the_title_is_asked(gevuld: Path) -> None:
    terminal = Terminal("doelstelling", "nieuw", cwd=gevuld)
    terminal.answer("Wat de partners samen willen bereiken.", "Meer kinderen bereiken")

    assert terminal.finish().code == 0
    assert "\n  meer-kinderen-bereiken:\n    wat: Meer kinderen bereiken\n" in dossier_text(gevuld)


# Changed


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        (
            ("actie", "wijzig", "buurtfeest", "--tegen", "2026-10-01", "--met", "stad"),
            ["+     met: [stad]", "-     tegen: 2026-09-01", "+     tegen: 2026-10-01"],
        ),
        (("partner", "wijzig", "school", "--leeg", "inzet"), ["-     inzet: drie lokalen"]),
        (
            ("partner", "wijzig", "school", "--leeg", "ambities", "--ambities", "een tuin"),
            ["-     - rust na vier uur", "+       - een tuin"],
        ),
        (("rol", "wijzig", "coordinator", "--positie", "tussen de partners"), []),
    ],
)
def test_wijzig_changes_only_what_is_named(gevuld: Path, words: tuple[str, ...], lines: list[str]) -> None:
    before = dossier_text(gevuld)

    assert run(*words).code == 0
    assert changed_lines(before, dossier_text(gevuld)) == lines


def test_another_key_is_used_in_every_place_that_refers_to_it(gevuld: Path) -> None:
    before = dossier_text(gevuld)

    outcome = run("partner", "wijzig", "school", "--sleutel", "basisschool")

    assert outcome.out.splitlines()[0] == "De partner “school” heet nu overal “basisschool”."
    assert changed_lines(before, dossier_text(gevuld)) == [
        *("-   school:", "+   basisschool:"),
        *("-     partijen: [school]", "+     partijen: [basisschool]"),
        *("-     trekker: school", "+     trekker: basisschool") * 2,
        "-   coordinator: {naam: Coördinator, wie: [stad, school], positie: tussen de partners}",
        "+   coordinator: {naam: Coördinator, wie: [stad, basisschool], positie: tussen de partners}",
        "-   stuurgroep: {naam: Stuurgroep, wie: [stad, school], frequentie: vier keer per jaar}",
        "+   stuurgroep: {naam: Stuurgroep, wie: [stad, basisschool], frequentie: vier keer per jaar}",
        "-   - {datum: 2026-02-01, met: [stad, school], over: kennismaking}",
        "+   - {datum: 2026-02-01, met: [stad, basisschool], over: kennismaking}",
    ]
    assert run("controleer").code == 0


def test_the_document_of_a_project_that_gets_another_key_stays_and_is_named(gevuld: Path) -> None:
    run("render", "projectfiche")

    outcome = run("project", "wijzig", "huiswerkklas", "--sleutel", "klas")

    assert outcome.out.splitlines()[1] == (
        "→ documenten/projectfiche-huiswerkklas.md blijft staan. Maak het nieuwe document: samenwerk render projectfiche-klas"
    )
    assert (gevuld / "documenten" / "projectfiche-huiswerkklas.md").exists()
    assert run("render", "projectfiche-klas").code == 0


def test_an_adopted_document_of_a_project_that_gets_another_key_still_holds_with_what_was_kept_of_it(gevuld: Path) -> None:
    run("vaststellen", "projectfiche", "--datum", "2026-03-01")
    kept = gevuld / "documenten" / "vastgesteld"
    before = {path.name.replace("huiswerkklas", "klas"): path.read_bytes() for path in kept.iterdir()}

    outcome = run("project", "wijzig", "huiswerkklas", "--sleutel", "klas")

    assert (outcome.code, outcome.err) == (0, "")
    assert {path.name: path.read_bytes() for path in kept.iterdir()} == before
    assert run("verschil", "projectfiche-klas").out.startswith("Er is niets gewijzigd")
    assert "vastgesteld" not in run("controleer").err
    (fiche,) = run("status", "--json").json["eerder_vastgesteld"]
    assert (fiche["naam"], fiche["status"]) == ("projectfiche-klas", "vastgesteld op 1 maart 2026 (versie 1)")


# Gone, and shown


def test_what_the_dossier_names_cannot_go_and_all_that_names_it_is_told_by_its_name_with_what_can_be_done(gevuld: Path) -> None:
    run("vaststellen", "startnota", "--datum", "2026-03-10")
    run("instemmen", "startnota", "--partner", "school")
    run("noteer", "spanning", "Onder ons.", "--partner", "school", "--vertrouwelijk")
    before = snapshot(gevuld)

    outcome = run("partner", "weg", "school")

    assert (outcome.code, outcome.err) == (
        1,
        """\
Partner “School” kan niet weg, want deze staat nog bij:
  Afspraken, partijen: De school leent drie lokalen uit.
    → samenwerk afspraak wijzig lokalen --leeg partijen --partijen NAMEN
  Acties, trekker: Een feest op het plein
    → samenwerk actie wijzig buurtfeest --trekker NAAM
  Projecten, trekker: Huiswerkklas
    → samenwerk project wijzig huiswerkklas --trekker NAAM
  Rollen, wie: Coördinator
    → samenwerk rol wijzig coordinator --leeg wie --wie NAMEN
  Overleg, wie: Stuurgroep
    → samenwerk overleg wijzig stuurgroep --leeg wie --wie NAMEN
  Gesprekken, met: nummer 1 (1 februari 2026)
    → samenwerk gesprek wijzig 1 --leeg met --met NAMEN
  Documenten, instemming: startnota, versie 1
    → Was dat een vergissing: samenwerk instemmen startnota --partner school --weg
  In vertrouwelijk.yaml (1)
    → samenwerk logboek --intern
→ Is het dezelfde als een andere, zet die dan overal in de plaats: samenwerk partner weg school --vervang-door NAAM. \
Ging de partner weg uit de groep, dan blijft alles staan: samenwerk partner vertrekt school
""",
    )
    assert snapshot(gevuld) == before
    assert "\n  Acties, trekker: Een feest op het plein\n" in run("partner", "toon", "school").out.split("Wordt genoemd in")[1]


def test_what_is_the_same_as_another_is_replaced_by_it_wherever_it_is_named(gevuld: Path) -> None:
    run("partner", "nieuw", "Basisschool", "--soort", "kern", "--zoekt", "Plaats")
    run("gesprek", "De poort", "--met", "basisschool,school,stad")
    run("actie", "nieuw", "Affiche", "--trekker", "basisschool", "--met", "stad")
    run("vaststellen", "startnota", "--datum", "2026-03-10")
    run("instemmen", "startnota", "--partner", "basisschool", "--datum", "2026-03-12")
    run("noteer", "spanning", "Onder ons.", "--partner", "basisschool", "--vertrouwelijk")

    outcome = run("partner", "weg", "basisschool", "--vervang-door", "school")

    assert outcome.out.startswith("De partner “Basisschool (basisschool)” is weggehaald; overal staat nu “School (school)”.\n")
    assert outcome.out.endswith("Wat er van “Basisschool” stond:\n  Naam: Basisschool\n  Soort: kern\n  Zoekt: Plaats\n")
    assert "basisschool" not in dossier_text(gevuld)
    assert "met: [school, stad]" in dossier_text(gevuld), "each once"
    assert "trekker: school\n    met: [stad]" in dossier_text(gevuld)
    assert run("logboek", "--intern", "--json").json["momenten"][0]["partners"] == ["school"]
    assert "Ingestemd: School" in run("status", "--alles").out
    assert run("controleer").code == 0


def test_where_something_was_said_of_both_only_a_person_can_say_what_is_whose(gevuld: Path) -> None:
    run("vaststellen", "startnota", "--datum", "2026-03-10")
    for partner in ("stad", "school"):
        run("instemmen", "startnota", "--partner", partner, "--datum", "2026-03-12")
    before = snapshot(gevuld)

    outcome = run("partner", "weg", "school", "--vervang-door", "stad")

    assert (outcome.code, outcome.err) == (
        1,
        "Bij “School (school)” en bij “Stad (stad)” staat al iets; wat blijft, kan alleen u zeggen.\n"
        "  Documenten, instemming: startnota, versie 1\n"
        "    → Was dat een vergissing: samenwerk instemmen startnota --partner school --weg\n"
        "→ Haal telkens een van de twee weg.\n",
    )
    assert run("partner", "weg", "stad", "--vervang-door", "stad").code == 2
    assert snapshot(gevuld) == before


@pytest.mark.parametrize(
    ("kind", "velden"),
    [("rol", "--trekker"), ("doelstelling", "--doelstelling"), ("stakeholder", "--met")],
)
def test_every_kind_that_can_be_named_can_be_replaced_and_no_other(gevuld: Path, kind: str, velden: str) -> None:
    for naam in ("Een", "Ander"):
        run(kind, "nieuw", naam)
    run("actie", "nieuw", "Affiche", velden, "een")

    assert run(kind, "weg", "een").code == 1
    assert run(kind, "weg", "een", "--vervang-door", "ander").code == 0
    assert "ander" in str(run("actie", "toon", "affiche", "--json").json[velden.strip("-")])
    assert run("begrip", "weg", "brugfiguur", "--vervang-door", "x").code == 2


def test_weg_shows_what_stood_there(gevuld: Path) -> None:
    outcome = run("stakeholder", "weg", "buren")

    assert outcome.out == (
        "Verwijderd: stakeholder “Omwonenden”. Dit stond er:\n"
        "-    buren:\n-        naam: Omwonenden\n-        belang: laag\n-        invloed: middel\n"
        "-        houding: tegen     # vrezen lawaai\n"
        "→ Bekijk wat er nog staat: samenwerk stakeholder lijst\n"
    )


def test_toon_tells_all_of_a_record_and_where_it_is_referred_to(gevuld: Path) -> None:
    assert run("actie", "toon", "buurtfeest").out == (
        "Actie buurtfeest\n  Wat: Een feest op het plein\n  Trekker: school\n  Klaar op: 2026-09-01\n\n"
        "→ Nog leeg: doelstelling, met, output, status, reden\n"
    )
    antwoord = run("partner", "toon", "school", "--json").json
    assert (antwoord["schema"], antwoord["mandaat_namens"], antwoord["ambities"]) == (
        "samenwerk/partner",
        "het schoolbestuur",
        ["rust na vier uur"],
    )
    assert "acties.buurtfeest.trekker" in [plaats["pad"] for plaats in antwoord["genoemd_in"]]


def test_lijst_tells_where_each_record_stands(gevuld: Path) -> None:
    assert run("actie", "lijst").out == "buurtfeest: Een feest op het plein\n    trekker school; klaar op 2026-09-01\n"
    assert [actie["wat"] for actie in run("actie", "lijst", "--json").json["acties"]] == ["Een feest op het plein"]


# What is refused


@pytest.mark.parametrize(
    ("words", "code", "melding"),
    [
        (("actie", "nieuw"), 4, "Er ontbreekt nog: WAT. Wat er gebeurt."),
        (("actie", "nieuw", " "), 2, "Een nieuwe actie heeft woorden nodig."),
        (("actie", "nieuw", "Buurtfeest"), 1, "De korte naam “buurtfeest” is al in gebruik: actie “Een feest op het plein”."),
        (("partner", "nieuw", "Ouders"), 1, "De korte naam “ouders” is al in gebruik: stakeholder “Ouders van de wijk”."),
        (("actie", "nieuw", "Iets", "--sleutel", "Iets Anders"), 2, "“Iets Anders” kan geen korte naam zijn"),
        (("begrip", "nieuw", "netwerk"), 2, "Van “netwerk” ontbreekt de betekenis."),
        (("begrip", "nieuw", "brugfiguur", "--betekenis", "x"), 1, "De korte naam “brugfiguur” is al in gebruik: "),
        (("actie", "wijzig", "buurtfest", "--wat", "x"), 2, "“buurtfest” staat niet bij “acties”."),
        (("actie", "wijzig", "buurtfeest"), 2, "Zeg wat er aan de actie “buurtfeest” verandert."),
        (("actie", "wijzig", "buurtfeest", "--leeg", "wt"), 2, "Een actie heeft geen veld “wt”."),
        (("actie", "wijzig", "buurtfeest", "--tegen", "ooit"), 2, "“ooit” is geen datum."),
        (("actie", "weg", "niets"), 2, "“niets” staat niet bij “acties”."),
        (("actie", "toon", "niets"), 2, "“niets” staat niet bij “acties”."),
        (("doelstelling", "toon", "niets"), 2, "“niets” staat niet bij “doelstellingen”."),
        (("partner", "wijzig", "school", "--sleutel", "stad"), 1, "De korte naam “stad” is al in gebruik: partner “Stad”."),
        (("actie", "stand", "buurtfeest", "bezig"), 2, "“bezig” kan hier niet."),
        (("knoop", "doorhakken", "sleutels", "de stad"), 1, "Al beslist: “Wie sluit af?” – het buurtwerk"),
        (("partner", "vertrekt", "school", "--datum", "2026-03-16"), 2, "16 maart 2026 moet nog komen"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_one_sentence_and_changes_nothing(
    gevuld: Path, words: tuple[str, ...], code: int, melding: str
) -> None:
    before = snapshot(gevuld)

    outcome = run(*words)

    assert outcome.code == code
    assert outcome.err.startswith(melding)
    assert "→ " in outcome.err
    assert snapshot(gevuld) == before


def test_everything_that_is_wrong_is_told_at_once(gevuld: Path) -> None:
    outcome = run("actie", "nieuw", "Iets", "--trekker", "niemand", "--tegen", "ooit", "--status", "weg")

    assert outcome.code == 2
    for wrong in ("“niemand” staat niet bij", "“ooit” is geen datum.", "“weg” kan hier niet."):
        assert wrong in outcome.err


# Every day


def test_an_action_that_is_done_asks_for_its_success(gevuld: Path) -> None:
    before = dossier_text(gevuld)

    outcome = run("actie", "klaar", "buurtfeest")

    assert (
        outcome.out
        == 'De actie “Een feest op het plein” staat op: klaar.\n→ Is het gelukt? Noteer het: samenwerk noteer succes "…"\n'
    )
    assert changed_lines(before, dossier_text(gevuld)) == ["+     status: klaar"]


def test_an_action_that_is_dropped_without_a_reason_gets_a_hint(gevuld: Path) -> None:
    outcome = run("actie", "stand", "buurtfeest", "geschrapt")

    assert outcome.out.splitlines()[1] == '→ Noteer waarom: samenwerk actie wijzig buurtfeest --reden "…"'


def test_a_knoop_that_is_decided_keeps_its_day(gevuld: Path) -> None:
    rewrite(gevuld, "doorgehakt, beslissing: het buurtwerk}", "open}")

    outcome = run("knoop", "doorhakken", "sleutels", "De stad.", "--datum", "2026-03-01")

    assert outcome.out == "Beslist: “Wie sluit af?”.\n→ Alles is beslist. Bekijk wat volgt: samenwerk status\n"
    knoop = read_dossier(gevuld).samenwerking.knopen["sleutels"]
    assert (knoop.status, knoop.beslissing, str(knoop.datum)) == ("doorgehakt", "De stad.", "2026-03-01")


def test_a_partner_that_leaves_is_noted_and_what_still_counts_on_it_is_named(gevuld: Path) -> None:
    before = dossier_text(gevuld)

    outcome = run("partner", "vertrekt", "school", "--datum", "2026-03-01", "--reden", "De directie wisselt.")

    assert outcome.out.splitlines()[0] == "Vertrokken op 1 maart 2026: School. Het staat in het logboek."
    assert "Acties, trekker: Een feest op het plein\n" in outcome.out
    changed = changed_lines(before, dossier_text(gevuld))
    assert changed[0] == "+     tot: 2026-03-01"
    assert "+     tekst: 'Vertrokken: School. De directie wisselt.'" in changed
    assert all(line.startswith("+") for line in changed)
    assert run("partner", "vertrekt", "school").err.startswith("Vertrokken op 1 maart 2026: School.")


def test_every_kind_of_record_that_counts_on_a_partner_that_left_is_named(gevuld: Path) -> None:
    # What was, or only informs, counts on nobody: the gesprek with the school is not named.
    places = ["afspraken.lokalen.partijen.1", "acties.buurtfeest.trekker", "projecten.huiswerkklas.trekker"]
    places += ["rollen.coordinator.wie.2", "overleg.stuurgroep.wie.2"]

    outcome = run("partner", "vertrekt", "school", "--datum", "2026-03-01", "--json")

    assert [plaats["pad"] for plaats in outcome.json["na_te_kijken"]] == places


# Always


@settings(max_examples=tries(30), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(naam=st.sampled_from(list(RECORDS)), tekst=st.text(min_size=1, max_size=60), data=st.data())
def test_any_words_make_a_sound_dossier_or_change_nothing(gevuld: Path, naam: str, tekst: str, data: st.DataObject) -> None:
    verzameling = next(verzameling for verzameling in VERZAMELINGEN if verzameling.enkelvoud == naam)
    kolommen = data.draw(st.lists(st.sampled_from(list_kolommen(verzameling)), max_size=3, unique=True))
    opties = [
        f"--{kolom.naam.replace('_', '-')}={data.draw(st.sampled_from([tekst, 'stad', '2026-05-01', '3', *kolom.veld.keuzes]))}"
        for kolom in kolommen
        if naam == "begrip" or kolom.pad != (verzameling.titelveld.naam,)
    ]
    original = dossier_text(gevuld)
    before = snapshot(gevuld)

    outcome = run(naam, "nieuw", *opties, "--", tekst)

    if outcome.code:
        assert snapshot(gevuld) == before
        assert "Traceback" not in outcome.err
    else:
        assert not read_dossier(gevuld).errors
        assert all(line.startswith("+") for line in changed_lines(original, dossier_text(gevuld)))
    (gevuld / "samenwerking.yaml").write_bytes(original.encode())
