"""One example of every edit, with the text before and after it; and the edits that are refused."""

import pytest
from cases import for_each

from samenwerk.cli.remedies import say
from samenwerk.errors import DossierError, EditNotPossibleError
from samenwerk.storage.yaml_changes import Append, Change, Remove, Rename, Set, apply_change
from samenwerk.storage.yaml_editor import edit_tree
from samenwerk.storage.yaml_tree import parse_tree

LANG = "Na de schoolbel staan de lokalen leeg, terwijl kinderen nergens terechtkunnen om huiswerk te maken of te spelen."
GEVOUWEN = (
    "  Na de schoolbel staan de lokalen leeg, terwijl kinderen nergens terechtkunnen om huiswerk te maken\n  of te spelen.\n"
)

SET_SCALARS: list[tuple[str, Change, str]] = [
    ("naam:  x   # noot\nfase: y\n", Set(("naam",), "De Brug"), "naam:  De Brug   # noot\nfase: y\n"),
    ("naam: 'x' # noot\n", Set(("naam",), "'t Huis"), "naam: '''t Huis' # noot\n"),
    ('naam: "x" # noot\n', Set(("naam",), 'De "Brug"'), 'naam: "De \\"Brug\\"" # noot\n'),
    ("naam: x\n", Set(("naam",), "De Brug: samen"), "naam: 'De Brug: samen'\n"),
    ("naam: x\n", Set(("naam",), "#samen"), "naam: '#samen'\n"),
    ("naam: x\n", Set(("naam",), "café 👩‍🏫"), "naam: café 👩‍🏫\n"),
    ('naam: "x"\n', Set(("naam",), "a\u2028b"), 'naam: "a\\u2028b"\n'),
    ("datum: x\n", Set(("datum",), "2026-03-01"), "datum: 2026-03-01\n"),
    ("status: x\n", Set(("status",), "niet uitgevoerd"), "status: niet uitgevoerd\n"),
    ("naam: een\n  tekst van\n  meer regels # noot\nna: x\n", Set(("naam",), "kort"), "naam: kort # noot\nna: x\n"),
    ("naam: x # noot\nna: y\n", Set(("naam",), "een\n\ntwee"), "naam: >- # noot\n  een\n\n\n  twee\nna: y\n"),
    ("naam: x\r\nna: y\r\n", Set(("naam",), "een\ntwee"), "naam: |-\r\n  een\r\n  twee\r\nna: y\r\n"),
    ("naam: x\n", Set(("naam",), "een:\n\n- twee\n    - drie"), "naam: |-\n  een:\n\n  - twee\n      - drie\n"),
    ("a: {naam: x, na: y}\n", Set(("a", "naam"), "een, twee"), "a: {naam: 'een, twee', na: y}\n"),
    ('{"naam":"x"}\n', Set(("naam",), "y"), '{"naam":"y"}\n'),
    ("met: [stad,  school , ]\n", Set(("met", 1), "bib"), "met: [stad,  bib , ]\n"),
    ("met:\n  - stad\n  -  school  # noot\n", Set(("met", 1), "bib"), "met:\n  - stad\n  -  bib  # noot\n"),
    ("naam: &n x # noot\n", Set(("naam",), "z"), "naam: &n z # noot\n"),
    ("naam: !!str x\n", Set(("naam",), "z"), "naam: !!str z\n"),
    ("a: {naam: 'Wie',  na: x}\n", Set(("a", "naam"), "Wie"), "a: {naam: 'Wie',  na: x}\n"),
    ("naam:   'x'   \nna: y", Set(("na",), "z"), "naam:   'x'   \nna: z"),
    ("idee: |\n  een\n  twee\n\n\nna: x\n", Set(("idee",), "drie\nvier"), "idee: |\n  drie\n  vier\n\n\nna: x\n"),
    ("idee: |4-  # noot\n      een\nna: x\n", Set(("idee",), "twee"), 'idee: "twee"  # noot\nna: x\n'),
    ("idee: >- # noot\n   een\n   twee\n# na\nna: x\n", Set(("idee",), "drie"), "idee: >- # noot\n   drie\n# na\nna: x\n"),
    ("idee: >\n  een\nna: x\n", Set(("idee",), LANG), f"idee: >\n{GEVOUWEN}na: x\n"),
    ("idee: >\n  een\nna: x\n", Set(("idee",), "twee  drie"), "idee: >\n  twee  drie\nna: x\n"),
    ("idee: >\n  een\n", Set(("idee",), f"{'m' * 90}  {'n' * 90}"), f"idee: |\n  {'m' * 90}  {'n' * 90}\n"),
    ("idee: | # noot\n  een\nna: x\n", Set(("idee",), " ingesprongen"), 'idee: " ingesprongen" # noot\nna: x\n'),
    ("idee: |+\n  een\n\nna: x\n", Set(("idee",), "twee"), "idee: |+\n  twee\n\nna: x\n"),
    ("idee: |\n\n\n    een\nna: x\n", Set(("idee",), "twee"), "idee: |\n    twee\nna: x\n"),
    ("idee: |\n  een", Set(("idee",), "twee"), "idee: |\n  twee"),
    ("a:\n  - - x\n    - y\n", Set(("a", 0, 1), "z"), "a:\n  - - x\n    - z\n"),
]

