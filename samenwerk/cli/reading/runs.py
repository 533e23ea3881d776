"""Which words stand together, in all the ways in which Typer takes an option."""

from collections.abc import Iterator, Sequence

from samenwerk.cli.words.declare import Parameter


def find_runs(words: Sequence[str], options: Sequence[Parameter]) -> list[list[str]]:
    """The words that belong to no option, each run of them that stands together."""
    takes = {name: option.takes is not bool for option in options for name in option.declared.names}
    runs: list[list[str]] = [[]]
    rest = iter(words)
    for word in rest:
        if word == "--":
            runs[-1].extend(rest)
        elif len(word) > 1 and word.startswith("-"):
            _skip_value(word, takes, rest)
            runs.append([])
        else:
            runs[-1].append(word)
    return runs


def _skip_value(word: str, takes: dict[str, bool], rest: Iterator[str]) -> None:
    """Pass by the word behind an option, when its value is that: it may also stand behind =, or glued to a letter."""
    if word.startswith("--"):
        is_next = "=" not in word and takes.get(word, False)
    else:
        letters = [number for number, letter in enumerate(word[1:], 2) if takes.get(f"-{letter}", False)]
        is_next = bool(letters) and letters[0] == len(word)
    if is_next:
        next(rest, None)
