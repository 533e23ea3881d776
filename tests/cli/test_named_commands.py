"""Every command that a sentence names is there, with the options that stand behind it: on the screen, in help, in the texts."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from cases import for_each
from every_command import EVERY_COMMAND, FIRST_WORDS
from runner import has_option

import samenwerk

PACKAGE = Path(samenwerk.__file__).parent
ROOT = PACKAGE.parent
TEXTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
CLI = sorted((PACKAGE / "cli").rglob("*.py"))

NAMED = re.compile(r"(^|: |→ |`)?samenwerk((?: (?:-C \S+|[a-z]+|\{\}))+)([^`\n→]*)")
"""What stands before the name of a command (then it is surely one), the name, and what stands behind it."""


def read_texts(path: Path) -> Iterator[str]:
    """All that a file says to people: a page whole, of a module its texts and docstrings."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        yield text
        return
    inside = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.JoinedStr):
            inside.update(node.values)
            yield "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def find_named(path: Path) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    """The commands that a file names, each with the options behind it."""
    for text in read_texts(path):
        for before, words, rest in NAMED.findall(text):
            name = re.sub(r"-C \S+ ?", "", words.strip()).split()
            if name and (before or name[0] in (*FIRST_WORDS, "{}")):
                yield tuple(name), re.findall(r"(?<=\s)--[a-z-]+", re.split(r"\. |, of|; |\)|&&", rest)[0])


def candidates(name: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The commands that may be meant: the longest beginning of the words that is one, of each kind of record for `{}`."""
    for length in range(len(name), 0, -1):
        pattern = [None if word == "{}" else word for word in name[:length]]
        fits = [
            words
            for words in EVERY_COMMAND
            if len(words) == length and all(word in (None, own) for word, own in zip(pattern, words, strict=True))
        ]
        if fits:
            return fits
    return []


@for_each((path,) for path in (*TEXTS, *CLI))
def test_a_command_that_is_named_is_there_with_its_options(path: Path) -> None:
    for name, options in find_named(path):
        meant = candidates(name)
        groups = [words for words in meant if hasattr(EVERY_COMMAND[words], "list_commands")]

        assert meant, f"samenwerk {' '.join(name)}"
        assert not groups or len(name) == len(groups[0]) or name[len(groups[0])] == "{}", f"samenwerk {' '.join(name)}"
        for option in options:
            fits = any(has_option(EVERY_COMMAND[words], option) for words in meant)
            assert option == "--help" or fits, f"samenwerk {' '.join(name)} {option}"


def test_this_test_finds_what_is_named() -> None:
    named = {name for path in CLI for name, _ in find_named(path)}

    assert ("controleer",) in named
    assert ("{}", "lijst") in named
    assert len(named) > 30
