"""What stands where in a text, and what a hostile text costs: one sentence."""

from pathlib import Path

import pytest
from cases import for_each

from samenwerk.cli.remedies import say
from samenwerk.errors import Bevinding, DossierError, Pad
from samenwerk.storage import yaml_tree
from samenwerk.storage.files import read_file
from samenwerk.storage.yaml_tree import MAX_BYTES, MAX_DEPTH, MAX_WEIGHT, parse_tree, to_plain


def refusal(text: str) -> Bevinding:
    """The one finding with which a text is refused."""
    with pytest.raises(DossierError) as caught:
        parse_tree(text)
    (bevinding,) = caught.value.bevindingen
    return bevinding


@for_each(
    [
        ("naam: De Brug\nfase: delen\n", ("fase",), (2, 7)),
        ("naam: De Brug\r\nfase: delen\r\n", ("fase",), (2, 7)),
        ("naam: 'a\u2028b'\nfase: delen\n", ("fase",), (2, 7)),
        ("naam: 'a\u2028b'\nfase: delen\n", ("naam",), (1, 7)),
        ("naam: a\x85  b\nfase: delen\n", ("fase",), (2, 7)),
        ("# 👩‍🏫 één\nnaam: {in: '👩‍🏫 é', fase: delen}\n", ("naam", "fase"), (2, 27)),
        ("met:\n  - stad\n  -   school\n", ("met", 1), (3, 7)),
        ("met:\n- stad\n- {wie: school}\n", ("met", 1, "wie"), (3, 9)),
        ("tekst: >-\n  een\n  twee\nna: x\n", ("tekst",), (1, 8)),
        ("tekst: >-\n  een\n\n\nna: x\n", ("na",), (5, 5)),
        ("naam:\nfase: delen\n", ("naam",), (1, 1)),
        ("partners:\n  stad:\n    naam: Stad\n", ("partners", "stad", "mandaat", "namens"), (2, 3)),
        ("a:\n  b: x\n", ("a", "onbekend"), (1, 1)),
        ("a: x\n", ("b",), (1, 1)),
        ("basis: &b\n  naam: x\nstad:\n  <<: *b\n", ("stad", "naam"), (2, 9)),
        ("basis: &b\n  naam: x\nstad: *b\n", ("stad", "naam"), (2, 9)),
    ]
)
def test_a_pad_is_located_as_an_editor_counts(text: str, pad: Pad, place: tuple[int, int]) -> None:
    assert parse_tree(text).locate(pad) == place


@for_each(
    [
        ("", ""),
        ("# niets\n", ""),
        ("---\n", ""),
        ("~\n", ""),
        ("a: nee\nb: 14:30\nc: 0475\nd: 1_000\ne: 0x10\n", {"a": "nee", "b": "14:30", "c": "0475", "d": "1_000", "e": "0x10"}),
        ("a:\nb: ~\nc: null\nd: ''\ne: []\nf: {}\n", dict.fromkeys("abcdef", "")),
        ("a: '~'\nb: \"null\"\n", {"a": "~", "b": "null"}),
        ("a: |\n  x\n  y\n\nb: >+\n  x\n  y\n\n", {"a": "x\ny", "b": "x y"}),
        ("a: &x [k, l]\nb: *x\n", {"a": ["k", "l"], "b": ["k", "l"]}),
        ("a: !!str 5\nb: ! 6\nc: !!str\nd: !!map {}\n", {"a": "5", "b": "6", "c": "", "d": ""}),
        ("a: &x {k: een, l: twee}\nb: {<<: *x, l: eigen}\n", {"a": {"k": "een", "l": "twee"}, "b": {"l": "eigen", "k": "een"}}),
        (
            "a: &x {k: een}\nb: &y {k: niet, l: twee}\nc:\n  <<: [*x, *y]\n  m: drie\n",
            {"a": {"k": "een"}, "b": {"k": "niet", "l": "twee"}, "c": {"m": "drie", "k": "een", "l": "twee"}},
        ),
        ("a: {'<<': gewoon}\n", {"a": {"<<": "gewoon"}}),
    ]
)
def test_everything_is_read_as_text(text: str, data: object) -> None:
    assert to_plain(parse_tree(text).root) == data


def test_an_own_key_is_found_before_one_that_is_taken_over() -> None:
    tree = parse_tree("a: &x {k: een, l: twee}\nb: {<<: *x, l: eigen}\n")
    b = tree.root.find("b")
    assert isinstance(b, yaml_tree.Mapping)
    found = [b.find(key) for key in ("l", "k", "m")]
    assert [to_plain(node) if node else None for node in found] == ["eigen", "een", None]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("a: 1\nb: 2\na: 3\n", [((1, 1), (3, 1))]),
        ("a: {b: 1, 'b': 2, b: 3}\n", [((1, 5), (1, 11)), ((1, 5), (1, 19))]),
        ("a:\n  - b: 1\n    b: 2\nc: {b: 1}\n", [((2, 5), (3, 5))]),
        ("a: 1\nA: 2\n", []),
    ],
)
def test_double_keys_are_found(text: str, places: list[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    tree = parse_tree(text)
    assert [(tree.position(first.start), tree.position(again.start)) for first, again in tree.doubles] == places


BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 10)
)


