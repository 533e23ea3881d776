"""What is wrong with a text that is no YAML, at the line where a person would look, in Dutch."""

import re

import pytest
import yaml
from cases import for_each

from samenwerk.errors import DossierError
from samenwerk.storage.yaml_problems import explain_problem
from samenwerk.storage.yaml_tree import parse_tree

HAAKJE = "Dit haakje is niet afgesloten, of er ontbreekt een komma in wat erachter staat."
DUBBELE_PUNT = "Hier staat een dubbele punt die niet past."
INSPRINGING = "De inspringing klopt niet, of een aanhalingsteken staat verkeerd."
HEKJE = "Wat achter # staat, leest samenwerk niet, ook het haakje niet dat hier moet afsluiten."
QUOTE = "Dit aanhalingsteken is niet afgesloten."
TAB = "Deze regel springt in met een tab."
TEKEN = "Een tekst kan niet met dit teken beginnen."
STERRETJE = "Een tekst die met * begint, betekent hier iets anders."
AMPERSAND = "Een tekst die met & begint, betekent hier iets anders."
ESCAPE = "Na een \\ staat hier een teken dat niet kan."
BLOK = "Na > of | kan op dezelfde regel geen tekst staan."

BROKEN: list[tuple[str, list[tuple[int, int, str]]]] = [
    ("naam: 'De Brug\nfase: delen\ntoestand: actief\n", [(1, 7, QUOTE)]),
    ('naam: x\nidee: "De Brug\nfase: delen\n', [(2, 7, QUOTE)]),
    ("naam: 'x\n---\n", [(1, 7, QUOTE)]),
    ("naam: 'foto's'\n", [(1, 13, INSPRINGING)]),
    ('naam: "De" Brug\n', [(1, 12, INSPRINGING)]),
    ("naam: De Brug: samen\n", [(1, 14, DUBBELE_PUNT)]),
    ("naam: x\n  fase: delen\n", [(2, 7, DUBBELE_PUNT)]),
    ("stad:\n  naam: x\n   soort: kern\n", [(3, 9, DUBBELE_PUNT)]),
    ("stad:\n    naam: x\n  soort: kern\n", [(3, 3, INSPRINGING)]),
    ("met:\n  - stad\n school: x\n", [(3, 2, INSPRINGING)]),
    ("naam: x\n- stad\n", [(2, 1, INSPRINGING)]),
    ("met:\n  - stad\n  school: x\n", [(3, 3, "De inspringing van deze lijst klopt niet.")]),
    ("stad:\n\tnaam: x\n", [(2, 1, TAB)]),
    ("stad:\n  naam: x\n\tsoort: kern\n \t sinds: y\n", [(3, 1, TAB), (4, 1, TAB)]),
    ("met:\n\t- stad\n\t- school\n# na\n\t\t- bib\n", [(2, 1, TAB), (3, 1, TAB), (5, 1, TAB)]),
    ("idee: |\n\teen\n", [(2, 1, TAB)]),
    ("idee: 'een\n\ttwee'\nnaam: 'x\n", [(2, 1, TAB), (3, 7, QUOTE)]),
    ("idee: een\n\t\nnaam: x\n", [(2, 1, "Op deze regel staat een tab in de inspringing.")]),
    ("idee: * een\n", [(1, 8, STERRETJE)]),
    ("idee: **belangrijk**\n", [(1, 8, STERRETJE)]),
    ("idee: & een\n", [(1, 8, AMPERSAND)]),
    ("idee: @stad\n", [(1, 7, TEKEN)]),
    ("idee: `code`\n", [(1, 7, TEKEN)]),
    ("idee: 50\nwie: %s\n", [(2, 6, TEKEN)]),
    ("%naam\nidee: x\n", [(1, 6, "Een regel kan niet met % beginnen.")]),
    ("idee: ! x!y z\nwie: !x!y z\n", [(2, 6, "Een tekst die met ! begint, betekent hier iets anders.")]),
    ("naam: x\nfase\ntoestand: actief\n", [(2, 1, "Na deze veldnaam ontbreekt een dubbele punt.")]),
    ("naam: x\nfase", [(2, 1, "Na deze veldnaam ontbreekt een dubbele punt.")]),
    ("naam: x\nmet: [stad, school\nfase: delen\n", [(2, 6, HAAKJE)]),
    ("naam: x\nmet: {stad: x\nfase: delen\n", [(2, 6, HAAKJE)]),
    ("met: [stad, {naam: x]\n", [(1, 13, HAAKJE)]),
    ("met: [stad, school", [(1, 6, HAAKJE)]),
    ("met: [een #2, drie]\nfase: delen\n", [(1, 6, HEKJE)]),
    ("naam: ]x\n", [(1, 7, "Hier staat een haakje of komma die niet past.")]),
    ("naam: , x\n", [(1, 7, "Hier staat een haakje of komma die niet past.")]),
    ("naam: - stad\n", [(1, 7, "Een streepje kan hier niet staan.")]),
    ("naam: ? stad\n", [(1, 7, "Een tekst kan niet met een vraagteken en een spatie beginnen.")]),
    ("idee: > een\n  twee\n", [(1, 9, BLOK)]),
    ("idee: |een\n", [(1, 8, BLOK)]),
    ('idee: "C:\\werk"\n', [(1, 10, ESCAPE)]),
    ('idee: "\\xZZ"\n', [(1, 10, ESCAPE)]),
    ("naam: x\n...\nfase: delen\n", [(3, 1, "Hier staat nog iets achter het einde van het dossier.")]),
    ("%YAML 3.0\n---\nnaam: x\n", [(1, 1, "Vanaf hier is het bestand niet te lezen.")]),
    ("naam: x\r\nidee: 'a\u2028b'\r\nfase: 'y\r\n", [(3, 7, QUOTE)]),
]


@for_each(BROKEN)
def test_a_broken_text_is_explained_at_its_line(text: str, expected: list[tuple[int, int, str]]) -> None:
    with pytest.raises(DossierError) as caught:
        parse_tree(text)
    assert [(found.regel, found.kolom, found.melding) for found in caught.value.bevindingen] == expected
    assert all(found.oplossing for found in caught.value.bevindingen)


@for_each((each,) for each in [text for text, _ in BROKEN])
def test_no_english_word_of_the_parser_reaches_the_user(text: str) -> None:
    with pytest.raises(yaml.YAMLError) as caught:
        list(yaml.parse(text, Loader=yaml.CBaseLoader))
    english = set(re.findall(r"[a-z]{5,}", str(caught.value))) - {"naam"}
    for found in explain_problem(text, caught.value):
        assert not english & set(re.findall(r"[a-z]+", f"{found.melding} {found.oplossing}"))


def test_a_problem_the_table_does_not_know_still_gets_a_sentence_and_a_place() -> None:
    (found,) = explain_problem("naam: x\n", yaml.YAMLError("something completely new"))
    assert (found.regel, found.kolom, found.melding) == (1, 1, "Vanaf hier is het bestand niet te lezen.")