NEW_NAMES: list[tuple[str, Change, str]] = [
    (
        "a:\n  stad:  # noot\n    naam: x\n  school: y\n",
        Rename(("a", "stad"), "gemeente"),
        "a:\n  gemeente:  # noot\n    naam: x\n  school: y\n",
    ),
    ("a: {stad: x,  school: y}\n", Rename(("a", "school"), "de-brug"), "a: {stad: x,  de-brug: y}\n"),
    ("'stad' : x\n", Rename(("stad",), "nee"), "'nee' : x\n"),
    ("stad: x\n", Rename(("stad",), "no"), "'no': x\n"),
    ("a:\n  - stad: x  # noot\n    na: y\n", Rename(("a", 0, "stad"), "bib"), "a:\n  - bib: x  # noot\n    na: y\n"),
    ("&s stad: x\n", Rename(("stad",), "bib"), "&s bib: x\n"),
]

CLEAR: list[tuple[str, Change, str]] = [
    ("naam:  x  # noot\nna: y\n", Set(("naam",), ""), "naam:  # noot\nna: y\n"),
    ("idee: | # noot\n  een\n  twee\n\nna: x\n", Set(("idee",), ""), "idee: # noot\n\nna: x\n"),
    ("a: {naam: x, na: y}\n", Set(("a", "naam"), ""), "a: {naam: '', na: y}\n"),
    ("met:\n  - stad # noot\n", Set(("met", 0), ""), "met:\n  - # noot\n"),
    ("naam:  # noot\n", Set(("naam",), ""), "naam:  # noot\n"),
]

