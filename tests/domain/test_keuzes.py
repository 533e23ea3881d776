"""What someone may have meant by a wrong word."""

import pytest

from samenwerk.domain.fasen import FASE_IDS
from samenwerk.domain.keuzes import suggest


@pytest.mark.parametrize(
    ("woord", "keuzes", "zin"),
    [
        ("verkenen", FASE_IDS, "Bedoelde u “verkennen”?"),
        ("VERKENNEN", FASE_IDS, "Bedoelde u “verkennen”?"),
        ("qqq", ("voor", "tegen"), "Kies uit: voor, tegen."),
        ("", ("voor", "tegen"), "Kies uit: voor, tegen."),
        ("stad", (), ""),
    ],
)
def test_a_wrong_word_gets_the_word_it_looks_like_or_all_choices(woord: str, keuzes: tuple[str, ...], zin: str) -> None:
    assert suggest(woord, keuzes) == zin
    assert suggest(woord, list(keuzes)) == zin
