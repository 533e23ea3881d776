"""What people call things fits in every sentence of ours: names of many, with a comma, an article, a kind or a mark."""

import re
from pathlib import Path

import pytest
from runner import run

DOSSIER = """\
formaat: 1
id: bcdf-ghjk-mnpq
naam: "'s-Gravenwezel en IJsselmonde samen"
fase: delen
toestand: actief
idee: Samen eten.
begeleider: netwerkcoördinator
waarom: Samen sterker.
stakeholders:
  ouders: {naam: Ouders van de wijk, belang: hoog, houding: tegen}
partners:
  bib: {naam: "Bibliotheek, afdeling Kaaiwijk", soort: kern, inzet: "Een zaal.", krijgt: "Lezers."}
  huisartsen: {naam: de huisartsen, soort: kern, mandaat: {namens: de kring, geldig_tot: 2026-02-01}}
  scholen: {naam: Scholen van De Oever en De Kaai, soort: kern}
knopen:
  geld: {vraag: Geld, status: open}
acties:
  brief: {wat: "Brief aan alle ouders.", trekker: bib, met: [huisartsen], tegen: 2026-02-01, status: lopend}
  vraag: {wat: "Wie doet wat?", trekker: huisartsen}
afspraken:
  lokaal: {tekst: "De scholen lenen een lokaal.", partijen: [bib, scholen], herzien_op: 2026-03-20}
projecten:
  p: {titel: Project Zomer, trekker: bib}
rollen:
  trekkers: {naam: de trekkers, wie: [huisartsen]}
verloop:
  - {datum: 2026-01-10, naar: opstart}
  - {datum: 2026-01-20, naar: verkennen}
  - {datum: 2026-01-25, naar: delen}
"""
MANY = "Ouders van de wijk|de huisartsen|Scholen van De Oever en De Kaai|de trekkers"
WRONG = {
    "a verb of one beside a name of many": rf"(?i)\b({MANY}) (is|heeft|was|wordt|wil|kan|moet|staat|gaat|stemt|brengt)\b",
    "two marks that end a sentence": r"[^.]\.\.(?!\.)|[?!]\.|\.[?!]|[.?!]”\.|:\s*:",
    "a word twice": r"(?i)\b(\w{4,}) [“‘]?\1\b",
    "a name of the code": r"(?<![\w./-])[a-z]+_[a-z_]+(?![\w./-])",
}
SHOWING = (
    ("status",),
    ("status", "--alles"),
    ("controleer",),
    ("fase",),
    ("fase", "lijst"),
    ("opvolging", "--dagen", "365"),
    ("opvolging", "--voor", "bib"),
    ("opvolging", "--voor", "huisartsen"),
    ("vragen",),
    ("vragen", "--fase", "vormgeven"),
    ("dynamiek",),
    ("logboek", "--alles"),
    ("partner", "lijst"),
    ("actie", "toon", "brief"),
    *(
        ("render", naam, "--naar", "-")
        for naam in ("startnota", "intentieverklaring", "afsprakennota", "actieplan", "overdracht")
    ),
)
CHANGING = (
    ("gesprek", "--met", "huisartsen,bib", "Kennismaking"),
    ("noteer", "succes", "Het liep goed", "--partner", "huisartsen,scholen"),
    ("vaststellen", "intentieverklaring"),
    ("instemmen", "intentieverklaring", "--partner", "bib", "--voorbehoud", "als er geld is"),
    ("instemmen", "intentieverklaring", "--partner", "huisartsen"),
    ("instemmen", "intentieverklaring", "--partner", "huisartsen"),
    ("instemmen", "intentieverklaring", "--partner", "bib", "--intrekken"),
    ("fase", "volgende"),
    ("fase", "volgende", "--ondanks", "Er is haast"),
    ("terug", "naar", "verkennen", "--reden", "Nieuwe partner"),
    ("partner", "vertrekt", "huisartsen"),
    ("partner", "vertrekt", "huisartsen"),
    ("partner", "weg", "bib"),
    ("afsluiten", "--als", "slapend"),
)


@pytest.fixture
def namen(werkmap: Path) -> Path:
    (werkmap / "samenwerking.yaml").write_text(DOSSIER, encoding="utf-8")
    return werkmap


def prose(text: str) -> str:
    """What is said, without the lines to type, the marks of a document and places in a file."""
    lines = (line for line in text.splitlines() if not re.match(r"\s*(<!--|\||\*Gemaakt|[+@-])", line))
    return "\n".join(re.sub(r"samenwerk( [a-z]+)+.*|\S+\.(ya?ml|md)\S*", "", line) for line in lines)


def test_every_sentence_about_names_is_right_however_many_they_are_and_whatever_stands_in_them(namen: Path) -> None:
    faults = []
    for words in (*SHOWING, *CHANGING, *SHOWING):
        outcome = run(*words)
        for line in prose(outcome.out + outcome.err).splitlines():
            faults += [(" ".join(words), wat, line) for wat, pattern in WRONG.items() if re.search(pattern, line)]
    assert faults == []
