"""What of docs/schrijfwijzer.md a test can hold, over every Dutch sentence of the source, the templates and the README."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from cases import for_each

ROOT = Path(__file__).parents[2]
SCHRIJFWIJZER = (ROOT / "docs" / "schrijfwijzer.md").read_text(encoding="utf-8")
NIET = [woord for cel in re.findall(r"^\| ((?!Niet|---).+?) \|", SCHRIJFWIJZER, re.MULTILINE) for woord in cel.split(", ")]
"""The words in the first column of its tables; `…` stands for some others between."""

DUTCH = re.compile(
    r"\b(de|het|een|van|en|niet|is|zijn|met|op|voor|te|u|wat|dat|die|er|geen|nog|om|bij|uit|of|dit|deze|wordt|kan|als)\b"
)
VERB = (
    "is|zijn|was|waren|heeft|hebben|had|wordt|worden|wil|willen|kan|kunnen|mag|moet|moeten|staat|staan|gaat|gaan|zegt|"
    "doet|doen|brengt|spreekt|stemt|verdient|verlaat"
)
NAAM = r"\{(?:[^{}]*(?:naam_of|namen_of|partner\.naam|\| namen?\b)[^{}]*|naam|namen)\}"
"""A place that is filled with the name of a partner, stakeholder or rol."""

MAG = {
    ("samenwerk/domain/fasen.py", "men"): "the source text of a fase",
    ("samenwerk/domain/fasen.py", "dient"): "the source text of a fase",
    ("samenwerk/domain/fasen.py", "dienen"): "the source text of a fase",
    ("samenwerk/domain/dynamiek.py", "men"): "the source text of a principe",
    ("samenwerk/domain/bron.py", "dient"): "the source text",
    ("samenwerk/domain/bron.py", "nl"): "the source text",
    ("samenwerk/domain/afspraken.py", "sleutel"): "the key of a door",
    ("samenwerk/domain/begrippen.py", "sleutel"): "a word of the code, explained to who builds",
    ("samenwerk/domain/begrippen.py", "optie"): "a word of the code, explained to who builds",
    ("samenwerk/rendering/marks/colofon.py", "kenmerk"): "documents of before called it so, and are known again by it",
}
"""Where a word may stand, and why."""

OF_FILES = "samenwerk/storage/tables/"
"""Where a `naam` is that of one file."""


class Sentence(NamedTuple):
    """A text that people read: where it stands, and its words, with `{…}` for each place that is filled."""

    file: str
    line: int
    words: str


def read_module(path: Path) -> Iterator[Sentence]:
    """Every text in a module but what only developers read; the docstring of a command is its help."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    name, skipped = path.relative_to(ROOT).as_posix(), set[ast.AST]()
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            skipped |= set(ast.walk(node)) - {node}
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            is_command = isinstance(node, ast.FunctionDef) and "command" in map(ast.unparse, node.decorator_list)
            texts = [statement.value for statement in node.body if isinstance(statement, ast.Expr)]
            skipped |= set(texts[1:] if is_command else texts)
    for node in ast.walk(tree):
        if node not in skipped and isinstance(node, ast.JoinedStr):
            parts = (str(part.value) if isinstance(part, ast.Constant) else f"{{{ast.unparse(part)}}}" for part in node.values)
            yield Sentence(name, node.lineno, "".join(parts).replace("{{", "{").replace("}}", "}"))
        elif node not in skipped and isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield Sentence(name, node.lineno, node.value)


def read_page(path: Path) -> Iterator[Sentence]:
    """The lines of a template or a page of documentation, without what is code in them."""
    code = re.compile(r"```.*?```|`[^`]*`|\{#.*?#\}|\{%.*?%\}", re.DOTALL)
    words = code.sub(lambda found: "\n" * found[0].count("\n"), path.read_text(encoding="utf-8"))
    for number, line in enumerate(words.splitlines(), 1):
        yield Sentence(path.relative_to(ROOT).as_posix(), number, line.replace("{{", "{").replace("}}", "}"))


@cache
def all_texts() -> list[Sentence]:
    """All that people read, and the words of the code among it."""
    modules = (found for path in sorted((ROOT / "samenwerk").rglob("*.py")) for found in read_module(path))
    pages = (found for path in [*sorted((ROOT / "templates").rglob("*.j2")), ROOT / "README.md"] for found in read_page(path))
    return [*modules, *pages]


@cache
def dutch_sentences() -> list[Sentence]:
    """All that people read, of more than one word."""
    return [found for found in all_texts() if " " in found.words.strip() and DUTCH.search(bare(found.words))]


def bare(words: str) -> str:
    """The words without what is filled in, and without what is typed or named as it is in a file."""
    return re.sub(r"\{[^}]*\}|--[\w-]+|samenwerk [a-z]+", "…", words)


@cache
def find_word(woord: str) -> list[Sentence]:
    pattern = re.compile(rf"\b{re.escape(woord).replace('…', '.{1,40}')}\b", re.IGNORECASE)
    return [found for found in dutch_sentences() if pattern.search(bare(found.words))]


@for_each((each,) for each in NIET)
def test_no_sentence_has_a_word_for_which_the_schrijfwijzer_has_a_better_one(woord: str) -> None:
    assert [found for found in find_word(woord) if (found.file, woord) not in MAG] == []


def test_every_place_where_such_a_word_may_stand_is_one_where_it_stands() -> None:
    assert [(file, woord) for file, woord in MAG if file not in {found.file for found in find_word(woord)}] == []


def test_an_apostrophe_is_not_straight() -> None:
    headings = [found for found in all_texts() if re.fullmatch(r"[A-Z][a-z]+'s", found.words)]
    assert [found for found in dutch_sentences() if re.search(r"[a-z]'[a-z]", bare(found.words))] + headings == []


def test_no_verb_of_ours_depends_on_a_name_that_may_be_one_or_many() -> None:
    beside = re.compile(rf"(?<!“)(?<![Vv]an )(?<!voor ){NAAM} (?:{VERB})\b")
    found = [sentence for sentence in dutch_sentences() if beside.search(sentence.words)]
    assert [sentence for sentence in found if not sentence.file.startswith(OF_FILES)] == []