@for_each(
    [
        (
            "naam: x\ngeheim: !!python/object/apply:os.system ['id']\n",
            (2, 9),
            "Een tekst die met ! begint, betekent hier iets anders.",
        ),
        ("naam: !!python/name:os.system\n", (1, 7), "Een tekst die met ! begint, betekent hier iets anders."),
        ("naam: !eigen x\n", (1, 7), "Een tekst die met ! begint, betekent hier iets anders."),
        ("naam: !!int 5\n", (1, 7), "Een tekst die met ! begint, betekent hier iets anders."),
        (BOMB, (6, 5), "Dit dossier wordt te groot om te lezen."),
        (f"a: &a {'x' * 50_000}\nb: [{'*a, ' * 1000}]\n", (2, 4), "Dit dossier wordt te groot om te lezen."),
        ("naam: x\nmet: &zelf [stad, *zelf]\n", (2, 19), "*zelf verwijst naar niets."),
        ("naam: x\nmet: &zelf {stad: *zelf}\n", (2, 19), "*zelf verwijst naar niets."),
        ("naam: *onbekend\n", (1, 7), "*onbekend verwijst naar niets."),
        ("naam: x\nmet: " + "[" * 500 + "\n", (2, 5 + MAX_DEPTH), "Hier is te diep ingesprongen."),
        ("\n".join("  " * n + "a:" for n in range(100)), (MAX_DEPTH, 59), "Hier is te diep ingesprongen."),
        (
            "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}]\n" for n in range(1, 400)),
            (MAX_DEPTH - 1, 12),
            "Hier is te diep ingesprongen.",
        ),
        ("naam: x\n---\nnaam: y\n", (2, 1), "Hier begint een tweede dossier in hetzelfde bestand (---)."),
        (
            "naam: x\npartners:\n  stad:\n    naam: Stad\n     \u00a0soort: kern\n",
            (5, 1),
            "Deze regel begint met een teken dat alleen op een spatie lijkt: een vaste spatie (U+00A0).",
        ),
        ("naam: é👩‍🏫\nidee: a\x07b\n", (2, 8), "Hier staat een onzichtbaar teken."),
        ("naam: x\r\nidee: \x1b[31mrood\r\n", (2, 7), "Hier staat een onzichtbaar teken."),
        ("naam: x\nidee: \x00\n", (2, 7), "Hier staat een onzichtbaar teken."),
        ("naam: x\nidee: caf\udce9\n", (2, 10), "Hier staat een teken dat niet bestaat."),
        ("- stad\n- school\n", (1, 1), "Dit bestand bevat geen velden."),
        ("# een brief\nBeste partners\n", (2, 1), "Dit bestand bevat geen velden."),
        ("naam: x\n[a, b]: y\n", (2, 1), "Een veldnaam moet een gewone tekst zijn."),
        ("naam: x\n? - a\n: y\n", (2, 3), "Een veldnaam moet een gewone tekst zijn."),
    ]
)
def test_a_hostile_text_ends_in_one_sentence_at_its_line(text: str, place: tuple[int, int], melding: str) -> None:
    bevinding = refusal(text)
    assert ((bevinding.regel, bevinding.kolom), bevinding.melding) == (place, melding)
    assert say(bevinding.oplossing).endswith((".", "Kind"))


def test_brackets_without_end_are_refused_by_us_or_by_libyaml_whose_own_limit_differs_by_version() -> None:
    bevinding = refusal("naam: x\nmet: " + "[" * 100_000 + "\n")
    assert (bevinding.regel, bevinding.melding) == (2, "Hier is te diep ingesprongen.")


def test_a_large_honest_dossier_is_read() -> None:
    text = "naam: x\nbegrippen:\n" + "".join(f"  woord{n}: {'een uitleg in gewone taal ' * 30}\n" for n in range(2000))
    assert 1_500_000 < len(text.encode()) < MAX_BYTES
    assert parse_tree(text).root.weight < MAX_WEIGHT


def test_every_key_and_every_value_is_weighed() -> None:
    assert parse_tree("a: x\nb: [y, z]\nc: {d: ''}\n").root.weight == 1 + (2 + 4 + 4)


def test_a_deep_honest_dossier_is_read() -> None:
    nested = "a: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1)
    assert parse_tree(nested).root.height == MAX_DEPTH


def test_a_file_over_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "samenwerking.yaml"
    path.write_bytes(b"#" * MAX_BYTES)
    assert read_file(tmp_path, path) == b"#" * MAX_BYTES
    path.write_bytes(b"#" * (MAX_BYTES + 1))
    with pytest.raises(DossierError, match=r"^samenwerking\.yaml is groter dan 2 MB; dat leest samenwerk niet\.$"):
        read_file(tmp_path, path)