NEW_KEYS: list[tuple[str, Change, str]] = [
    ("naam: x\nwaarom: y\n", Set(("idee",), "z"), "naam: x\nidee: z\nwaarom: y\n"),
    (
        "naam: x\n# over waarom\n\nwaarom: y\n",
        Set(("verloop",), [{"datum": "d"}]),
        "naam: x\n# over waarom\n\nwaarom: y\nverloop:\n  - datum: d\n",
    ),
    ("waarom: y\n", Set(("naam",), "x"), "naam: x\nwaarom: y\n"),
    ("# over waarom\nwaarom: y\n", Set(("naam",), "x"), "naam: x\n# over waarom\nwaarom: y\n"),
    ("naam: x", Set(("idee",), "z"), "naam: x\nidee: z"),
    ("naam: x\r\n", Set(("idee",), "z"), "naam: x\r\nidee: z\r\n"),
    ("naam: x\n", Set(("idee",), LANG), f"naam: x\nidee: >-\n{GEVOUWEN}"),
    ("naam: x\n", Set(("idee",), f"{'m' * 90}  {'n' * 90}"), f"naam: x\nidee: |-\n  {'m' * 90}  {'n' * 90}\n"),
    ("naam: x\n", Set(("looptijd", "van"), "2026-01-01"), "naam: x\nlooptijd:\n  van: 2026-01-01\n"),
    (
        "partners:\n   stad:\n      naam: x\n   # na\nidee: y\n",
        Set(("partners", "stad", "mandaat", "namens"), "raad"),
        "partners:\n   stad:\n      naam: x\n      mandaat:\n        namens: raad\n   # na\nidee: y\n",
    ),
    (
        "partners:\n  stad:\n    naam: x # noot\n\n  school: {}\n",
        Set(("partners", "bib"), {"naam": "Bib: centrum", "ambities": ["lezen voor ieder", "rust"]}),
        "partners:\n  stad:\n    naam: x # noot\n\n  school: {}\n  bib:\n    naam: 'Bib: centrum'\n"
        "    ambities:\n      - lezen voor ieder\n      - rust\n",
    ),
    ("begrippen: {een: x}\n", Set(("begrippen", "twee"), "y, z"), "begrippen: {een: x, twee: 'y, z'}\n"),
    ("afbakening: {niet: [x], }\n", Set(("afbakening", "wel"), ["z"]), "afbakening: {wel: [z], niet: [x], }\n"),
    (
        "gesprekken:\n  -   datum: x\n      over: y\n",
        Set(("gesprekken", 0, "met"), ["stad"]),
        "gesprekken:\n  -   datum: x\n      met: [stad]\n      over: y\n",
    ),
    ("gesprekken:\n- over: y\n", Set(("gesprekken", 0, "datum"), "x"), "gesprekken:\n- over: y\n  datum: x\n"),
    ("naam: |+\n  x\n\n\nna: y\n", Set(("fase",), "delen"), "naam: |+\n  x\nfase: delen\n\n\nna: y\n"),
    (
        "naam: x\n",
        Set(("partners", "stad"), {"naam": "", "ambities": []}),
        "naam: x\npartners:\n  stad:\n    naam:\n    ambities:\n",
    ),
]

FILL: list[tuple[str, Change, str]] = [
    ("naam:  # noot\nna: x\n", Set(("naam",), "De Brug"), "naam: De Brug  # noot\nna: x\n"),
    ("naam: ~ # noot\n", Set(("naam",), "De Brug"), "naam: De Brug # noot\n"),
    ("naam: &n\nna: x\n", Set(("naam",), "z"), "naam: &n z\nna: x\n"),
    ("idee: # noot\nna: x\n", Set(("idee",), LANG), f"idee: >- # noot\n{GEVOUWEN}na: x\n"),
    ("a: {naam: , na: x}\n", Set(("a", "naam"), "z"), "a: {naam:  z, na: x}\n"),
    ("begrippen: {} # noot\n", Set(("begrippen", "brug"), "x"), "begrippen: # noot\n  brug: x\n"),
    ("begrippen:\nna: x\n", Set(("begrippen", "brug"), "x"), "begrippen:\n  brug: x\nna: x\n"),
    ("begrippen: ~\n", Set(("begrippen", "brug"), "x"), "begrippen:\n  brug: x\n"),
    ("partners:\n  stad:\n", Set(("partners", "stad"), {"naam": "x"}), "partners:\n  stad:\n    naam: x\n"),
    ("met: [] # noot\n", Append(("met",), "stad"), "met: [stad] # noot\n"),
    ("met:\n", Append(("met",), "stad"), "met: [stad]\n"),
    ("met:\nna: x\n", Append(("met",), "De stad"), "met:\n  - De stad\nna: x\n"),
    ("met: [] # noot\nna: x\n", Append(("met",), {"wat": "x"}), "met: # noot\n  - wat: x\nna: x\n"),
    ("met: [ # noot\n  # nog niets\n]\n", Append(("met",), "stad"), "met: [stad # noot\n  # nog niets\n]\n"),
    ("met: { # noot\n}\n", Set(("met", "stad"), "x"), "met: {stad: x # noot\n}\n"),
    ("a: {met: []}\n", Append(("a", "met"), "stad"), "a: {met: [stad]}\n"),
    ("gesprekken:\n  -\n  - over: x\n", Set(("gesprekken", 0, "over"), "z"), "gesprekken:\n  - {over: z}\n  - over: x\n"),
    ("met: '' # noot\n", Append(("met",), "stad"), "met: [stad] # noot\n"),
    ('met: "" # noot\nna: x\n', Append(("met",), "De stad"), "met: # noot\n  - De stad\nna: x\n"),
    ("a: {met: '', na: x}\n", Append(("a", "met"), "stad"), "a: {met: [stad], na: x}\n"),
    ("begrippen: ''\nna: x\n", Set(("begrippen", "brug"), "x"), "begrippen:\n  brug: x\nna: x\n"),
    ("begrippen: ' '\nna: x\n", Set(("begrippen", "brug"), "x"), "begrippen:\n  brug: x\nna: x\n"),
    ("met: |\nna: x\n", Append(("met",), "stad"), "met: [stad]\nna: x\n"),
    ("met: >2- # noot\n\n  \nna: x\n", Append(("met",), "stad"), "met: [stad] # noot\n\n  \nna: x\n"),
    ("met: | # noot\nna: x\n", Append(("met",), "De stad"), "met: # noot\n  - De stad\nna: x\n"),
    ("begrippen: >\n", Set(("begrippen", "brug"), "x"), "begrippen:\n  brug: x\n"),
    ("partners:\n  stad: |", Set(("partners", "stad"), {"naam": "x"}), "partners:\n  stad:\n    naam: x"),
]

