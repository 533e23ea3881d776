"""Every pattern of the package does work in proportion to the text: whoever pastes one long word does not wait for hours."""

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path
from time import process_time
from typing import NamedTuple

from cases import check_each

import samenwerk

ROOT = Path(samenwerk.__file__).parent
SOURCES = {path: path.read_text(encoding="utf-8") for path in sorted(ROOT.rglob("*.py"))}
METHODS = ("search", "match", "fullmatch", "sub", "split", "findall", "finditer")
USE = re.compile(rf"\bre\.({'|'.join(METHODS)}|compile)\b")
WITH_PATTERNS = {path: source for path, source in SOURCES.items() if USE.search(source)}
CALLED = set(re.findall(rf"\b(\w+)\.({'|'.join(METHODS)})\(", "\n".join(SOURCES.values())))
"""Which methods are called of what, by name."""

SIZES = (250, 1_000, 4_000)
"""Few at first: work that grows with the third power is seen before it takes minutes."""

RUNS = [
    *("a", "Z", "é", "0", "12 ", "@", "a@", ".", "a.", "-", "+", "*", "#", "&", "&a", "&!", "`", "~", "^", "$", "%", "="),
    *(" ", "\t", "\n", " \n", "x \n", "-\n", "\n-", ",", ":", "!", "/", "./", "\\", "'", '"', "|", "<", ">"),
    *("{", "}", "(", ")", "[", "]", "{#", "{% block a ", "{% extends ", "<!--", "<!-- vrij: a -->\n", "\n---\n\n*"),
    *("https://", "# yaml-language-server:", "$schema="),
]


class Usage(NamedTuple):
    """A pattern, where it stands, and a method that the package calls of it."""

    waar: str
    pattern: "re.Pattern[str]"
    method: str


def find_usages() -> Iterator[Usage]:
    """Every pattern in the source, also one that is written where it is used, with each way in which it is used."""
    for path, source in WITH_PATTERNS.items():
        tree = ast.parse(source)
        names = {
            node.value: node.targets[0].id
            for node in ast.walk(tree)
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
        }
        for node in ast.walk(tree):
            if not (isinstance(node, ast.Call) and USE.fullmatch(ast.unparse(node.func))):
                continue
            function = ast.unparse(node.func).removeprefix("re.")
            module = importlib.import_module(".".join(path.relative_to(ROOT.parent).with_suffix("").parts))
            arguments = ", ".join(map(ast.unparse, node.args if function == "compile" else node.args[:1]))
            pattern = eval(f"re.compile({arguments})", {**vars(module), "re": re})
            # What is no name of a module can be used in any way.
            used = [method for name, method in CALLED if name == names.get(node)] if function == "compile" else [function]
            yield from (Usage(f"{path.relative_to(ROOT)}:{node.lineno}", pattern, method) for method in used or ["finditer"])


def spend(usage: Usage, text: str) -> float:
    """The processor time of using a pattern on a text once."""
    call = getattr(usage.pattern, usage.method)
    begin = process_time()
    if usage.method == "sub":
        call("", text)
    elif usage.method == "finditer":
        list(call(text))
    else:
        call(text)
    return process_time() - begin


def test_every_pattern_is_linear_in_the_text() -> None:
    usages = sorted(find_usages(), key=lambda usage: (usage.waar, usage.method))

    assert len({usage.waar for usage in usages}) > 45
    assert {usage.method for usage in usages} == set(METHODS)
    check_each(check_pattern, ((usage,) for usage in usages))


def check_pattern(usage: Usage) -> None:
    for run in RUNS:
        for end in ("", "!", "\n"):
            short = spend(usage, run * (SIZES[0] // len(run)) + end)
            for size in SIZES[1:]:
                text = run * (size // len(run)) + end
                long = spend(usage, text)
                if long > 0.003:
                    long = min(long, spend(usage, text), spend(usage, text))
                    # Four times the text: linear work is four times as much, work that grows with the square sixteen times.
                    assert long < 10 * max(short, 0.0003), f"{usage.pattern.pattern!r} on {size} of {run!r}, then {end!r}"
                short = long
