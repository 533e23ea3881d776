"""`samenwerk vragen`: the guided interview, in conversation and on a real pseudo-terminal."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from runner import F4, Terminal, changed_lines, converse, dossier_text, rewrite, run, snapshot

from samenwerk.domain.openstaand import list_openstaand
from samenwerk.storage.dossier import read_dossier
from samenwerk.workflows.answering import answer_vraag

PLAIN = {"NO_COLOR": "1"}

STAD = ("vragen", "--fase", "verkennen", "--partner", "stad")
"""An interview about one partner: its vertegenwoordiger is needed, its sector and what it looks for may wait."""


# Without a terminal


def test_without_a_terminal_the_open_questions_are_printed_and_the_code_says_that_answers_are_needed(gevuld: Path) -> None:
    outcome = run("vragen", "--fase", "verkennen")

    assert outcome.code == 4
    assert outcome.out.splitlines()[:4] == [
        "Open vragen in Verkennen: 7",
        "  Voor deze fase",
        "  - Stad: wie vertegenwoordigt deze partner? Een functie, geen naam van een persoon.",
        '    → samenwerk zet partners.stad.vertegenwoordiger "…"',
    ]
    assert [line.strip()[:22] for line in outcome.out.splitlines() if "→" not in line][3:] == [
        "- School: wie vertegen",
        "Mag later",
        "- Stad: in welke secto",
        "- Stad: wat zoekt deze",
        "- School: in welke sec",
        "- School: wat zoekt de",
        "- Wat staat voor alle ",
    ]


def test_as_json_each_question_tells_its_field_and_what_can_be_answered(gevuld: Path) -> None:
    outcome = run("vragen", "--fase", "opstart", "--alles", "--json")

    assert (outcome.code, outcome.err) == (4, "")
    houding = next(vraag for vraag in outcome.json["vragen"] if vraag["veld"] == "stakeholders.buren.houding")
    assert houding == {
        "vraag": "Omwonenden: wat is nu de houding tegenover het idee?",
        "onderwerp": "Omwonenden",
        "voor_deze_fase": True,
        "veld": "stakeholders.buren.houding",
        "er_staat": "tegen",
        "keuzes": "voor, neutraal, tegen, onbekend",
        "mist": [],
        "oplossing": 'samenwerk zet stakeholders.buren.houding "voor|neutraal|tegen|onbekend"',
    }


def test_when_nothing_is_open_the_code_is_0(gevuld: Path) -> None:
    assert run("vragen", "--fase", "vormgeven", "--partner", "stad") == (0, "Open vragen in Vormgeven: 0\n", "")


@pytest.mark.parametrize(
    ("words", "code", "melding"),
    [
        (("--fase", "delne"), 2, "“delne” is geen fase."),
        (("--partner", "schol"), 2, "“schol” staat niet bij de partners."),
    ],
)
def test_a_word_that_is_none_is_refused(gevuld: Path, words: tuple[str, ...], code: int, melding: str) -> None:
    outcome = run("vragen", *words)

    assert (outcome.code, outcome.err.splitlines()[0]) == (code, melding)


# In conversation


def test_every_answer_is_saved_at_once_and_enter_skips(gevuld: Path) -> None:
    before = dossier_text(gevuld)

    gesprek = converse(
        *("vragen", "--fase", "verkennen"),
        answers=[
            ("Voor deze fase. Hierna nog: 5 die later mogen. Wie vertegenwoordigt elke partner?", "School: directeur"),
            ("Nog open voor de fase Verkennen: Stad: vertegenwoordiger. alsnog: 1 vraag voor deze fase later: 5", "alsnog"),
            ("Partner “Stad”, 1 van 2 Voor deze fase. Hierna nog: 5 die later mogen. Stad: wie vertegenwoordigt", "-"),
            ("Dit antwoordde u. Een nummer wijzigt dat antwoord. 1 Vertegenwoordiger: School: directeur", "later"),
            ("Partner “Stad”, 1 van 2 Mag later. Hierna nog: 4 die later mogen. Stad: in welke sector", "-"),
            ("Dit blijft open.", ""),
            ("Partner “School”, 2 van 2 Mag later. Hierna nog: 2 die later mogen. School: in welke sector", ""),
            ("School: wat zoekt", "Hulp na vier uur."),
            ("Mag later. Hierna nog: niets meer. Meer dan één? Zet er een puntkomma (;) tussen. Wat staat", "Elk kind telt"),
            ("Nog een? Enter gaat verder.", "Niemand betaalt; niemand wacht"),
            ("3 Uitgangspunten: Elk kind telt; Niemand betaalt; niemand wacht", ""),
        ],
    )

    assert gesprek.code == 0
    assert "3 antwoorden bewaard. → Nog open in Verkennen: 1 voor deze fase, 3 die later mogen." in gesprek.shown
    assert changed_lines(before, dossier_text(gevuld)) == [
        "+ uitgangspunten:",
        "+   - Elk kind telt",
        "+   - Niemand betaalt",
        "+   - niemand wacht",
        "+     vertegenwoordiger: directeur",
        "+     zoekt: Hulp na vier uur.",
    ]


@pytest.mark.parametrize("word", ["q", "Klaar", "stop"])
def test_who_stops_keeps_what_was_answered_and_comes_back_to_the_rest(gevuld: Path, word: str) -> None:
    gesprek = converse(*STAD, answers=[("Stad: wie vertegenwoordigt", "schepen"), ("Stad: in welke sector", word)])

    assert gesprek.code == 0
    assert "1 antwoord bewaard. → Nog open in Verkennen: 2 die later mogen." in gesprek.shown
    assert "samenwerk vragen --fase verkennen --partner stad" in gesprek.shown
    assert converse(*STAD, answers=[("Stad: in welke sector", word)]).code == 0


def test_who_goes_back_finds_the_answer_standing_there_also_over_the_end_of_a_subject(gevuld: Path) -> None:
    gesprek = converse(
        *("vragen", "--fase", "opstart", "--alles"),
        answers=[
            ("Met welk idee", "<"),
            ("Dit is de eerste vraag.", ""),
            *((vraag, "") for vraag in ("Welke organisatie", "Welke partner", "Wie heeft belang")),
            ("Ouders van de wijk: belang, invloed en houding?", "laag, hoog, tegen"),
            ("Omwonenden: belang, invloed en houding?", "<"),
            ("Ouders van de wijk: belang, invloed en houding?", "vorige"),
            ("Wie heeft belang", ""),
            ("Ouders van de wijk: belang, invloed en houding?", "laag, hoog, voor"),
            ("Omwonenden: belang, invloed en houding?", "q"),
        ],
    )

    assert gesprek.drafts[7] == gesprek.drafts[9] == "laag, hoog, tegen"
    assert read_dossier(gevuld).samenwerking.stakeholders["ouders"].houding == "voor"


def test_one_line_says_who_represents_each_partner_and_what_it_leaves_out_stays_open(gevuld: Path) -> None:
    rewrite(gevuld, "\npartners:\n", "\npartners:\n  bib: {naam: Bib, soort: kern}\n")
    vorm = "Schrijf het zo: Bib: …; Stad: …; School: …"

    gesprek = converse(
        *("vragen", "--fase", "verkennen"),
        answers=[
            ("Met welke kernpartner", "Bib"),
            (vorm, "?"),
            ("Vertegenwoordiger: De functie van wie de partner vertegenwoordigt; geen naam.", "directeur"),
            ("Van wie is “directeur”? → Zet de naam ervoor, met een dubbele punt: Bib: directeur", "Stat: schepen"),
            ("“Stat” staat niet in deze vraag. → Bedoelde u “stad”?", "Stad: schepen, School: directeur"),
            ("begint ook iets over School. → Zet er een puntkomma (;) tussen.", "Stad: schepen; stad: ambtenaar"),
            ("Van Stad staat er twee keer iets.", "Stad: Jan Peeters; School: directeur"),
            ("“Jan Peeters” lijkt de naam van een persoon.", "stad: schepen van jeugd; Scho: directeur\nBib: …"),
            ("Nog open voor de fase Verkennen: Bib: vertegenwoordiger. alsnog: 1 vraag voor deze fase", "2"),
            (vorm, "Stad: schepen; Bib: -"),
            ("2 Vertegenwoordiger: Stad: schepen; School: directeur", "<"),
            (vorm, "-"),
            ("Dit blijft open.", "alsnog"),
            (
                "Partner “Bib”, 1 van 3 Voor deze fase. Hierna nog: 7 die later mogen. Bib: wie vertegenwoordigt",
                "bibliothecaris",
            ),
            ("2 Vertegenwoordiger: Stad: schepen; School: directeur 3 Bib: vertegenwoordiger: bibliothecaris", "n"),
        ],
    )

    assert gesprek.drafts[3:6] == ["directeur", "Stat: schepen", "Stad: schepen, School: directeur"]
    assert gesprek.drafts[9] == "Stad: schepen van jeugd; School: directeur"
    partners = read_dossier(gevuld).samenwerking.partners
    assert [partners[sleutel].vertegenwoordiger for sleutel in ("bib", "stad", "school")] == [
        *("bibliothecaris", "schepen", "directeur")
    ]


def test_who_represents_each_partner_can_be_said_in_confidence(gevuld: Path) -> None:
    (gevuld / ".gitignore").write_text("*vertrouwelijk*\n", encoding="utf-8")
    before = dossier_text(gevuld)

    converse(
        *("vragen", "--fase", "verkennen"),
        answers=[
            ("Wie vertegenwoordigt elke partner?", "v"),
            ("Uw antwoord komt alleen in vertrouwelijk.yaml", "Stad: schepen; School: directeur"),
            ("Genoteerd in vertrouwelijk.yaml. In het dossier zelf blijft dit open.", "n"),
        ],
    )

    assert dossier_text(gevuld) == before
    notities = (gevuld / "vertrouwelijk.yaml").read_text(encoding="utf-8")
    assert "vertegenwoordiger: schepen\n" in notities
    assert "vertegenwoordiger: directeur\n" in notities


def test_a_sign_is_saved_nowhere_and_why_says_what_it_is_for_and_where_it_comes(gevuld: Path) -> None:
    before = snapshot(gevuld)

    gesprek = converse(
        *("vragen", "--fase", "delen", "--partner", "stad", "--alles"),
        answers=[
            *(("Stad: wie vertegenwoordigt", "?"), ("Het komt in de stakeholderanalyse", "help")),
            *(("Het komt in de stakeholderanalyse", "-"), ("Stad: wat wil", "weet ik niet"), ("Stad: welk belang", "-")),
            *(("Stad: wat brengt", "-"), ("Stad: namens wie", "?")),
            ("Het komt in de intentieverklaring", "-"),
            ("Stad: hoe breed is het draagvlak", "?"),
            ("Het komt in geen document. Wie samenwerking.yaml kan openen, kan het lezen.", "q"),
        ],
    )

    assert gesprek.code == 0
    assert "Het hoort bij de vraag van de fase Delen: " in gesprek.shown
    assert snapshot(gevuld) == before


def test_what_was_meant_as_a_sign_itself_stands_between_quotes(gevuld: Path) -> None:
    converse(*STAD, answers=[("Stad: wie vertegenwoordigt", "“-”"), ("Stad: in welke sector", '"?"'), ("Stad: wat zoekt", "q")])

    stad = read_dossier(gevuld).samenwerking.partners["stad"]
    assert (stad.vertegenwoordiger, stad.sector) == ("-", "?")


def test_the_name_of_a_person_is_asked_about_gently_and_kept_with_one_key(gevuld: Path) -> None:
    gesprek = converse(
        *STAD,
        answers=[
            ("Stad: wie vertegenwoordigt", "Jan Peeters"),
            ("“Jan Peeters” lijkt de naam van een persoon.", "Jan Peeters"),
            ("Stad: in welke sector", "q"),
        ],
    )

    assert gesprek.drafts == ["", "Jan Peeters", ""]
    assert read_dossier(gevuld).samenwerking.partners["stad"].vertegenwoordiger == "Jan Peeters"


def test_an_answer_about_a_partner_can_be_confidential_and_one_about_the_group_cannot(gevuld: Path) -> None:
    (gevuld / ".gitignore").write_text("*vertrouwelijk*\n", encoding="utf-8")
    before = dossier_text(gevuld)

    gesprek = converse(
        *("vragen", "--fase", "delen", "--alles"),
        answers=[
            ("Met wie zit u nu aan tafel? Enter: met iedereen. 1 Stad 2 School", "school"),
            ("School: wie vertegenwoordigt", ""),
            ("School: wat wil", "v"),
            ("Uw antwoord komt alleen in vertrouwelijk.yaml, en in geen document.", "meer geld; meer rust"),
            ("Genoteerd in vertrouwelijk.yaml. In het dossier zelf blijft dit open.", "q"),
        ],
    )
    assert gesprek.code == 0
    assert dossier_text(gevuld) == before
    notes = (gevuld / "vertrouwelijk.yaml").read_text(encoding="utf-8")
    assert "  school:\n    ambities:\n      - meer geld\n      - meer rust\n" in notes

    gesprek = converse(
        *("vragen", "--fase", "verkennen", "--alles"),
        answers=[("Welke organisatie draagt", "v"), ("Alleen een antwoord over één partner kan vertrouwelijk zijn", "q")],
    )
    assert "→ Noteer het anders zo: samenwerk noteer nota" in gesprek.shown


def test_names_and_choices_of_one_subject_can_be_given_in_one_line_and_a_list_is_offered_as_one(leeg: Path) -> None:
    gesprek = converse(
        "vragen",
        answers=[
            ("Met welk idee", "Een plek voor elk kind."),
            ("Welke organisatie neemt", "Stad, School en Bib"),
            ("Dat zijn er drie: Stad; School; Bib. Zo bewaren? (j/n) [j]", ""),
            ("Daardoor 1 vraag erbij, over: Initiatiefnemer.", "2"),
            ("U mag er meteen bij zeggen, zoals: Ouders van de wijk: hoog, hoog, voor", "Ouders: H, laag, voor; Buren"),
            ("Daardoor 5 vragen erbij, over: Buren en Ouders. Stakeholder “Buren”, 2 van 2 Voor deze fase.", "laag middel"),
            ("Hier horen 3 woorden: belang, invloed, houding. U gaf er 2.", "laag, middel, ?"),
            ("Houding: “?” kan hier niet. → Kies uit: voor, neutraal, tegen, onbekend.", "laag -  tegen"),
            ("Genoteerd: belang: laag; invloed: –; houding: tegen", "4"),
            ("Wie heeft belang", "Ouders; Omwonenden"),
            ("4 Stakeholders: Ouders; Omwonenden", "q"),
        ],
    )

    assert gesprek.drafts[9] == "Ouders; Buren; "
    samenwerking = read_dossier(leeg).samenwerking
    assert samenwerking.initiatiefnemer == "school"
    assert [partner.soort for partner in samenwerking.partners.values()] == ["kern"] * 3
    assert {sleutel: (s.naam, s.belang, s.invloed, s.houding) for sleutel, s in samenwerking.stakeholders.items()} == {
        "ouders": ("Ouders", "hoog", "laag", "voor"),
        "buren": ("Omwonenden", "laag", "", "tegen"),
    }


def test_a_slip_in_the_choices_behind_a_name_is_asked_again_and_never_becomes_a_part_of_the_name(leeg: Path) -> None:
    gesprek = converse(
        "vragen",
        answers=[
            ("Met welk idee", "-"),
            ("Welke organisatie neemt", "-"),
            ("Wie heeft belang", "Buren: hoog, laag, voor; Bond: middel, midden, neutraal"),
            ("Invloed: “midden” kan hier niet. → Kies uit: hoog, middel, laag.", "Buren: hoog, laag, voor; Bond: hoog laag"),
            ("Hier horen 3 woorden: belang, invloed, houding. U gaf er 2.", "Buren: hoog, laag, voor; Bond"),
            ("Stakeholder “Bond”, 2 van 2", "<"),
            ("Wie heeft belang", "Buren; Bond van ouders: hoog, laag, neutraal"),
            ("Dit antwoordde u.", "q"),
        ],
    )

    assert gesprek.drafts[6] == "Buren; Bond; "
    stakeholders = read_dossier(leeg).samenwerking.stakeholders.values()
    assert [(s.naam, s.belang, s.invloed, s.houding) for s in stakeholders] == [
        ("Buren", "hoog", "laag", "voor"),
        ("Bond van ouders", "hoog", "laag", "neutraal"),
    ]


def test_where_it_is_asked_who_decides_a_partner_who_only_helps_can_become_one_who_does(gevuld: Path) -> None:
    rewrite(gevuld, "\npartners:\n", "\npartners:\n  gamma: {naam: Gemeente Gamma, soort: betrokken}\n")

    gesprek = converse(
        *("vragen", "--fase", "verkennen", "--alles"),
        answers=[
            ("Er staat al: Stad en School", "gemeente gamma; School"),
            ("Gemeente Gamma staat er al, als betrokken. Kernpartner maken? (j/n) [j]", ""),
            ("Dit staat er al: School.", "q"),
        ],
    )

    assert gesprek.code == 0
    assert read_dossier(gevuld).samenwerking.partners["gamma"].is_kern


def test_what_is_open_ended_is_an_answer_and_lists_that_were_given_can_be_changed(gevuld: Path) -> None:
    converse(
        *("vragen", "--fase", "overeenkomen"),
        answers=[
            ("Wie vertegenwoordigt elke partner?", ""),
            ("Vanaf welke dag", "2026-09-01"),
            ("Genoteerd: 1 september 2026", "onbepaalde duur"),
            ("Wanneer bekijken", "In mei."),
            ("Hoe kan een partner opzeggen?", "Drie maanden vooraf."),
            ("Nog open voor de fase Overeenkomen: Stad: vertegenwoordiger; School: vertegenwoordiger. alsnog: 1 vraag", "q"),
        ],
    )
    gesprek = converse(
        *("vragen", "--fase", "verkennen", "--alles"),
        answers=[
            ("Welke organisatie draagt", ""),
            ("Waarom", ""),
            ("Waar gaat de samenwerking over, en waar niet over?", "vrije tijd; sport; niet over geld"),
            ("Genoteerd: wel: vrije tijd; sport; niet: geld", "q"),
        ],
    )

    assert gesprek.drafts[2] == "vrije tijd; niet leerplicht; "
    samenwerking = read_dossier(gevuld).samenwerking
    assert samenwerking.looptijd.is_onbepaald
    assert (samenwerking.afbakening.wel, samenwerking.afbakening.niet) == (("vrije tijd", "sport"), ("geld",))


def test_after_all_about_the_partner_at_the_table_come_the_others_and_the_group(gevuld: Path) -> None:
    for leeg in ("    ambities: [een plek voor elk kind]\n", "    ambities:\n    - rust na vier uur\n"):
        rewrite(gevuld, leeg, "")

    gesprek = converse(
        *("vragen", "--fase", "delen"),
        answers=[
            ("Met wie zit u nu aan tafel? Enter: met iedereen. 1 Stad 2 School", "2"),
            (
                "Hierna nog: 1 voor deze fase, 4 die later mogen. School: wie vertegenwoordigt",
                "directeur",
            ),
            ("School: wat wil deze partner", "rust; spel"),
            *((vraag, "") for vraag in ("School: wat mag", "School: hoe krijgt", "School: tot en met", "School: waaraan")),
            ("2 School: ambities: rust; spel ander: vragen over een andere partner en over de groep", "ander"),
            ("Partner “Stad”, 1 van 2", ""),
            ("Stad: wat wil deze partner", "-"),
            ("Nog open voor de fase Delen: Stad: vertegenwoordiger; Stad: ambities. alsnog: 2 vragen", ""),
        ],
    )

    assert gesprek.code == 0


def test_a_point_that_nobody_touched_stays_as_it_was_written(gevuld: Path) -> None:
    rewrite(gevuld, "gedeelde_ambitie:", 'verschillen: ["leren;\\nspelen", rust]\ngedeelde_ambitie:')

    gesprek = converse(
        *("vragen", "--fase", "delen", "--alles"),
        answers=[
            ("Met wie zit u nu aan tafel?", ""),
            *((vraag, "") for vraag in ["Stad:"] * 6 + ["School:"] * 6 + ["Welk woord", "Wat willen de partners"]),
            *((vraag, "") for vraag in ["Stad:"] * 4 + ["School:"] * 4),
            ("Waarover denken", "- leren; spelen\n- rust\n- groen"),
            ("Dit antwoordde u.", "q"),
        ],
    )

    assert gesprek.drafts[-2] == "- leren; spelen\n- rust"
    assert 'verschillen: ["leren;\\nspelen", rust, groen]\n' in dossier_text(gevuld)


def test_what_the_partners_want_stands_above_the_question_for_what_they_want_together(gevuld: Path) -> None:
    rewrite(gevuld, "gedeelde_ambitie:", "gedeelde_ambitie_was:")

    gesprek = converse(
        *("vragen", "--fase", "delen"),
        answers=[
            ("Wie vertegenwoordigt elke partner?", ""),
            ("Stad: een plek voor elk kind School: rust na vier uur Wat willen de partners samen", "q"),
        ],
    )

    assert gesprek.code == 0


def test_when_all_that_is_needed_is_there_the_document_can_be_made_and_the_group_go_on(gevuld: Path) -> None:
    assert run("zet", "vorm", "html").code == 0
    gesprek = converse(
        *("vragen", "--fase", "verkennen"),
        answers=[
            ("Wie vertegenwoordigt elke partner?", "Stad: schepen; School: directeur"),
            (
                "ja: maak de startnota later: 5 vragen die later mogen Dit is genoeg voor een eerste startnota. Maken? (j/n)",
                "j",
            ),
            ("documenten/startnota.html → Bekijk het straks met: samenwerk open startnota", ""),
        ],
    )

    assert gesprek.code == 0
    assert "nog in te vullen" not in (gevuld / "documenten" / "startnota.md").read_text(encoding="utf-8").casefold()

    rewrite(gevuld, "fase: delen\n", "fase: opstart\n")
    verloop = dossier_text(gevuld).partition("verloop:\n")[2]
    rewrite(gevuld, verloop, "  - {datum: 2026-01-10, naar: opstart}\n")
    gesprek = converse(
        "vragen",
        answers=[
            ("Alle antwoorden voor de fase Opstart staan er. ja: maak de stakeholderanalyse", "later"),
            ("Ouders van de wijk: wat is er voor deze stakeholder te winnen?", "Rust."),
            *((vraag, "") for vraag in ("te verliezen?", "te winnen?", "te verliezen?")),
            ("verder: naar de fase Verkennen", "verder"),
            ("De groep staat nu in fase 1 Verkennen. Verkennen:", "q"),
        ],
    )
    assert read_dossier(gevuld).samenwerking.fase == "verkennen"


def test_what_a_voorwaarde_misses_is_asked_again_and_said_before_the_question(gevuld: Path) -> None:
    rewrite(gevuld, "\npartners:\n", "\npartners:\n  bib: {naam: Bib, soort: kern}\n")

    converse(
        *("vragen", "--fase", "vormgeven"),
        answers=[
            ("Project “Huiswerkklas”: wat moet het bereiken?", "Rust."),
            ("Project “Huiswerkklas”: welke tijd", "Tijd."),
            ("Nog zonder rol: Bib Er staat al: Coördinator", "Gastheer"),
            ("Nog een?", ""),
            ("Rol “Gastheer”: welke partners nemen die op? Met komma’s ertussen. 1 Bib 2 Stad", "bib, 3"),
            ("Rol “Gastheer”: wat mag", "q"),
        ],
    )

    assert read_dossier(gevuld).samenwerking.rollen["gastheer"].wie == ("bib", "school")


def test_proef_asks_the_same_and_shows_what_would_change(gevuld: Path) -> None:
    before = snapshot(gevuld)

    gesprek = converse(
        *STAD,
        "--proef",
        answers=[("Stad: wie vertegenwoordigt", "Rust."), ("Stad: in welke sector", "Hulp."), ("Stad: wat", "q")],
    )

    assert gesprek.code == 0
    assert "er is niets geschreven." in gesprek.shown
    assert "+ sector: Hulp. soort: kern + vertegenwoordiger: Rust." in gesprek.shown
    assert snapshot(gevuld) == before


# When someone else writes meanwhile


def test_what_others_save_during_the_interview_stays_and_an_answer_never_takes_its_place(gevuld: Path) -> None:
    def after(old: str, new: str, answer: str) -> Callable[[], str]:
        """An answer that is given after someone else saved something."""

        def give() -> str:
            rewrite(gevuld, old, new)
            return answer

        return give

    gesprek = converse(
        *("vragen", "--fase", "delen", "--partner", "stad", "--alles"),
        answers=[
            ("Stad: wie vertegenwoordigt", after("begeleider:", "nota: van een ander\nbegeleider:", "schepen")),
            ("Stad: wat wil", after("ambities: [een plek", "ambities: [rust, een plek", "een plek voor elk kind; Groen.")),
            ("Stad: welk belang", ""),
            ("Stad: wat brengt", after("inzet: een halftijdse coördinator", "inzet: Hun woorden.", "Mijn woorden.")),
            ("Iemand anders wijzigde dit intussen; uw antwoord is nog niet bewaard. Er staat nu: Hun woorden.", "q"),
        ],
    )

    assert "→ Pas uw antwoord aan, of druk op Enter om het in de plaats te zetten." in gesprek.shown
    text = dossier_text(gevuld)
    assert "nota: van een ander\n" in text
    assert "    vertegenwoordiger: schepen\n" in text
    assert "ambities: [rust, een plek voor elk kind, Groen.]\n" in text
    assert "inzet: Hun woorden.\n" in text


def test_a_file_that_became_unreadable_ends_the_interview_with_the_answer_and_what_was_saved(gevuld: Path) -> None:
    def spoil() -> str:
        rewrite(gevuld, "begeleider:", "begeleider: [")
        return "Hulp na vier uur."

    gesprek = converse(*STAD, answers=[("Stad: wie vertegenwoordigt", "Rust."), ("Stad: in welke sector", spoil)])

    assert gesprek.code == 3
    assert "Niet bewaard, om niet opnieuw te moeten typen: Hulp na vier uur." in gesprek.shown
    assert "1 antwoord bewaard." in gesprek.shown
    assert "samenwerking.yaml:" in gesprek.shown


# On a terminal


def test_ctrl_c_in_the_middle_of_an_answer_keeps_what_was_saved_and_nothing_of_the_rest(gevuld: Path) -> None:
    terminal = Terminal(*STAD, cwd=gevuld, env=PLAIN)
    terminal.answer("Stad: wie vertegenwoordigt", "Rust.")
    terminal.interrupt_at("Stad: in welke sector", "Half een antw")

    outcome = terminal.finish()
    assert outcome.code == 130
    assert "1 antwoord bewaard.\n" in outcome.out
    assert "Half een antw" not in dossier_text(gevuld)
    assert read_dossier(gevuld).samenwerking.partners["stad"].vertegenwoordiger == "Rust."


def write_editor(path: Path, script: str) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.mark.parametrize("command", ["{}", '"{}" --wacht', "{} --wacht"], ids=["alone", "quoted", "with an option"])
def test_a_long_answer_is_typed_in_the_editor_of_the_person(gevuld: Path, tmp_path: Path, command: str) -> None:
    editor = write_editor(
        tmp_path / "mijn programma's" / "editor", 'for last; do :; done; printf "Rust,\\nen ruimte.\\n" > "$last"'
    )
    terminal = Terminal(*STAD, cwd=gevuld, env={"VISUAL": command.format(editor), **PLAIN})
    terminal.answer("Stad: wie vertegenwoordigt", "e")
    terminal.answer("Stad: in welke sector", "q")

    assert terminal.finish().code == 0
    assert read_dossier(gevuld).samenwerking.partners["stad"].vertegenwoordiger == "Rust,\nen ruimte."


@pytest.mark.parametrize("env", [{"VISUAL": "", "EDITOR": "", "PATH": "/nergens"}, {"VISUAL": "/bestaat/niet"}])
def test_without_an_editor_that_works_the_question_is_asked_again(gevuld: Path, env: dict[str, str]) -> None:
    before = snapshot(gevuld)
    terminal = Terminal(*STAD, cwd=gevuld, env={**env, **PLAIN})
    terminal.answer("Stad: wie vertegenwoordigt", "e")
    terminal.answer("Typ het antwoord hier", "q")

    outcome = terminal.finish()
    assert outcome.code == 0
    assert "Er is niets bewaard; er is niets veranderd." in outcome.out
    assert snapshot(gevuld) == before


def test_an_editor_that_opens_a_window_and_returns_at_once_is_waited_for(gevuld: Path, tmp_path: Path) -> None:
    editor = write_editor(tmp_path / "bin" / "venster", f'echo "$1" > {tmp_path}/open')
    terminal = Terminal(*STAD, cwd=gevuld, env={"VISUAL": str(editor), **PLAIN})
    terminal.answer("Stad: wie vertegenwoordigt", "e")
    terminal.wait_for("Bewaar uw tekst in het venster dat openging, en druk daarna hier op Enter.")
    Path((tmp_path / "open").read_text(encoding="utf-8").strip()).write_text("Rust.", encoding="utf-8")
    terminal.type("")
    terminal.answer("Stad: in welke sector", "q")

    assert terminal.finish().code == 0
    assert read_dossier(gevuld).samenwerking.partners["stad"].vertegenwoordiger == "Rust."


def test_a_text_that_cannot_be_saved_is_opened_again_to_be_mended(gevuld: Path, tmp_path: Path) -> None:
    # First a number that cannot be, and then one more line to what was typed.
    again = 'printf "4" > "$1"'
    editor = write_editor(tmp_path / "bin" / "editor", f'if [ -s "$1" ]; then {again}; else printf "veel\\033" > "$1"; fi')
    rewrite(gevuld, "    draagvlak: {oordeel: 4}\n", "")
    terminal = Terminal("vragen", "--partner", "stad", cwd=gevuld, env={"VISUAL": str(editor), **PLAIN})
    terminal.answer("Stad: wie vertegenwoordigt", "")
    terminal.answer("Stad: hoe breed is het draagvlak", "e")
    terminal.answer("een teken dat niemand ziet: Escape (U+001B), na “veel”. Het is eruit gehaald.", "")
    terminal.wait_for("“veel” kan hier niet.")
    terminal.press(F4)
    terminal.answer("Stad: wat mag", "q")

    assert terminal.finish().code == 0
    assert read_dossier(gevuld).samenwerking.partners["stad"].draagvlak.oordeel == 4


def test_names_with_a_comma_in_them_can_be_answered_too(gevuld: Path) -> None:
    dossier = read_dossier(gevuld)
    stad = dossier.samenwerking.partners["stad"].naam
    rewrite(gevuld, f"naam: {stad}\n", "naam: Stad, dienst Onderwijs\n")
    samenwerking = read_dossier(gevuld).samenwerking
    vraag = next(vraag for vraag in list_openstaand(samenwerking, "vormgeven", alles=True) if vraag.pad[-1] == "wie")

    for antwoord in ("Stad, dienst Onderwijs; School", "stad, school"):
        gewijzigd = answer_vraag(read_dossier(gevuld), vraag, antwoord, date(2026, 3, 15), proef=True)
        assert {"stad", "school"} <= set(gewijzigd.samenwerking.rollen["coordinator"].wie)