APPEND: list[tuple[str, Change, str]] = [
    ("met:\n  - stad # noot\n# na\nna: x\n", Append(("met",), "bib"), "met:\n  - stad # noot\n  - bib\n# na\nna: x\n"),
    ("met:\n-   stad\nna: x\n", Append(("met",), "bib"), "met:\n-   stad\n-   bib\nna: x\n"),
    ("met:\n  - stad", Append(("met",), "bib"), "met:\n  - stad\n  - bib"),
    ("met: [stad, school]\n", Append(("met",), "bib"), "met: [stad, school, bib]\n"),
    ("met: [stad, school, ] # noot\n", Append(("met",), "a, b"), "met: [stad, school, 'a, b', ] # noot\n"),
    (
        "met: [\n  stad, # een\n  school # twee\n]\n",
        Append(("met",), "bib"),
        "met: [\n  stad, # een\n  school, bib # twee\n]\n",
    ),
    ("naam: x\n", Append(("verschillen",), "een verschil"), "naam: x\nverschillen:\n  - een verschil\n"),
    ("naam: x\n", Append(("looptijd", "wie"), "stad"), "naam: x\nlooptijd:\n  wie: [stad]\n"),
    (
        "verloop:\n  - {datum: x, naar: y} # noot\n\n# einde\n",
        Append(("verloop",), {"datum": "2026-02-20", "naar": "delen", "aanwezig": ["stad", "school"]}),
        "verloop:\n  - {datum: x, naar: y} # noot\n  - {datum: 2026-02-20, naar: delen, aanwezig: [stad, school]}\n\n# einde\n",
    ),
    (
        "verloop:\n  -  datum: x\n     naar: y\nna: z\n",
        Append(("verloop",), {"datum": "2026-02-20", "naar": "delen"}),
        "verloop:\n  -  datum: x\n     naar: y\n  -  datum: 2026-02-20\n     naar: delen\nna: z\n",
    ),
    (
        "verloop:\n  - # de eerste\n    datum: x\n",
        Append(("verloop",), {"datum": "z"}),
        "verloop:\n  - # de eerste\n    datum: x\n  - datum: z\n",
    ),
    (
        "met:\n  - |\n    een\n\n    twee\n\nna: x\n",
        Append(("met",), "drie"),
        "met:\n  - |\n    een\n\n    twee\n  - drie\n\nna: x\n",
    ),
    ("met:\n  -\n", Append(("met",), "stad"), "met:\n  -\n  - stad\n"),
]

