"""What stands in a file otherwise than it was meant is mended where there is one certain way, and no other byte changes."""

import re

import pytest
from cases import for_each
from effort import tries
from hypothesis import given, settings
from hypothesis import strategies as st
from mending_cases import BEGIN, END, LEFT, MENDED

from samenwerk.domain.samenwerking import Samenwerking
from samenwerk.storage.mending import judging
from samenwerk.storage.mending.glance import may_slip
from samenwerk.storage.mending.judging import Judge
from samenwerk.storage.mending.mend import mend_text
from samenwerk.storage.mending.slips import find_slips
from samenwerk.storage.yaml_tree import to_plain


def mend(text: str) -> str:
    return mend_text(BEGIN + text + "\n" + END, Samenwerking).text.removeprefix(BEGIN).removesuffix("\n" + END)


@for_each(MENDED.items())
def test_what_has_one_certain_repair_is_mended_and_the_dossier_can_be_used(text: str, expected: str) -> None:
    mended = mend_text(BEGIN + text + "\n" + END, Samenwerking)

    assert mended.text == BEGIN + expected + "\n" + END
    assert (mended.verdict.reads, mended.verdict.fouten) == (True, ())
    regels = {bevinding.regel - 4 for bevinding in mended.bevindingen}
    assert regels <= set(range(1, text.count("\n") + 2))
    assert all(bevinding.melding and bevinding.oplossing and bevinding.kolom for bevinding in mended.bevindingen)
    assert mend_text(mended.text, Samenwerking).bevindingen == ()


@pytest.mark.parametrize(
    ("springt_in", "naam"),
    [
        ("  \u200b  ", "een spatie zonder breedte (U+200B)"),
        (" \u00a0 \u00a0", "een vaste spatie (U+00A0)"),
        ("  \u00ad  ", "een zacht afbreekstreepje (U+00AD)"),
    ],
)
def test_a_sign_that_only_looks_like_a_space_is_named_also_behind_real_ones(springt_in: str, naam: str) -> None:
    (bevinding,) = mend_text(
        f"{BEGIN}partners:\n  stad:\n    naam: Stad\n{springt_in}soort: kern\n{END}", Samenwerking
    ).bevindingen

    assert bevinding.melding == f"Op deze regel staat een teken dat alleen op een spatie lijkt: {naam}."


@for_each((each,) for each in LEFT)
def test_what_may_be_meant_or_has_more_than_one_repair_is_left(text: str) -> None:
    assert mend(text) == text


def test_what_a_text_says_after_mending_is_what_stood_there() -> None:
    tree = mend_text(f"{BEGIN}idee: @stad's plan: 50% #1  # noot\nwaarom: 's avonds\n{END}", Samenwerking).verdict.tree

    assert tree is not None
    plain = to_plain(tree.root)
    assert isinstance(plain, dict)
    assert (plain["idee"], plain["waarom"]) == ("@stad's plan: 50% #1", "'s avonds")


PIECES = st.tuples(
    st.sampled_from(["", "  ", "    ", "\t", "\u00a0\u00a0", "  - ", "  -", "  -\u00a0"]),
    st.sampled_from(["", "naam: ", "idee: ", "partners:", "stad:", "uitgangspunten:", "naam:", "wel: ", "soort: "]),
    st.sampled_from(
        [
            *(
                "",
                "kern",
                "Stad",
                "@x",
                "&a b",
                "“a: b”",
                "'s avonds",
                'een "twee" #3',
                "a: b",
                "- x",
                "[a, b]",
                "{a: b}",
                ">-",
            ),
            *(
                "|",
                "a\u00a0b",
                "a\u2028b",
                "! x",
                "# noot",
                "'foto's'",
                '"a',
                "x  # y",
                "x #y",
                "é\u200b",
                "*a",
                "‘x’",
                "<<",
                "\\",
            ),
        ]
    ),
)
TEXTS = st.lists(PIECES.map("".join), max_size=7).map("\n".join)
STABLE = settings(max_examples=tries(30), deadline=None, derandomize=True, database=None)


@given(TEXTS, st.sampled_from(["\n", "\r\n"]))
@STABLE
def test_whatever_stands_there_mending_makes_it_no_worse_touches_nothing_else_and_has_no_more_to_do(
    text: str, line_end: str
) -> None:
    text = text.replace("\n", line_end)
    before, mended = Judge(Samenwerking).read(text), mend_text(text, Samenwerking)

    assert mended.verdict.rank >= before.rank
    was, now = text.split("\n"), mended.text.split("\n")
    assert list(map(essence, was)) == list(map(essence, now))
    assert {bevinding.regel for bevinding in mended.bevindingen} <= set(range(1, len(was) + 1))
    assert bool(mended.bevindingen) == (was != now)
    assert before.tree is None or may_slip(text) or find_slips(before.tree, Samenwerking) == []
    again = mend_text(mended.text, Samenwerking)
    assert (again.text, again.bevindingen) == (mended.text, ())


def essence(line: str) -> str:
    """A line without the signs that mending may add, take away or put in the place of others."""
    return re.sub("[\\s\"'“”„‘’‚\u200b\u2060\u00ad\ufeff]", "", line)


def test_a_large_file_costs_no_more_than_was_agreed(monkeypatch: pytest.MonkeyPatch) -> None:
    text = BEGIN + "".join(f"a{number}: @x\n" for number in range(200))
    monkeypatch.setattr(judging, "AT_MOST", 10 * len(text))
    read: list[int] = []
    kept = Judge.read

    def count(judge: Judge, text: str) -> judging.Verdict:
        read.append(len(text))
        return kept(judge, text)

    monkeypatch.setattr(Judge, "read", count)
    mended = mend_text(text, Samenwerking)

    assert sum(read) < 12 * len(text)
    assert 0 < len(mended.bevindingen) < 20
    assert mended.text.count('"@x"') == len(mended.bevindingen)
