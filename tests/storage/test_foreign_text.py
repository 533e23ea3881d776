"""The letters of a text that another program saved are those its writer saw, or are told as doubtful."""

from collections.abc import Callable

import pytest
from cases import for_each

from samenwerk.storage import foreign_text
from samenwerk.storage.foreign_text import decode_text, find_doubtful

TEKSTEN = [
    *("Café", "één", "vóór", "België", "Daniëlla", "geïnd", "coördinatie", "reünie", "Müller", "Curaçao", "École"),
    *("crème brûlée", "5 à 6", "enquête", "foto’s", "‘ijs’", "“woord” zei hij", "Gent – Brugge", "€ 50", "wachten…"),
]
CODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "cp850", "mac_roman")


def encode(text: str, coding: str) -> bytes:
    """The text as a program with this coding saves it; a sign that it does not have becomes a question mark."""
    return text.encode(coding, errors="replace")


@for_each((each,) for each in CODINGS)
def test_a_text_is_read_in_the_coding_it_was_saved_in(coding: str) -> None:
    for tekst in TEKSTEN:
        saved = encode(f"naam;soort\r\n{tekst};kern\r\n", coding)
        if b"?" not in saved:
            assert decode_text(saved) == f"naam;soort\n{tekst};kern\n"


def test_a_letter_that_was_guessed_is_told_with_its_word() -> None:
    assert find_doubtful("naam;soort\nBar;kern\nCafé Één;kern".encode("cp1252")) == "Café"
    assert find_doubtful("Café".encode("mac_roman")) == "Café"
    assert [find_doubtful(encode("naam\nCafé", coding)) for coding in CODINGS[:5]] == [""] * 5


def test_the_coding_is_found_once_for_all_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def count(lines: list[bytes], find: Callable[[list[bytes]], str] = foreign_text._find_old) -> str:
        asked.append(len(lines))
        return find(lines)

    monkeypatch.setattr(foreign_text, "_find_old", count)
    content = ("Café;één\n" * 50).encode("cp1252")
    decode_text(content)
    find_doubtful(content)

    assert asked == [51, 51]


def test_lines_in_two_codings_are_each_read_in_their_own() -> None:
    assert decode_text("één\n".encode() + "één\n".encode("cp1252")) == "één\néén\n"