REMOVE: list[tuple[str, Change, str]] = [
    ("naam: x\n# over idee\nidee: y # noot\nna: z\n", Remove(("idee",)), "naam: x\n# over idee\nna: z\n"),
    ("naam: x\nidee: >\n  een\n\n  twee\n\nna: z\n", Remove(("idee",)), "naam: x\n\nna: z\n"),
    (
        "partners:\n  stad:\n    naam: x\n\n    # binnen\n    zoekt: y\n  # na\n  bib: {}\n",
        Remove(("partners", "stad")),
        "partners:\n  # na\n  bib: {}\n",
    ),
    ("partners:\n  stad:\n    naam: x\nna: y\n", Remove(("partners", "stad")), "partners:\nna: y\n"),
    ("met:\n  - stad\n  - school\n  - bib\n", Remove(("met", 1)), "met:\n  - stad\n  - bib\n"),
    ("met:\n  - stad\nna: x\n", Remove(("met", 0)), "met:\nna: x\n"),
    ("met:\n  -\n    wat: x\n    wie: y\n  - wat: z\n", Remove(("met", 0)), "met:\n  - wat: z\n"),
    ("met:\n  - wat: x # noot\n\n    wie: y\n", Remove(("met", 0, "wat")), "met:\n  - wie: y\n"),
    ("met:\n  -   wat: x # noot\n  - wat: y\n", Remove(("met", 0, "wat")), "met:\n  - # noot\n  - wat: y\n"),
    ("naam: x\nidee: y", Remove(("idee",)), "naam: x"),
    ("naam: x\r\nidee: y", Remove(("idee",)), "naam: x"),
    ("naam: x\r\nidee: y\r\nna: z\r\n", Remove(("idee",)), "naam: x\r\nna: z\r\n"),
    ("naam: x\r\nidee: y\nna: z\r\n", Remove(("idee",)), "naam: x\r\nna: z\r\n"),
    ("met: [stad, school, bib]\n", Remove(("met", 0)), "met: [school, bib]\n"),
    ("met: [stad, school, bib]\n", Remove(("met", 1)), "met: [stad, bib]\n"),
    ("met: [stad, school, bib, ]\n", Remove(("met", 2)), "met: [stad, school, ]\n"),
    ("met: [stad, ]\n", Remove(("met", 0)), "met: [ ]\n"),
    ("a: {naam: x, na: y}\n", Remove(("a", "na")), "a: {naam: x}\n"),
    (
        "met: [\n  stad, # een\n  school, # twee\n  bib # drie\n]\n",
        Remove(("met", 1)),
        "met: [\n  stad, # een\n  bib # drie\n]\n",
    ),
    ("met: [\n  stad, # een\n  bib # drie\n]\n", Remove(("met", 1)), "met: [\n  stad, # een\n]\n"),
    ("met: [stad, # een\n  bib, school]\n", Remove(("met", 1)), "met: [stad, # een\n  school]\n"),
    ("met: [stad, # een\n  bib]\n", Remove(("met", 1)), "met: [stad, # een\n  ]\n"),
    ("met: [stad, # een\n  bib]\n", Remove(("met", 0)), "met: [ # een\n  bib]\n"),
]


def edit_text(text: str, changes: list[Change]) -> str:
    return edit_tree(parse_tree(text), changes).text


@for_each(SET_SCALARS)
def test_a_text_is_set_in_the_style_it_had(before: str, change: Change, after: str) -> None:
    assert edit_text(before, [change]) == after


@pytest.mark.parametrize(("before", "change", "after"), NEW_NAMES)
def test_a_key_gets_another_name_and_keeps_its_place(before: str, change: Change, after: str) -> None:
    assert edit_text(before, [change]) == after


@pytest.mark.parametrize(("before", "change", "after"), CLEAR)
def test_a_text_is_emptied_and_its_key_and_comment_stay(before: str, change: Change, after: str) -> None:
    assert edit_text(before, [change]) == after


@for_each(NEW_KEYS)
def test_a_new_key_stands_in_the_order_of_the_schema(before: str, change: Change, after: str) -> None:
    assert edit_text(before, [change]) == after


@for_each(FILL)
def test_an_empty_value_is_filled_where_it_stands(before: str, change: Change, after: str) -> None:
    assert edit_text(before, [change]) == after


@for_each(APPEND)
def test_an_item_is_added_in_the_shape_of_the_one_before_it(before: str, change: Change, after: str) -> None:
    assert edit_text(before, [change]) == after


@for_each(REMOVE)
def test_what_is_removed_takes_only_its_own_lines_along(before: str, change: Change, after: str) -> None:
    assert edit_text(before, [change]) == after


