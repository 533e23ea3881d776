"""Breaking a text into lines, as the standard library breaks it."""

import textwrap

from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st

from samenwerk.cli.wrapping import hold, wrap

INDENTS = st.integers(0, 6).map(lambda count: " " * count)


@given(st.text("ab-é ", max_size=60), st.integers(8, 30), INDENTS, INDENTS)
@settings(max_examples=tries(250))
def test_lines_break_where_the_standard_library_breaks_them(text: str, width: int, lead: str, hang: str) -> None:
    assert wrap(text, width, lead, hang) == textwrap.wrap(
        text, width, initial_indent=lead, subsequent_indent=hang, break_long_words=False, break_on_hyphens=False
    )


def test_spaces_within_a_line_stay_and_at_a_break_they_go() -> None:
    assert wrap("  zet   vult een veld  van het dossier", 20, hang="        ") == [
        "  zet   vult een",
        "        veld  van",
        "        het dossier",
    ]


def test_a_line_to_type_is_never_broken_and_goes_below_a_sentence_that_leaves_it_no_room() -> None:
    line = hold("samenwerk actie lijst")

    assert wrap(f"Bekijk: {line}", 40, hang="  ") == [f"Bekijk: {line}"]
    assert wrap(f"Bekijk: {line}.", 24, hang="  ") == ["Bekijk:", f"  {line}."]
    assert wrap(f"Bekijk: {line}", 10, hang="  ") == ["Bekijk:", f"  {line}"]
