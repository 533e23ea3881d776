"""Words are read as people say them, whatever command takes them; what was understood is said back."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from every_command import EVERY_COMMAND, LEAVES
from runner import capture, dossier_text, rewrite, run, snapshot

from samenwerk.cli.understanding.fields import PAD
from samenwerk.cli.understanding.understand import understand
from samenwerk.cli.words.declare import Command, Parameter
from samenwerk.cli.words.situation import Situation
from samenwerk.errors import WrongUsageError
from samenwerk.storage import read_ahead


@pytest.fixture(autouse=True)
def names(gevuld: Path) -> None:
    """Partners of whom the names look alike, one with a comma in its name, and one with an apostrophe that Word curled."""
    more = "  bib: {naam: 'Bib, filiaal Zuid'}\n  oever: {naam: De Oever}\n  wezel: {naam: ’s-Gravenwezel}\n"
    rewrite(gevuld, "\npartners:\n", f"\npartners:\n{more}")
    rewrite(gevuld, "    naam: Stad\n", "    naam: Stad aan de Oever\n")


@pytest.mark.parametrize(
    ("words", "begrepen"),
    [
        (("partner", "toon", "Filiaal"), "“Filiaal” is Bib, filiaal Zuid (bib)"),
        (("partner", "toon", "stad aan"), "“stad aan” is Stad aan de Oever (stad)"),
        (("partner", "toon", "'s-gravenwezel"), "“'s-gravenwezel” is ’s-Gravenwezel (wezel)"),
        (("partner", "toon", "De Oever"), "“De Oever” is De Oever (oever)"),
        (("partner", "toon", "oever"), ""),  # a key is always that one
        (("partner", "nieuw", "Vzw", "--soort", "Kern", "--sinds", "gisteren"), "“Kern” is kern; “gisteren” is 14 maart 2026"),
        (
            ("stakeholder", "nieuw", "Wijk", "--belang", "h", "--invloed", "h", "--houding", "o"),
            "“h” is hoog; “o” is onbekend",
        ),
        (("stakeholder", "weg", "omwonenden"), "“omwonenden” is Omwonenden (buren)"),
        (("actie", "nieuw", "Feest", "--tegen", "volgende vrijdag"), "“volgende vrijdag” is 20 maart 2026"),
        (("partner", "wijzig", "school", "--belangen", "Collectief: rust"), "“Collectief: rust” is collectief: rust"),
        (("zet", "Idee", "Iets"), "“Idee” is idee"),
        (("zet", "taal", "Nederlands"), "“Nederlands” is nederlands"),
        (("zet", "taal", "België"), "“België” is vlaams"),
        (("zet", "begrippen.Brugfiguur", "Iemand"), "“begrippen.Brugfiguur” is begrippen.brugfiguur"),
        (("noteer", "nota", "x", "--datum", "9/3/2026"), "“9/3/2026” is 9 maart 2026"),
        (("logboek", "--soort", "succes en Spanning"), "“succes en Spanning” is succes, spanning"),
        (("logboek", "--soort", "SUCCES,leer", "--van", "1 mei"), "“SUCCES,leer” is succes, leerwinst; “1 mei” is 1 mei 2025"),
        (
            ("evalueer", "--besluit", "Door", "--volgende", "15 september"),
            "“Door” is doorgaan; “15 september” is 15 september 2026",
        ),
        (("fase", "volgende", "--aanwezig", "Stad aan de Oever"), "“Stad aan de Oever” is Stad aan de Oever (stad)"),
        (("terug", "naar", "Opst"), "“Opst” is Opstart"),
        (("render", "Startnotitie", "--formaat", "Web"), "“Startnotitie” is startnota; “Web” is webpagina"),
        (("render", "startnota", "--formaat", ".HTML"), "“.HTML” is webpagina"),
        (("zet", "vorm", "Word"), "“Word” is docx"),
        (("vaststellen", "INTENTIE"), "“INTENTIE” is intentieverklaring"),
        (("opvolging", "--voor", "SCHOOL"), "“SCHOOL” is School (school)"),
        (("afsluiten", "--als", "Slapend", "--datum", "vandaag"), "“Slapend” is slapend; “vandaag” is 15 maart 2026"),
    ],
    ids=str,
)
def test_what_was_understood_is_said_back_in_one_line(words: tuple[str, ...], begrepen: str) -> None:
    outcome = run(*words)

    assert outcome.code in (0, 1), outcome.err
    assert outcome.err.splitlines()[:1] == ([f"Begrepen: {begrepen}."] if begrepen else [])


def test_what_was_understood_is_what_is_written(gevuld: Path) -> None:
    for words in (
        ("partner", "wijzig", "School", "--soort", "Betr", "--leeg", "Mandaat namens", "--belangen", "Collectief: rust"),
        ("actie", "stand", "een feest", "NIET"),
        ("actie", "wijzig", "buurtfeest", "--met", "Bib, filiaal Zuid, de oever", "--tegen", "1/12/2026"),
        ("zet", "partners.Stad aan de Oever.Mandaat.Geldig tot", "1 december 2026"),
        ("zet", "projecten.huiswerk.partners.Stad aan", "Betaalt de zaal."),
        ("noteer", "Succ", "Het lukt.", "--partner", "school;filiaal", "--proces", "Inter", "--json"),
        ("gesprek", "Over de poort", "--met", "Omwonenden, stad aan", "--datum", "eergisteren"),
    ):
        assert run(*words).code == 0, words

    text = dossier_text(gevuld)
    for written in (
        "soort: betrokken\n",
        "soort: collectief\n",
        "status: niet uitgevoerd\n",
        "geldig_tot: 2026-12-01",
        "met: [bib, oever]\n",
        "partners: [school, bib]\n",
        "proces: interactie\n",
        "datum: 2026-03-13",
        "met: [buren, stad]",
        "stad: Betaalt de zaal.",
    ):
        assert written in text
    assert "schoolbestuur" not in text
    assert text.count("2026-12-01") == 2


@pytest.mark.parametrize(
    ("words", "melding", "oplossing"),
    [
        (("partner", "weg", "oe"), "“oe” kan meer dan één zijn.", "Kies uit: De Oever, Stad aan de Oever."),
        (("gesprek", "x", "--met", "o"), "“o” kan meer dan één zijn.", None),
        (("noteer", "w", "x"), "“w” kan meer dan één zijn.", "Kies uit: waardering, wissel."),
        (("render", "nota"), "“nota” kan meer dan één zijn.", "Kies uit: Startnota, Afsprakennota."),
        (("zet", "partners.oe.inzet", "x"), "“oe” kan meer dan één zijn.", "Kies uit: De Oever, Stad aan de Oever."),
        (("status", "--datum", "12 mei"), "“12 mei” kan meer dan één dag zijn.", "Zeg welke: 12 mei 2025 of 12 mei 2026."),
        (("actie", "stand", "buurtfeest", "uitgevoerd"), "“uitgevoerd” kan hier niet.", None),
    ],
    ids=str,
)
def test_what_fits_more_than_one_is_answered_with_all_that_fit(
    gevuld: Path, words: tuple[str, ...], melding: str, oplossing: str | None
) -> None:
    before = snapshot(gevuld)

    outcome = run(*words)

    assert (outcome.code, outcome.out, outcome.err.splitlines()[0]) == (2, "", melding)
    assert oplossing is None or outcome.err.splitlines()[1] == f"→ {oplossing}"
    assert snapshot(gevuld) == before


def test_all_that_is_not_understood_is_told_at_once_with_the_option_it_stood_behind(gevuld: Path) -> None:
    outcome = run("partner", "wijzig", "niemand", "--soort", "weg", "--sinds", "30/2/2026", "--draagvlak-oordeel", "9")

    assert outcome.code == 2
    assert [line for line in outcome.err.splitlines() if "→" not in line] == [
        "Dit klopt nog niet; er is niets geschreven.",
        "  --soort: “weg” kan hier niet.",
        "  --sinds: “30/2/2026” bestaat niet: februari 2026 heeft 28 dagen.",
        "  --draagvlak-oordeel: “9” kan hier niet.",
    ]


def test_of_more_words_behind_one_option_each_that_is_wrong_is_told(gevuld: Path) -> None:
    outcome = run("render", "niets", "startnota", "nergens")

    assert (outcome.code, [line for line in outcome.err.splitlines() if "→" not in line]) == (
        2,
        [
            "Dit klopt nog niet; er is niets geschreven.",
            "  DOCUMENT: “niets” is geen document.",
            "  DOCUMENT: “nergens” is geen document.",
        ],
    )


def test_a_word_for_the_notes_or_for_a_broken_dossier_is_left_to_the_command_that_reads_them(gevuld: Path) -> None:
    assert run("noteer", "nota", "Stil.", "--vertrouwelijk").code == 0
    assert run("zet", "logboek.1.Tekst", "Anders.", "--vertrouwelijk").code == 0
    rewrite(gevuld, "initiatiefnemer: stad", "initiatiefnemer: stadd")
    assert run("partner", "toon", "niemand").code == 3
    assert run("zet", "Initiatiefnemer", "Stad aan") == (
        0,
        "Gewijzigd: Initiatiefnemer. Er stond: stadd\n→ Bekijk wat nog te doen is: samenwerk status\n",
        "Begrepen: “Initiatiefnemer” is initiatiefnemer; “Stad aan” is Stad aan de Oever (stad).\n",
    )


def test_tab_gives_the_key_of_a_name_that_is_typed(gevuld: Path) -> None:
    [record] = [parameter.declared for parameter in EVERY_COMMAND[("partner", "toon")].arguments]
    [met] = [option.declared for option in EVERY_COMMAND[("actie", "wijzig")].options if option.name == "veld_met"]
    assert record.complete is not None
    assert met.complete is not None

    assert list(record.complete(gevuld, "sta")) == [("stad", "Stad aan de Oever")]
    assert list(record.complete(gevuld, "Filiaal")) == [("bib", "Bib, filiaal Zuid")]
    assert list(met.complete(gevuld, "stad,Omw")) == [("stad,buren", "Omwonenden")]
    assert list(PAD.complete(gevuld, "partners.Filiaal")) == [("partners.bib.", "")]
    assert list(PAD.complete(gevuld, "Partners.bib.ins")) == []


# Every option and argument of every command

DAYS = ("2026-05-12", "12 mei 2026", "12/5/2026", "12.5.2026", "gisteren", "vorige vrijdag", "volgende vrijdag", "12 mei")
FREE = {"--map", "--naam", "--initiatiefnemer", "--idee", "--begeleider", "--sjablonen", "--dagen", "--ondanks", "--reden"} | {
    *("--door", "--zien", "--doen", "--beter", "--antwoord", "--sleutel", "--namens", "--voorbehoud", "--naar"),
    *("--blok", "--blad", "--merkstreep", "--ons", "--hun"),
}
"""The options that take a text, a path, a number or a name that is made with it."""


def list_words() -> Iterator[tuple[str, Parameter, Any]]:
    """Each word of a command that can mean something, and its kind."""
    for words in LEAVES:
        command = EVERY_COMMAND[words]
        assert isinstance(command, Command)
        for parameter in command.parameters:
            if parameter.declared.kind:
                yield f"{' '.join(words)} {parameter.name}", parameter, parameter.declared.kind
            elif parameter.declared.names and parameter.takes is not bool:
                assert max(parameter.declared.names, key=len) in FREE, (words, parameter.name)


def say_otherwise(word: str, about: str) -> Iterator[str]:
    """Other ways to say what is offered: with capitals, by its name, by a beginning or a part of these."""
    for form in (word, about):
        yield from (form, form.upper(), form.capitalize(), f" {form} ", form[:3], form[:5], form[4:], form.replace("_", " "))


def hear(parameter: Parameter, word: str) -> str:
    """What is said back of one word, to a command that takes no other."""

    def say() -> int:
        understand(Command(lambda: None, "", [parameter]), given)
        return 0

    given = {"veld": "partners.stad.soort"} | {parameter.name: [word] if parameter.takes is list else word}
    return capture(say).err


def test_what_is_accepted_is_said_back_and_read_as_the_same_for_every_word_of_every_command(gevuld: Path) -> None:
    situation = Situation({"veld": "partners.stad.soort"})
    tried: dict[str, int] = {}
    heard: set[type] = set()
    for name, parameter, kind in list_words():
        otherwise: dict[str, str] = {}
        offered = [offer if isinstance(offer, tuple) else (offer, "") for offer in kind.complete(gevuld, "")]
        said = [*DAYS, *(way for offer in offered for way in say_otherwise(*offer))]
        for word in dict.fromkeys(filter(None, said)):
            try:
                meant = kind.read(word, situation)
            except WrongUsageError:
                continue
            shown = kind.show(meant, situation) if meant != word else word
            assert (kind.read(meant, situation), kind.read(shown, situation)) == (meant, meant), (name, word)
            tried[name] = tried.get(name, 0) + 1
            if shown != word and meant != word.strip():
                otherwise[word] = shown
        for word, _ in offered:
            assert word.endswith(".") or kind.read(word, situation) == word, (name, word)
        # Each kind says back in one way, and each hearing reads the dossier.
        for word, shown in list(otherwise.items())[: 3 * (type(kind) not in heard)]:
            heard.add(type(kind))
            assert hear(parameter, word) == f"Begrepen: “{word}” is {shown}.\n", name
    read_ahead.forget()  # as main() does when a command ends
    assert tried["partner toon record"] > 20
    assert tried["stakeholder wijzig veld_belang"] >= 6
    assert min(tried.values()) >= 1
    assert len(heard) >= 9