def test_changes_are_made_one_after_the_other() -> None:
    changes: list[Change] = [
        Set(("partners", "bib"), {"naam": "Bib"}),
        Append(("partners", "bib", "ambities"), "lezen"),
        Remove(("idee",)),
    ]
    assert edit_text("naam: x\nidee: y\n", changes) == "naam: x\npartners:\n  bib:\n    naam: Bib\n    ambities: [lezen]\n"


@for_each(
    [
        ("a: &x {k: een}\nb: *x\n", Set(("b", "k"), "twee"), 1),
        ("a: &x een\nb: *x\n", Set(("b",), "twee"), 2),
        ("a: &x [een]\nb: *x\n", Append(("b",), "twee"), 2),
        ("a: &x een\nb: *x\n", Set(("a",), "twee"), 1),
        ("a: &x een\nb: *x\n", Remove(("a",)), 1),
        ("a: &x {k: een}\nb: {<<: *x}\n", Remove(("b", "k")), 1),
        ("a: &x {k: [een]}\nb:\n  <<: *x\n", Append(("b", "k"), "twee"), 1),
        ("a:\n  - - x\n", Append(("a", 0), "y"), 2),
        ("a:\n  - - x\n", Remove(("a", 0, 0)), 2),
        ("a:\n  - wat: x\n    # over wie\n    wie: y\n", Remove(("a", 0, "wat")), 2),
        ("a: tekst\n", Append(("a",), "x"), 1),
        ("a: tekst\n", Set(("a", "b"), "x"), 1),
        ("a: {b: x}\n", Set(("a",), "x"), 1),
        ("a: {b: x}\n", Append(("a",), "x"), 1),
        ("a: [x]\n", Set(("a",), ["y"]), 1),
        ("a: [x]\n", Set(("a", 3, "b"), "y"), 1),
        ("a: [x]\n", Remove(("a", 3)), 1),
        ("a: x\n", Remove(("b",)), 1),
        ("a: {b c, d: e}\n", Set(("a", "b c"), "x"), 1),
        ("a: 1\nb: 2\na: 3\n", Set(("a",), "x"), 3),
        ("a: x\n", Set(("a",), "\udcff"), 1),
        ("a: x\n", Remove(()), 1),
        ("a: x\nb: y\n", Rename(("b",), "a"), 2),
    ]
)
def test_what_cannot_be_edited_safely_is_refused_with_its_line(text: str, change: Change, regel: int) -> None:
    with pytest.raises(EditNotPossibleError, match=rf"^Regel {regel} .*; er is niets veranderd\.$") as caught:
        edit_text(text, [change])
    assert (
        say(caught.value.oplossing)
        == "Wijzig die regel zelf in een teksteditor, zoals Kladblok (niet Word), en controleer: samenwerk controleer"
    )


def test_a_refusal_halfway_gives_no_text_at_all() -> None:
    with pytest.raises(EditNotPossibleError):
        edit_text("a: x\nb: y\n", [Set(("a",), "z"), Remove(("c",))])


def test_a_text_that_cannot_be_read_is_not_edited() -> None:
    with pytest.raises(DossierError):
        edit_text("a: 'x\n", [Set(("a",), "y")])


@for_each(
    [
        ({"a": "x"}, Set(("b", "c"), "y"), {"a": "x", "b": {"c": "y"}}),
        ({"a": "x"}, Set(("a",), "y\n"), {"a": "y"}),
        ({"a": ""}, Append(("a",), {"b": [], "c": {}}), {"a": [{"b": "", "c": ""}]}),
        ({"a": ["x", "y"]}, Remove(("a", 0)), {"a": ["y"]}),
        ({"a": ["x"]}, Remove(("a", 0)), {"a": ""}),
        ({"a": {"b": "x"}}, Remove(("a", "b")), {"a": ""}),
        ({"a": "x"}, Remove(("a",)), ""),
        ({"a": ["x"]}, Remove(("a", 5)), {"a": ["x"]}),
        ({"a": {"b": "x", "c": "y"}}, Rename(("a", "b"), "d"), {"a": {"d": "x", "c": "y"}}),
    ]
)
def test_the_data_an_edit_is_proven_against(data: dict[str, object], change: Change, changed: object) -> None:
    assert apply_change(data, change) == changed  # type: ignore[arg-type]
